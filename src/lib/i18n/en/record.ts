export const record = {
	title: 'Record',
	lead: 'Figures as they were published, each with its source. Figures of different rows count different things and are never added up here.',
	rules: {
		title: 'How to read these figures',
		notZero: 'A figure that was not published is marked so. It is not zero.',
		reports:
			'Allegations are counted by reports received: one report may name several alleged perpetrators and several victims.',
		revised:
			'Organizations revise their figures, also for past years. Each figure stands as its source had it.',
		notVerified:
			'“Not verified” marks a figure that nobody has looked up in its source yet. Do not quote it.'
	},
	organization: 'Organization',
	allOrganizations: 'All organizations',
	mission: 'Mission',
	period: 'Period',
	value: 'Figure',
	unit: 'Counted in',
	note: 'Note of the source',
	source: 'Source',
	asOf: 'As of',
	notVerified: 'Not verified',
	empty: 'No published figures are stored.',
	details: 'Allegations in detail',
	subjectLabel: 'What',
	subject: {
		allegations: 'Allegations by year',
		allegations_by_category: 'Allegations by category of personnel',
		allegations_by_mission: 'Allegations by mission or country',
		allegations_involving_children: 'Allegations involving children',
		allegations_found_credible: 'Allegations found credible',
		investigations_completed: 'Investigations completed',
		alleged_perpetrators: 'Alleged perpetrators',
		victims: 'Victims',
		child_victims: 'Victims who were children',
		share_of_minors: 'Share of minors',
		personnel: 'Personnel deployed',
		women_deployed: 'Women deployed',
		kfor_strength: 'Strength of KFOR',
		off_limits: 'Off-Limits premises in Kosovo',
		off_limits_by_region: 'Off-Limits premises in Kosovo by region, 2005–2006'
	},
	units: {
		'reports received': 'reports received',
		people: 'people',
		premises: 'premises',
		investigations: 'investigations',
		share: 'share of the whole'
	},
	world: {
		title: 'Missions of the world',
		lead: 'Where field missions have or had their headquarters, as far as the sources say.',
		headquarters: 'Headquarters',
		place: 'Area',
		from: 'From',
		until: 'Until',
		ongoing: 'No end in the source'
	}
};
