"""Independent values for the hotspot tests, by SciPy and scikit-learn.

Debian 12: python3-scipy 1.10.1, python3-sklearn 1.2.1. Run in this folder: python3 make-reference.py
"""
import csv
import numpy as np
from scipy.stats import kendalltau, norm
from sklearn.cluster import DBSCAN
from sklearn.neighbors import KernelDensity

RADIUS = 6371008.8
points = np.radians(np.loadtxt("points.csv", delimiter=",", skiprows=1))[:, ::-1]


def write(name, heading, rows):
    with open(name, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([heading, *rows])


labels = [
    DBSCAN(eps=metres / RADIUS, min_samples=least, metric="haversine").fit_predict(points)
    for metres, least in ((600, 5), (1000, 8), (2500, 4))
]
write("dbscan-sklearn.csv", ["600/5", "1000/8", "2500/4"], zip(*labels))

# Densities at places of a 7 x 7 grid, per square metre. sklearn's are per square radian and point.
grid = [(20.55 + 0.14 * i, 42.35 + 0.09 * j) for j in range(7) for i in range(7)]
at = np.radians([(lat, lng) for lng, lat in grid])
densities = []
for kernel, metres in (("epanechnikov", 5000), ("gaussian", 2000)):
    fit = KernelDensity(bandwidth=metres / RADIUS, kernel=kernel, metric="haversine").fit(points)
    densities.append(np.exp(fit.score_samples(at)) * len(points) / RADIUS**2)
write("kde-sklearn.csv", ["lng", "lat", "epanechnikov", "gaussian"],
      [(f"{g[0]:.2f}", f"{g[1]:.2f}", *(f"{d:.12g}" for d in row)) for g, row in zip(grid, zip(*densities))])

write("normal-scipy.csv", ["z", "p"], [(z, f"{2 * norm.sf(z):.16g}") for z in
      (0, 0.001, 0.1, 0.5, 1, 1.5, 1.959963984540054, 2.5, 2.8, 2.9, 3, 4, 5, 6, 8, 10, 20, 37)])

# Kendall's S from tau-b, for series with and without ties.
series = ["1 2 3 4 5 6 7", "3 1 4 1 5 9 2 6 5 3 5", "9 8 8 7 6 6 6 2 1 1", "2 2 2 2 2 3"]
rows = []
for each in series:
    x = np.array(each.split(), float)
    n = len(x)
    ties = np.unique(x, return_counts=True)[1]
    tau = kendalltau(np.arange(n), x).statistic
    s = tau * np.sqrt(n * (n - 1) / 2 * (n * (n - 1) / 2 - (ties * (ties - 1) / 2).sum()))
    var = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    z = (s - np.sign(s)) / np.sqrt(var)
    rows.append((each, f"{s:.0f}", f"{z:.12g}", f"{2 * norm.sf(abs(z)):.12g}"))
write("mann-kendall-scipy.csv", ["series", "s", "z", "p"], rows)
