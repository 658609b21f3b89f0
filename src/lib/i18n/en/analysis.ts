import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const analysis = {
	title: 'Analysis',
	lead: 'How close Off-Limits places lie to troops and staff, and where allegations gather.',
	views: {
		label: 'Views',
		bases: 'Deployments',
		places: 'Places',
		heat: 'Allegations',
		hotspots: 'Hotspots',
		files: 'Own files',
		whatIf: 'What if',
		displacement: 'Displacement'
	},
	filters: {
		label: 'Filters',
		on: 'As of',
		today: 'Today',
		set: 'Places measured',
		offLimits: 'Off-Limits on that day',
		register: 'All on record on that day',
		ring: 'Something within',
		region: 'Region',
		kind: 'Kind',
		force: 'Force',
		nearestForce: 'Force of the nearest',
		all: 'All',
		search: 'Search names',
		reset: 'Reset filters'
	},
	summary: ({ places, bases, date }: { places: string; bases: string; date: string }) =>
		`${places} and ${bases} as of ${date}`,
	placesCount: ({ count }: { count: number }) =>
		plural(count, { one: '# place', other: '# places' }),
	basesCount: ({ count }: { count: number }) =>
		plural(count, { one: '# deployment', other: '# deployments' }),
	most: ({ name, count, ring }: { name: string; count: number; ring: string }) =>
		plural(count, {
			one: `Most places within ${ring}: ${name}, with #`,
			other: `Most places within ${ring}: ${name}, with #`
		}),
	tables: {
		bases: 'Deployments and the places around them',
		places: 'Places and the nearest deployment'
	},
	columns: {
		name: 'Name',
		force: 'Force',
		kind: 'Kind',
		region: 'Region',
		town: 'Town',
		strength: 'Personnel',
		within: ({ ring }: { ring: string }) => `≤ ${ring}`,
		nearest: 'Nearest',
		distance: 'Distance',
		exposure: 'Exposure',
		personnelWithin: ({ ring }: { ring: string }) => `Personnel ≤ ${ring}`,
		reason: 'Reason'
	},
	/** A count whose bounds differ: 5, of which 3 are certain and up to 8 possible. */
	bounds: ({ definite, possible }: { definite: string; possible: string }) =>
		`${definite}–${possible}`,
	boundsTitle: ({
		measured,
		definite,
		possible
	}: {
		measured: string;
		definite: string;
		possible: string;
	}) =>
		`${measured} at the recorded positions; between ${definite} and ${possible} as far as the accuracies allow to say`,
	distance: ({ distance, uncertainty }: { distance: string; uncertainty: string }) =>
		`${distance} ± ${uncertainty}`,
	cannotTell: 'cannot tell',
	map: {
		label: 'Map of the rows in the table',
		hint: 'Choose a row or a symbol: the other follows.'
	},
	detail: {
		close: 'Close',
		within: ({ ring }: { ring: string }) => `Possibly within ${ring}`,
		nothing: ({ ring }: { ring: string }) => `Nothing is possibly within ${ring}.`,
		open: 'Open the record'
	},
	export: {
		csv: 'CSV',
		geojson: 'GeoJSON',
		label: 'Export what is shown',
		note: 'Holds the rows shown, in their order, with date, method and accuracies.'
	},
	method: {
		title: 'How this is computed',
		proximity: ({ radius }: { radius: string }) =>
			`Great-circle distance on a sphere of radius ${radius} (Turf), from edge to edge where a record is an area. A pair counts when both existed on the day shown.`,
		accuracy:
			'Each distance carries the sum of the two records’ accuracies. A count is given at the recorded positions; where the accuracies leave it open, its lowest and highest possible values follow.',
		exposure:
			'Exposure is personnel times the mean, over the rings, of the places inside each ring. It is empty where no strength is on record; empty is not zero.',
		parameters: ({ rings, date, set }: { rings: string; date: string; set: string }) =>
			`Rings: ${rings}. Day: ${date}. Places: ${set}.`,
		more: 'The method in full'
	},
	heat: {
		title: 'Reports of allegations received',
		type: 'Type',
		allTypes: 'All types',
		from: 'From year',
		to: 'To year',
		table: 'Cells with released counts',
		cell: 'Cell centre',
		count: 'Reports',
		share: 'Share',
		withheld: ({ minimum }: { minimum: string }) =>
			`Counts below ${minimum} for a cell and year are withheld, in the database, after filtering. What is blank on the map is not zero.`,
		recent:
			'Reports received in the year that is running are not yet counted. Counted by reports received, as the United Nations counts: a report may concern several people.',
		area: ({ area }: { area: string }) => `Each cell covers about ${area}.`,
		empty: 'Nothing is released for this choice',
		emptyHint:
			'Choose more years or all types. Nothing released is not the same as nothing reported.',
		mapLabel: 'Map of released counts by cell',
		loading: 'Asking for the released counts …',
		failed: 'The counts could not be loaded.'
	}
};
