export const places = {
	title: 'Places',
	lead: 'Every establishment on record, listed or not. A record here prohibits nothing; a directive does.',
	add: 'Add a place',
	import: 'Import',
	edit: 'Change',
	on: 'As of',
	search: 'Search names, addresses and towns',
	show: 'Show',
	all: 'All on record',
	listed: 'Off-Limits on that day',
	unlisted: 'Not listed on that day',
	table: 'Places on record',
	none: 'No place matches',
	noneHint: 'Change the search, or add the place.',
	columns: {
		name: 'Name',
		kind: 'Kind',
		status: 'Status',
		listed: 'Off-Limits',
		town: 'Town',
		region: 'Region',
		address: 'Address in words',
		period: 'Known to have existed',
		accuracy: 'Accuracy'
	},
	listedBy: ({ number, version }: { number: string; version: string }) =>
		`Directive ${number}, version ${version}`,
	notListed: 'Not listed',
	onMap: 'On the map',
	names: {
		title: 'Names',
		text: 'Name',
		language: 'Language and script',
		status: 'Use',
		add: 'Add a name',
		remove: 'Remove this name',
		hint: 'As on the sign in each script. Keep former names: a new name does not lift a restriction.'
	},
	languages: {
		sq: 'Albanian',
		'sr-Latn': 'Serbian, Latin script',
		'sr-Cyrl': 'Serbian, Cyrillic script',
		en: 'English',
		fr: 'French',
		ar: 'Arabic',
		und: 'Not known'
	} as Record<string, string>,
	designations: {
		title: 'Designations through time',
		none: 'No published directive has named this place.',
		from: 'In force from',
		until: 'Until',
		now: 'in force',
		buffer: 'Buffer'
	},
	nearest: {
		title: 'Deployments around it',
		none: ({ ring }: { ring: string }) => `None possibly within ${ring} today.`
	},
	form: {
		addTitle: 'Add a place',
		editTitle: 'Change a place',
		kind: 'Kind',
		status: 'Status',
		address: 'Address in words',
		addressHint: 'How to find it: street, landmark, side of the road',
		town: 'Town',
		region: 'Region',
		from: 'Known since',
		until: 'No longer there since',
		noEvidence:
			'Do not enter owners, witnesses, prices or anything said by a victim. This record holds what a sign and a map show.'
	}
};
