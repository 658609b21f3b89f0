import { expect, test } from 'vitest';
import type { LngLat, Period } from '$lib/core/domain';
import { summarizeExposure } from '$lib/core/exposure-summary';
import { seededRandom } from '$lib/core/hotspots/random';
import { measureProximity, type LocatedDeployment } from '$lib/core/proximity';
import {
	findSmallestSet,
	isOpen,
	listStandings,
	measureSituation,
	NO_CHANGE,
	type KnownPlace,
	type Rule,
	type Scenario,
	type Target
} from '$lib/core/what-if';

const ALWAYS: Period = { from: null, until: null };
const ON = '2004-03-15';
const OPTIONS = { ringsMetres: [500, 1000, 2000, 5000], on: ON };
const north = (metres: number): LngLat => [21, 42 + metres / 111_195];
const place = (
	id: string,
	position: LngLat,
	{ kind = 'bar', accuracyMetres = 0, period = ALWAYS }: Partial<KnownPlace> = {}
): KnownPlace => ({
	id,
	kind,
	geometry: { type: 'Point', coordinates: position },
	accuracyMetres,
	period
});
const base = (id: string, position: LngLat, personnel: number | null): LocatedDeployment => ({
	...place(id, position),
	strengths:
		personnel === null ? [] : [{ period: ALWAYS, category: 'military', personnel, source: null }]
});
const rule = (id: string, fields: Partial<Rule>): Rule => ({
	id,
	kind: 'establishment',
	establishmentId: null,
	establishmentKind: null,
	geometry: null,
	accuracyMetres: 0,
	bufferMetres: 0,
	...fields
});
const square = (south: number, northEdge: number): Rule['geometry'] => ({
	type: 'Polygon',
	coordinates: [
		[
			[20.99, north(south)[1]],
			[21.01, north(south)[1]],
			[21.01, north(northEdge)[1]],
			[20.99, north(northEdge)[1]],
			[20.99, north(south)[1]]
		]
	]
});

// Along a meridian: a base of 800 with places at 300, 900 and 4,000 m, the example of method.md
// with one more; and one of unknown strength far north with a place beside it.
const places = [
	place('p300', north(300)),
	place('p900', north(900), { kind: 'brothel' }),
	place('p4000', north(4000)),
	place('far', north(60_100)),
	place('gone', north(100), { period: { from: null, until: '2004-01-01' } })
];
const bases = [base('south', north(0), 800), base('north', north(60_000), null)];
const listed = rule('d900', { establishmentId: 'p900' });
const change = (part: Partial<Scenario>): Scenario => ({ ...NO_CHANGE, ...part });
function measureWhatIf(
	places: KnownPlace[],
	bases: LocatedDeployment[],
	rules: Rule[],
	scenario: Scenario
) {
	const standings = listStandings(places, rules, ON);
	const measure = (each: Scenario) => measureSituation(standings, bases, each, OPTIONS);
	return { before: measure(NO_CHANGE), after: measure(scenario) };
}
const measure = (scenario: Scenario, rules: Rule[] = [listed]) =>
	measureWhatIf(places, bases, rules, scenario);
const exposures = ({ open, offLimits }: ReturnType<typeof measure>['after']) => [
	open.summary.exposure?.measured,
	offLimits.summary.exposure?.measured
];

test('designating takes exposure from what is open to what is Off-Limits, by ring and in people', () => {
	// 300 m: in four rings of four, 900 m: in three, 4,000 m: in one.
	const { before, after } = measure(change({ designated: ['p300'] }));
	expect(exposures(before)).toEqual([800 * 1.25, 800 * 0.75]);
	expect(exposures(after)).toEqual([800 * 0.25, 800 * 1.75]);
	const people = (each: typeof after) => each.open.summary.rings.map((r) => r.personnel.measured);
	expect(people(before)).toEqual([800, 800, 800, 800]);
	expect(people(after)).toEqual([null, null, null, 800]);
	expect(after.open.summary.rings.map(({ deployments }) => deployments.measured)).toEqual([
		1, 1, 1, 2
	]);
	expect(after.open.summary.rings[3]!.personnel.withoutStrength).toBe(1);
});

test('lifting gives it back, unless another rule still forbids the place', () => {
	expect(exposures(measure(change({ lifted: ['d900'] })).after)).toEqual([800 * 2, 0]);
	const houses = rule('class', { kind: 'class', establishmentKind: 'brothel' });
	const both = measure(change({ lifted: ['d900'] }), [listed, houses]);
	expect(exposures(both.after)).toEqual(exposures(both.before));
	expect(exposures(measure(change({ lifted: ['d900', 'class'] }), [listed, houses]).after)).toEqual(
		[1600, 0]
	);
});

test('a moved base takes its people along, and those of unknown strength stay unknown', () => {
	const { after } = measure(change({ moved: [{ id: 'south', position: north(60_000) }] }));
	expect(exposures(after)).toEqual([800, 0]);
	expect(after.open.summary.rings[0]!.personnel).toEqual({
		measured: 800,
		definite: 800,
		possible: 800,
		withoutStrength: 1
	});
});

test('a zone forbids what lies in it or its buffer, and says where the accuracies cannot tell', () => {
	const zone = rule('z', { kind: 'zone', geometry: square(250, 950), bufferMetres: 100 });
	const at = (metres: number, accuracyMetres: number) =>
		listStandings([place('p', north(metres), { accuracyMetres })], [zone], ON).map(
			({ rules, doubtful }) => ({ rules, doubtful })
		)[0];
	expect(at(600, 200)).toEqual({ rules: ['z'], doubtful: false });
	expect(at(600, 500)).toEqual({ rules: ['z'], doubtful: true });
	expect(at(1030, 10)).toEqual({ rules: ['z'], doubtful: false });
	expect(at(1030, 30)).toEqual({ rules: ['z'], doubtful: true });
	expect(at(1070, 30)).toEqual({ rules: [], doubtful: true });
	expect(at(1070, 10)).toEqual({ rules: [], doubtful: false });
	const curfew = rule('c', { kind: 'curfew', geometry: square(0, 2000) });
	expect(listStandings(places, [curfew], ON)[0]!.rules).toEqual([]);
});

/** A mission at random, with clusters so that bases share places. */
function drawMission(seed: number, count: number) {
	const random = seededRandom(seed);
	const spot = (): LngLat => [21 + random() * 0.09, 42 + random() * 0.06];
	return {
		random,
		places: Array.from({ length: count }, (_, i) =>
			place(`p${i}`, spot(), {
				kind: random() < 0.1 ? 'brothel' : 'bar',
				accuracyMetres: Math.floor(random() * 300)
			})
		),
		bases: Array.from({ length: 5 }, (_, i) =>
			base(`b${i}`, spot(), random() < 0.2 ? null : Math.ceil(random() * 900))
		)
	};
}

test('open and Off-Limits together are the exposure to all places on record, base by base', () => {
	for (let seed = 0; seed < 40; seed++) {
		const { random, places, bases } = drawMission(seed, 30);
		const some = () => places.filter(() => random() < 0.3).map(({ id }) => id);
		const rules = [
			...some().map((id) => rule(`d-${id}`, { establishmentId: id })),
			rule('class', { kind: 'class', establishmentKind: 'brothel' })
		];
		const scenario: Scenario = {
			designated: some(),
			lifted: rules.filter(() => random() < 0.3).map(({ id }) => id),
			moved: [{ id: 'b0', position: [21 + random() * 0.09, 42 + random() * 0.06] }]
		};
		const { before, after } = measureWhatIf(places, bases, rules, scenario);
		const all = measureProximity(places, bases, {
			ringsMetres: OPTIONS.ringsMetres,
			when: { at: ON }
		});
		expect(before.open.proximity.places.length + before.offLimits.proximity.places.length).toBe(30);
		all.deployments.forEach(({ exposure, rings }, j) => {
			const parts = [before.open, before.offLimits].map((each) => each.proximity.deployments[j]!);
			for (const band of ['measured', 'definite', 'possible'] as const) {
				expect(parts[0]!.rings[3]![band] + parts[1]!.rings[3]![band]).toBe(rings[3]![band]);
				if (exposure) {
					const sum = parts[0]!.exposure![band] + parts[1]!.exposure![band];
					expect(sum).toBeCloseTo(exposure[band], 6);
				}
			}
		});
		const whole = summarizeExposure(all).exposure!;
		expect(
			before.open.summary.exposure!.possible + before.offLimits.summary.exposure!.possible
		).toBeCloseTo(whole.possible, 6);
		// Designating alone never raises what is open.
		const only = measureWhatIf(places, bases, rules, change({ designated: some() }));
		expect(only.after.open.summary.exposure!.measured).toBeLessThanOrEqual(
			before.open.summary.exposure!.measured + 1e-6
		);
		expect(after.open.proximity.places.every(({ id }) => !scenario.designated.includes(id))).toBe(
			true
		);
	}
});

test('the suggested set reaches its target, and no smaller one does', () => {
	let nontrivial = 0;
	for (let seed = 100; seed < 116; seed++) {
		const { random, places, bases } = drawMission(seed, 8);
		const band = seed % 3 === 0 ? 'possible' : 'measured';
		const openOf = (designated: string[]) =>
			measureWhatIf(places, bases, [], change({ designated })).after.open;
		const { summary } = openOf([]);
		const atMost = Math.round((summary.exposure?.[band] ?? 0) * random() * 0.3);
		const targets: Target[] = [
			{ kind: 'mission', atMost },
			{ kind: 'base', atMost },
			{ kind: 'places', atMost: Math.floor(random() * 3), ringMetres: 2000 }
		];
		for (const target of targets) {
			const reaches = (designated: string[]) => {
				const { summary, proximity } = openOf(designated);
				if (target.kind === 'mission')
					return (summary.exposure?.[band] ?? 0) <= target.atMost + 1e-6;
				return proximity.deployments.every((each) =>
					target.kind === 'base'
						? (each.exposure?.[band] ?? 0) <= target.atMost + 1e-6
						: each.rings[2]![band] <= target.atMost
				);
			};
			const found = findSmallestSet(places, bases, target, band, OPTIONS);
			expect(reaches(found.places), `${seed} ${target.kind}`).toBe(true);
			expect(found.atLeast).toBe(found.places.length);
			if (found.places.length > 1) nontrivial++;
			const ids = places.map(({ id }) => id);
			for (let set = 0; set < 1 << ids.length; set++) {
				const chosen = ids.filter((_, i) => set & (1 << i));
				if (chosen.length === found.places.length - 1)
					expect(reaches(chosen), `${seed} ${target.kind} ${chosen}`).toBe(false);
			}
		}
	}
	expect(nontrivial).toBeGreaterThan(12);
});

test('what is open is what nothing forbids', () => {
	const standing = listStandings(places, [listed], ON)[1]!;
	expect(isOpen(standing, NO_CHANGE)).toBe(false);
	expect(isOpen(standing, change({ lifted: ['d900'] }))).toBe(true);
	expect(isOpen(standing, change({ lifted: ['d900'], designated: ['p900'] }))).toBe(false);
});
