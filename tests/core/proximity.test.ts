import { pointToPolygonDistance } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { LngLat, Period, Strength } from '$lib/core/domain';
import {
	countAnswer,
	listNear,
	measureProximity,
	ringAnswer,
	type Located,
	type LocatedDeployment,
	type When
} from '$lib/core/proximity';
import { roundToUncertainty } from '$lib/core/uncertainty';
import { measurePlainly } from './plain-proximity';
import { ellipsoidMetres, SPHERE_BOUND } from './sphere';

const ALWAYS: Period = { from: null, until: null };
const RINGS = [500, 1000, 2000, 5000];
/** Of two that are nearer to each other than this, either may be called the nearest. */
const NANOMETRES = 1e-7;
const AT = { at: '2004-03-15' };

const place = (id: string, position: LngLat, more: Partial<Located> = {}): Located => ({
	id,
	geometry: { type: 'Point', coordinates: position },
	accuracyMetres: 0,
	period: ALWAYS,
	...more
});
const base = (
	id: string,
	position: LngLat,
	more: Partial<LocatedDeployment> = {}
): LocatedDeployment => ({ ...place(id, position), strengths: [], ...more });
const strength = (personnel: number, period: Period = ALWAYS): Strength => ({
	period,
	category: 'military',
	personnel,
	source: null
});

// Clusters anywhere on the globe, the antimeridian and the poles among them.
const centres: LngLat[] = [
	[21.1655, 42.6629],
	[179.9999, -16.5],
	[-179.99, 0],
	[0, 89.99],
	[12, -89.999],
	[-72.34, 18.54]
];
const located = fc
	.record({
		centre: fc.constantFrom(...centres),
		east: fc.double({ min: -0.06, max: 0.06, noNaN: true }),
		north: fc.double({ min: -0.06, max: 0.06, noNaN: true }),
		accuracyMetres: fc.constantFrom(0, 0, 10, 100, 3000)
	})
	.map(({ centre, east, north, accuracyMetres }) => {
		const lat = Math.max(-90, Math.min(90, centre[1] + north));
		const lng =
			((centre[0] + east / Math.max(0.001, Math.cos((lat * Math.PI) / 180)) + 540) % 360) - 180;
		return { position: [lng, lat] as LngLat, accuracyMetres };
	});

/** A square, a square with a hole, two squares, or a line, some of them over the antimeridian. */
function shapeAround([lng, lat]: LngLat, kind: string, half: number): Geometry {
	const wide = half / Math.max(0.001, Math.cos((lat * Math.PI) / 180));
	const square = (east: number, size: number): Position[] =>
		[
			[-1, -1],
			[1, -1],
			[1, 1],
			[-1, 1],
			[-1, -1]
		].map(([x, y]) => [lng + east + x! * wide * size, lat + y! * half * size]);
	switch (kind) {
		case 'square':
			return { type: 'Polygon', coordinates: [square(0, 1)] };
		case 'hole':
			return { type: 'Polygon', coordinates: [square(0, 1), square(0, 0.5).reverse()] };
		case 'two':
			return { type: 'MultiPolygon', coordinates: [[square(0, 0.4)], [square(wide * 2, 0.4)]] };
		case 'line':
			return { type: 'LineString', coordinates: square(0, 1).slice(0, 3) };
		default:
			return { type: 'Point', coordinates: [lng, lat] };
	}
}
const kinds = fc.constantFrom('point', 'point', 'point', 'square', 'hole', 'two', 'line');
const day = fc
	.integer({ min: 0, max: 40 })
	.map((n) => `20${String(n + 10).padStart(2, '0')}-01-01`);
const period = fc.option(fc.tuple(day, day)).map((days): Period => {
	if (!days || days[0] === days[1]) return ALWAYS;
	const [from, until] = days.toSorted();
	return { from: from!, until: until! };
});
const anything = fc
	.record({
		at: located,
		kind: kinds,
		half: fc.constantFrom(0.002, 0.02),
		period,
		strength: fc.option(fc.integer({ min: 0, max: 900 }))
	})
	.map(({ at: { position, accuracyMetres }, kind, half, ...more }) => {
		// Around a pole a square of this kind is no square.
		const isPolar = Math.abs(position[1]) > 89;
		const geometry = shapeAround(position, isPolar ? 'point' : kind, half);
		return { geometry, accuracyMetres, ...more };
	});

describe('against all pairs, measured one by one', () => {
	test('points: nearest, counts and personnel are the same everywhere on the globe', () => {
		const some = fc.array(located, { maxLength: 60 });
		fc.assert(
			fc.property(some, some, (a, b) => {
				const places = a.map(({ position, accuracyMetres }, i) =>
					place(`p${i}`, position, { accuracyMetres })
				);
				const deployments = b.map(({ position, accuracyMetres }, i) =>
					base(`d${i}`, position, { accuracyMetres, strengths: [strength(i * 7)] })
				);
				expectSame(places, deployments, AT);
			}),
			{ seed: 41, numRuns: 300 }
		);
	});

	test('shapes, accuracies, periods and unknown strengths: the same too', () => {
		const some = fc.array(anything, { maxLength: 14 });
		fc.assert(
			fc.property(some, some, period, (a, b, during) => {
				const places = a.map((each, i) => place(`p${i}`, [0, 0], each));
				const deployments = b.map((each, i) =>
					base(`d${i}`, [0, 0], {
						...each,
						strengths: each.strength === null ? [] : [strength(each.strength)]
					})
				);
				expectSame(places, deployments, { during });
			}),
			{ seed: 46, numRuns: 300 }
		);
	});

	function expectSame(places: Located[], deployments: LocatedDeployment[], when: When) {
		const found = measureProximity(places, deployments, { ringsMetres: RINGS, when });
		const expected = measurePlainly(places, deployments, RINGS, when);
		for (const side of ['places', 'deployments'] as const) {
			const without = found[side].map(({ nearest: _, ...figures }) => figures);
			expect(without).toEqual(expected[side].map(({ nearestMetres: _, ...figures }) => figures));
			found[side].forEach(({ nearest }, i) => {
				const metres = expected[side][i]!.nearestMetres;
				if (metres === Infinity) expect(nearest).toBeNull();
				else
					expect(Math.abs(nearest!.distanceMetres - metres)).toBeLessThanOrEqual(
						metres * 1e-9 + NANOMETRES
					);
			});
		}
	}

	test('distances keep to the ellipsoid within the bound of the sphere', () => {
		fc.assert(
			fc.property(located, located, (a, b) => {
				const found = measureProximity([place('p', a.position)], [base('d', b.position)], {
					ringsMetres: RINGS,
					when: AT
				});
				const exact = ellipsoidMetres(a.position, b.position);
				const ours = found.places[0]!.nearest!.distanceMetres;
				expect(Math.abs(ours - exact)).toBeLessThanOrEqual(exact * SPHERE_BOUND + 1e-3);
			}),
			{ seed: 42, numRuns: 500 }
		);
	});

	test('areas are measured from their edges', () => {
		const area: Polygon = {
			type: 'Polygon',
			coordinates: [
				[
					[21.1, 42.6],
					[21.14, 42.6],
					[21.14, 42.63],
					[21.1, 42.63],
					[21.1, 42.6]
				]
			]
		};
		fc.assert(
			fc.property(
				fc.double({ min: 21.0, max: 21.25, noNaN: true }),
				fc.double({ min: 42.5, max: 42.75, noNaN: true }),
				(lng, lat) => {
					const found = measureProximity(
						[place('p', [lng, lat])],
						[base('far', [21.5, 42.9]), base('area', [0, 0], { geometry: area })],
						{ ringsMetres: RINGS, when: AT }
					);
					const turfs = Math.max(0, pointToPolygonDistance([lng, lat], area, { units: 'meters' }));
					expect(found.places[0]!.nearest!.id).toBe('area');
					expect(Math.abs(found.places[0]!.nearest!.distanceMetres - turfs)).toBeLessThan(0.3);
				}
			),
			{ seed: 43, numRuns: 200 }
		);
	});
});

describe('what the accuracies leave open', () => {
	test('a place known to 3 km is possibly, never definitely, within 500 m', () => {
		const found = measureProximity(
			[place('p', [21, 42.001], { accuracyMetres: 3000 })],
			[base('d', [21, 42])],
			{ ringsMetres: RINGS, when: AT }
		);
		const [ring500, , , ring5000] = found.places[0]!.rings;
		expect(ring500).toEqual({ measured: 1, definite: 0, possible: 1 });
		expect(countAnswer(ring500!)).toBe('cannotTell');
		expect(countAnswer(ring5000!)).toBe('yes');
	});

	test('one beyond the widest ring but perhaps inside it is possible there', () => {
		// 7.8 km away, known to 3 km.
		const found = measureProximity(
			[place('p', [21, 42.07], { accuracyMetres: 3000 })],
			[base('d', [21, 42])],
			{ ringsMetres: RINGS, when: AT }
		);
		expect(found.deployments[0]!.rings[3]).toEqual({ measured: 0, definite: 0, possible: 1 });
		expect(found.deployments[0]!.nearest!.uncertaintyMetres).toBe(3000);
	});

	test('definite <= measured <= possible, and all grow with the ring', () => {
		fc.assert(
			fc.property(fc.array(located, { minLength: 1, maxLength: 30 }), (some) => {
				const { deployments } = measureProximity(
					some.map(({ position, accuracyMetres }, i) =>
						place(`p${i}`, position, { accuracyMetres })
					),
					some.map(({ position }, i) => base(`d${i}`, position)),
					{ ringsMetres: RINGS, when: AT }
				);
				for (const { rings } of deployments) {
					rings.forEach((count, ring) => {
						expect(count.definite).toBeLessThanOrEqual(count.measured);
						expect(count.measured).toBeLessThanOrEqual(count.possible);
						expect(count.measured).toBeGreaterThanOrEqual(rings[ring - 1]?.measured ?? 0);
					});
				}
			}),
			{ seed: 44, numRuns: 100 }
		);
	});

	test('an answer is yes, no or cannot tell; limits belong to the ring', () => {
		expect(ringAnswer(450, 50, 500)).toBe('yes');
		expect(ringAnswer(450, 51, 500)).toBe('cannotTell');
		expect(ringAnswer(550, 50, 500)).toBe('cannotTell');
		expect(ringAnswer(551, 50, 500)).toBe('no');
	});

	test('a distance is not written finer than it is known', () => {
		expect(roundToUncertainty(412, 3000)).toBe(0);
		expect(roundToUncertainty(412, 100)).toBe(400);
		expect(roundToUncertainty(412, 30)).toBe(410);
		expect(roundToUncertainty(412.4, 0)).toBe(412);
	});
});

describe('time', () => {
	const p1999 = place('1999', [21, 42], { period: { from: '1999-06-12', until: '2001-01-01' } });
	const d2001 = base('2001', [21, 42], { period: { from: '2001-01-01', until: null } });

	test('as of a day only what existed then is compared', () => {
		const found = measureProximity([p1999], [d2001], { ringsMetres: RINGS, when: AT });
		expect(found.places).toEqual([]);
		expect(found.deployments[0]!.nearest).toBeNull();
		expect(found.deployments[0]!.rings[0]).toEqual({ measured: 0, definite: 0, possible: 0 });
	});

	test('over a period both count, but not as a pair that never met', () => {
		const when = { during: { from: '1999-01-01', until: '2005-01-01' } };
		const earlier = base('1999', [21, 42.1], {
			period: { from: '1999-06-12', until: '2000-01-01' }
		});
		const found = measureProximity([p1999], [d2001, earlier], { ringsMetres: RINGS, when });
		expect(found.places[0]!.nearest!.id).toBe('1999');
		expect(found.deployments.map((each) => each.nearest?.id ?? null)).toEqual([null, '1999']);
		expect(found.places[0]!.rings[3]!.measured).toBe(0);
	});

	test('a day after the overlap does not make a pair', () => {
		const when = { during: { from: '2000-06-01', until: '2000-07-01' } };
		const until2000 = base('b', [21, 42], { period: { from: null, until: '2000-01-01' } });
		expect(
			measureProximity([p1999], [until2000], { ringsMetres: RINGS, when }).deployments
		).toEqual([]);
	});
});

describe('personnel and exposure', () => {
	const near: LngLat = [21, 42.003]; // 334 m
	const middle: LngLat = [21, 42.013]; // 1.4 km

	test('exposure is personnel times the mean of the counts', () => {
		const found = measureProximity(
			[place('near', near), place('middle', middle)],
			[base('d', [21, 42], { strengths: [strength(800)] })],
			{ ringsMetres: RINGS, when: AT }
		);
		// Rings hold 1, 1, 2, 2 places: mean 1.5.
		expect(found.deployments[0]!.exposure).toEqual({
			measured: 1200,
			definite: 1200,
			possible: 1200
		});
	});

	test('the exposures of all places add up to those of all deployments', () => {
		fc.assert(
			fc.property(
				fc.array(located, { maxLength: 30 }),
				fc.array(located, { maxLength: 30 }),
				(a, b) => {
					const found = measureProximity(
						a.map(({ position, accuracyMetres }, i) =>
							place(`p${i}`, position, { accuracyMetres })
						),
						b.map(({ position, accuracyMetres }, i) =>
							base(`d${i}`, position, { accuracyMetres, strengths: [strength(i * 10)] })
						),
						{ ringsMetres: RINGS, when: AT }
					);
					for (const band of ['measured', 'definite', 'possible'] as const) {
						const sum = (side: { exposure: { [K in typeof band]: number } | null }[]) =>
							side.reduce((total, each) => total + each.exposure![band], 0);
						expect(sum(found.places)).toBeCloseTo(sum(found.deployments), 6);
					}
				}
			),
			{ seed: 45, numRuns: 100 }
		);
	});

	test('an unknown strength is unknown, not zero', () => {
		const found = measureProximity([place('p', near)], [base('d', [21, 42])], {
			ringsMetres: RINGS,
			when: AT
		});
		expect(found.deployments[0]).toMatchObject({ personnel: null, exposure: null });
		expect(found.places[0]!.personnel[0]).toEqual({
			measured: null,
			definite: null,
			possible: null,
			withoutStrength: 1
		});
		expect(found.places[0]!.exposure).toBeNull();
	});

	test('a partly known strength is a sum that says how many are missing', () => {
		const found = measureProximity(
			[place('p', near)],
			[base('a', [21, 42], { strengths: [strength(120)] }), base('b', [21, 42])],
			{ ringsMetres: RINGS, when: AT }
		);
		expect(found.places[0]!.personnel[0]).toMatchObject({ measured: 120, withoutStrength: 1 });
	});

	test('the strength is that of the day, or the greatest of a period', () => {
		const strengths = [
			strength(1000, { from: '1999-06-12', until: '2003-01-01' }),
			strength(400, { from: '2003-01-01', until: null }),
			{ ...strength(30, { from: '2002-01-01', until: '2003-06-01' }), category: 'police' as const }
		];
		const d = [base('d', [21, 42], { strengths })];
		const personnel = (when: { at: string } | { during: Period }) =>
			measureProximity([], d, { ringsMetres: RINGS, when }).deployments[0]!.personnel;
		expect(personnel({ at: '2004-03-15' })).toBe(400);
		expect(personnel({ at: '2002-03-15' })).toBe(1030);
		expect(personnel({ at: '1998-01-01' })).toBeNull();
		expect(personnel({ during: { from: '2000-01-01', until: '2010-01-01' } })).toBe(1030);
		expect(personnel({ during: { from: '2003-01-01', until: '2010-01-01' } })).toBe(430);
	});
});

describe('edges', () => {
	test('nothing on either side is an empty answer', () => {
		expect(measureProximity([], [], { ringsMetres: RINGS, when: AT })).toMatchObject({
			places: [],
			deployments: []
		});
		expect(
			measureProximity([place('p', [21, 42])], [], { ringsMetres: RINGS, when: AT }).places[0]
		).toMatchObject({ nearest: null, exposure: { measured: 0 } });
	});

	test('coincident deployments: the first given is the nearest', () => {
		const many = Array.from({ length: 50 }, (_, i) => base(`d${i}`, [21, 42]));
		const found = measureProximity([place('p', [21, 42])], many, { ringsMetres: RINGS, when: AT });
		expect(found.places[0]!.nearest).toEqual({ id: 'd0', distanceMetres: 0, uncertaintyMetres: 0 });
		expect(found.places[0]!.rings[0]!.measured).toBe(50);
		const far = measureProximity([place('p', [25, 42])], many, { ringsMetres: RINGS, when: AT });
		expect(far.places[0]!.nearest!.id).toBe('d0');
	});

	test('a place inside an area of operations is at no distance', () => {
		const area: Polygon = {
			type: 'Polygon',
			coordinates: [
				[
					[20, 41],
					[22, 41],
					[22, 43],
					[20, 43],
					[20, 41]
				]
			]
		};
		const found = measureProximity(
			[place('p', [21, 42])],
			[base('d', [0, 0], { geometry: area })],
			{ ringsMetres: RINGS, when: AT }
		);
		expect(found.places[0]!.nearest!.distanceMetres).toBe(0);
	});
});

test('the list of what is near is sorted and keeps what may be within', () => {
	const d = base('d', [21, 42]);
	const places = [
		place('far', [21, 42.2]),
		place('perhaps', [21, 42.02], { accuracyMetres: 2000 }),
		place('near', [21, 42.001]),
		place('closed', [21, 42], { period: { from: null, until: '2000-01-01' } })
	];
	expect(listNear(d, places, 1000, AT).map(({ item }) => item.id)).toEqual(['near', 'perhaps']);
});
