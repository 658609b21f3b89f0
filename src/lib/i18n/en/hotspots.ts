import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const hotspots = {
	title: 'Hotspots: more than chance?',
	method: 'Question',
	methods: {
		'gi-star': 'Which cells stand out (Gi*)',
		scan: 'Where reports exceed what personnel explain (scan)',
		emerging: 'Where hotspots arise or fade (emerging)',
		dbscan: 'Which places form a cluster (DBSCAN)'
	},
	subject: 'Counted',
	subjects: { reports: 'Reports received', places: 'Places' },
	steps: 'Neighbourhood',
	stepsOf: ({ count }: { count: number }) =>
		plural(count, { one: 'Cell and # ring', other: 'Cell and # rings' }),
	resolution: 'Size of cells',
	share: 'Largest circle',
	shareOf: ({ share }: { share: string }) => `${share} of the personnel`,
	time: 'Time',
	times: { together: 'All years together', apart: 'Find the years as well' },
	radius: 'Radius',
	least: 'At least',
	leastOf: ({ count }: { count: number }) => plural(count, { one: '# place', other: '# places' }),
	computing: 'Computing …',
	stop: 'Stop',
	stopped: 'Stopped.',
	again: 'Compute again',
	failed: 'This could not be computed. Choose a smaller area or fewer years.',
	empty: 'Nothing to examine for this choice',
	emptyHint:
		'Choose more years, all types, or another day. Nothing released is not nothing reported.',
	verdict: {
		cells: ({ hot, cold }: { hot: number; cold: number }) =>
			`${plural(hot, { one: '# cell holds', other: '# cells hold' })} more than chance explains, ${plural(cold, { one: '# cell', other: '# cells' })} less.`,
		noCells: 'No neighbourhood of cells holds more or less than chance explains.',
		clusters: ({ count }: { count: number }) =>
			plural(count, {
				one: '# cluster is more than chance.',
				other: '# clusters are more than chance.'
			}),
		noClusters:
			'No cluster is more than chance: what stands out most is shown, and may be nothing.',
		patterns: ({ count }: { count: number }) =>
			plural(count, {
				one: '# cell has a course of its own.',
				other: '# cells have a course of their own.'
			}),
		noPatterns: 'No cell has been hot or cold beyond chance in any year.',
		groups: ({ count, alone }: { count: number; alone: number }) =>
			`${plural(count, { one: '# cluster', other: '# clusters' })}; ${plural(alone, { one: '# place stands', other: '# places stand' })} alone.`
	},
	withoutPersonnel: ({ count }: { count: number }) =>
		plural(count, {
			one: '# released report lies where nobody is on record as deployed that year: without a denominator it is left out.',
			other:
				'# released reports lie where nobody is on record as deployed that year: without a denominator they are left out.'
		}),
	table: {
		'gi-star': 'Cells of the study area',
		scan: 'Clusters, the likeliest first',
		emerging: 'Cells with a pattern',
		dbscan: 'Clusters of places'
	},
	columns: {
		cell: 'Cell centre',
		result: 'Result',
		rank: 'Cluster',
		count: 'Count',
		reports: 'Reports',
		places: 'Places',
		names: 'Which',
		cells: 'Cells',
		z: 'z',
		p: 'p',
		q: 'q',
		hotYears: 'Years hot',
		coldYears: 'Years cold',
		trendZ: 'Trend z',
		trendP: 'Trend p',
		years: 'Years',
		expected: 'Expected',
		relativeRisk: 'Relative risk',
		logLikelihoodRatio: 'Log likelihood ratio',
		radiusMetres: 'Radius'
	},
	marks: {
		veryHot: 'More than chance (q ≤ 0.01)',
		hot: 'More than chance (q ≤ 0.05)',
		none: 'Not more than chance',
		cold: 'Less than chance (q ≤ 0.05)',
		veryCold: 'Less than chance (q ≤ 0.01)',
		cluster: 'More than chance (p ≤ 0.05)',
		doubtful: 'Not more than chance',
		group: 'Cluster',
		alone: 'Place in no cluster'
	},
	/** In a row, beside its p or q. */
	results: {
		veryHot: 'More than chance',
		hot: 'More than chance',
		none: 'Not more than chance',
		cold: 'Less than chance',
		veryCold: 'Less than chance',
		cluster: 'More than chance',
		doubtful: 'Not more than chance',
		group: 'Cluster',
		alone: 'In no cluster'
	},
	andMore: ({ names, count }: { names: string; count: number }) =>
		`${names} ${plural(count, { one: 'and # more', other: 'and # more' })}`,
	courses: { hot: 'Hotspot, by its course', cold: 'Cold spot, by its course' },
	patterns: {
		hot: {
			new: 'New hotspot',
			consecutive: 'Consecutive hotspot',
			intensifying: 'Intensifying hotspot',
			persistent: 'Persistent hotspot',
			diminishing: 'Diminishing hotspot',
			sporadic: 'Sporadic hotspot',
			oscillating: 'Oscillating hotspot',
			historical: 'Historical hotspot'
		},
		cold: {
			new: 'New cold spot',
			consecutive: 'Consecutive cold spot',
			intensifying: 'Intensifying cold spot',
			persistent: 'Persistent cold spot',
			diminishing: 'Diminishing cold spot',
			sporadic: 'Sporadic cold spot',
			oscillating: 'Oscillating cold spot',
			historical: 'Historical cold spot'
		}
	},
	mapLabel: 'Map of the findings in the table',
	lessThan: ({ value }: { value: string }) => `< ${value}`,
	aboutTitle: 'How this was computed',
	about: {
		'gi-star': ({ steps, cells }: { steps: string; cells: string }) =>
			`Getis-Ord Gi* over ${cells} cells, zeros included; binary weights: ${steps}. Exact two-sided p over all ways of shuffling the counts; q by Benjamini and Hochberg, so that at most 5% of the cells called significant are expected to be chance. It says where counts gather, not whether the people there explain them.`,
		scan: ({ share, cells }: { share: string; cells: string }) =>
			`Kulldorff’s Poisson scan over ${cells} cells; circles hold up to ${share}. Personnel as of 1 July of each year, spread over the cell of each deployment and the cells around it. p from 999 replicas, seed 1, each withheld by the mission’s own rule before it is scanned.`,
		emerging: ({ steps, years }: { steps: string; years: string }) =>
			`Space-time cube of ${years}; Gi* of each cell and year with the year before, ${steps}, exact p, q by Benjamini and Hochberg over the whole cube; trend of z by Mann-Kendall at 0.05.`,
		dbscan: ({ radius, least }: { radius: string; least: string }) =>
			`DBSCAN by great-circle distance: a place with ${least} within ${radius}, itself included, is a core. It says which places lie together, not whether chance would place them so. Areas count at their middle.`
	},
	released:
		'Computed from released counts alone: a count below the mission’s minimum for a cell and year enters as zero. That can hide a small hotspot and raises no false alarm.',
	data: {
		reports: ({ from, to }: { from: string; to: string }) =>
			`Reports received ${from} to ${to}, whole years that are over.`,
		places: ({ date, set }: { date: string; set: string }) => `Places as of ${date}: ${set}.`
	}
};
