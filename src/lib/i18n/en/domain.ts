/** Labels of every enumeration of core/domain. */
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
	emergency: 'Emergency'
};
