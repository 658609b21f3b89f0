# Independent values for the hotspot tests: spdep's localG, and Kulldorff's scan written out plainly.
# Debian 12: r-cran-spdep 1.2-7, r-cran-spdata. Run in this folder with: Rscript make-reference.R
suppressMessages(library(spdep))

input <- read.csv("gi-star.csv", stringsAsFactors = FALSE)
neighbours <- lapply(strsplit(input$neighbours, " "), function(each) sort(as.integer(each) + 1L))
class(neighbours) <- "nb"
attr(neighbours, "self.included") <- TRUE
attr(neighbours, "region.id") <- as.character(seq_along(neighbours))
z <- as.numeric(localG(input$count, nb2listw(neighbours, style = "B")))
p <- 2 * pnorm(-abs(z))
write.csv(data.frame(z = sprintf("%.15g", z), p = sprintf("%.15g", p),
	q = sprintf("%.15g", p.adjust(p, "BH"))), "gi-star-spdep.csv", row.names = FALSE, quote = FALSE)

# Sudden infant deaths in the counties of North Carolina: Cressie & Read 1985, in spData (CC0);
# the example of Kulldorff 1997.
data(nc.sids, package = "spData")
sids <- data.frame(id = gsub(" ", "_", rownames(nc.sids)), lng = nc.sids$lon, lat = nc.sids$lat,
	nc.sids[, c("SID74", "BIR74", "SID79", "BIR79")])
write.csv(sids, "north-carolina.csv", row.names = FALSE, quote = FALSE)

# Every circle around every county with at most half of the births, great-circle distances.
scan <- function(cases, births, taken) {
	rad <- pi / 180
	best <- list(llr = 0)
	total <- sum(cases)
	for (i in seq_along(cases)) {
		h <- sin((sids$lat - sids$lat[i]) * rad / 2)^2 +
			cos(sids$lat * rad) * cos(sids$lat[i] * rad) * sin((sids$lng - sids$lng[i]) * rad / 2)^2
		near <- order(h)
		for (k in seq_along(near)) {
			ids <- near[1:k]
			if (sum(births[ids]) > sum(births) / 2 || any(taken[ids])) break
			c <- sum(cases[ids])
			e <- total * sum(births[ids]) / sum(births)
			if (c <= e) next
			llr <- c * log(c / e) + ifelse(c < total, (total - c) * log((total - c) / (total - e)), 0)
			if (llr > best$llr + 1e-9) best <- list(llr = llr, ids = ids, c = c, e = e,
				metres = 2 * 6371008.8 * asin(sqrt(h[near[k]])))
		}
	}
	best
}
found <- NULL
for (years in c("74", "79", "both")) {
	cases <- switch(years, both = sids$SID74 + sids$SID79, sids[[paste0("SID", years)]])
	births <- switch(years, both = sids$BIR74 + sids$BIR79, sids[[paste0("BIR", years)]])
	taken <- rep(FALSE, length(cases))
	set.seed(1)
	replicas <- replicate(if (years == "74") 199 else 0,
		scan(as.integer(rmultinom(1, sum(cases), births)), births, FALSE & taken)$llr)
	for (rank in 1:3) {
		best <- scan(cases, births, taken)
		taken[best$ids] <- TRUE
		risk <- (best$c / best$e) / ((sum(cases) - best$c) / (sum(cases) - best$e))
		found <- rbind(found, data.frame(years, rank, ids = paste(sids$id[best$ids], collapse = " "),
			cases = best$c, expected = sprintf("%.12g", best$e), risk = sprintf("%.12g", risk),
			llr = sprintf("%.12g", best$llr), metres = sprintf("%.10g", best$metres),
			p = if (length(replicas)) (1 + sum(unlist(replicas) >= best$llr)) / 200 else NA))
	}
}
write.csv(found, "north-carolina-scan.csv", row.names = FALSE, quote = FALSE)
