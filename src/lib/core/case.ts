/**
 * The vocabulary of cases. A case is one line of the list before, while and after it stands there:
 * its id is the id that the line has in every version of a directive. It opens with a nomination or,
 * when a Head of Mission designates without one, with the publication. Its state is not stored: the
 * database derives it from what was done and published.
 */
import type { Geometry } from 'geojson';
import type {
	Day,
	DesignationKind,
	Establishment,
	EstablishmentKind,
	EstablishmentName,
	EstablishmentStatus,
	Instant,
	Reason,
	Text
} from './domain';

/**
 * What can be observed of a place. The first ten turn the initial screening checklist of the 2004
 * trafficking resource package from a person to a place; not all need to be present, and none of
 * them says who.
 */
export const INDICATORS = [
	'not_free_to_leave',
	'guarded',
	'rehearsed_answers',
	'threats',
	'violence',
	'papers_withheld',
	'unpaid',
	'long_hours',
	'lives_on_premises',
	'journey_arranged',
	'sex_sold',
	'minors',
	'members_seen',
	'drugs',
	'weapons',
	'armed_groups',
	'disorder',
	'unsanitary'
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What is done in a case by somebody who signed in, in the order in which a case usually goes. */
export const CASE_ACTS = [
	'nominated',
	'assessed',
	'notice_sent',
	'notice_omitted',
	'replied',
	'petitioned',
	'inspected',
	'answered',
	'recommended',
	'withdrawn'
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

export const CASE_STATES = [
	'nominated',
	'assessed',
	'recommended',
	/** Signed and not yet effective. Only those who may see a scheduled version meet this state. */
	'scheduled',
	/** Binding at once, until it is confirmed or lapses. */
	'emergency',
	'in_force',
	/** The place closed down and is still forbidden: only a directive lifts. */
	'closed_down',
	/** An emergency that nobody confirmed in time. The case is open still. */
	'lapsed',
	/** Taken off the list by a later version. Being named again opens another case. */
	'lifted',
	'dismissed',
	'withdrawn'
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What an assessment finds: grounds to designate, reason to go on watching, or neither. */
export const FINDINGS = ['grounds', 'observe', 'no_grounds'] as const;
export type Finding = (typeof FINDINGS)[number];

/** `designate` before, `keep` or `lift` while it is listed. The Head of Mission is not bound by it. */
export const RECOMMENDATIONS = ['designate', 'keep', 'lift'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** Why no notice went to the proprietor. */
export const OMISSIONS = ['endangers_someone', 'warns_offenders', 'proprietor_unknown'] as const;
export type Omission = (typeof OMISSIONS)[number];

/** What a reply or a petition led to. */
export const OUTCOMES = ['accepted', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const INSPECTION_RESULTS = [
	'unchanged',
	'corrected',
	'changed_name',
	'changed_owner',
	'closed_down',
	'not_found'
] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

export const PROPRIETOR_STEPS = [
	'notice_sent',
	'notice_omitted',
	'replied',
	'petitioned',
	'answered'
] as const satisfies readonly CaseAct[];
export type ProprietorStep = (typeof PROPRIETOR_STEPS)[number];

/** A restricted text. It is erased on `retainedUntil`, and not returned from that day on. */
export type NoteInput = { text: string; retainedUntil: Day };
export type CaseNote = {
	/** Which event of the case it belongs to. */
	position: number;
	/** Null once erased. */
	text: string | null;
	retainedUntil: Day;
	erasedAt: Instant | null;
};

/** What somebody proposes to look at. Indicators and a reason; no narrative, no person. */
export type Nomination = {
	kind: Extract<DesignationKind, 'establishment' | 'zone' | 'class'>;
	/** A place of the register, or the words for one that is not there yet. */
	establishmentId: string | null;
	establishment: Omit<Establishment, 'id' | 'exercise'> | null;
	/** For `zone` and `class`. */
	name: Text;
	/** For `class`. */
	establishmentKind: EstablishmentKind | null;
	/** For `zone`: an outline. */
	geometry: Geometry | null;
	reason: Reason;
	indicators: Indicator[];
};

/** A case at a glance, as the caller may see it: an embargoed version is not there for everybody. */
export type CaseSummary = {
	id: string;
	kind: DesignationKind;
	state: CaseState;
	establishmentId: string | null;
	/** For an establishment, as in the register now. */
	names: EstablishmentName[];
	name: Text;
	/** Of the establishment, or of the class. */
	establishmentKind: EstablishmentKind | null;
	town: string | null;
	region: string | null;
	/** Outline of a zone or curfew; an establishment's place is in the register. */
	geometry: Geometry | null;
	placeStatus: EstablishmentStatus | null;
	/** As published, otherwise as nominated. */
	reason: Reason;
	nominatedAt: Instant | null;
	nominatedBy: string | null;
	/** Whoever nominated may not assess. */
	nominatedByMe: boolean;
	finding: Finding | null;
	assessedOn: Day | null;
	/** `running`: a notice went out and the time to reply is not over. */
	notice: 'none' | 'running' | 'given' | 'omitted';
	replyBy: Day | null;
	/** A reply or petition waits for its answer. */
	unanswered: boolean;
	/** The last one, while it is still open: `designate` until it is, the others while it is listed. */
	recommendation: Recommendation | null;
	lastInspection: { on: Day; result: InspectionResult } | null;
	/** While listed: an interval of the mission after the last inspection or the designation. */
	inspectionDueOn: Day | null;
	/** The version that carries it now, or will, or last did. */
	directive: { id: string; number: number; version: number; versionId: string } | null;
	lapsesAt: Instant | null;
	/** An unpublished draft that holds it, for those who may read drafts. */
	draftId: string | null;
};

/** Besides the acts: what publications, time and the register did to the case. */
export const CASE_EVENTS = [
	...CASE_ACTS,
	'designated',
	'altered',
	'confirmed',
	'lapsed',
	'taken_off',
	'status_changed'
] as const;

/** One dated event. What does not concern its kind is absent. */
export type CaseEvent = {
	what: (typeof CASE_EVENTS)[number];
	/** When it was recorded or took effect; the history is in this order. */
	at: Instant;
	by?: string;
	/** The day on which it happened, as whoever recorded it said. */
	on?: Day;
	/** Of an act: its number in the case, under which its note is kept. */
	position?: number;
	note?: { retainedUntil: Day; erasedAt?: Instant };
	reason?: Reason;
	indicators?: Indicator[];
	finding?: Finding;
	omission?: Omission;
	replyBy?: Day;
	outcome?: Outcome;
	result?: InspectionResult;
	recommendation?: Recommendation;
	status?: EstablishmentStatus;
	versionId?: string;
	number?: number;
	version?: number;
	emergency?: boolean;
	lapsesAt?: Instant;
};

export type Case = CaseSummary & { events: CaseEvent[] };

export const QUEUE_TASKS = [
	/** Assess a nomination of somebody else's. */
	'assess',
	/** Give notice to the proprietor, or say why not. */
	'give_notice',
	'recommend',
	/** Answer a reply or petition. */
	'answer',
	/** Decide on a recommendation to designate or to lift. */
	'decide',
	/** Confirm an emergency before it lapses, or let it. */
	'confirm',
	'inspect',
	/** The place in the register differs from the line published: issue it anew. */
	'reissue',
	/** The directive's own review is due. */
	'review',
	'acknowledge',
	/** A membership ends soon. */
	'renew'
] as const;
export type QueueTask = (typeof QUEUE_TASKS)[number];

/** One thing that waits for the caller; the most urgent first. */
export type QueueItem = {
	task: QueueTask;
	caseId: string | null;
	/** For `confirm`, `reissue`, `review` and `acknowledge`. */
	versionId: string | null;
	/** The directive's. */
	number: number | null;
	/** Of the place, zone or class; the directive's title for `review` and `acknowledge`. */
	names: EstablishmentName[];
	name: Text;
	/** For `renew`: whose. */
	person: string | null;
	town: string | null;
	/** In the mission's own days; null when there is no date by which. */
	dueOn: Day | null;
	overdue: boolean;
};

/** Staff housing or leased premises inside or near a listed place. */
export type PremisesFinding = {
	deploymentId: string;
	deploymentName: string;
	/** The line, by its case. */
	designationId: string;
	number: number;
	/** From the premises to the edge of what is listed, its buffer included; 0 inside. */
	distanceMetres: number;
	/** The accuracies of both together: how far the distance may be off. */
	accuracyMetres: number;
	/** `cannot_tell`: the two accuracies leave open whether it is inside or near. */
	verdict: 'inside' | 'near' | 'cannot_tell';
};
