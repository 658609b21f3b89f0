import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const charts = {
	range: { from: 'from', below: 'below', clear: 'Whole range' },
	distance: {
		title: {
			bases: 'Distance of deployments to the nearest place',
			places: 'Distance of places to the nearest deployment'
		},
		axis: 'Distance (km)',
		field: 'Distance in metres',
		count: { bases: 'Deployments', places: 'Places' },
		whole: ({ all }: { all: string }) => `All ${all} rows that the filters leave.`,
		hint: 'Draw across the chart, or write a range below it, to keep only those rows.',
		brushed: ({
			measured,
			definite,
			possible,
			all
		}: {
			measured: string;
			definite: string;
			possible: string;
			all: string;
		}) =>
			`In the range: ${measured} of ${all} at the recorded positions. The accuracies leave open between ${definite} and ${possible}.`,
		none: ({ count }: { count: number }) =>
			plural(count, {
				one: '# has nothing to measure to and is in no class.',
				other: '# have nothing to measure to and are in no class.'
			}),
		definite: 'Certainly in this class',
		measured: 'At the recorded positions, but it may be another class',
		possible: 'At most'
	},
	exposure: {
		title: 'Personnel and exposure of deployments',
		axis: 'Exposure (person-places)',
		people: 'Personnel',
		lead: 'Each dot is a deployment; its line shows what the accuracies leave open.',
		hint: 'Draw a box, or write ranges below it.',
		unknown: ({ count }: { count: number }) =>
			plural(count, {
				one: '# deployment has no strength on record: it stands apart, not at zero.',
				other: '# deployments have no strength on record: they stand apart, not at zero.'
			}),
		leftOut: 'While a range is set, those are left out of the table.',
		margin: ({ count }: { count: number }) => `Strength not on record: ${count}`,
		dot: 'Deployment, with the lowest and highest possible exposure'
	},
	years: {
		title: 'Released reports by year received',
		lead: 'Counts of what is released. Choose years by drawing across the bars, or above.',
		rates: 'Released reports per 1,000 personnel on record',
		ratesLead:
			'Divided by the personnel on record on 1 July, written under each year. Both sides are incomplete: some reports are withheld, and some deployments have no strength on record.',
		maps: 'Released reports by cell, year by year',
		mapsLead: 'One map a year, all in the same classes. Blank is not zero: it is nothing released.',
		released: 'Released',
		withheld: 'More is withheld: how much is not said',
		noData: 'Nothing on record: not zero',
		noPersonnel: 'No strength on record for that year',
		allWithheld: 'All that is on record is withheld',
		noRate: 'No rate: the table says why',
		reports: 'Reports',
		rate: 'Per 1,000',
		personnel: 'Personnel on record',
		without: 'Deployments without strength',
		year: 'Year received',
		why: 'Why there is no rate',
		someWithheld: 'Something withheld',
		yes: 'Yes',
		no: 'No',
		table: 'Reports and personnel by year',
		cell: ({ count }: { count: number }) =>
			plural(count, { one: '# released report', other: '# released reports' }),
		denominator: ({ people }: { people: string }) => `÷ ${people}`
	},
	published: {
		title: 'Allegations by year and organization',
		lead: 'As published, on one scale. Counted by reports received.',
		rates: 'Published allegations per 1,000 personnel',
		ratesLead:
			'Only where the personnel of the same organization were published for the same year: that number stands beside each rate. The two may not cover exactly the same people.',
		notPublished: 'Not published: not zero',
		table: 'Published allegations and personnel',
		organization: 'Organization',
		allegations: 'Allegations',
		noAllegations: 'Allegations were not published',
		noPersonnel: 'No one figure of personnel was published for that year'
	},
	picture: {
		label: ({ title }: { title: string }) => `Save as a picture: ${title}`,
		take: ({ format, title }: { format: string; title: string }) => `${format}: ${title}`,
		dates: ({ asOf, generated }: { asOf: string; generated: string }) =>
			`Data as of ${asOf}. Made ${generated}.`,
		list: ({ sequence, date }: { sequence: string; date: string }) =>
			`Published list ${sequence}, in force since ${date}.`,
		noList: 'No list is published.',
		sources: ({ sources }: { sources: string }) => `Sources: ${sources}.`,
		manySources: ({ count }: { count: number }) =>
			plural(count, {
				one: '# source, named in the metadata of this file.',
				other: '# sources, named in the metadata of this file.'
			}),
		exercise: 'EXERCISE DATA – establishments and allegations are invented',
		failed: 'The picture could not be made. Try the other format, or print the page.',
		map: 'Deployments and Off-Limits places'
	}
};
