import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import {
	bearingDegrees,
	distanceBetweenShapes,
	distanceMetres,
	distanceToEdges,
	distanceToGeometry,
	isInsideShape,
	isPosition,
	middleOf,
	prepareShape
} from '$lib/core/geo';
import { ellipsoidDestination, ellipsoidMetres, SPHERE_BOUND } from './sphere';

const anywhere = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -90, max: 90, noNaN: true })
);
const box = (west: number, south: number, east: number, north: number): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south]
		]
	]
});

describe('distance between positions', () => {
	test('differs from the ellipsoid by no more than the shape of the earth', () => {
		fc.assert(
			fc.property(anywhere, anywhere, (a, b) => {
				const exact = ellipsoidMetres(a, b);
				expect(Math.abs(distanceMetres(a, b) - exact)).toBeLessThanOrEqual(
					exact * SPHERE_BOUND + 1e-3
				);
			}),
			{ seed: 31, numRuns: 500 }
		);
	});

	test('across the antimeridian is the short way', () => {
		expect(distanceMetres([179.999, 0], [-179.999, 0])).toBeCloseTo(222.39, 1);
	});

	test('a bearing due east is 90 and one across the antimeridian too', () => {
		expect(bearingDegrees([179.9, 0], [-179.9, 0])).toBeCloseTo(90);
		expect(bearingDegrees([21, 42], [21, 43])).toBe(0);
	});
});

describe('distance to an area', () => {
	test('agrees with Turf for small polygons anywhere between 70 south and 70 north', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -170, max: 170, noNaN: true }),
				fc.double({ min: -70, max: 70, noNaN: true }),
				fc.double({ min: 0, max: 360, noNaN: true }),
				fc.double({ min: 0, max: 8000, noNaN: true }),
				(lng, lat, bearing, metres) => {
					const polygon = box(lng - 0.01, lat - 0.008, lng + 0.01, lat + 0.008);
					const position = ellipsoidDestination([lng, lat], bearing, metres);
					const ours = distanceToGeometry(position, polygon);
					const turfs = pointToPolygonDistance(position, polygon, { units: 'meters' });
					// Turf's is negative inside; its edges are great circles, ours within 10 cm of straight.
					expect(Math.abs(ours - Math.max(0, turfs))).toBeLessThan(0.25);
				}
			),
			{ seed: 32, numRuns: 300 }
		);
	});

	test('is zero inside and on every boundary, and the depth tells how far inside', () => {
		const shape = prepareShape(box(21, 42, 21.02, 42.02));
		for (const edge of [
			[21, 42.01],
			[21.02, 42.01],
			[21.013, 42.02],
			[21, 42]
		] as LngLat[]) {
			expect(isInsideShape(edge, shape)).toBe(true);
		}
		expect(isInsideShape([21.01, 42.01], shape)).toBe(true);
		expect(distanceToEdges([21.01, 42.01], shape)).toBeCloseTo(
			distanceMetres([21.01, 42.01], [21, 42.01]),
			0
		);
	});

	test('a point in a hole is outside, at its distance to the edge of the hole', () => {
		const ring = box(21, 42, 21.1, 42.1);
		ring.coordinates.push(box(21.04, 42.04, 21.06, 42.06).coordinates[0]!.toReversed());
		const metres = distanceToGeometry([21.05, 42.05], ring);
		expect(metres).toBeCloseTo(distanceMetres([21.05, 42.05], [21.04, 42.05]), 0);
	});

	test('an area across the antimeridian holds its middle, written whole or cut in two', () => {
		const whole = box(179.9, -0.1, 180.1, 0.1);
		const jumping = box(179.9, -0.1, -179.9, 0.1);
		const cut: MultiPolygon = {
			type: 'MultiPolygon',
			coordinates: [
				box(179.9, -0.1, 180, 0.1).coordinates,
				box(-180, -0.1, -179.9, 0.1).coordinates
			]
		};
		for (const area of [whole, jumping, cut]) {
			for (const position of [
				[180, 0],
				[-180, 0],
				[179.95, 0.05],
				[-179.95, 0]
			] as LngLat[]) {
				expect(distanceToGeometry(position, area)).toBe(0);
			}
			expect(distanceToGeometry([-179.8, 0], area)).toBeCloseTo(11_119.5, 0);
			expect(distanceToGeometry([179.8, 0], area)).toBeCloseTo(11_119.5, 0);
			expect(isInsideShape([0, 0], prepareShape(area))).toBe(false);
		}
	});

	test('a ring around a pole holds the pole', () => {
		const cap: Polygon = {
			type: 'Polygon',
			coordinates: [[-180, -90, 0, 90, 180].map((lng) => [lng, 80])]
		};
		expect(distanceToGeometry([12, 90], cap)).toBe(0);
		expect(distanceToGeometry([45, 85], cap)).toBe(0);
		expect(distanceToGeometry([45, 79], cap)).toBeCloseTo(111_195, -2);
	});

	test('a box around the world holds everything', () => {
		fc.assert(
			fc.property(anywhere, (position) => {
				expect(distanceToGeometry(position, box(-180, -90, 180, 90))).toBe(0);
			}),
			{ seed: 33 }
		);
	});

	test('long edges follow the parallel, not the great circle', () => {
		const wide = box(10, 40, 30, 45);
		// The great circle from (10, 45) to (30, 45) runs 48 km farther north at 20 east.
		expect(distanceToGeometry([20, 45.1], wide)).toBeCloseTo(11_119.5, -1);
		expect(booleanPointInPolygon([20, 44.999], wide)).toBe(true);
	});

	test('keeps millimetres next to an edge of one metre', () => {
		const edge = {
			type: 'LineString' as const,
			coordinates: [
				[21, 42],
				[21.0000121, 42]
			]
		};
		const away = 1 / 111_195.08;
		expect(distanceToGeometry([21.000006, 42 + away], edge)).toBeCloseTo(1, 3);
	});
});

describe('distance between areas', () => {
	const a = prepareShape(box(21, 42, 21.1, 42.1));
	test('is zero when they touch, cross or contain', () => {
		for (const other of [
			box(21.1, 42, 21.2, 42.1),
			box(21.05, 41.9, 21.06, 42.2),
			box(21.04, 42.04, 21.05, 42.05),
			box(20, 41, 22, 43)
		]) {
			expect(distanceBetweenShapes(a, prepareShape(other))).toBe(0);
			expect(distanceBetweenShapes(prepareShape(other), a)).toBe(0);
		}
	});

	test('is measured edge to edge, symmetric', () => {
		const b = prepareShape(box(21.2, 42.02, 21.3, 42.05));
		const metres = distanceMetres([21.1, 42.05], [21.2, 42.05]);
		expect(distanceBetweenShapes(a, b)).toBeCloseTo(metres, 0);
		expect(distanceBetweenShapes(b, a)).toBeCloseTo(distanceBetweenShapes(a, b), 6);
	});
});

test('positions out of range or not finite are none', () => {
	for (const wrong of [[181, 0], [0, 91], [NaN, 0], [0], [Infinity, 0]]) {
		expect(isPosition(wrong)).toBe(false);
	}
	expect(isPosition([-180, 90])).toBe(true);
});

test('an empty geometry is a programmer error', () => {
	expect(() => prepareShape({ type: 'MultiPolygon', coordinates: [] })).toThrow(/empty geometry/);
});

test('the middle of an area lies in it', () => {
	const [lng, lat] = middleOf(box(179.9, -0.1, -179.9, 0.1));
	expect(Math.abs(lng)).toBeGreaterThan(179.9);
	expect(lat).toBeCloseTo(0);
});
