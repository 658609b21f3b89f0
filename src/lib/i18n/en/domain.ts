/** Labels of every enumeration of core/domain and core/case. */
import type {
	CASE_EVENTS,
	CaseState,
	Finding,
	Indicator,
	InspectionResult,
	Omission,
	Outcome,
	QueueTask,
	Recommendation
} from '$lib/core/case';
import type {
	AllegationType,
	Contact,
	DeploymentKind,
	DesignationKind,
	EstablishmentKind,
	EstablishmentName,
	EstablishmentStatus,
	PersonnelCategory,
	Reason,
	Role
} from '$lib/core/domain';

export const domain = {
	versioned: ({ number, version }: { number: string; version: string }) =>
		`Directive ${number}, version ${version}`,
	role: {
		personnel: 'Personnel',
		analyst: 'Analyst',
		focal_point: 'Focal point',
		head_of_mission: 'Head of Mission',
		administrator: 'Administrator'
	} satisfies Record<Role, string>,
	category: {
		military: 'Military',
		police: 'Police',
		observer: 'Military observers',
		civilian: 'Civilian staff',
		contractor: 'Contractors'
	} satisfies Record<PersonnelCategory, string>,
	deploymentKind: {
		headquarters: 'Headquarters',
		base: 'Base',
		patrol_base: 'Patrol base',
		staff_office: 'Staff office',
		staff_housing: 'Staff housing',
		leased_premises: 'Leased premises',
		police_station: 'Police station',
		area_of_operations: 'Area of operations'
	} satisfies Record<DeploymentKind, string>,
	establishmentKind: {
		bar: 'Bar',
		night_club: 'Night club',
		brothel: 'Brothel',
		hotel: 'Hotel',
		restaurant: 'Restaurant',
		massage_parlour: 'Massage parlour',
		private_house: 'Private house',
		street_area: 'Street or area',
		other: 'Other'
	} satisfies Record<EstablishmentKind, string>,
	establishmentStatus: {
		open: 'Open',
		closed_down: 'Closed down',
		renamed: 'Renamed',
		unknown: 'Unknown'
	} satisfies Record<EstablishmentStatus, string>,
	nameStatus: {
		sign: 'As on the sign',
		alias: 'Also called',
		former: 'Formerly'
	} satisfies Record<EstablishmentName['status'], string>,
	reason: {
		exploitation: 'Sexual exploitation and abuse',
		force_protection: 'Force protection',
		drugs: 'Drugs',
		health_safety: 'Health and safety',
		crime: 'Crime',
		disorder: 'Disorder'
	} satisfies Record<Reason, string>,
	designationKind: {
		establishment: 'Establishment',
		zone: 'Zone',
		class: 'Class of places',
		curfew: 'Curfew area'
	} satisfies Record<DesignationKind, string>,
	allegationType: {
		sexual_abuse: 'Sexual abuse',
		sexual_exploitation: 'Sexual exploitation',
		other_unknown: 'Other or unknown'
	} satisfies Record<AllegationType, string>,
	contactKind: {
		focal_point: 'Focal point for sexual exploitation and abuse',
		conduct_team: 'Conduct and Discipline Team',
		chain_of_command: 'Chain of command',
		hotline: 'Hotline',
		other: 'Other contact'
	} satisfies Record<Contact['kind'], string>,
	offLimits: 'Off-Limits',
	emergency: 'Emergency',

	indicator: {
		not_free_to_leave: 'Those who work there are not free to leave',
		guarded: 'Doors or grounds are guarded to keep people in',
		rehearsed_answers: 'Answers sound learnt by heart, or somebody else gives them',
		threats: 'Threats are made',
		violence: 'Signs of violence against those who work there',
		papers_withheld: 'Identity papers are held by somebody else',
		unpaid: 'Work without pay, or against a debt',
		long_hours: 'Work without regular hours',
		lives_on_premises: 'Those who work there live there, in poor conditions',
		journey_arranged: 'Somebody else arranged how they came there',
		sex_sold: 'Sex is sold',
		minors: 'Children or very young people work there or are brought there',
		members_seen: 'Members of the mission are seen there',
		drugs: 'Drugs are sold or used',
		weapons: 'Weapons are carried or traded',
		armed_groups: 'Armed groups meet there or own it',
		disorder: 'Repeated fights or disorder',
		unsanitary: 'A danger to health'
	} satisfies Record<Indicator, string>,
	caseState: {
		nominated: 'Nominated',
		assessed: 'Assessed',
		recommended: 'Recommended',
		scheduled: 'Signed, not yet in force',
		emergency: 'In force as an emergency',
		in_force: 'In force',
		closed_down: 'Closed down, still Off-Limits',
		lapsed: 'Lapsed',
		lifted: 'Lifted',
		dismissed: 'Dismissed',
		withdrawn: 'Withdrawn'
	} satisfies Record<CaseState, string>,
	caseEvent: {
		nominated: 'Nominated',
		assessed: 'Assessed',
		notice_sent: 'Notice sent to the proprietor',
		notice_omitted: 'Notice to the proprietor left out',
		replied: 'The proprietor replied',
		petitioned: 'The proprietor petitioned',
		inspected: 'Inspected',
		answered: 'Reply or petition answered',
		recommended: 'Recommended',
		withdrawn: 'Nomination withdrawn',
		designated: 'Designated',
		altered: 'Designation altered',
		confirmed: 'Emergency confirmed',
		lapsed: 'Emergency lapsed',
		taken_off: 'Taken off the list',
		status_changed: 'Status of the place changed'
	} satisfies Record<(typeof CASE_EVENTS)[number], string>,
	finding: {
		grounds: 'Grounds to designate',
		observe: 'Go on watching',
		no_grounds: 'No grounds'
	} satisfies Record<Finding, string>,
	recommendation: {
		designate: 'Designate',
		keep: 'Keep on the list',
		lift: 'Take off the list'
	} satisfies Record<Recommendation, string>,
	omission: {
		endangers_someone: 'It would endanger somebody',
		warns_offenders: 'It would warn offenders',
		proprietor_unknown: 'The proprietor is not known'
	} satisfies Record<Omission, string>,
	outcome: {
		accepted: 'Accepted',
		refused: 'Refused'
	} satisfies Record<Outcome, string>,
	inspectionResult: {
		unchanged: 'Unchanged',
		corrected: 'Corrected',
		changed_name: 'Changed its name',
		changed_owner: 'Changed its owner',
		closed_down: 'Closed down',
		not_found: 'Not found'
	} satisfies Record<InspectionResult, string>,
	queueTask: {
		assess: 'Assess the nomination',
		give_notice: 'Give notice to the proprietor',
		recommend: 'Recommend',
		answer: 'Answer the proprietor',
		decide: 'Decide on the recommendation',
		confirm: 'Confirm the emergency, or let it lapse',
		inspect: 'Inspect',
		reissue: 'Issue again: the place has changed in the register',
		review: 'Review the directive',
		acknowledge: 'Read and acknowledge',
		renew: 'A membership ends soon'
	} satisfies Record<QueueTask, string>
};
