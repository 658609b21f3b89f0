/**
 * Whether more places appear near bases after a designation than before it, against what happens far
 * away in the same time: counts before and after, near and far, as in studies of displacement after
 * policing (Bowers & Johnson 2003, Journal of Quantitative Criminology 19; Johnson, Guerette & Bowers
 * 2014, Journal of Experimental Criminology 10), with an exact test. src/docs/method.md says what it
 * cannot tell.
 */
import type { Geometry } from 'geojson';
import type { CaseSummary } from './case';
import type { DatedDesignation, Day, Period } from './domain';
import { testExactly, type ExactTest } from './fisher-exact';
import { toQValues } from './hotspots/false-discovery';
import { dayAt, isValidOn, toDay, toDayNumber } from './period';
import { measureProximity, type Count, type Located } from './proximity';

/** A place and the first day it is known by: since when it existed, or was nominated. */
export type Appearance = { id: string; day: Day; geometry: Geometry; accuracyMetres: number };

/** Designations that took effect on one day. */
export type Intervention = {
	id: string;
	day: Day;
	designated: readonly Omit<Located, 'period'>[];
	/** Places of the register among them: around designated places they count by definition. */
	placeIds: readonly string[];
};

export const GROUPINGS = ['day', 'designation'] as const;

/**
 * The first time that each designated place or zone took effect, by day or one by one, earliest
 * first. Class rules and curfews have no place; what was altered later took effect before.
 */
export function listInterventions(
	designations: readonly DatedDesignation[],
	by: (typeof GROUPINGS)[number],
	timeZone: string
): Intervention[] {
	const firsts = new Map<string, { day: Day; designation: DatedDesignation }>();
	for (const designation of designations) {
		const { id, kind, geometry, inForce } = designation;
		if (!geometry || !inForce.from || (kind !== 'establishment' && kind !== 'zone')) continue;
		const day = dayAt(inForce.from, timeZone);
		const known = firsts.get(id);
		if (!known || day < known.day) firsts.set(id, { day, designation });
	}
	const groups = Map.groupBy(firsts.values(), ({ day, designation }) =>
		by === 'day' ? day : designation.id
	);
	return [...groups]
		.map(([id, group]) => ({
			id,
			day: group[0]!.day,
			designated: group.map(({ designation: { id, geometry, accuracyMetres } }) => ({
				id,
				geometry: geometry!,
				accuracyMetres
			})),
			placeIds: group.flatMap(({ designation }) => designation.establishmentId ?? [])
		}))
		.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

export const APPEARANCES = ['either', 'new', 'nominated'] as const;

/**
 * When places became known: since when they exist by the register, when they were nominated, or
 * whichever came first. Places without such a day are left out and counted.
 */
export function listAppearances(
	establishments: readonly Located[],
	cases: readonly Pick<CaseSummary, 'id' | 'establishmentId' | 'nominatedAt' | 'geometry'>[],
	which: (typeof APPEARANCES)[number],
	timeZone: string
): { appearances: Appearance[]; undated: number } {
	const nominated = new Map<string, Day>();
	for (const { id, establishmentId, nominatedAt } of cases) {
		if (!nominatedAt) continue;
		const [key, day] = [establishmentId ?? id, dayAt(nominatedAt, timeZone)];
		const known = nominated.get(key);
		if (!known || day < known) nominated.set(key, day);
	}
	const zones = cases.flatMap(({ id, establishmentId, geometry }) =>
		geometry && !establishmentId ? { id, geometry, accuracyMetres: 0, from: null } : []
	);
	const places = establishments.map(({ period, ...place }) => ({ ...place, from: period.from }));
	const appearances = [...places, ...zones].flatMap(({ id, geometry, accuracyMetres, from }) => {
		const days = [which === 'nominated' ? null : from, which === 'new' ? null : nominated.get(id)];
		const [day] = days.filter((each) => each != null).sort();
		return day ? [{ id, day, geometry, accuracyMetres }] : [];
	});
	return {
		appearances,
		undated: which === 'nominated' ? 0 : places.filter(({ from }) => from === null).length
	};
}

export const SURROUNDINGS = ['bases', 'places'] as const;
export type DisplacementOptions = {
	/** Near the bases around the designated places, or near these themselves. */
	around: (typeof SURROUNDINGS)[number];
	nearMetres: number;
	/** Beyond this from every base, or from every designated place, is far. Not below near. */
	farMetres: number;
	/** Days before and after, as far as the record and the calendar reach. */
	windowDays: number;
	/** The day that is not over yet. */
	today: Day;
};

/** Shorter windows say nothing about a change. */
export const LEAST_DAYS = 30;
/** The rate of false discoveries at which something is called more than chance. */
export const SIGNIFICANT = 0.05;

export type Where = 'near' | 'between' | 'far';
export type BeforeAfter = { before: Count; after: Count };

export const VERDICTS = [
	/** More near after it than what happened far away explains: displacement, or more reporting. */
	'more',
	'fewer',
	/** The record or the time since is too short, or nothing is near. */
	'tooShort',
	'nothingNear',
	/** So few that no outcome could be told from chance. */
	'tooFew',
	'chance',
	/** More than chance at the recorded positions, but the accuracies could turn it round. */
	'accuracy'
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Displacement = {
	id: string;
	day: Day;
	/** Days compared on either side. */
	days: number;
	/** Ids of the bases, or designated places, whose surroundings are near. */
	centres: string[];
	near: BeforeAfter;
	far: BeforeAfter;
	/** What appeared, with where it lies at its recorded position. */
	appearances: { id: string; day: Day; where: Where; after: boolean }[];
	/** Of near after : near before to far after : far before. Null where there was none to make. */
	test: ExactTest | null;
	/** Among all interventions that could be tested; null otherwise. */
	q: number | null;
	verdict: Verdict;
};

const ALWAYS: Period = { from: null, until: null };

/** One result for each intervention, in the order given. */
export function measureDisplacement(
	interventions: readonly Intervention[],
	appearances: readonly Appearance[],
	bases: readonly Located[],
	options: DisplacementOptions
): Displacement[] {
	const first = appearances.reduce<Day | null>(
		(least, { day }) => (least === null || day < least ? day : least),
		null
	);
	const measured = interventions.map((each) =>
		compare(each, appearances, bases, first ?? each.day, options)
	);
	// Where no outcome could be significant there is no test to allow for.
	const canTell = ({ test }: Displacement) => test !== null && test.leastP <= SIGNIFICANT;
	const q = toQValues(measured.map((each) => (canTell(each) ? each.test!.p : NaN)));
	return measured.map((each, i) =>
		each.verdict === 'tooShort' || each.verdict === 'nothingNear'
			? each
			: canTell(each)
				? { ...each, q: q[i]!, verdict: judge(each, q[i]!) }
				: { ...each, verdict: 'tooFew' }
	);
}

function compare(
	{ id, day, designated, placeIds }: Intervention,
	appearances: readonly Appearance[],
	bases: readonly Located[],
	first: Day,
	{ around, nearMetres, farMetres, windowDays, today }: DisplacementOptions
): Displacement {
	const at = toDayNumber(day);
	const days = Math.max(0, Math.min(windowDays, at - toDayNumber(first), toDayNumber(today) - at));
	const [from, until] = [toDay(at - days), toDay(at + days)];

	const then = bases.filter(({ period }) => isValidOn(period, day));
	const concerned = countsWithin(then, designated, farMetres);
	const [centres, avoided] =
		around === 'bases'
			? [then.filter((_, i) => concerned[i]!.measured > 0), then]
			: [designated, designated];
	const counted = appearances.filter(
		(each) =>
			from <= each.day && each.day < until && (around === 'bases' || !placeIds.includes(each.id))
	);
	const near = countsWithin(counted, centres, nearMetres);
	const reached = countsWithin(counted, avoided, farMetres);

	const sides = (isOn: (i: number) => Count): BeforeAfter => {
		const sum = (after: boolean): Count => {
			const total = { measured: 0, definite: 0, possible: 0 };
			counted.forEach((each, i) => {
				if (each.day >= day !== after) return;
				const { measured, definite, possible } = isOn(i);
				total.measured += Math.sign(measured);
				total.definite += Math.sign(definite);
				total.possible += Math.sign(possible);
			});
			return total;
		};
		return { before: sum(false), after: sum(true) };
	};
	const nearSides = sides((i) => near[i]!);
	// Far is what is not reached: surely so when it is not even possibly reached.
	const farSides = sides((i) => ({
		measured: 1 - Math.sign(reached[i]!.measured),
		definite: 1 - Math.sign(reached[i]!.possible),
		possible: 1 - Math.sign(reached[i]!.definite)
	}));
	const verdict = days < LEAST_DAYS ? 'tooShort' : centres.length === 0 ? 'nothingNear' : 'chance';
	const test =
		verdict === 'chance'
			? testExactly([
					[nearSides.after.measured, nearSides.before.measured],
					[farSides.after.measured, farSides.before.measured]
				])
			: undefined;
	return {
		id,
		day,
		days,
		centres: centres.map((each) => each.id),
		near: nearSides,
		far: farSides,
		appearances: counted.map((each, i) => ({
			id: each.id,
			day: each.day,
			where: near[i]!.measured > 0 ? 'near' : reached[i]!.measured > 0 ? 'between' : 'far',
			after: each.day >= day
		})),
		test: test ?? null,
		q: null,
		verdict
	};
}

/** How many of `others` lie within a distance of each, whenever they existed. */
function countsWithin(
	located: readonly Omit<Located, 'period'>[],
	others: readonly Omit<Located, 'period'>[],
	metres: number
): Count[] {
	const { places } = measureProximity(
		located.map((each) => ({ ...each, period: ALWAYS })),
		others.map((each) => ({ ...each, period: ALWAYS, strengths: [] })),
		{ ringsMetres: [metres], when: { during: ALWAYS } }
	);
	return places.map(({ rings }) => rings[0]!);
}

function judge({ near, far, test }: Displacement, q: number): Verdict {
	if (q > SIGNIFICANT) return 'chance';
	const more = test!.oddsRatio > 1;
	const [raised, lowered] = more ? [near, far] : [far, near];
	// The least favourable that the accuracies allow still points the same way.
	const holds =
		raised.after.definite * lowered.before.definite >
		raised.before.possible * lowered.after.possible;
	return holds ? (more ? 'more' : 'fewer') : 'accuracy';
}
