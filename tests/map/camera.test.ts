import { distance, point } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { boundsOf, growBounds, isWithin, metresPerPixel, roundLength } from '$lib/map/camera';
import { drawnCircle } from '$lib/map/features';

describe('camera', () => {
	test('the box of several geometries holds each of them', () => {
		expect(
			boundsOf([
				{ type: 'Point', coordinates: [21, 42] },
				null,
				{
					type: 'MultiPolygon',
					coordinates: [
						[
							[
								[20, 43],
								[20.5, 43],
								[20.5, 43.5],
								[20, 43]
							]
						]
					]
				}
			])
		).toEqual([20, 42, 21, 43.5]);
	});

	test('nothing has no box', () => {
		expect(boundsOf([null])).toBeUndefined();
	});

	test.each([0, 42.7, 70])('a box grown by 5 km at latitude %d holds the circle of 5 km', (lat) => {
		const box = growBounds([21, lat, 21, lat], 5000);
		for (const position of drawnCircle([21, lat], 4990).coordinates[0]!)
			expect(isWithin(position as [number, number], box)).toBe(true);
	});

	test.each([
		[1, 1],
		[4.99, 2],
		[5, 5],
		[1999, 1000],
		[20_000, 20_000]
	])('a scale bar of at most %d m is %d m long', (most, length) => {
		expect(roundLength(most)).toBe(length);
	});

	test('a pixel covers what the sphere says', () => {
		// One pixel to the east at zoom 12, in degrees of longitude.
		const degrees = 360 / (512 * 2 ** 12);
		const metres = distance(point([21, 42.7]), point([21 + degrees, 42.7])) * 1000;
		expect(metresPerPixel(42.7, 12) / metres).toBeCloseTo(1, 2);
	});

	test('a drawn circle lies within a thousandth of its radius', () => {
		const radiusMetres = 5000;
		const ring = drawnCircle([21.1655, 42.6629], radiusMetres).coordinates[0]!;
		for (let i = 1; i < ring.length; i++) {
			const middle = [(ring[i]![0]! + ring[i - 1]![0]!) / 2, (ring[i]![1]! + ring[i - 1]![1]!) / 2];
			const metres = distance(point([21.1655, 42.6629]), point(middle)) * 1000;
			expect(Math.abs(metres / radiusMetres - 1)).toBeLessThan(0.001);
		}
	});
});
