# Gi* by spdep on given neighbours: writes z, prints the milliseconds it took.
suppressMessages(library(spdep))
args <- commandArgs(TRUE)
input <- read.csv(file.path(args[1], "gi-star.csv"), stringsAsFactors = FALSE)
neighbours <- lapply(strsplit(input$neighbours, " "), function(each) sort(as.integer(each) + 1L))
class(neighbours) <- "nb"
attr(neighbours, "self.included") <- TRUE
attr(neighbours, "region.id") <- as.character(seq_along(neighbours))
weights <- nb2listw(neighbours, style = "B")
took <- system.time(z <- as.numeric(localG(input$count, weights)))
write(sprintf("%.15g", z), file.path(args[1], "gi-star-z.csv"))
cat(took[["elapsed"]] * 1000, "\n")
