/**
 * The vocabulary of Cordon as types. The same words are used in SQL, in the interface and in the
 * documents. Instants are ISO 8601 UTC ("2004-03-15T08:00:00Z"), days are "2004-03-15", lengths are
 * metres, coordinates are always [lng, lat] in WGS 84.
 */
import type { Geometry, MultiPolygon, Point, Polygon } from 'geojson';

export type LngLat = [number, number];
export type Instant = string;
export type Day = string;

/** `from` is included, `until` is not; null means open on that side. */
export type Period = { from: Day | null; until: Day | null };
/** As Period, in instants. */
export type Interval = { from: Instant | null; until: Instant | null };

/** The six languages of the United Nations. */
export type Locale = 'en' | 'ar' | 'fr' | 'es' | 'ru' | 'zh';
/** Text by language; whoever shows it falls back through the mission's languages. */
export type Text = Partial<Record<Locale, string>>;

export const ROLES = [
	'personnel',
	'analyst',
	'focal_point',
	'head_of_mission',
	'administrator'
] as const;
export type Role = (typeof ROLES)[number];

export const PERSONNEL_CATEGORIES = [
	'military',
	'police',
	'observer',
	'civilian',
	'contractor'
] as const;
export type PersonnelCategory = (typeof PERSONNEL_CATEGORIES)[number];

export type Membership = {
	missionId: string;
	missionSlug: string;
	missionAcronym: string;
	role: Role;
	category: PersonnelCategory;
	unit: string | null;
	/** Set when a Head of Mission named this person as delegate for the period. */
	delegatedBy: string | null;
	period: Period;
};

/** The signed-in person, with the memberships valid at this moment. */
export type Me = { userId: string; email: string; displayName: string; memberships: Membership[] };

export type Source = { id: string; title: string; url: string | null; note: string | null };

export type Contact = {
	id: string;
	kind: 'focal_point' | 'conduct_team' | 'chain_of_command' | 'hotline' | 'other';
	name: Text;
	phone: string | null;
	email: string | null;
	where: Text;
};

export type Mission = {
	id: string;
	slug: string;
	acronym: string;
	name: Text;
	/** A sentence on status that must be shown with the map, e.g. the note under UNSCR 1244. */
	statusNote: Text;
	organizations: string[];
	area: MultiPolygon;
	headquarters: { name: string; position: Point } | null;
	period: Period;
	timeZone: string;
	languages: Locale[];
	/** Ring radii of the proximity analysis, ascending. */
	ringsMetres: number[];
	/** How close to a listed place the verdict becomes `near`. */
	nearMetres: number;
	/** After this long without confirmation from the server a list answers `unknown`. */
	listLifetimeHours: number;
	reviewIntervalDays: number;
	/** An emergency designation lapses after this many days unless confirmed. */
	emergencyDays: number;
	/** Counts below this never leave the database. At least 5. */
	minimumCell: number;
	/** The one H3 resolution at which this mission releases allegation counts. */
	heatResolution: number;
	/** True when establishments and allegations are invented; shown on everything that leaves. */
	exercise: boolean;
	contacts: Contact[];
};

export const DEPLOYMENT_KINDS = [
	'headquarters',
	'base',
	'patrol_base',
	'staff_office',
	'staff_housing',
	'leased_premises',
	'police_station',
	'area_of_operations'
] as const;
export type DeploymentKind = (typeof DEPLOYMENT_KINDS)[number];

export type Strength = {
	period: Period;
	category: PersonnelCategory;
	personnel: number;
	source: string | null;
};

export type Deployment = {
	id: string;
	name: string;
	alternateNames: string[];
	/** KFOR, UNMIK, OSCE, ... */
	force: string;
	unit: string | null;
	kind: DeploymentKind;
	town: string | null;
	region: string | null;
	geometry: Point | Polygon | MultiPolygon;
	/** Radius within which the true place very likely lies. */
	accuracyMetres: number;
	period: Period;
	strengths: Strength[];
	sources: Source[];
};

export const ESTABLISHMENT_KINDS = [
	'bar',
	'night_club',
	'brothel',
	'hotel',
	'restaurant',
	'massage_parlour',
	'private_house',
	'street_area',
	'other'
] as const;
export type EstablishmentKind = (typeof ESTABLISHMENT_KINDS)[number];

export type EstablishmentName = {
	text: string;
	/** BCP 47, with script where it matters: "sq", "sr-Cyrl", "sr-Latn", "en". */
	language: string;
	/** `sign`: as on the sign; `alias`: also called; `former`: no longer used. */
	status: 'sign' | 'alias' | 'former';
};

export const ESTABLISHMENT_STATUSES = ['open', 'closed_down', 'renamed', 'unknown'] as const;
export type EstablishmentStatus = (typeof ESTABLISHMENT_STATUSES)[number];

export type Establishment = {
	id: string;
	names: EstablishmentName[];
	kind: EstablishmentKind;
	geometry: Point | Polygon | MultiPolygon;
	accuracyMetres: number;
	address: string | null;
	town: string | null;
	region: string | null;
	status: EstablishmentStatus;
	/** When it is known to have existed. */
	period: Period;
	/** True for invented records. */
	exercise: boolean;
};

export const REASONS = [
	'exploitation',
	'force_protection',
	'drugs',
	'health_safety',
	'crime',
	'disorder'
] as const;
/** Why a place is Off-Limits: a code, never a narrative. */
export type Reason = (typeof REASONS)[number];

export const DESIGNATION_KINDS = ['establishment', 'zone', 'class', 'curfew'] as const;
export type DesignationKind = (typeof DESIGNATION_KINDS)[number];

/** A daily window in the mission's time zone; `until` earlier than `from` runs past midnight. */
export type CurfewWindow = {
	from: string;
	until: string;
	/** ISO weekdays on which the window begins, 1 = Monday. */
	days: number[];
};

/** One line of a directive: what may not be entered. */
export type Designation = {
	id: string;
	kind: DesignationKind;
	/** For kind `establishment`. */
	establishmentId: string | null;
	/** For `zone`, `class` and `curfew`; for an establishment its names speak. */
	name: Text;
	/** For `class`: every establishment of this kind in the mission area. */
	establishmentKind: EstablishmentKind | null;
	/** Null for a class rule. For an establishment, its geometry as it was at publication. */
	geometry: Geometry | null;
	accuracyMetres: number;
	bufferMetres: number;
	reason: Reason;
	emergency: boolean;
	/** When an unconfirmed emergency designation lapses by itself. */
	lapsesAt: Instant | null;
	curfew: CurfewWindow | null;
	exceptions: Text;
	/** The first day this designation stood in a version of the directive. */
	addedOn: Day | null;
};

/** What a draft holds for one designation: the words of Designation that an editor sets. */
export type DraftDesignation = Pick<
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

export type DirectiveContent = {
	title: Text;
	text: Text;
	legalBasis: string;
	applicability: PersonnelCategory[];
	exemptDuties: Text;
	/** Null: effective at the moment of publication. */
	effectiveFrom: Instant | null;
	reviewOn: Day | null;
	/** True for the version that ends the directive; it carries no designations. */
	lifts: boolean;
};

export type Draft = DirectiveContent & {
	id: string;
	/** The directive this draft amends; null for a new one. */
	directiveId: string | null;
	/** Number of that directive, for display. */
	number: number | null;
	/** The version the draft started from: publishing is refused once another superseded it. */
	basedOnVersion: number | null;
	/** Goes up with every save; a save or publication with an old revision is refused. */
	revision: number;
	designations: DraftDesignation[];
	updatedAt: Instant;
	updatedBy: string;
};

/** A published version among all versions: what identifies, dates and counts it. */
export type VersionSummary = Pick<DirectiveContent, 'title' | 'reviewOn' | 'lifts'> & {
	id: string;
	directiveId: string;
	number: number;
	version: number;
	/** Version number this one supersedes. */
	supersedes: number | null;
	effectiveFrom: Instant;
	publishedAt: Instant;
	publishedBy: string;
	/** When it was, and whether it still is, in force. `until` null: no end known. */
	inForce: Interval;
	/** How many designations it lists. */
	lines: number;
	/** When all it lists are emergencies: the instant at which the last of them lapses. */
	lapsesAt: Instant | null;
};

/** An immutable published version. */
export type DirectiveVersion = VersionSummary &
	Omit<DirectiveContent, 'effectiveFrom'> & { designations: PublishedDesignation[] };

/**
 * A designation as published: for an establishment with its names and place as they were then. Its
 * `id` stays the same through the versions of a directive, so that versions can be compared.
 */
export type PublishedDesignation = Designation & {
	names: EstablishmentName[];
	kindOfEstablishment: EstablishmentKind | null;
	address: string | null;
	town: string | null;
	region: string | null;
};

/**
 * A published designation with the interval in which it binds, for the map's time slider. Where
 * consecutive versions carry it unchanged, it is one row with the latest version that carries it.
 */
export type DatedDesignation = PublishedDesignation & {
	directiveId: string;
	number: number;
	version: number;
	inForce: Interval;
};

export const ALLEGATION_TYPES = ['sexual_abuse', 'sexual_exploitation', 'other_unknown'] as const;
export type AllegationType = (typeof ALLEGATION_TYPES)[number];

/** An H3 cell and its reports received, never fewer than the mission's minimum. */
export type AllegationCell = { cell: string; count: number };

/** One atom of release: a cell in a year. `byType` null: by type it is withheld. */
export type ReleasedCell = AllegationCell & {
	byType: Partial<Record<AllegationType, number>> | null;
};

/** All that the database releases of a mission's allegations. */
export type ReleasedCounts = {
	resolution: number;
	minimumCell: number;
	/** Years that are over and for which any report is on record; no data is not zero. */
	years: {
		year: number;
		cells: ReleasedCell[];
		/** Whether a cell was withheld for being below the minimum. Never how much or where. */
		withheld: boolean;
	}[];
};

/** Released counts summed over a span of years, for one type or all. */
export type AllegationHeat = {
	cells: AllegationCell[];
	resolution: number;
	minimumCell: number;
	fromYear: number;
	toYear: number;
	type: AllegationType | null;
	yearsOnRecord: number[];
	/** Whether something of these years may be missing. */
	withheld: boolean;
};

export type ReferenceStatistic = {
	id: string;
	/** "allegations", "personnel", "off_limits", ... */
	subject: string;
	organization: string;
	mission: string | null;
	/** Year or period as published. */
	period: string;
	/** Null: not published. Never shown as zero. */
	value: number | null;
	unit: string;
	note: string | null;
	/** False for values from general knowledge that were not looked up. */
	verified: boolean;
	asOf: Day | null;
	source: Source;
};

/** A mission of the world, for the record: where its headquarters are or were. */
export type ReferenceMission = {
	id: string;
	organization: string;
	acronym: string;
	place: string;
	headquarters: { name: string; position: Point };
	accuracyMetres: number;
	fromYear: number | null;
	/** Null: still there, as far as the source says. */
	untilYear: number | null;
	verified: boolean;
	source: Source;
};
