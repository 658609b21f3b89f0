import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** Places and sites from files of the analyst's own, in the analysis page. */
export const files = {
	title: 'Own files: how near places lie to sites',
	privacy:
		'Files are read and measured on this device. Nothing is uploaded and nothing is stored: leaving this view forgets them.',
	sides: { places: 'Places', sites: 'Sites' },
	columns: {
		places: 'CSV with the columns id, lng, lat; others are not read.',
		sites: 'CSV with the columns id, lng, lat, personnel; others are not read.'
	},
	limits: ({ rows, megabytes }: { rows: string; megabytes: string }) =>
		`Up to ${rows} rows and ${megabytes} MB.`,
	source: 'Taken from',
	sources: {
		file: 'A file on this device',
		offLimits: 'Off-Limits places of today',
		register: 'All places on record today',
		deployments: 'Deployments of today'
	},
	recorded: ({ count }: { count: number }) =>
		plural(count, {
			one: '# record, at its recorded position or the middle of its area; its accuracy is not considered here.',
			other:
				'# records, at their recorded positions or the middle of their areas; their accuracy is not considered here.'
		}),
	withoutStrength: ({ count }: { count: number }) =>
		plural(count, {
			one: '# has no strength on record and counts as 0.',
			other: '# have no strength on record and count as 0.'
		}),
	choose: 'Choose a file',
	drop: 'or drop one here',
	rings: 'Rings in metres',
	ringsHint: ({ count }: { count: string }) =>
		`Up to ${count}, with commas. A ring includes its limit.`,
	ringsWrong: ({ count }: { count: string }) =>
		`Write up to ${count} radii in metres, such as 500, 1000.`,
	missing: 'Choose a file first.',
	measure: 'Measure',
	stop: 'Stop',
	stopped: 'Stopped. What had been read is forgotten.',
	steps: {
		readingPlaces: ({ share }: { share: string }) => `Reading the places: ${share}`,
		readingSites: ({ share }: { share: string }) => `Reading the sites: ${share}`,
		measuring: ({ share }: { share: string }) => `Measuring: ${share}`
	},
	faulty: ({ file }: { file: string }) => `In ${file}. Nothing was measured.`,
	tooManyRows: ({ rows }: { rows: string }) => `The file has more than ${rows} rows. Divide it.`,
	tooLarge: ({ megabytes }: { megabytes: string }) =>
		`The file is larger than ${megabytes} MB. Divide it.`,
	failures: {
		memory: 'This device has not enough memory for these files. Divide them, or use the terminal.',
		unreadable: 'The file could not be read. It may have been changed or moved: choose it again.',
		broken: 'This could not be measured. Try again with fewer rows.'
	},
	done: ({ places, sites, time }: { places: string; sites: string; time: string }) =>
		`${places} and ${sites}, read and measured in ${time}.`,
	sitesCount: ({ count }: { count: number }) => plural(count, { one: '# site', other: '# sites' }),
	threads: ({ count }: { count: number }) => plural(count, { one: '# thread', other: '# threads' }),
	seconds: ({ seconds, threads }: { seconds: string; threads: string }) =>
		`${seconds} s on ${threads}`,
	median: ({ distance }: { distance: string }) =>
		`Half of the places lie within ${distance} of a site.`,
	placesWithin: ({ count, share, ring }: { count: number; share: string; ring: string }) =>
		plural(count, {
			one: `# place (${share}) has a site within ${ring}`,
			other: `# places (${share}) have a site within ${ring}`
		}),
	within: ({ ring }: { ring: string }) => `Within ${ring}`,
	beyond: 'None in any ring',
	tables: { places: 'Places and the nearest site', sites: 'Sites and the places around them' },
	id: 'Id',
	nearestSite: 'Nearest site',
	nearestPlace: 'Nearest place',
	placesIn: ({ ring }: { ring: string }) => `Places ≤ ${ring}`,
	first: ({ shown, all }: { shown: string; all: string }) =>
		`The first ${shown} of ${all} rows in this order; the files hold all.`,
	take: 'Take out everything',
	formats: { json: 'JSON', placesCsv: 'Places (CSV)', sitesCsv: 'Sites (CSV)' },
	writing: 'Writing the file …',
	takeNote:
		'The JSON is the same as that of the terminal (cordon proximity --json), which takes files of any length.',
	map: 'Map of the places and sites that were measured',
	ask: 'Click a mark to read what was measured for it, or move it under the cross with the arrow keys and press Enter.',
	noMark: 'No mark lies there.',
	one: { places: 'Place', sites: 'Site' },
	covered: ({ count }: { count: number }) =>
		plural(count, {
			one: 'Its mark covers # other. Zoom in to tell them apart.',
			other: 'Its mark covers # others. Zoom in to tell them apart.'
		}),
	empty: 'Neither file holds a row',
	method:
		'Great-circle distance between points on a sphere, as the terminal measures it; exact, without accuracies.'
};
