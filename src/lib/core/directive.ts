/** What is in force at a time, what a draft still lacks, and how two versions differ. */
import type {
	DatedDesignation,
	Day,
	Designation,
	DirectiveContent,
	DraftDesignation,
	Instant,
	LngLat,
	Text
} from './domain';
import { distanceMetres, isPosition, middleOf } from './geo';
import { isInForce, toMillis } from './period';

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
>;

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
 * What `after` adds to, removes from and changes in `before`. Designations are the same when they
 * name the same establishment or class of establishments, or carry the same id, or, for zones and
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
	const left = new Set(before);
	for (const designation of after) {
		const match = findSame(left, designation);
		if (!match) {
			difference.added.push(designation);
			continue;
		}
		left.delete(match);
		const change = compare(match, designation);
		if (change.fields.includes('geometry')) difference.moved.push(change);
		else if (change.fields.length > 0) difference.changed.push(change);
		else difference.unchanged++;
	}
	difference.removed = before.filter((designation) => left.has(designation));
	return difference;
}

function findSame<B extends ComparedDesignation>(
	candidates: Iterable<B>,
	wanted: ComparedDesignation
): B | undefined {
	const ofKind = [...candidates].filter((each) => each.kind === wanted.kind);
	if (wanted.kind === 'establishment') {
		return ofKind.find((each) => each.establishmentId === wanted.establishmentId);
	}
	if (wanted.kind === 'class') {
		return ofKind.find((each) => each.establishmentKind === wanted.establishmentKind);
	}
	return (
		ofKind.find((each) => each.id === wanted.id) ??
		ofKind.find((each) => sharesName(each.name, wanted.name))
	);
}

function sharesName(a: Text, b: Text): boolean {
	return Object.entries(a).some(([locale, text]) => text && b[locale as keyof Text] === text);
}

function compare<B extends ComparedDesignation, A extends ComparedDesignation>(
	before: B,
	after: A
): DesignationChange<B, A> {
	const fields = COMPARED_FIELDS.filter((field) => differs(field, before, after));
	const moved = fields.includes('geometry') && before.geometry && after.geometry;
	const movedMetres = moved
		? distanceMetres(middleOf(before.geometry!), middleOf(after.geometry!))
		: null;
	return { before, after, fields, movedMetres };
}

function differs(
	field: ComparedField,
	before: ComparedDesignation,
	after: ComparedDesignation
): boolean {
	const isEstablishment = before.kind === 'establishment';
	if (field === 'name' && isEstablishment) return false;
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

export const MISSING_KEYS = [
	'titleMissing',
	'textMissing',
	'legalBasisMissing',
	'applicabilityMissing',
	'designationsMissing',
	'designationsOnLift',
	'effectiveInPast',
	'reviewMissing',
	'reviewBeforeEffective',
	'establishmentMissing',
	'establishmentTwice',
	'nameMissing',
	'establishmentKindMissing',
	'geometryMissing',
	'geometryInvalid',
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

export type DraftToCheck = DirectiveContent & { designations: readonly DraftDesignation[] };

/**
 * What a draft still lacks before it can be published at `at`; empty when nothing. The database
 * decides again at publication; this says it early and beside the field. `today` is the day of
 * `at` in the mission's time zone.
 */
export function completeness(draft: DraftToCheck, at: Instant, today: Day): Missing[] {
	const missing: Missing[] = [];
	const lacks = (key: MissingKey, field: Missing['field']) =>
		missing.push({ key, field, designationId: null });

	if (!hasText(draft.title)) lacks('titleMissing', 'title');
	if (!hasText(draft.text)) lacks('textMissing', 'text');
	if (!draft.legalBasis.trim()) lacks('legalBasisMissing', 'legalBasis');
	if (draft.applicability.length === 0) lacks('applicabilityMissing', 'applicability');
	if (draft.lifts && draft.designations.length > 0) lacks('designationsOnLift', 'designations');
	if (!draft.lifts && draft.designations.length === 0) lacks('designationsMissing', 'designations');
	if (draft.effectiveFrom !== null && toMillis(draft.effectiveFrom) < toMillis(at)) {
		lacks('effectiveInPast', 'effectiveFrom');
	}
	if (!draft.lifts) {
		const effectiveDay = draft.effectiveFrom?.slice(0, 10) ?? today;
		if (draft.reviewOn === null) lacks('reviewMissing', 'reviewOn');
		else if (draft.reviewOn <= effectiveDay) lacks('reviewBeforeEffective', 'reviewOn');
	}
	for (const designation of draft.designations) {
		for (const [key, field] of listFaults(designation, draft.designations)) {
			missing.push({ key, field, designationId: designation.id });
		}
	}
	return missing;
}

function hasText(text: Text): boolean {
	return Object.values(text).some((each) => each.trim() !== '');
}

type Fault = [MissingKey, keyof DraftDesignation];

function listFaults(designation: DraftDesignation, all: readonly DraftDesignation[]): Fault[] {
	const faults: Fault[] = [];
	const { kind, geometry, bufferMetres, curfew } = designation;
	if (kind === 'establishment') {
		const { establishmentId } = designation;
		const first = all.find((each) => each.establishmentId === establishmentId);
		if (!establishmentId) faults.push(['establishmentMissing', 'establishmentId']);
		else if (first !== designation) faults.push(['establishmentTwice', 'establishmentId']);
	} else if (!hasText(designation.name)) {
		faults.push(['nameMissing', 'name']);
	}
	if (kind === 'class' && !designation.establishmentKind) {
		faults.push(['establishmentKindMissing', 'establishmentKind']);
	}
	if ((kind === 'zone' || kind === 'curfew') && !geometry) faults.push(['geometryMissing', 'geometry']);
	if (geometry && !everyPosition(geometry)) faults.push(['geometryInvalid', 'geometry']);
	if (!Number.isFinite(bufferMetres) || bufferMetres < 0) {
		faults.push(['bufferInvalid', 'bufferMetres']);
	}
	if (kind === 'curfew' && !curfew) faults.push(['curfewMissing', 'curfew']);
	if (curfew && !isCurfew(curfew)) faults.push(['curfewInvalid', 'curfew']);
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
