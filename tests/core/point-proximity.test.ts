import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haversineMetres } from '$lib/core/geo';
import { PointProximity, type PlaceFigures } from '$lib/core/proximity/point-proximity';
import type { Points } from '$lib/core/proximity/side';

/** Of two that are nearer to each other than this, either may be called the nearest. */
const NANOMETRES = 1e-7;

type Position = [lng: number, lat: number];

const columns = (positions: readonly Position[]): Points => ({
	lng: Float64Array.from(positions, ([lng]) => lng),
	lat: Float64Array.from(positions, ([, lat]) => lat)
});
const turf = (a: Position, b: Position) => distance(a, b, { units: 'meters' });

/** All pairs by Turf. */
function plainly(places: Position[], sites: Position[], people: number[], rings: number[]) {
	const metres = places.map((place) => sites.map((site) => turf(place, site)));
	const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b), Infinity);
	return {
		counts: metres.flatMap((row) => rings.map((ring) => row.filter((m) => m <= ring).length)),
		personnel: metres.flatMap((row) =>
			rings.map((ring) => row.reduce((sum, m, j) => sum + (m <= ring ? people[j]! : 0), 0))
		),
		atSites: sites.flatMap((_, j) =>
			rings.map((ring) => metres.filter((row) => row[j]! <= ring).length)
		),
		toSites: metres.map(least),
		toPlaces: sites.map((_, j) => least(metres.map((row) => row[j]!)))
	};
}

function measure(
	places: Position[],
	sites: Position[],
	people: number[],
	rings: number[],
	cut = Infinity
) {
	const run = new PointProximity(
		{ ...columns(sites), personnel: Float64Array.from(people) },
		rings
	);
	const chunks: PlaceFigures[] = [];
	for (let from = 0; from < places.length; from += cut) {
		chunks.push(run.measure(columns(places.slice(from, from + cut)), from));
	}
	const joined = <K extends keyof PlaceFigures>(key: K) =>
		chunks.flatMap((chunk) => [...chunk[key]]);
	return {
		nearest: joined('nearest'),
		distanceMetres: joined('distanceMetres'),
		counts: joined('counts'),
		personnel: joined('personnel'),
		sites: run.sites
	};
}

function expectSame(places: Position[], sites: Position[], rings: number[], cut?: number) {
	const people = sites.map((_, j) => (j * 37) % 900);
	const found = measure(places, sites, people, rings, cut);
	const expected = plainly(places, sites, people, rings);
	expect(found.counts).toEqual(expected.counts);
	expect(found.personnel).toEqual(expected.personnel);
	expect([...found.sites.counts]).toEqual(expected.atSites);
	const expectClose = (metres: ArrayLike<number>, turfs: number[]) =>
		turfs.forEach((each, i) => {
			if (each === Infinity) expect(metres[i]).toBe(Infinity);
			else expect(Math.abs(metres[i]! - each)).toBeLessThanOrEqual(each * 1e-9 + NANOMETRES);
		});
	expectClose(found.distanceMetres, expected.toSites);
	expectClose(found.sites.distanceMetres, expected.toPlaces);
	found.nearest.forEach((j, i) => {
		if (sites.length === 0) return expect(j).toBe(-1);
		const metres = turf(places[i]!, sites[j]!);
		expect(metres).toBeLessThanOrEqual(expected.toSites[i]! * (1 + 1e-9) + NANOMETRES);
	});
}

const anywhere = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -90, max: 90, noNaN: true })
);
/** Some metres to kilometres around places where spheres are awkward. */
const near = fc
	.record({
		centre: fc.constantFrom<Position>([21.16, 42.66], [180, -16.5], [-180, 0], [0, 90], [33, -90]),
		east: fc.double({ min: -1, max: 1, noNaN: true }),
		north: fc.double({ min: -1, max: 1, noNaN: true }),
		spread: fc.constantFrom(0, 1e-7, 1e-5, 1e-3, 0.05)
	})
	.map(({ centre, east, north, spread }): Position => {
		const lat = Math.max(-90, Math.min(90, centre[1] + north * spread));
		const wide = spread / Math.max(1e-6, Math.cos((lat * Math.PI) / 180));
		return [((centre[0] + east * wide + 540) % 360) - 180, lat];
	});
const positions = fc.array(fc.oneof(near, near, near, anywhere), { maxLength: 90 });

describe('against all pairs by Turf', () => {
	test('every figure is the same, near the poles, the antimeridian and each other', () => {
		fc.assert(
			fc.property(positions, positions, (places, sites) =>
				expectSame(places, sites, [0, 1, 500, 1000, 2000, 5000])
			),
			{ seed: 61, numRuns: 400 }
		);
	});

	test('a ring that is exactly a distance of Turf holds it, wherever its last digit falls', () => {
		fc.assert(
			fc.property(positions, positions, fc.nat(), (places, sites, at) => {
				if (places.length === 0 || sites.length === 0) return;
				const ring = turf(places[at % places.length]!, sites[at % sites.length]!);
				const below = ring * (1 - Number.EPSILON);
				expectSame(places, sites, below < ring ? [below, ring] : [ring]);
			}),
			{ seed: 62, numRuns: 1500 }
		);
	});

	test('rings as wide as the globe', () => {
		fc.assert(
			fc.property(positions, positions, (places, sites) =>
				expectSame(places, sites, [1e6, 1e7, 1.9e7, 2e7, 20_015_114, 3e7])
			),
			{ seed: 63, numRuns: 200 }
		);
	});

	test('thousands of points in towns', () => {
		let state = 7;
		const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
		const towns = Array.from({ length: 12 }, () => [20 + random(), 42 + random()]);
		const scatter = (count: number) =>
			Array.from({ length: count }, (): Position => {
				const [lng, lat] = towns[Math.floor(random() * 12)]!;
				return [lng! + (random() - random()) / 40, lat! + (random() - random()) / 40];
			});
		expectSame(scatter(3000), scatter(400), [250, 500, 1000, 2000, 5000]);
		expectSame(scatter(300), scatter(4000), [250, 500, 1000, 2000, 5000]);
	});
});

const toMillimetres = ([lng, lat]: Position): Position => [+lng.toFixed(8), +lat.toFixed(8)];

test('places may come in chunks of any size', () => {
	fc.assert(
		fc.property(positions, positions, fc.integer({ min: 1, max: 40 }), (a, b, cut) => {
			const [places, sites] = [a.map(toMillimetres), b.map(toMillimetres)];
			const people = sites.map((_, j) => j);
			const [cutUp, whole] = [cut, Infinity].map((size) => {
				const found = measure(places, sites, people, [500, 5000], size);
				// Two at the very same distance from a third in different directions: either is named.
				const metres = [...found.sites.distanceMetres].map((each) => each.toPrecision(9));
				return { ...found, nearest: null, sites: { counts: found.sites.counts, metres } };
			});
			expect(cutUp).toEqual(whole);
		}),
		{ seed: 64, numRuns: 200 }
	);
});

test('of equally near ones the first given is the nearest, in any chunk', () => {
	const here: Position[] = Array.from({ length: 50 }, () => [21, 42]);
	const found = measure(
		here,
		here,
		here.map(() => 1),
		[0],
		7
	);
	expect(found.nearest).toEqual(here.map(() => 0));
	expect([...found.sites.nearest]).toEqual(here.map(() => 0));
	expect(found.counts).toEqual(here.map(() => 50));
	const away = measure(
		[[25, 42]],
		here,
		here.map(() => 1),
		[]
	);
	expect(away.nearest).toEqual([0]);
});

test('nothing on one side is an empty answer', () => {
	expect(measure([], [], [], [500])).toMatchObject({ nearest: [], counts: [] });
	expect(measure([[21, 42]], [], [], [500])).toMatchObject({
		nearest: [-1],
		distanceMetres: [Infinity],
		counts: [0],
		personnel: [0]
	});
	expect(measure([], [[21, 42]], [5], [500]).sites).toMatchObject({
		nearest: Int32Array.of(-1),
		counts: Int32Array.of(0)
	});
});

test('our haversine is Turf’s to the last digit', () => {
	fc.assert(
		fc.property(anywhere, anywhere, (a, b) => {
			expect(haversineMetres(...a, ...b)).toBe(turf(a, b));
		}),
		{ seed: 65, numRuns: 20_000 }
	);
});
