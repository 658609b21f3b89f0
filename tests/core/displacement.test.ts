import { expect, test } from 'vitest';
import type { DatedDesignation, Day, LngLat } from '$lib/core/domain';
import {
	listAppearances,
	listInterventions,
	measureDisplacement,
	type Appearance,
	type DisplacementOptions,
	type Intervention
} from '$lib/core/displacement';
import { toQValues } from '$lib/core/hotspots/false-discovery';
import { drawPoisson, seededRandom } from '$lib/core/hotspots/random';
import { toDay, toDayNumber } from '$lib/core/period';

const ALWAYS = { from: null, until: null };
const north = (metres: number): LngLat => [21, 42 + metres / 111_195];
const point = (id: string, metres: number, accuracyMetres = 0) => ({
	id,
	geometry: { type: 'Point' as const, coordinates: north(metres) },
	accuracyMetres
});
const DAY: Day = '2001-01-22';
const daysLater = (days: number) => toDay(toDayNumber(DAY) + days);
const bases = [point('base', 0), point('other', 400_000)].map((each) => ({
	...each,
	period: ALWAYS
}));
const intervention: Intervention = {
	id: 'listed',
	day: DAY,
	designated: [point('p', 800)],
	placeIds: ['p']
};
const OPTIONS: DisplacementOptions = {
	around: 'bases',
	nearMetres: 2000,
	farMetres: 5000,
	windowDays: 365,
	today: '2010-01-01'
};

/** So many places at a distance, on days from `first` on, one every day. */
const appear = (count: number, metres: number, first: number, accuracyMetres = 0): Appearance[] =>
	Array.from({ length: count }, (_, i) => ({
		...point(`${metres}-${first}-${i}`, metres, accuracyMetres),
		day: daysLater(first + i)
	}));
/** The record begins before the window does. */
const beginning: Appearance = { ...point('first', 90_000), day: daysLater(-400) };
const [NEAR, BETWEEN, FAR] = [1000, 3000, 50_000];
const measureOne = (appearances: Appearance[], options: Partial<DisplacementOptions> = {}) =>
	measureDisplacement([intervention], [beginning, ...appearances], bases, {
		...OPTIONS,
		...options
	})[0]!;

test('counts before and after, near and far, and tests the difference as R does', () => {
	const found = measureOne([
		...appear(3, NEAR, -300),
		...appear(10, NEAR, 0),
		...appear(20, FAR, -200),
		...appear(12, FAR, 10),
		...appear(4, BETWEEN, 5),
		...appear(5, NEAR, 365),
		...appear(5, NEAR, -380)
	]);
	const counts = [found.near.after, found.near.before, found.far.after, found.far.before];
	expect(counts.map(({ measured }) => measured)).toEqual([10, 3, 12, 20]);
	expect(found).toMatchObject({ days: 365, centres: ['base'], verdict: 'more' });
	const where = Object.groupBy(found.appearances, (each) => `${each.where} ${each.after}`);
	expect(Object.entries(where).map(([key, each]) => [key, each!.length])).toEqual([
		['near false', 3],
		['near true', 10],
		['far false', 20],
		['far true', 12],
		['between true', 4]
	]);
	// R 4.2.2: fisher.test(matrix(c(10, 3, 12, 20), 2, byrow = TRUE))
	expect(found.test!.oddsRatio).toBeCloseTo(5.337533788, 3);
	expect(found.test!.p).toBeCloseTo(0.02304289542, 9);
	expect(found.q).toBeCloseTo(0.02304289542, 9);
});

test('the day itself is after; a place known on the day before is before', () => {
	const found = measureOne([
		...appear(1, NEAR, -1),
		...appear(1, NEAR, 0),
		...appear(1, NEAR, 364),
		...appear(1, NEAR, 365)
	]);
	expect([found.near.before.measured, found.near.after.measured]).toEqual([1, 2]);
});

test('windows end where the record begins or the calendar stops, on both sides alike', () => {
	const short = measureDisplacement([intervention], appear(200, NEAR, -60), bases, OPTIONS)[0]!;
	expect([short.days, short.near.before.measured, short.near.after.measured]).toEqual([60, 60, 60]);
	expect(measureOne([], { today: daysLater(100) }).days).toBe(100);
	expect(measureOne([], { today: daysLater(29) }).verdict).toBe('tooShort');
	expect(measureOne([], { today: daysLater(-5) })).toMatchObject({ days: 0, verdict: 'tooShort' });
});

test('few places say that nothing could be told, not that nothing happened', () => {
	expect(measureOne([...appear(2, NEAR, 0), ...appear(1, FAR, -50)])).toMatchObject({
		verdict: 'tooFew',
		q: null
	});
	expect(measureOne([])).toMatchObject({ verdict: 'tooFew', test: null });
});

test('no base around the designated place: nothing is near', () => {
	const away = { ...intervention, designated: [point('p', 200_000)] };
	const [found] = measureDisplacement([away], [beginning], bases, OPTIONS);
	expect(found).toMatchObject({ centres: [], verdict: 'nothingNear' });
});

test('what the accuracies could turn round is not called a change', () => {
	const exact = [...appear(2, FAR, -90), ...appear(20, FAR, -60), ...appear(2, FAR, 0)];
	const change = (accuracyMetres: number) => [
		...exact,
		...appear(2, NEAR, -90, accuracyMetres),
		...appear(14, NEAR, 0, accuracyMetres)
	];
	expect(measureOne(change(50)).verdict).toBe('more');
	const vague = measureOne(change(3000));
	expect(vague.verdict).toBe('accuracy');
	expect(vague.near.after).toEqual({ measured: 14, definite: 0, possible: 14 });
});

test('around the designated places themselves, these do not count', () => {
	const itself = [{ ...point('p', 800), day: daysLater(-10) }];
	expect(measureOne(itself, { around: 'places' }).near.before.measured).toBe(0);
	expect(measureOne(itself).near.before.measured).toBe(1);
	expect(measureOne(appear(3, 2700, 5), { around: 'places' }).near.after.measured).toBe(3);
});

test('several interventions are judged together, those that could be tested alone', () => {
	const strong = [...appear(3, NEAR, -300), ...appear(10, NEAR, 0)];
	const rest = [...appear(20, FAR, -200), ...appear(12, FAR, 10), beginning];
	const early: Intervention = { ...intervention, id: 'early', day: daysLater(-390) };
	const again: Intervention = { ...intervention, id: 'again' };
	const unaffected: Intervention = { ...intervention, id: 'later', day: daysLater(400) };
	const found = measureDisplacement(
		[intervention, again, early, unaffected],
		[...strong, ...rest],
		bases,
		OPTIONS
	);
	expect(found.map(({ verdict }) => verdict)).toEqual(['more', 'more', 'tooShort', 'tooFew']);
	const tested = found.map(({ q, test }) => (q === null ? NaN : test!.p));
	expect(found.map(({ q }) => q ?? NaN)).toEqual([...toQValues(tested)]);
});

test('where nothing changed, more than chance is said as seldom as it should', () => {
	let called = 0;
	const rounds = 400;
	for (let seed = 0; seed < rounds; seed++) {
		const random = seededRandom(seed);
		const drawn = ([NEAR, FAR] as const).flatMap((metres) => [
			...appear(drawPoisson(12, random), metres, -300),
			...appear(drawPoisson(12, random), metres, 0)
		]);
		if (['more', 'fewer'].includes(measureOne(drawn).verdict)) called++;
	}
	expect(called / rounds).toBeLessThan(0.05);
	expect(called).toBeGreaterThan(0);
});

const line = (id: string, from: string | null, fields: Partial<DatedDesignation> = {}) =>
	({
		id,
		kind: 'establishment',
		establishmentId: `of-${id}`,
		geometry: point(id, 0).geometry,
		accuracyMetres: 10,
		inForce: { from, until: null },
		...fields
	}) as DatedDesignation;

test('a designation counts from its first day, however often it is altered; days gather them', () => {
	const designations = [
		line('a', '2003-01-01T09:00:00Z'),
		line('a', '2001-01-22T09:00:00Z'),
		// After midnight where the mission is.
		line('b', '2001-01-21T23:30:00Z'),
		line('zone', '2004-03-18T06:30:00Z', { kind: 'zone', establishmentId: null }),
		line('class', '2001-01-22T09:00:00Z', { kind: 'class', geometry: null }),
		line('curfew', '2001-01-22T09:00:00Z', { kind: 'curfew' })
	];
	const byDay = listInterventions(designations, 'day', 'Europe/Belgrade');
	expect(byDay.map(({ day, designated, placeIds }) => [day, designated.length, placeIds])).toEqual([
		['2001-01-22', 2, ['of-a', 'of-b']],
		['2004-03-18', 1, []]
	]);
	const one = listInterventions(designations, 'designation', 'Europe/Belgrade');
	expect(one.map(({ id }) => id)).toEqual(['a', 'b', 'zone']);
});

test('a place appears once, on the earlier of its days; one without a day is counted as undated', () => {
	const place = (id: string, from: Day | null) => ({
		...point(id, 0),
		period: { from, until: null }
	});
	const establishments = [
		place('old', '2000-01-01'),
		place('none', null),
		place('late', '2003-01-01')
	];
	const nomination = (id: string, establishmentId: string | null, nominatedAt: string | null) => ({
		id,
		establishmentId,
		nominatedAt,
		geometry: establishmentId ? null : point(id, 9).geometry
	});
	const cases = [
		nomination('c1', 'none', '2002-05-01T10:00:00Z'),
		nomination('c2', 'late', '2002-06-01T10:00:00Z'),
		nomination('c3', 'late', '2002-02-01T10:00:00Z'),
		nomination('zone', null, '2002-07-01T10:00:00Z'),
		nomination('old', 'old', null)
	];
	const days = (which: 'either' | 'new' | 'nominated') => {
		const { appearances, undated } = listAppearances(establishments, cases, which, 'UTC');
		return [Object.fromEntries(appearances.map(({ id, day }) => [id, day])), undated];
	};
	expect(days('either')).toEqual([
		{ old: '2000-01-01', none: '2002-05-01', late: '2002-02-01', zone: '2002-07-01' },
		1
	]);
	expect(days('new')).toEqual([{ old: '2000-01-01', late: '2003-01-01' }, 1]);
	expect(days('nominated')).toEqual([
		{ none: '2002-05-01', late: '2002-02-01', zone: '2002-07-01' },
		0
	]);
});
