/** What is in force at a time, what a draft still lacks, and how two versions differ. */
import type { MultiPolygon } from 'geojson';
import type {
	DatedDesignation,
	Designation,
	DirectiveContent,
	DraftDesignation,
	Instant,
	LngLat,
	Locale,
	Text
} from './domain';
import {
	distanceBetweenShapes,
	distanceMetres,
	isPosition,
	middleOf,
	prepareShape,
	shapeOf
} from './geo';
import { dayAt, isInForce, toMillis } from './period';

/** Designations that bind at an instant, in their order; lapsed emergencies are left out. */
export function listInForce<D extends Pick<DatedDesignation, 'inForce' | 'lapsesAt'>>(
	designations: readonly D[],
	at: Instant
): D[] {
	return designations.filter((each) => isInForce(each, at) && !hasLapsed(each, at));
}

/** Whether an unconfirmed emergency designation has ended by itself. */
export function hasLapsed(designation: { lapsesAt: Instant | null }, at: Instant): boolean {
	return designation.lapsesAt !== null && toMillis(designation.lapsesAt) <= toMillis(at);
}

/** What both drafts and published versions say about one designation. */
export type ComparedDesignation = Pick<
	Designation,
	| 'id'
	| 'kind'
	| 'establishmentId'
	| 'name'
	| 'establishmentKind'
	| 'geometry'
	| 'bufferMetres'
	| 'reason'
	| 'emergency'
	| 'curfew'
	| 'exceptions'
> &
	Partial<Pick<DatedDesignation, 'names' | 'accuracyMetres' | 'number'>>;

export const COMPARED_FIELDS = [
	'name',
	'geometry',
	'bufferMetres',
	'reason',
	'emergency',
	'curfew',
	'exceptions'
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export type DesignationChange<B, A> = {
	before: B;
	after: A;
	fields: ComparedField[];
	/** How far the middle moved, when the geometry changed. */
	movedMetres: number | null;
	/** What the two positions leave open together: no farther than this may be no move at all. */
	uncertaintyMetres: number;
};

export type VersionDifference<B, A> = {
	added: A[];
	removed: B[];
	/** Changed in other words than place. */
	changed: DesignationChange<B, A>[];
	/** The place or outline changed, perhaps among other things. */
	moved: DesignationChange<B, A>[];
	unchanged: number;
};

/**
 * What `after` adds to, removes from and changes in `before`: versions of one directive, or whole
 * lists. Designations are the same when they name the same establishment or class of
 * establishments, of the same directive before another, or carry the same id, or, for zones and
 * curfews, the same name. An establishment of a draft has no geometry of its own until publication
 * and is not reported as moved.
 */
export function diffVersions<B extends ComparedDesignation, A extends ComparedDesignation>(
	before: readonly B[],
	after: readonly A[]
): VersionDifference<B, A> {
	const difference: VersionDifference<B, A> = {
		added: [],
		removed: [],
		changed: [],
		moved: [],
		unchanged: 0
	};
	const same = pairSame(before, after);
	for (const designation of after) {
		const match = same.get(designation);
		if (!match) {
			difference.added.push(designation);
			continue;
		}
		const change = compare(match, designation);
		if (change.fields.includes('geometry')) difference.moved.push(change);
		else if (change.fields.length > 0) difference.changed.push(change);
		else difference.unchanged++;
	}
	const kept = new Set(same.values());
	difference.removed = before.filter((designation) => !kept.has(designation));
	return difference;
}

/** Each one of `after` with the one of `before` that it is, surest marks first. */
function pairSame<B extends ComparedDesignation, A extends ComparedDesignation>(
	before: readonly B[],
	after: readonly A[]
): Map<A, B> {
	const pairs = new Map<A, B>();
	const taken = new Set<B>();
	for (const marksOf of [sureMarks, likelyMarks]) {
		const marked = new Map<string, B>();
		for (const each of before.toReversed()) {
			if (!taken.has(each)) for (const mark of marksOf(each)) marked.set(mark, each);
		}
		for (const each of after) {
			if (pairs.has(each)) continue;
			const found = marksOf(each)
				.map((mark) => marked.get(mark))
				.find((match) => match && !taken.has(match));
			if (!found) continue;
			pairs.set(each, found);
			taken.add(found);
		}
	}
	return pairs;
}

const sureMarks = (designation: ComparedDesignation): string[] =>
	isDrawn(designation)
		? [`${designation.kind} ${designation.id}`]
		: likelyMarks(designation).map((mark) => `${designation.number} ${mark}`);

const likelyMarks = ({ kind, name, ...designation }: ComparedDesignation): string[] =>
	isDrawn({ kind })
		? Object.entries(name).flatMap(([locale, text]) => (text ? [`${kind} ${locale} ${text}`] : []))
		: [`${kind} ${designation.establishmentId ?? designation.establishmentKind}`];

const isDrawn = ({ kind }: Pick<ComparedDesignation, 'kind'>) =>
	kind === 'zone' || kind === 'curfew';

function compare<B extends ComparedDesignation, A extends ComparedDesignation>(
	before: B,
	after: A
): DesignationChange<B, A> {
	const fields = COMPARED_FIELDS.filter((field) => differs(field, before, after));
	const moved = fields.includes('geometry') && before.geometry && after.geometry;
	const movedMetres = moved
		? distanceMetres(middleOf(before.geometry!), middleOf(after.geometry!))
		: null;
	const uncertaintyMetres = (before.accuracyMetres ?? 0) + (after.accuracyMetres ?? 0);
	return { before, after, fields, movedMetres, uncertaintyMetres };
}

function differs(
	field: ComparedField,
	before: ComparedDesignation,
	after: ComparedDesignation
): boolean {
	const isEstablishment = before.kind === 'establishment';
	if (field === 'name' && isEstablishment) {
		// A draft's place that left the register has no names to compare.
		const named = before.names?.length && after.names?.length;
		return Boolean(named) && canonical(before.names) !== canonical(after.names);
	}
	if (field === 'geometry' && isEstablishment && !(before.geometry && after.geometry)) return false;
	return canonical(before[field]) !== canonical(after[field]);
}

/** JSON with sorted keys, without empty texts, coordinates rounded to a centimetre. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) => {
		if (typeof part === 'number') return Math.round(part * 1e7) / 1e7;
		if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
		const entries = Object.entries(part).filter(([, each]) => each !== '' && each !== null);
		return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

/** What a version says beside its list, in the order in which it is read. */
export const ORDER_WORDS = [
	'title',
	'text',
	'legalBasis',
	'applicability',
	'exemptDuties',
	'reviewOn'
] as const;
export type OrderWord = (typeof ORDER_WORDS)[number];

/** Which of its words `after` says otherwise than `before`; the order of categories says nothing. */
export function diffOrder(
	before: Pick<DirectiveContent, OrderWord>,
	after: Pick<DirectiveContent, OrderWord>
): OrderWord[] {
	const written = (value: unknown) => canonical(Array.isArray(value) ? [...value].sort() : value);
	return ORDER_WORDS.filter((word) => written(before[word]) !== written(after[word]));
}

export const MISSING_KEYS = [
	'titleMissing',
	'textMissing',
	'legalBasisMissing',
	'applicabilityMissing',
	'designationsMissing',
	'designationsOnLift',
	'nothingToLift',
	'effectiveInPast',
	'effectiveTooFar',
	'reviewMissing',
	'reviewBeforeEffective',
	'establishmentMissing',
	'establishmentTwice',
	'nameMissing',
	'establishmentKindMissing',
	'geometryMissing',
	'geometryInvalid',
	'outsideMission',
	'bufferMissing',
	'bufferInvalid',
	'curfewMissing',
	'curfewInvalid'
] as const;
export type MissingKey = (typeof MISSING_KEYS)[number];

/** One thing that stands between a draft and publication. */
export type Missing = {
	key: MissingKey;
	/** The field to go to. */
	field: keyof DirectiveContent | keyof DraftDesignation | 'designations';
	/** Null for what concerns the directive as a whole. */
	designationId: string | null;
};

export type DraftToCheck = DirectiveContent & {
	/** The directive it amends; null for a new one. */
	directiveId: string | null;
	designations: readonly DraftDesignation[];
};

export type CompletenessOptions = {
	at: Instant;
	timeZone: string;
	/** Texts count when written in one of the mission's languages. */
	languages: readonly Locale[];
	/** The mission area, which every place must at least touch. */
	area: MultiPolygon;
};

/** A form that was open for a few minutes does not bind backwards in time. */
const PAST_SLACK_MILLIS = 5 * 60_000;
const FARTHEST_EFFECT_DAYS = 730;

/**
 * What a draft still lacks before it can be published at `at`; empty when nothing. The database
 * decides again at publication; this says it early and beside the field.
 */
export function completeness(
	draft: DraftToCheck,
	{ at, timeZone, languages, area }: CompletenessOptions
): Missing[] {
	const missing: Missing[] = [];
	const lacks = (key: MissingKey, field: Missing['field']) =>
		missing.push({ key, field, designationId: null });
	const effective = draft.effectiveFrom ?? at;
	const daysAhead = (toMillis(effective) - toMillis(at)) / 86_400_000;

	if (!hasText(draft.title, languages)) lacks('titleMissing', 'title');
	if (!hasText(draft.text, languages)) lacks('textMissing', 'text');
	if (!draft.legalBasis.trim()) lacks('legalBasisMissing', 'legalBasis');
	if (draft.applicability.length === 0) lacks('applicabilityMissing', 'applicability');
	if (toMillis(effective) < toMillis(at) - PAST_SLACK_MILLIS) {
		lacks('effectiveInPast', 'effectiveFrom');
	}
	if (daysAhead > FARTHEST_EFFECT_DAYS) lacks('effectiveTooFar', 'effectiveFrom');
	if (draft.lifts) {
		if (draft.directiveId === null) lacks('nothingToLift', 'lifts');
		if (draft.designations.length > 0) lacks('designationsOnLift', 'designations');
		return missing;
	}
	if (draft.reviewOn === null) lacks('reviewMissing', 'reviewOn');
	else if (draft.reviewOn <= dayAt(effective, timeZone)) lacks('reviewBeforeEffective', 'reviewOn');
	if (draft.designations.length === 0) lacks('designationsMissing', 'designations');
	for (const designation of draft.designations) {
		const faults = [
			...listRuleFaults(designation, draft.designations, languages),
			...listPlaceFaults(designation, area)
		];
		for (const [key, field] of faults) missing.push({ key, field, designationId: designation.id });
	}
	return missing;
}

function hasText(text: Text, languages: readonly Locale[]): boolean {
	return languages.some((locale) => (text[locale] ?? '').trim() !== '');
}

type Fault = [MissingKey, keyof DraftDesignation];

function listRuleFaults(
	designation: DraftDesignation,
	all: readonly DraftDesignation[],
	languages: readonly Locale[]
): Fault[] {
	const faults: Fault[] = [];
	const { kind, establishmentId, establishmentKind, name, curfew } = designation;
	if (kind === 'establishment') {
		const first = all.find((each) => each.establishmentId === establishmentId);
		if (!establishmentId) faults.push(['establishmentMissing', 'establishmentId']);
		else if (first !== designation) faults.push(['establishmentTwice', 'establishmentId']);
	} else if (!hasText(name, languages)) {
		faults.push(['nameMissing', 'name']);
	}
	if (kind === 'class' && !establishmentKind) {
		faults.push(['establishmentKindMissing', 'establishmentKind']);
	}
	if (kind === 'curfew' && !curfew) faults.push(['curfewMissing', 'curfew']);
	if (curfew && !isCurfew(curfew)) faults.push(['curfewInvalid', 'curfew']);
	return faults;
}

function listPlaceFaults(designation: DraftDesignation, area: MultiPolygon): Fault[] {
	const faults: Fault[] = [];
	const { kind, geometry, bufferMetres } = designation;
	const isDrawn = kind === 'zone' || kind === 'curfew';
	if (isDrawn && !geometry) faults.push(['geometryMissing', 'geometry']);
	if (geometry && !everyPosition(geometry)) faults.push(['geometryInvalid', 'geometry']);
	else if (geometry && distanceBetweenShapes(prepareShape(geometry), shapeOf(area)) > 0) {
		faults.push(['outsideMission', 'geometry']);
	}
	if (!Number.isInteger(bufferMetres) || bufferMetres < 0) {
		faults.push(['bufferInvalid', 'bufferMetres']);
	} else if (isDrawn && geometry?.type === 'Point' && bufferMetres === 0) {
		faults.push(['bufferMissing', 'bufferMetres']);
	}
	return faults;
}

function isCurfew({ from, until, days }: NonNullable<DraftDesignation['curfew']>): boolean {
	const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
	return isTime(from) && isTime(until) && days.length > 0 && days.every((d) => d >= 1 && d <= 7);
}

/** Positions in range and rings long enough; whether they cross is for the database to say. */
function everyPosition(geometry: NonNullable<DraftDesignation['geometry']>): boolean {
	switch (geometry.type) {
		case 'Point':
			return isPosition(geometry.coordinates);
		case 'Polygon':
			return isPolygon(geometry.coordinates as LngLat[][]);
		case 'MultiPolygon':
			return (
				geometry.coordinates.length > 0 &&
				geometry.coordinates.every((polygon) => isPolygon(polygon as LngLat[][]))
			);
		default:
			return false;
	}
}

function isPolygon(rings: LngLat[][]): boolean {
	return (
		rings.length > 0 &&
		rings.every((ring) => {
			const [first, last] = [ring[0], ring[ring.length - 1]];
			const closed = first && last && first[0] === last[0] && first[1] === last[1];
			return ring.length >= 4 && closed && ring.every((position) => isPosition(position));
		})
	);
}
