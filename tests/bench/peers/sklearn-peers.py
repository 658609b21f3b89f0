"""DBSCAN and kernel density by scikit-learn: writes its answer, prints the milliseconds of each round."""
import sys
import time
from os.path import join

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.neighbors import KernelDensity

RADIUS = 6371008.8
folder, rounds, task = sys.argv[1], int(sys.argv[2]), sys.argv[3]
points = np.radians(np.loadtxt(join(folder, "points.csv"), delimiter=","))[:, ::-1]


def dbscan():
    return DBSCAN(eps=300 / RADIUS, min_samples=10, metric="haversine").fit_predict(points)


def kde():
    lats = 41.85 + 1.4 / 499 * np.arange(500)
    lngs = 20 + 1.8 / 499 * np.arange(500)
    at = np.radians([(lat, lng) for lat in lats for lng in lngs])
    fit = KernelDensity(bandwidth=2000 / RADIUS, kernel="epanechnikov", metric="haversine").fit(points)
    return np.exp(fit.score_samples(at)) * len(points) / RADIUS**2


run, name = {"dbscan": (dbscan, "labels.csv"), "kde": (kde, "densities.csv")}[task]
np.savetxt(join(folder, name), run(), fmt="%.12g")
for _ in range(rounds if task == "dbscan" else 1):
    start = time.perf_counter()
    run()
    print((time.perf_counter() - start) * 1000)
