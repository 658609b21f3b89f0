/**
 * The check: what the list in force says about a position or a name. Runs on the device, on the
 * published list alone. A verdict is never "allowed": `notListed` says that the list is silent.
 */
import { curfewState, type CurfewState } from './curfew';
import { hasLapsed } from './directive';
import type { Instant, LngLat, Text } from './domain';
import {
	bearingDegrees,
	distanceToEdges,
	distanceToShape,
	EARTH_RADIUS_METRES,
	isInsideShape,
	isPosition,
	middleOf,
	shapeOf,
	toUnitVector,
	type Shape
} from './geo';
import type { ListDirective, ListEntry, ListInForce } from './list';
import { toMillis } from './period';
import { findMatches, indexTexts, type Match, type SearchIndex } from './search';

export const VERDICTS = ['inside', 'near', 'notListed', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A fix poorer than this cannot tell one street from the next: the verdict is `unknown`. */
export const POOR_FIX_METRES = 150;
/** Where the uncertainty is at most this, being possibly inside counts as inside. */
const CLOSE_ENOUGH_METRES = 50;
/** A list confirmed this far in the future means that the device's clock is wrong. */
const CLOCK_SLACK_MILLIS = 5 * 60_000;
const NEIGHBOURS_WITHIN_METRES = 2000;
const MAX_NEIGHBOURS = 10;

export const CHECK_REASONS = [
	// inside
	'insidePlace',
	'insideBuffer',
	'insideZone',
	'insideCurfew',
	'nameListed',
	// near
	'nearPlace',
	'cannotTell',
	'outsideCurfewHours',
	'nameSimilar',
	// notListed
	'nothingListed',
	'nameNotListed',
	// unknown
	'noList',
	'listStale',
	'listNotYetEffective',
	'clockWrong',
	'positionMissing',
	'positionPoor',
	'outsideCoverage',
	'queryEmpty'
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

/** The directive an entry stands in, as far as a verdict must name it. */
export type EntryDirective = Pick<
	ListDirective,
	'number' | 'version' | 'title' | 'applicability' | 'exemptDuties' | 'effectiveFrom'
>;

export type Neighbour = {
	entry: ListEntry;
	directive: EntryDirective;
	/** To the place itself, without its buffer; 0 inside an area. */
	distanceMetres: number;
	/** Sum of the accuracies of the position and of the place: the distance may be off by this. */
	uncertaintyMetres: number;
	/** Direction to walk to it, clockwise from north; null inside an area. */
	bearingDegrees: number | null;
	curfew: CurfewState | null;
};

/** A rule that holds everywhere in the mission area, such as "all houses of prostitution". */
export type ClassRule = { entry: ListEntry; directive: EntryDirective };

export type PositionCheck = {
	verdict: Verdict;
	reason: CheckReason;
	/** The entry that decided; null for `notListed` and mostly for `unknown`. */
	entry: ListEntry | null;
	deciding: Neighbour | null;
	/** To the deciding entry. */
	distanceMetres: number | null;
	/** Of that distance; of the position alone when no entry decided. */
	uncertaintyMetres: number | null;
	/** Since the server last confirmed the list; null without a list. */
	listAgeHours: number | null;
	/** Entries within 2 km, nearest first, at most ten; also for `unknown`, as far as known. */
	neighbours: Neighbour[];
	/** Prohibited everywhere, whatever the verdict. */
	alsoProhibited: ClassRule[];
};

export type Fix = {
	position: LngLat;
	/** Radius within which the true position very likely lies; null when the device does not say. */
	accuracyMetres: number | null;
};

export type CheckTimes = {
	at: Instant;
	/** When the server last confirmed that this list is the one in force; null: never. */
	confirmedAt: Instant | null;
};

type PlacedEntry = { entry: ListEntry; directive: EntryDirective; shape: Shape | null };

/** A list with its geometries ready to measure and its names folded. */
export type PreparedList = {
	list: ListInForce;
	placed: PlacedEntry[];
	classes: ClassRule[];
	coverage: Shape | null;
	names: SearchIndex<ClassRule>;
};

const prepared = new WeakMap<ListInForce, PreparedList>();

/** Prepares a list once; the same list object is answered from memory. */
export function prepareList(list: ListInForce): PreparedList {
	const known = prepared.get(list);
	if (known) return known;
	const all = list.directives.flatMap((directive) =>
		directive.entries.map((entry) => ({ entry, directive }))
	);
	const result: PreparedList = {
		list,
		// A curfew without an outline holds in the whole area.
		placed: all
			.filter(({ entry }) => entry.geometry !== null || entry.kind === 'curfew')
			.map(({ entry, directive }) => ({
				entry,
				directive,
				shape: entry.geometry && shapeOf(entry.geometry)
			})),
		classes: all.filter(({ entry }) => entry.kind === 'class'),
		coverage: list.coverage.coordinates.length > 0 ? shapeOf(list.coverage) : null,
		names: indexTexts(all, ({ entry }) => [
			...entry.names.map((name) => name.text),
			...textsOf(entry.name),
			entry.address,
			entry.town
		])
	};
	prepared.set(list, result);
	return result;
}

function textsOf(text: Text): string[] {
	return Object.values(text);
}

/**
 * What the list says about a position. `unknown` without a list, with a stale one, with a poor fix
 * or outside the coverage; `inside` on the boundary; and a position whose uncertainty reaches a
 * listed place is never `notListed`. Distances decide, never buffer polygons.
 */
export function checkPosition(
	list: ListInForce | null,
	fix: Fix,
	{ at, confirmedAt }: CheckTimes
): PositionCheck {
	if (list === null) return withoutList();
	const { placed, classes, coverage } = prepareList(list);
	const binding = (each: { entry: ListEntry }) => !hasLapsed(each.entry, at);
	const base: PositionCheck = {
		verdict: 'unknown',
		reason: 'positionMissing',
		entry: null,
		deciding: null,
		distanceMetres: null,
		uncertaintyMetres: null,
		listAgeHours: ageHours(at, confirmedAt),
		neighbours: [],
		alsoProhibited: classes.filter(binding)
	};
	if (!isPosition(fix.position)) return base;
	const poor = !isAccuracy(fix.accuracyMetres) || fix.accuracyMetres > POOR_FIX_METRES;
	const accuracyMetres = isAccuracy(fix.accuracyMetres) ? fix.accuracyMetres : POOR_FIX_METRES;
	const here = { position: fix.position, vector: toUnitVector(fix.position), accuracyMetres };
	const found = placed
		.filter(binding)
		.map((each) => measure(each, here, list, at))
		.filter((each) => each !== undefined)
		.sort((a, b) => a.distanceMetres - b.distanceMetres);
	const neighbours = found.slice(0, MAX_NEIGHBOURS).map(({ neighbour }) => neighbour);
	const known = { ...base, neighbours, uncertaintyMetres: fix.accuracyMetres };

	const fault = faultOf(list, { at, confirmedAt });
	if (fault) return { ...known, reason: fault };
	const answers = found
		.map((each) => ({ ...each, answer: answerFor(each, list.nearMetres) }))
		.filter((each) => each.answer !== undefined)
		.sort((a, b) => RANKS.indexOf(a.answer!.reason) - RANKS.indexOf(b.answer!.reason));
	const decisive = answers[0];
	// Certainly within a zone, however poor the fix.
	if (poor && !(decisive && decisive.certain && decisive.answer!.verdict === 'inside')) {
		return { ...known, reason: 'positionPoor' };
	}
	if (decisive) {
		const { neighbour } = decisive;
		return {
			...known,
			...decisive.answer!,
			entry: neighbour.entry,
			deciding: neighbour,
			distanceMetres: neighbour.distanceMetres,
			uncertaintyMetres: neighbour.uncertaintyMetres
		};
	}
	if (!coverage || !isInsideShape(fix.position, coverage)) {
		return { ...known, reason: 'outsideCoverage' };
	}
	return { ...known, verdict: 'notListed', reason: 'nothingListed' };
}

function withoutList(): PositionCheck {
	return {
		verdict: 'unknown',
		reason: 'noList',
		entry: null,
		deciding: null,
		distanceMetres: null,
		uncertaintyMetres: null,
		listAgeHours: null,
		neighbours: [],
		alsoProhibited: []
	};
}

function isAccuracy(metres: number | null): metres is number {
	return metres !== null && Number.isFinite(metres) && metres >= 0;
}

function ageHours(at: Instant, confirmedAt: Instant | null): number | null {
	if (confirmedAt === null) return null;
	return Math.max(0, toMillis(at) - toMillis(confirmedAt)) / 3_600_000;
}

/** Why a list cannot answer at all, if it cannot. */
function faultOf(list: ListInForce, { at, confirmedAt }: CheckTimes): CheckReason | undefined {
	if (confirmedAt === null) return 'listStale';
	const now = toMillis(at);
	if (toMillis(confirmedAt) > now + CLOCK_SLACK_MILLIS) return 'clockWrong';
	if (toMillis(list.effectiveFrom) > now + CLOCK_SLACK_MILLIS) return 'listNotYetEffective';
	const age = ageHours(at, confirmedAt)!;
	return age > list.lifetimeHours ? 'listStale' : undefined;
}

type Measured = {
	neighbour: Neighbour;
	distanceMetres: number;
	/** How deep inside the outline; 0 outside and for points. */
	depthMetres: number;
	/** True when no error within the accuracies takes the position out of the place. */
	certain: boolean;
};

type UnitVector = [number, number, number];
type Here = { position: LngLat; vector: UnitVector; accuracyMetres: number };

function measure(
	{ entry, directive, shape }: PlacedEntry,
	{ position, vector, accuracyMetres }: Here,
	list: ListInForce,
	at: Instant
): Measured | undefined {
	const uncertaintyMetres = accuracyMetres + entry.accuracyMetres;
	const reach = Math.max(
		NEIGHBOURS_WITHIN_METRES,
		entry.bufferMetres + list.nearMetres + uncertaintyMetres
	);
	if (shape && isBeyond(vector, shape, reach)) return undefined;
	const distanceMetres = shape ? distanceToShape(position, shape) : 0;
	if (distanceMetres > reach) return undefined;
	const isArea = !shape || shape.polygons.length > 0;
	const inArea = isArea && distanceMetres === 0;
	const depthMetres = inArea ? (shape ? distanceToEdges(position, shape) : Infinity) : 0;
	const { curfew } = entry;
	const neighbour: Neighbour = {
		entry,
		directive,
		distanceMetres,
		uncertaintyMetres,
		bearingDegrees: inArea ? null : bearingDegrees(position, middleOf(entry.geometry!)),
		curfew: curfew && curfewState(curfew, at, list.mission.timeZone)
	};
	const certain =
		distanceMetres + uncertaintyMetres <= entry.bufferMetres + depthMetres ||
		depthMetres === Infinity;
	return { neighbour, distanceMetres, depthMetres, certain };
}

/** Whether the cap that holds the shape lies farther than the reach: most entries end here. */
function isBeyond([x, y, z]: UnitVector, shape: Shape, reachMetres: number): boolean {
	const cosine = x * shape.centre[0] + y * shape.centre[1] + z * shape.centre[2];
	return (
		cosine < Math.cos(Math.min(Math.PI, shape.radius + (reachMetres + 1) / EARTH_RADIUS_METRES))
	);
}

/** Reasons by weight: what is prohibited here and now goes before what is close. */
const RANKS: CheckReason[] = [
	'insidePlace',
	'insideZone',
	'insideBuffer',
	'insideCurfew',
	'cannotTell',
	'nearPlace',
	'outsideCurfewHours'
];

function answerFor(
	{ neighbour, certain, distanceMetres }: Measured,
	nearMetres: number
): Pick<PositionCheck, 'verdict' | 'reason'> | undefined {
	const { entry, uncertaintyMetres, curfew } = neighbour;
	const least = Math.max(0, distanceMetres - uncertaintyMetres);
	const possiblyInside = least <= entry.bufferMetres;
	const inside =
		certain ||
		distanceMetres <= entry.bufferMetres ||
		(possiblyInside && uncertaintyMetres <= CLOSE_ENOUGH_METRES);
	if (curfew && !curfew.active) {
		// The hours are not now, but the place is on the list.
		return possiblyInside ? { verdict: 'near', reason: 'outsideCurfewHours' } : undefined;
	}
	if (inside) return { verdict: 'inside', reason: insideReason(neighbour) };
	if (possiblyInside) return { verdict: 'near', reason: 'cannotTell' };
	if (least <= entry.bufferMetres + nearMetres) return { verdict: 'near', reason: 'nearPlace' };
	return undefined;
}

function insideReason({ entry, distanceMetres, uncertaintyMetres }: Neighbour): CheckReason {
	if (entry.kind === 'curfew') return 'insideCurfew';
	if (entry.kind === 'zone' && distanceMetres === 0) return 'insideZone';
	return distanceMetres <= uncertaintyMetres ? 'insidePlace' : 'insideBuffer';
}

export type NameMatch = ClassRule & {
	/** The name, address or town that matched, as written. */
	text: string;
	match: Match;
};

export type NameCheck = {
	/** `inside`: a name on the list is exactly this; `near`: one resembles or contains it. */
	verdict: Verdict;
	reason: CheckReason;
	listAgeHours: number | null;
	matches: NameMatch[];
	alsoProhibited: ClassRule[];
};

/**
 * What the list says about a name, in any script it is written in; former names, addresses and
 * towns are searched too. That a name is not found says little, since places change names: show
 * `alsoProhibited` and the position check beside it.
 */
export function checkName(
	list: ListInForce | null,
	query: string,
	{ at, confirmedAt }: CheckTimes
): NameCheck {
	const base = { listAgeHours: ageHours(at, confirmedAt), matches: [], alsoProhibited: [] };
	if (list === null) return { verdict: 'unknown', reason: 'noList', ...base, listAgeHours: null };
	const { names, classes } = prepareList(list);
	const alsoProhibited = classes.filter(({ entry }) => !hasLapsed(entry, at));
	const matches = findMatches(names, query, 50)
		.filter(({ item }) => !hasLapsed(item.entry, at))
		.map(({ item, text, match }) => ({ ...item, text, match }));
	const known = { ...base, matches, alsoProhibited };
	const fault = faultOf(list, { at, confirmedAt });
	if (fault) return { verdict: 'unknown', reason: fault, ...known };
	if (query.trim() === '') return { verdict: 'unknown', reason: 'queryEmpty', ...known };
	if (matches.some(isNamed)) return { verdict: 'inside', reason: 'nameListed', ...known };
	if (matches.length > 0) return { verdict: 'near', reason: 'nameSimilar', ...known };
	return { verdict: 'notListed', reason: 'nameNotListed', ...known };
}

/** The whole name of an entry, not merely its town or address. */
function isNamed({ entry, text, match }: NameMatch): boolean {
	const isName =
		entry.names.some((name) => name.text === text) || textsOf(entry.name).includes(text);
	return match === 'exact' && isName;
}
