import { distance } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { distanceToGeometry } from '$lib/core/geo';
import { alongHilbert } from '$lib/core/hilbert';
import { seededRandom } from '$lib/core/hotspots/random';
import { findAround, prepareLookup } from '$lib/core/proximity/lookup';

const position = fc.tuple(
	fc
		.constantFrom(21, 179.99, -180)
		.chain((lng) =>
			fc.double({ min: -0.1, max: 0.1, noNaN: true }).map((d) => ((lng + d + 540) % 360) - 180)
		),
	fc.double({ min: 41.9, max: 42.1, noNaN: true })
);
const area = position.map(([lng, lat]): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[lng, lat],
			[lng + 0.02, lat],
			[lng + 0.02, lat + 0.01],
			[lng, lat + 0.01],
			[lng, lat]
		]
	]
}));

test('what is found is what measuring everything finds, at any distance and number', () => {
	fc.assert(
		fc.property(
			fc.array(position, { maxLength: 60 }),
			fc.array(area, { maxLength: 8 }),
			position,
			fc.constantFrom(0, 200, 3000, 1e5, Infinity),
			fc.integer({ min: 1, max: 80 }),
			(points, areas, here, withinMetres, count) => {
				const lookup = prepareLookup(
					{
						lng: Float64Array.from(points, ([lng]) => lng),
						lat: Float64Array.from(points, ([, lat]) => lat)
					},
					areas
				);
				const found = findAround(lookup, here as LngLat, withinMetres, count);
				const all = [
					...points.map((each) => distance(here, each, { units: 'meters' })),
					...areas.map((each) => distanceToGeometry(here as LngLat, each))
				];
				const expected = all
					.filter((metres) => metres <= withinMetres)
					.sort((a, b) => a - b)
					.slice(0, count);
				expect(found).toHaveLength(expected.length);
				found.forEach(({ item, distanceMetres }, k) => {
					expect(Math.abs(distanceMetres - all[item]!)).toBeLessThan(1e-4);
					expect(Math.abs(distanceMetres - expected[k]!)).toBeLessThan(1e-4);
				});
			}
		),
		{ seed: 71, numRuns: 400 }
	);
});

const random = seededRandom(4);
const around = ([lng, lat]: LngLat, degrees: number): LngLat => [
	lng + (random() - 0.5) * degrees,
	lat + (random() - 0.5) * degrees
];
const many = (count: number, centre: LngLat, degrees: number) =>
	Array.from({ length: count }, () => around(centre, degrees * random()));

test.each<[string, LngLat[]]>([
	[
		'in towns',
		[
			[20, 42],
			[21, 42.5],
			[21.5, 43]
		].flatMap((town) => many(1000, town as LngLat, 0.2))
	],
	['in one village, and one at the antipodes', [...many(3000, [21, 42], 0.01), [-159, -42]]],
	['all over the globe', many(3000, [0, 0], 178)],
	[
		'around a pole',
		many(2000, [0, 89.9], 0.2).map(([lng, lat]) => [lng * 1800, Math.min(90, lat)])
	],
	['at one place', Array.from({ length: 2000 }, (): LngLat => [21, 42])]
])('the nearest of thousands is the nearest of all: %s', (_, points) => {
	const lookup = prepareLookup(
		{
			lng: Float64Array.from(points, (each) => each[0]),
			lat: Float64Array.from(points, (each) => each[1])
		},
		[]
	);
	for (let i = 0; i < 60; i++) {
		const here = i % 3 === 0 ? points[i]! : around(points[i]!, 10 ** -(i % 5));
		const metres = points.map((each) => distance(here, each, { units: 'meters' }));
		const least = Math.min(...metres);
		for (const withinMetres of [least * 0.999, least, 50, 1000, Infinity]) {
			const [found] = findAround(lookup, here, withinMetres);
			if (least > withinMetres) expect(found).toBeUndefined();
			else if (least < withinMetres || least === 0) {
				expect(Math.abs(found!.distanceMetres - least)).toBeLessThan(1e-6 + least * 1e-7);
				if (found!.distanceMetres === 0) expect(found!.item).toBe(metres.indexOf(0));
			}
		}
	}
});

const boxAround = ([lng, lat]: LngLat, degrees: number): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[lng - degrees, lat - degrees],
			[lng + degrees, lat - degrees],
			[lng + degrees, lat + degrees],
			[lng - degrees, lat + degrees],
			[lng - degrees, lat - degrees]
		]
	]
});
const small = (centres: LngLat[]) => centres.map((each) => boxAround(each, 0.001 * random()));
const towns = [
	...small(many(900, [21, 42], 0.2)),
	...small(many(900, [20, 42.6], 0.05)),
	...small([[21.5, 41.7]])
];

test.each<[string, Polygon[]]>([
	['in towns', towns],
	[
		'in towns, some as wide as countries, one at the antipodes',
		[...towns, ...many(9, [21, 42], 3).map((each) => boxAround(each, 1)), ...small([[-159, -42]])]
	],
	['all wide', many(300, [21, 42], 0.2).map((each) => boxAround(each, 0.1))],
	['all over the globe', small(many(1500, [0, 0], 170))],
	['one on another', Array.from({ length: 300 }, () => boxAround([21, 42], 0.001))]
])('the nearest of hundreds of areas is the nearest of all: %s', (_, areas) => {
	const none = { lng: new Float64Array(), lat: new Float64Array() };
	const lookup = prepareLookup(none, areas);
	for (let i = 0; i < 120; i++) {
		const here = around(
			areas[(i * 13) % areas.length]!.coordinates[0]![0] as LngLat,
			10 ** -(i % 4)
		);
		const metres = areas.map((each) => distanceToGeometry(here, each));
		const least = Math.min(...metres);
		for (const withinMetres of [least * 0.999, least * 1.001, 50, 1000, Infinity]) {
			const [found] = findAround(lookup, here, withinMetres);
			expect(found?.distanceMetres ?? Infinity).toBeCloseTo(
				least > withinMetres ? Infinity : least,
				4
			);
			if (least === 0) expect(found!.item).toBe(metres.indexOf(0));
		}
	}
});

test('steps along the curve are steps to a neighbour', () => {
	const places = new Map<number, [number, number]>();
	for (let x = 0; x < 64; x++) for (let y = 0; y < 64; y++) places.set(alongHilbert(x, y), [x, y]);
	expect([...places.keys()].sort((a, b) => a - b)).toEqual([...Array(64 * 64).keys()]);
	for (let at = 1; at < 64 * 64; at++) {
		const [[ax, ay], [bx, by]] = [places.get(at - 1)!, places.get(at)!];
		expect(Math.abs(ax - bx) + Math.abs(ay - by)).toBe(1);
	}
	expect(alongHilbert(65_535, 65_535)).toBeLessThan(2 ** 32);
});
