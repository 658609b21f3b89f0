/**
 * The functions of schema `api`, typed: everything Cordon reads or does. Their SQL is in the chapters
 * of supabase/migrations; tables are exposed nowhere. Arguments that are objects travel as JSON
 * text and are cast inside the function. Results are JSON in the words of core/domain.
 */
import type {
	DatedDesignation,
	Day,
	Deployment,
	DeploymentKind,
	DirectiveContent,
	DirectiveVersion,
	Draft,
	DraftDesignation,
	Establishment,
	EstablishmentName,
	Instant,
	Me,
	Membership,
	Mission,
	PersonnelCategory,
	Period,
	ReferenceMission,
	ReferenceStatistic,
	ReleasedCounts,
	Role,
	Source,
	Text,
	VersionSummary
} from '$lib/core/domain';
import type { ListOfVersion } from '$lib/core/list';
import type { AuditBreak } from '$lib/publish/audit-file';
import type { Bundle, Signature } from '$lib/publish/bundle';
import type {
	Case,
	CaseNote,
	CaseSummary,
	Finding,
	Indicator,
	InspectionResult,
	Nomination,
	NoteInput,
	Omission,
	Outcome,
	PremisesFinding,
	ProprietorStep,
	QueueItem,
	Recommendation
} from '$lib/core/case';
import type {
	RiskAssessment,
	RiskAssessmentInput,
	RiskRegister,
	RiskVisit,
	RiskWeights,
	VisitKind,
	Weights
} from '$lib/core/risk';

type MissionArg = { mission: string };

/** Name -> arguments and result. `mission` is a slug. Roles that may call stand in the comment. */
export type Api = {
	/** Signed in. */
	whoami: { args: Record<string, never>; result: Me };
	/** Any member: the missions they belong to. */
	list_missions: { args: Record<string, never>; result: Mission[] };
	/** Any member of the mission. */
	get_mission: { args: MissionArg; result: Mission };

	/** analyst, focal_point, head_of_mission, administrator. All periods: the page filters by time. */
	list_deployments: { args: MissionArg; result: Deployment[] };
	/** analyst, focal_point, head_of_mission. */
	list_establishments: { args: MissionArg; result: Establishment[] };
	/** Published and visible designations with the interval in which they bind. Any member. */
	list_designations: { args: MissionArg; result: DatedDesignation[] };
	/** analyst, focal_point, head_of_mission. Suppressed in the database. */
	get_released_counts: { args: MissionArg; result: ReleasedCounts };
	/** Any signed-in person: published figures with their sources. */
	list_reference_statistics: { args: Record<string, never>; result: ReferenceStatistic[] };
	/** Any signed-in person: missions of the world and their headquarters. */
	list_reference_missions: { args: Record<string, never>; result: ReferenceMission[] };

	/** Published and visible versions, newest first. Any member. */
	list_directive_versions: { args: MissionArg; result: VersionSummary[] };
	/** One version with its designations. Any member, once visible. */
	get_directive_version: { args: { version_id: string }; result: DirectiveVersion };
	/** Versions in force at an instant, by the intervals; any member. */
	list_versions_in_force: { args: MissionArg & { at: Instant }; result: DirectiveVersion[] };

	/** focal_point, head_of_mission. */
	list_drafts: { args: MissionArg; result: Draft[] };
	get_draft: { args: { draft_id: string }; result: Draft };
	/**
	 * Starts an empty draft, or one from the newest version of `directive_id`; what `content` says
	 * takes the place of that. focal_point, head_of_mission.
	 */
	create_draft: {
		args: MissionArg & { directive_id: string | null; content?: Partial<DraftContent> };
		result: Draft;
	};
	/** Refused with `conflict` when `revision` is not the stored one. focal_point, head_of_mission. */
	save_draft: {
		args: { draft_id: string; revision: number; content: DraftContent };
		result: Draft;
	};
	discard_draft: { args: { draft_id: string; revision: number }; result: null };
	/**
	 * The one act: number, version, designations, lists, audit entry, or nothing. head_of_mission
	 * only. The same draft_id published again returns the version it became (a double click is one
	 * publication). `conflict` when the revision is old or the directive moved on meanwhile.
	 */
	publish_draft: {
		args: { draft_id: string; revision: number };
		result: DirectiveVersion & { listSequence: number };
	};

	/**
	 * The published list in force now: exact text, its SHA-256 and signatures. Once a mission signs, an
	 * unsigned list waits. Any member, and members of missions it is shared with.
	 */
	get_list: { args: MissionArg; result: PublishedList | null };
	/** The exact text of any list that took effect. Those who may get_list. */
	get_published_list: { args: MissionArg & { sha256: string }; result: string };
	/** Public keys and revocations, for those who may get_list. */
	list_mission_keys: { args: MissionArg; result: MissionKeys };
	/** head_of_mission, for the server that holds the private keys: what to sign. */
	get_signing: { args: MissionArg & { for_new_key: boolean }; result: Signing };
	/** head_of_mission. Signatures are kept beside each other and never changed. */
	sign_lists: { args: MissionArg & { signatures: ListSignature[] }; result: null };
	/** head_of_mission. The key and its signatures of the lists it takes over, or nothing. */
	add_mission_key: {
		args: MissionArg & { statement: string; signatures: Signature[]; lists: ListSignature[] };
		result: MissionKeys;
	};
	/** head_of_mission. Any key but the newest. */
	revoke_mission_key: {
		args: MissionArg & { statement: string; signatures: Signature[] };
		result: MissionKeys;
	};
	/**
	 * The list that a version brought in, without its entries: for the version on paper. Whoever may
	 * read the version.
	 */
	get_version_list: { args: { version_id: string }; result: ListOfVersion };
	/**
	 * Any member. `made_at` is when, by the device; without it, now. Sent twice, late or in any order,
	 * the earliest counts; a clock that cannot be right counts from the receipt, and the answer says so.
	 */
	acknowledge: { args: { version_id: string; made_at: Instant | null }; result: Acknowledged };
	/** Any member: the versions they confirmed, and those they are asked to confirm now. */
	list_my_acknowledgements: { args: MissionArg; result: MyAcknowledgement[] };
	/** focal_point, head_of_mission: of those whom each binding version asks, how many confirmed. */
	list_acknowledgement_coverage: { args: MissionArg; result: CoverageFigure[] };
	/** focal_point, head_of_mission. By group, and who is missing by name: recorded in the audit. */
	get_acknowledgement_coverage: { args: { version_id: string }; result: Coverage };
	/** focal_point, head_of_mission. Once a day and version, to all who are missing now. */
	remind_missing: { args: { version_id: string }; result: { members: number } };

	/** Adds (id null) or changes. focal_point, head_of_mission. */
	save_establishment: {
		args: MissionArg & { establishment: Omit<Establishment, 'id'> & { id: string | null } };
		result: Establishment;
	};
	/** Adds (id null) or changes. analyst, head_of_mission, administrator. */
	save_deployment: {
		args: MissionArg & {
			deployment: Omit<Deployment, 'id' | 'sources'> & {
				id: string | null;
				kind: DeploymentKind;
				source: string | null;
			};
		};
		result: Deployment;
	};
	/** Many checked rows in one transaction; all or nothing. Roles as the single acts. */
	import_deployments: { args: MissionArg & { deployments: unknown[] }; result: { added: number } };
	import_establishments: {
		args: MissionArg & { establishments: unknown[] };
		result: { added: number };
	};

	/** administrator, head_of_mission. */
	list_members: { args: MissionArg; result: Member[] };
	/** administrator; only a head_of_mission (or the seed) grants head_of_mission. */
	save_membership: {
		args: MissionArg & {
			email: string;
			role: Role;
			category: PersonnelCategory;
			unit: string | null;
			/** A deployment of the mission. */
			base_id: string | null;
			period: Period;
		};
		result: Member;
	};
	end_membership: { args: { membership_id: string }; result: null };
	/** administrator, head_of_mission: newest first, up to 200 of those that fit. */
	list_audit_entries: {
		args: MissionArg & {
			before: number | null;
			act?: string | null;
			/** Part of a name. */
			actor?: string | null;
			subject?: string | null;
			since?: Instant | null;
			until?: Instant | null;
		};
		result: AuditEntry[];
	};
	/** administrator, head_of_mission: counts through the next stretch of the chain. */
	verify_audit: { args: MissionArg & { after: number }; result: AuditVerification };
	/** administrator, head_of_mission: the next stretch as lines of a file. Recorded. */
	export_audit: {
		args: MissionArg & { after: number };
		result: { lines: string[]; last: number; more: boolean };
	};
	/** Any signed-in person. */
	list_sources: { args: Record<string, never>; result: Source[] };

	/**
	 * analyst, focal_point, head_of_mission. An analyst sees what was nominated and what is
	 * published, not what is only scheduled or drafted.
	 */
	list_cases: { args: MissionArg; result: CaseSummary[] };
	/** One case with its whole history, oldest first. Roles as list_cases. */
	get_case: { args: { case_id: string }; result: Case };
	/** focal_point, head_of_mission. That somebody read them is recorded. */
	read_case_notes: { args: { case_id: string }; result: CaseNote[] };

	/**
	 * analyst, focal_point, head_of_mission. A new place enters the register with it; ask
	 * core/similar first. Refused while a case of the same place is open or the place is listed.
	 */
	nominate: { args: MissionArg & { nomination: Nomination }; result: { caseId: string } };
	/** Many nominations, all or nothing. Roles as nominate. */
	import_nominations: { args: MissionArg & { nominations: unknown[] }; result: { added: number } };
	/** Whoever nominated, or focal_point, head_of_mission; only until it is recommended. */
	withdraw_nomination: { args: { case_id: string }; result: { caseId: string } };
	/** analyst, focal_point; never who nominated. `grounds` needs indicators and a note. */
	assess: {
		args: { case_id: string; finding: Finding; indicators: Indicator[]; note: NoteInput | null };
		result: { caseId: string };
	};
	/**
	 * focal_point, head_of_mission. `reply_by` goes with notice_sent, `omission` with notice_omitted,
	 * `outcome` with answered.
	 */
	record_proprietor_step: {
		args: {
			case_id: string;
			step: ProprietorStep;
			happened_on: Day;
			reply_by: Day | null;
			omission: Omission | null;
			outcome: Outcome | null;
			note: NoteInput | null;
		};
		result: { caseId: string };
	};
	/**
	 * analyst, focal_point, head_of_mission. `new_name` goes with changed_name: it becomes the name
	 * on the sign, and those that were become former names. closed_down closes the place in the
	 * register; both leave the restriction as it is.
	 */
	record_inspection: {
		args: {
			case_id: string;
			happened_on: Day;
			inspection_result: InspectionResult;
			new_name: Omit<EstablishmentName, 'status'> | null;
			note: NoteInput | null;
		};
		result: { caseId: string };
	};
	/** focal_point. To designate: assessed with grounds, and the proprietor heard or left out with a reason. */
	recommend: {
		args: { case_id: string; recommendation: Recommendation; note: NoteInput | null };
		result: { caseId: string };
	};
	/**
	 * Puts recommended cases into the draft `draft_id`, otherwise into a new one that amends
	 * `directive_id`, otherwise into a new directive's; takes those recommended to be lifted out.
	 * focal_point, head_of_mission.
	 */
	draft_from_cases: {
		args: MissionArg & {
			case_ids: string[];
			directive_id: string | null;
			draft_id: string | null;
		};
		result: Draft;
	};
	/**
	 * Publishes a version of the directive in which these emergency lines stand without lapsing.
	 * head_of_mission only. Refused while a later version is scheduled.
	 */
	confirm_emergency: {
		args: { case_ids: string[] };
		result: DirectiveVersion & { listSequence: number };
	};
	/** Any member: what waits for them, the most urgent first. */
	list_my_queue: { args: MissionArg; result: QueueItem[] };
	/** Housing and leased premises inside or near what is in force. analyst, focal_point, head_of_mission. */
	check_premises: { args: MissionArg; result: PremisesFinding[] };

	/** analyst, focal_point, head_of_mission. What was assessed, visited and weighed, ever. */
	get_risk_register: { args: MissionArg; result: RiskRegister };
	/**
	 * analyst, focal_point, head_of_mission. `based_on` is the number that was in view, 0 before the
	 * first; `conflict` when somebody assessed the base meanwhile.
	 */
	save_risk_assessment: {
		args: MissionArg & { deployment_id: string; based_on: number; assessment: RiskAssessmentInput };
		result: RiskAssessment;
	};
	/** analyst, focal_point, head_of_mission. */
	record_risk_visit: {
		args: MissionArg & { deployment_id: string; visited_on: Day; visit_kind: VisitKind };
		result: RiskVisit;
	};
	/** A visit entered by mistake; both stay on record. Roles as record_risk_visit. */
	strike_risk_visit: { args: MissionArg & { visit_id: string }; result: RiskVisit };
	/** head_of_mission. `based_on` as in save_risk_assessment. */
	save_risk_weights: {
		args: MissionArg & { based_on: number; weights: Weights; reason: string };
		result: RiskWeights;
	};
};

export type DraftContent = DirectiveContent & { designations: DraftDesignation[] };
export type Acknowledged = { acknowledgedAt: Instant; clockDoubted: boolean };
export type MyAcknowledgement = {
	versionId: string;
	number: number;
	version: number;
	title: Text;
	/** It binds and concerns this member. */
	asked: boolean;
	acknowledgedAt: Instant | null;
	clockDoubted: boolean;
	/** Of the last reminder, while it is asked and not confirmed. */
	remindedAt: Instant | null;
};
export type Tally = { asked: number; acknowledged: number };
export type CoverageFigure = Tally & { versionId: string; number: number; version: number };
export type Coverage = CoverageFigure & {
	title: Text;
	asOf: Instant;
	/** `name` is null where it was not stated; of a category it is the word of the domain. */
	groups: (Tally & { by: CoverageGrouping; name: string | null })[];
	missing: {
		displayName: string;
		unit: string | null;
		base: string | null;
		category: PersonnelCategory;
		/** Since when they could know the version. */
		since: Instant;
	}[];
	/** Newest first. */
	reminders: { at: Instant; by: string }[];
	remindedToday: boolean;
};
export type CoverageGrouping = 'unit' | 'base' | 'category';
export type PublishedList = {
	text: string;
	sha256: string;
	sequence: number;
	effectiveFrom: Instant;
	signatures: Signature[];
};
export type MissionKeys = Pick<Bundle, 'keys' | 'revocations'>;
export type ListSignature = Signature & { sequence: number; sha256: string };
export type Signing = MissionKeys & {
	/** Number of the newest key; null before the first. */
	newestNumber: number | null;
	/** Sequence of the list in force; 0 before the first. */
	inForce: number;
	/** Newest first. */
	lists: { sequence: number; sha256: string; text: string }[];
};
export type Member = Membership & {
	id: string;
	email: string;
	displayName: string;
	base: { id: string; name: string } | null;
};
export type AuditEntry = {
	sequence: number;
	at: Instant;
	actor: string;
	act: string;
	subject: string | null;
	detail: Record<string, unknown>;
};
export type AuditVerification = {
	verifiedTo: number;
	/** The newest entry; null before the first. */
	head: { sequence: number; hash: string } | null;
	breaks: AuditBreak[];
};
export type { Day };

/** What a refused call says. `key` names a message of the interface: `errors.<key>`. */
export type ApiFailure = {
	kind:
		'signed_out' | 'forbidden' | 'not_found' | 'conflict' | 'invalid' | 'too_many' | 'unavailable';
	key: string;
	message: string;
};
