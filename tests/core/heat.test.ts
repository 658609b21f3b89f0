import { area, booleanClockwise, booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import {
	bandwidthOf,
	classOf,
	COUNT_CLASSES,
	densityGrid,
	SURFACE_CLASSES,
	toCellFeatures,
	toSurface
} from '$lib/core/heat';

const pristina = latLngToCell(42.6629, 21.1655, 6);
const cells = gridDisk(pristina, 6).map((cell, i) => ({ cell, count: 5 + ((i * 7) % 40) }));

describe('classes', () => {
	test('meet without gap or overlap and have no upper end', () => {
		for (const classes of [COUNT_CLASSES, SURFACE_CLASSES]) {
			classes.forEach((each, i) => expect(each.until).toBe(classes[i + 1]?.from ?? null));
		}
		expect([4, 5, 9, 10, 49, 50, 5000].map((n) => classOf(COUNT_CLASSES, n))).toEqual([
			-1, 0, 0, 1, 2, 3, 3
		]);
	});
});

describe('the grid', () => {
	test('is one closed hexagon a cell, counterclockwise, with its count', () => {
		const { features } = toCellFeatures(cells);
		expect(features).toHaveLength(cells.length);
		for (const { geometry, properties } of features) {
			const ring = geometry.coordinates[0]!;
			expect(ring[0]).toEqual(ring.at(-1));
			expect(booleanClockwise(ring)).toBe(false);
			expect(properties.class).toBe(classOf(COUNT_CLASSES, properties.count));
		}
	});

	test('a cell across the antimeridian stays one small hexagon', () => {
		const { features } = toCellFeatures([{ cell: latLngToCell(-16.5, 180, 6), count: 9 }]);
		expect(area(features[0]!)).toBeLessThan(60e6);
	});
});

describe('the smoothed surface', () => {
	test('keeps the sum of the counts, wherever on the globe and however few', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -70, max: 70, noNaN: true }),
				fc.double({ min: -180, max: 180, noNaN: true }),
				fc.integer({ min: 0, max: 4 }),
				fc.integer({ min: 5, max: 500 }),
				(lat, lng, rings, count) => {
					const some = gridDisk(latLngToCell(lat, lng, 6), rings).map((cell) => ({ cell, count }));
					const grid = densityGrid(some, bandwidthOf(6));
					let reports = 0;
					for (let row = 0; row < grid.rows; row++) {
						const rowLat = grid.origin[1] + row * grid.stepDegrees[1];
						const squareKm =
							grid.stepDegrees[0] *
							grid.stepDegrees[1] *
							111.195 ** 2 *
							Math.cos((rowLat * Math.PI) / 180);
						for (let column = 0; column < grid.columns; column++) {
							reports += (grid.values[row * grid.columns + column]! * squareKm) / 100;
						}
					}
					expect(Math.abs(reports / (some.length * count) - 1)).toBeLessThan(0.01);
				}
			),
			{ seed: 51, numRuns: 60 }
		);
	});

	test('has its peak where the count is, at the height of the kernel', () => {
		const grid = densityGrid([{ cell: pristina, count: 20 }], bandwidthOf(6));
		const peak = grid.values.reduce((max, each) => Math.max(max, each), 0);
		// n / (2 pi sigma²) with sigma = 3.7 km: 23 per 100 km².
		expect(peak).toBeGreaterThan(20);
		expect(peak).toBeLessThan(24.5);
	});

	test('contours lie on one another, right-handed, at fixed limits', () => {
		const { features } = toSurface(cells);
		expect(features.length).toBeGreaterThan(1);
		const areas = features.map((feature) => area(feature));
		expect(areas).toEqual(areas.toSorted((a, b) => b - a));
		for (const { geometry, properties } of features) {
			expect(properties).toMatchObject(SURFACE_CLASSES[properties.class]!);
			for (const [outer, ...holes] of geometry.coordinates) {
				expect(booleanClockwise(outer!)).toBe(false);
				for (const hole of holes) expect(booleanClockwise(hole)).toBe(true);
			}
		}
	});

	test('the contour of a class holds exactly the grid points at or above it', () => {
		const grid = densityGrid(cells, bandwidthOf(6));
		const { features } = toSurface(cells);
		for (const feature of features) {
			for (let i = 0; i < grid.values.length; i += 17) {
				const value = grid.values[i]!;
				if (Math.abs(value / feature.properties.from - 1) < 0.02) continue;
				const point = [
					grid.origin[0] + (i % grid.columns) * grid.stepDegrees[0],
					grid.origin[1] + Math.floor(i / grid.columns) * grid.stepDegrees[1]
				];
				expect(booleanPointInPolygon(point, feature)).toBe(value >= feature.properties.from);
			}
		}
	});

	test('nothing released is no surface', () => {
		expect(toSurface([]).features).toEqual([]);
	});

	test('one cell at the minimum shows the lowest class alone', () => {
		const { features } = toSurface([{ cell: pristina, count: 5 }]);
		expect(features.map((feature) => feature.properties.class)).toEqual([0]);
	});
});
