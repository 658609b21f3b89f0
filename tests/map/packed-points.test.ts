import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOfPacked, packPoints, type PointView } from '$lib/map/packed-points';

const columns = (positions: readonly (readonly [number, number])[]) => ({
	lng: Float64Array.from(positions, ([lng]) => lng),
	lat: Float64Array.from(positions, ([, lat]) => lat)
});
const world: PointView = { bounds: [-180, -85, 180, 85], zoom: 2 };
const pixelOf = ([lng, lat]: readonly [number, number], zoom: number) =>
	[lng / 360, Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)].map(
		(share) => share * 512 * 2 ** zoom
	) as [number, number];

test('of points on one pixel one of the lowest class is left', () => {
	const points = columns([
		[21, 42],
		[21.0001, 42.0001],
		[60, 42]
	]);
	const classes = [1, 0, 1];
	const packed = packPoints(points, (i) => classes[i]!, 2, world);
	expect([...packed.starts]).toEqual([0, 1, 2]);
	expect([...classOfPacked(packed, 0)]).toEqual([Math.fround(21.0001), Math.fround(42.0001)]);
	expect(classOfPacked(packed, 1)[0]).toBe(60);
});

test('what lies outside the view is left out, and a view may cross the date line', () => {
	const points = columns([
		[179.9, 0],
		[-179.9, 0],
		[0, 0],
		[180, 60]
	]);
	const packed = packPoints(points, () => 0, 1, { bounds: [170, -10, 190, 10], zoom: 4 });
	expect([...packed.positions].map(Math.round)).toEqual([180, 0, -180, 0]);
});

describe('whatever the points', () => {
	const lngLat = fc.tuple(
		fc.double({ min: -180, max: 180, noNaN: true }),
		fc.double({ min: -84, max: 84, noNaN: true })
	);

	test('every one is drawn, or one of its class or lower within a pixel of it', () => {
		fc.assert(
			fc.property(
				fc.array(lngLat, { maxLength: 200 }),
				fc.integer({ min: 0, max: 1 }),
				(given, zoom) => {
					const classOf = (i: number) => i % 3;
					const packed = packPoints(columns(given), classOf, 3, { ...world, zoom });
					const drawn = [0, 1, 2].map((k) => {
						const flat = classOfPacked(packed, k);
						return Array.from({ length: flat.length / 2 }, (_, i) =>
							pixelOf([flat[i * 2]!, flat[i * 2 + 1]!], zoom)
						);
					});
					given.forEach((each, i) => {
						const [x, y] = pixelOf(each, zoom);
						const near = drawn
							.slice(0, classOf(i) + 1)
							.flat()
							.some(([px, py]) => Math.abs(px - x) < 1.01 && Math.abs(py - y) < 1.01);
						expect(near).toBe(true);
					});
				}
			),
			{ seed: 7, numRuns: 60 }
		);
	});
});
