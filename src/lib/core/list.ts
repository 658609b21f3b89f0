/**
 * The list in force: the one published document a check reads. It says what is prohibited and
 * nothing else: no owner, no evidence, no person.
 */
import type { Geometry, MultiPolygon } from 'geojson';
import type {
	Contact,
	CurfewWindow,
	Day,
	DesignationKind,
	DirectiveVersion,
	EstablishmentKind,
	EstablishmentName,
	Instant,
	Locale,
	PersonnelCategory,
	PublishedDesignation,
	Reason,
	Text
} from './domain';

export type ListEntry = {
	/** Designation id. */
	id: string;
	kind: DesignationKind;
	/** Establishments: every name, former ones too. Otherwise empty. */
	names: EstablishmentName[];
	/** Zones, classes and curfews. */
	name: Text;
	establishmentKind: EstablishmentKind | null;
	address: string | null;
	town: string | null;
	region: string | null;
	geometry: Geometry | null;
	accuracyMetres: number;
	bufferMetres: number;
	reason: Reason;
	emergency: boolean;
	lapsesAt: Instant | null;
	curfew: CurfewWindow | null;
	exceptions: Text;
	addedOn: Day | null;
};

export type ListDirective = {
	number: number;
	version: number;
	title: Text;
	text: Text;
	legalBasis: string;
	applicability: PersonnelCategory[];
	exemptDuties: Text;
	effectiveFrom: Instant;
	reviewOn: Day | null;
	entries: ListEntry[];
};

export type ListInForce = {
	format: 'cordon-list/1';
	mission: {
		slug: string;
		acronym: string;
		name: Text;
		statusNote: Text;
		timeZone: string;
		languages: Locale[];
		exercise: boolean;
	};
	/** Goes up by one with every list a mission publishes. */
	sequence: number;
	/** SHA-256 (hex) of the list before it; null for the first. */
	previousHash: string | null;
	issuedAt: Instant;
	effectiveFrom: Instant;
	/** How long a copy answers without confirmation by the server. */
	lifetimeHours: number;
	nearMetres: number;
	/** Where the list speaks; outside it the verdict is `unknown`. */
	coverage: MultiPolygon;
	directives: ListDirective[];
	contacts: Contact[];
	/** Consequence of a breach by personnel category. */
	consequences: Partial<Record<PersonnelCategory, Text>>;
};

/** A published list without what it lists: who spoke, when, and what holds for all of its entries. */
export type ListOfVersion = Omit<ListInForce, 'directives'> & {
	sha256: string;
	/** Id of the key that answers for it; null in a mission that does not sign. */
	key: string | null;
};

/**
 * What a list of the moment says of versions in force at it, as cordon.compose_list writes it: the
 * document itself stands in the published list.
 */
export function toListDirectives(versions: readonly DirectiveVersion[]): ListDirective[] {
	return versions
		.map(({ designations, ...version }) => ({
			number: version.number,
			version: version.version,
			title: version.title,
			text: version.text,
			legalBasis: version.legalBasis,
			applicability: version.applicability,
			exemptDuties: version.exemptDuties,
			effectiveFrom: version.effectiveFrom,
			reviewOn: version.reviewOn,
			entries: designations.map(toListEntry)
		}))
		.sort((a, b) => a.number - b.number);
}

const toListEntry = (designation: PublishedDesignation): ListEntry => ({
	id: designation.id,
	kind: designation.kind,
	names: designation.names,
	name: designation.name,
	establishmentKind: designation.establishmentKind ?? designation.kindOfEstablishment,
	address: designation.address,
	town: designation.town,
	region: designation.region,
	geometry: designation.geometry,
	accuracyMetres: designation.accuracyMetres,
	bufferMetres: designation.bufferMetres,
	reason: designation.reason,
	emergency: designation.emergency,
	lapsesAt: designation.lapsesAt,
	curfew: designation.curfew,
	exceptions: designation.exceptions,
	addedOn: designation.addedOn
});
