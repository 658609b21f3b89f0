/**
 * The check: what the list in force says about a position or a name. Runs on the device, on the
 * published list alone. A verdict is never "allowed": `notListed` says that the list is silent.
 */
import { curfewState, type CurfewState } from './curfew';
import { hasLapsed } from './directive';
import type { Instant, LngLat, Text } from './domain';
import {
	ballRadius,
	bearingDegrees,
	distanceToEdges,
	distanceToShape,
	isInsideShape,
	isPosition,
	metresToChord,
	shapeOf,
	toLngLat,
	toUnitVector,
	type Shape
} from './geo';
import { buildNearIndex, emptyWithin, findWithin, type NearIndex, type Within } from './near-index';
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

type PlacedEntry = { entry: ListEntry; directive: EntryDirective; shape: Shape };

/** A list with its geometries ready to measure. */
export type PreparedList = {
	placed: PlacedEntry[];
	/** Over `placed`: balls that hold each shape with its buffer and its accuracy. */
	index: NearIndex;
	/** What the index last found: room for all of `placed`, taken once. */
	within: Within;
	classes: ClassRule[];
	coverage: Shape | null;
};

const prepared = new WeakMap<ListInForce, PreparedList>();
const foldedNames = new WeakMap<ListInForce, SearchIndex<ClassRule>>();

/** Prepares a list once; the same list object, which must not change, is answered from memory. */
export function prepareList(list: ListInForce): PreparedList {
	const known = prepared.get(list);
	if (known) return known;
	const all = entriesOf(list);
	const coverage = list.coverage.coordinates.length > 0 ? shapeOf(list.coverage) : null;
	const placed: PlacedEntry[] = [];
	for (const { entry, directive } of all) {
		// A curfew without an outline holds wherever the list speaks.
		const everywhere = entry.kind === 'curfew' ? coverage : null;
		const shape = entry.geometry ? shapeOf(entry.geometry) : everywhere;
		if (shape) placed.push({ entry, directive, shape });
	}
	const balls = new Float64Array(placed.length * 4);
	placed.forEach(({ entry, shape }, i) => {
		balls.set(shape.centre, i * 4);
		balls[i * 4 + 3] = ballRadius(shape) + chordOf(entry.bufferMetres + entry.accuracyMetres);
	});
	const index = buildNearIndex(balls);
	const classes = all.filter(({ entry }) => entry.kind === 'class');
	const result: PreparedList = { placed, index, within: emptyWithin(index), classes, coverage };
	prepared.set(list, result);
	return result;
}

function entriesOf(list: ListInForce): ClassRule[] {
	return list.directives.flatMap((directive) =>
		directive.entries.map((entry) => ({ entry, directive }))
	);
}

function chordOf(metres: number): number {
	return Math.sqrt(metresToChord(metres));
}

function namesOf(list: ListInForce): SearchIndex<ClassRule> {
	const known = foldedNames.get(list);
	if (known) return known;
	const names = indexTexts(entriesOf(list), ({ entry }) => [
		...entry.names.map((name) => name.text),
		...textsOf(entry.name),
		entry.address,
		entry.town
	]);
	foldedNames.set(list, names);
	return names;
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
	const { placed, index, within, classes, coverage } = prepareList(list);
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
	const here = { position: fix.position, accuracyMetres };
	const reach = Math.max(NEIGHBOURS_WITHIN_METRES, list.nearMetres + accuracyMetres);
	findWithin(index, ...toUnitVector(fix.position), chordOf(reach), within);
	const found = [...within.items.subarray(0, within.count)]
		.map((item) => placed[item]!)
		.filter(binding)
		.map((each) => measure(each, here, list, at))
		.sort((a, b) => a.distanceMetres - b.distanceMetres);
	const neighbours = found
		.filter((each) => each.distanceMetres <= NEIGHBOURS_WITHIN_METRES)
		.slice(0, MAX_NEIGHBOURS)
		.map(({ neighbour }) => neighbour);
	const known = { ...base, neighbours, uncertaintyMetres: fix.accuracyMetres };

	const fault = faultOf(list, { at, confirmedAt });
	if (fault) return { ...known, reason: fault };
	const answers = found
		.map((each) => ({ ...each, answer: answerFor(each, list.nearMetres) }))
		.filter((each) => each.answer !== undefined)
		.sort((a, b) => RANKS.indexOf(a.answer!.reason) - RANKS.indexOf(b.answer!.reason));
	// A poor fix decides nothing, unless all of it lies within a zone.
	const decisive = poor
		? answers.find(({ certain, answer }) => certain && answer!.verdict === 'inside')
		: answers[0];
	if (poor && !decisive) return { ...known, reason: 'positionPoor' };
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
	/** True when no error within the accuracies takes the position out of the place. */
	certain: boolean;
};

type Here = { position: LngLat; accuracyMetres: number };

function measure(
	{ entry, directive, shape }: PlacedEntry,
	{ position, accuracyMetres }: Here,
	list: ListInForce,
	at: Instant
): Measured {
	const uncertaintyMetres = accuracyMetres + entry.accuracyMetres;
	const distanceMetres = distanceToShape(position, shape);
	const inArea = shape.polygons.length > 0 && distanceMetres === 0;
	const depthMetres = inArea ? distanceToEdges(position, shape) : 0;
	const { curfew } = entry;
	const neighbour: Neighbour = {
		entry,
		directive,
		distanceMetres,
		uncertaintyMetres,
		bearingDegrees: inArea ? null : bearingDegrees(position, toLngLat(...shape.centre)),
		curfew: curfew && curfewState(curfew, at, list.mission.timeZone)
	};
	const certain = distanceMetres + uncertaintyMetres <= entry.bufferMetres + depthMetres;
	return { neighbour, distanceMetres, certain };
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
	const { classes } = prepareList(list);
	const alsoProhibited = classes.filter(({ entry }) => !hasLapsed(entry, at));
	const matches = findMatches(namesOf(list), query, 50)
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
