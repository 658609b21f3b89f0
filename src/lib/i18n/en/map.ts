import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const map = {
	title: 'Map',
	label: ({ mission }: { mission: string }) => `Map of ${mission}`,
	loading: 'The map is loading …',
	unavailable:
		'This browser cannot draw the map: WebGL is missing or switched off. The table says everything the map would show.',
	gestures: {
		desktop: 'Use Ctrl and scroll to zoom the map',
		mac: 'Use ⌘ and scroll to zoom the map',
		touch: 'Use two fingers to move the map'
	},
	controls: {
		label: 'Map controls',
		zoomIn: 'Zoom in',
		zoomOut: 'Zoom out',
		whole: 'Show the whole mission area',
		locate: 'Show where I am',
		forget: 'Hide where I am'
	},
	position: {
		refused:
			'The browser does not give its position. Allow it for this page in the browser’s settings.',
		failed: 'The position could not be found. Try again under open sky.'
	},
	time: {
		label: 'Time shown',
		asOf: 'Show as of this day',
		asOfDay: ({ day }: { day: string }) => `As of ${day}`,
		now: 'As of today',
		today: 'Today',
		play: 'Play through time',
		pause: 'Pause',
		previousChange: 'To the change before',
		nextChange: 'To the next change',
		change: ({ number, version, title }: { number: string; version: string; title: string }) =>
			`Directive ${number}, version ${version}: ${title}`
	},
	panel: 'Map panel',
	tabs: { label: 'What the panel shows', selection: 'Selected', layers: 'Layers', table: 'Table' },
	layers: {
		'off-limits': 'Off-Limits',
		deployments: 'Deployments',
		drafts: 'Drafts',
		heat: 'Allegations',
		proximity: 'Distances around the selection',
		register: 'Known places not listed'
	},
	layersHint: {
		drafts: 'Not published: they bind nobody yet.',
		register: 'In the register of establishments, without a directive on this day.'
	},
	legend: {
		areaOfOperations: 'Area of operations',
		accuracy: 'Lies within the dashed circle',
		cluster: 'Several close together, with their number',
		buffer: 'Off-Limits around it',
		zone: 'Zone',
		curfew: 'Curfew area',
		classRules: 'Off-Limits everywhere, as a class of places',
		draft: 'Proposed in a draft',
		rings: 'Rings around the selection',
		choose: 'Select a base or a place to see rings and distances.'
	},
	heat: {
		span: 'Years added up',
		spans: {
			'1': 'The year shown',
			'3': 'Three years',
			'5': 'Five years',
			all: 'All years until then'
		},
		type: 'Type of allegation',
		allTypes: 'All types',
		picture: 'Shown as',
		pictures: { smooth: 'Smoothed', grid: 'Areas as counted' },
		years: ({ from, to }: { from: string; to: string }) =>
			from === to ? `Reports received in ${from}` : `Reports received ${from} to ${to}`,
		perArea: 'Reports per area',
		density: 'Reports per 100 km², smoothed',
		range: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
		below: ({ from, until }: { from: string; until: string }) => `${from} to below ${until}`,
		andMore: ({ from }: { from: string }) => `${from} or more`,
		noData: 'No colour: nothing released. This is not zero.',
		withheld: ({ minimum }: { minimum: string }) =>
			`Some counts are withheld because they are below ${minimum}.`,
		minimum: ({ minimum }: { minimum: string }) =>
			`Only counts of at least ${minimum} in an area and year leave the database; single reports never do.`,
		noYears: 'No report is on record for these years. This does not mean there were none.',
		failed: 'The counts could not be loaded. Try again in a moment.'
	},
	search: {
		label: 'Search places, bases, coordinates',
		placeholder: 'Name, degrees or MGRS',
		results: ({ count }: { count: number }) =>
			plural(count, { one: '# result', other: '# results' }),
		nothing: 'Nothing found. Try part of the name, or coordinates.',
		former: ({ name }: { name: string }) => `formerly ${name}`,
		also: ({ name }: { name: string }) => `also ${name}`,
		town: 'Town or village',
		municipality: 'Municipality',
		coordinates: 'Coordinates'
	},
	table: {
		caption: 'What the map shows',
		type: 'Type',
		name: 'Name',
		town: 'Town',
		nearest: 'Nearest',
		inView: 'Only what is in view',
		shown: ({ shown, total }: { shown: string; total: string }) => `${shown} of ${total} in view`,
		empty: 'Nothing is shown here on this day. Move the map, change the day or switch on a layer.',
		heatCaption: 'Allegations by area',
		area: 'Middle of the area',
		reports: 'Reports'
	},
	selection: {
		close: 'Close the selection',
		force: 'Force',
		unit: 'Unit',
		town: 'Town',
		strength: 'Personnel on this day',
		noStrength: 'Not known',
		valid: 'There',
		position: 'Position',
		sources: 'Sources',
		buffer: 'Off-Limits around it',
		directive: 'Directive',
		directiveVersion: ({ number, version }: { number: string; version: string }) =>
			`Directive ${number}, version ${version}`,
		since: 'Listed since',
		lapses: 'Lapses unless confirmed',
		hours: 'Hours',
		exceptions: 'Exceptions',
		otherNames: 'Other names',
		notListed: 'Not listed on this day. The standards of conduct hold here as everywhere.',
		notShown: 'What was selected does not exist on this day.'
	},
	proximity: {
		listedAround: 'Off-Limits around it',
		deploymentsAround: 'Deployments around it',
		within: ({ radius }: { radius: string }) => `Within ${radius}`,
		certain: 'Certain',
		possible: 'Possible',
		cannotTell: 'cannot tell',
		about: ({ distance, uncertainty }: { distance: string; uncertainty: string }) =>
			`${distance} ± ${uncertainty}`,
		none: ({ radius }: { radius: string }) => `Nothing within ${radius} on this day.`,
		method:
			'Distances along a sphere between the recorded positions; the uncertainty is the sum of both accuracies.'
	},
	status: {
		pointer: 'Pointer',
		middle: 'Middle of the map',
		scale: ({ length }: { length: string }) => `Scale: ${length}`,
		list: ({ sequence, date }: { sequence: string; date: string }) =>
			`List ${sequence}, in force since ${date}`,
		noList: 'No list is in force',
		notes: 'Notes and sources'
	}
};
