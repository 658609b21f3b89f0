import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { distanceMetres } from '$lib/core/geo';
import { findClusters } from '$lib/core/hotspots/dbscan';
import { readReference } from './reference';

const points = readReference('points.csv').map(({ lng, lat }): LngLat => [
	Number(lng),
	Number(lat)
]);

/** Ester and others 1996, one point after the other, all distances by Turf. */
function plainClusters(some: readonly LngLat[], radius: number, minPoints: number): number[] {
	const near = some.map((a) => some.flatMap((b, j) => (distanceMetres(a, b) <= radius ? [j] : [])));
	const labels = some.map(() => -1);
	let cluster = 0;
	some.forEach((_, i) => {
		if (labels[i] !== -1 || near[i]!.length < minPoints) return;
		const queue = [i];
		for (let j = queue.pop(); j !== undefined; j = queue.pop()) {
			if (labels[j] !== -1) continue;
			labels[j] = cluster;
			if (near[j]!.length >= minPoints) queue.push(...near[j]!);
		}
		cluster++;
	});
	return labels;
}

describe('DBSCAN', () => {
	test('gives scikit-learn’s labels', () => {
		const rows = readReference('dbscan-sklearn.csv');
		for (const key of Object.keys(rows[0]!)) {
			const [radius, minPoints] = key.split('/').map(Number);
			const labels = findClusters(points, radius!, minPoints!);
			expect([...labels]).toEqual(rows.map((row) => Number(row[key])));
			expect(new Set(labels).size).toBeGreaterThan(3);
		}
	});

	test('agrees with the definition anywhere on the globe, poles and antimeridian among it', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.constantFrom(-90, 90, 0, 89.999, -60),
					fc.double({ min: -90, max: 90, noNaN: true })
				),
				fc.oneof(fc.constantFrom(-180, 180, 0), fc.double({ min: -180, max: 180, noNaN: true })),
				fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
					maxLength: 60
				}),
				fc.constantFrom(50, 700, 20_000, 900_000),
				fc.integer({ min: 1, max: 6 }),
				(lat, lng, offsets, radius, minPoints) => {
					const step = radius / 111_195 / 3;
					const some = offsets.map(([x, y]): LngLat => {
						const there = Math.max(-90, Math.min(90, lat + y * step));
						const around = lng + (x * step) / Math.max(0.02, Math.cos((there * Math.PI) / 180));
						return [((((around + 180) % 360) + 360) % 360) - 180, there];
					});
					expect([...findClusters(some, radius, minPoints)]).toEqual(
						plainClusters(some, radius, minPoints)
					);
				}
			),
			{ seed: 1996, numRuns: 400 }
		);
	});

	test('counts the point itself, and a point at exactly the radius', () => {
		const pair: LngLat[] = [
			[21, 42.5],
			[21.01, 42.5]
		];
		const apart = distanceMetres(...(pair as [LngLat, LngLat]));
		expect([...findClusters(pair, apart, 2)]).toEqual([0, 0]);
		expect([...findClusters(pair, apart * (1 - 1e-12), 2)]).toEqual([-1, -1]);
		expect([...findClusters(pair, apart / 2, 1)]).toEqual([0, 1]);
		expect([...findClusters([], 100, 3)]).toEqual([]);
	});

	test('a thousand coincident points are one cluster', () => {
		expect(new Set(findClusters(new Array(1000).fill([21, 42.5]), 1, 1000))).toEqual(new Set([0]));
	});

	test('tells points apart that are a metre from one another, wherever they are', () => {
		for (const [lng, lat] of [
			[179, 0],
			[-179.99, 42],
			[0.01, 85]
		] as LngLat[]) {
			const some = [0, 1, 2, 3, 4].map((k): LngLat => [lng, lat + k * 1e-5]);
			expect([...findClusters(some, 0.5, 2)]).toEqual([-1, -1, -1, -1, -1]);
			expect([...findClusters(some, 1.2, 2)]).toEqual([0, 0, 0, 0, 0]);
		}
	});

	test('refuses a radius that is none', () => {
		for (const radius of [0, -1, NaN, 2e6, 1e-9, 0.1]) {
			expect(() => findClusters(points, radius, 3)).toThrow('not a radius');
		}
	});
});
