import { expect, test } from 'vitest';
import { summarizeProximity } from '$lib/core/exposure-summary';
import { measureProximity, type Located, type LocatedDeployment } from '$lib/core/proximity';

const ALWAYS = { from: null, until: null };
const at = (id: string, north: number, accuracyMetres = 0): Located => ({
	id,
	geometry: { type: 'Point', coordinates: [21, 42 + north / 111_195] },
	accuracyMetres,
	period: ALWAYS
});
const base = (id: string, north: number, personnel: number | null): LocatedDeployment => ({
	...at(id, north),
	strengths:
		personnel === null ? [] : [{ period: ALWAYS, category: 'military', personnel, source: null }]
});

// Along one meridian, metres north: bases at 0 and 10,000, places around them.
const places = [
	at('near', 300),
	at('close', 900),
	at('vague', 1200, 500),
	at('north', 9_600),
	at('lone', 30_000)
];
const deployments = [base('south', 0, 500), base('north', 10_000, null), base('idle', 60_000, 20)];
const measured = measureProximity(places, deployments, {
	ringsMetres: [500, 1000, 2000, 5000],
	when: { at: '2004-03-15' }
});
const regionOf = (id: string) => (id === 'lone' ? null : id === 'north' ? 'B' : 'A');
const summary = summarizeProximity(measured, { rankedByMetres: 1000, regionOf });

test('counts places with any deployment in each ring, and what the accuracies leave open', () => {
	expect(summary.rings).toEqual([
		{ measured: 2, definite: 2, possible: 2 },
		{ measured: 3, definite: 3, possible: 4 },
		{ measured: 4, definite: 4, possible: 4 },
		{ measured: 4, definite: 4, possible: 4 }
	]);
});

test('a place near two bases is one place', () => {
	const twice = measureProximity([at('p', 0)], [base('a', 0, 1), base('b', 10, 1)], {
		ringsMetres: [500],
		when: { at: '2004-03-15' }
	});
	const { rings } = summarizeProximity(twice, { rankedByMetres: 500, regionOf });
	expect(rings[0]!.measured).toBe(1);
});

test('regions come with most places first and add up to the whole', () => {
	expect(summary.regions.map(({ region, places: count }) => [region, count])).toEqual([
		['A', 3],
		[null, 1],
		['B', 1]
	]);
	for (const ring of [0, 1, 2, 3]) {
		const sum = summary.regions.reduce((total, each) => total + each.rings[ring]!.measured, 0);
		expect(sum).toBe(summary.rings[ring]!.measured);
	}
});

test('bases are ranked by places within the ring, and those without any are left out', () => {
	expect(summary.mostExposed.map((each) => each.id)).toEqual(['south', 'north']);
	expect(summary.withoutStrength).toBe(1);
	expect(summary.medianNearestMetres).toBeCloseTo(900, 0);
});

test('a ring that was not measured is a programmer error', () => {
	expect(() => summarizeProximity(measured, { rankedByMetres: 700, regionOf })).toThrow(
		'ring not measured: 700 m'
	);
});

test('nothing measured is no median, not zero', () => {
	const nothing = measureProximity([], [], { ringsMetres: [1000], when: { at: '2004-03-15' } });
	expect(summarizeProximity(nothing, { rankedByMetres: 1000, regionOf })).toMatchObject({
		places: 0,
		medianNearestMetres: null,
		mostExposed: []
	});
});
