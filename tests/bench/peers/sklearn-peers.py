"""DBSCAN or kernel density by scikit-learn: writes its answer, prints the milliseconds it took."""
import sys
import time
from os.path import join

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.neighbors import KernelDensity

RADIUS = 6371008.8
folder, task = sys.argv[1:]
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
start = time.perf_counter()
answer = run()
print((time.perf_counter() - start) * 1000)
np.savetxt(join(folder, name), answer, fmt="%.12g")
