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
		map: 'Map'
	}
};
