import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const list = {
	title: 'List in force',
	lead: 'Everything that is Off-Limits in this mission today, from the published document.',
	print: 'Print the list',
	onMap: 'On the map',
	search: 'Search the list',
	searchHint: 'Name, former name, town or address, in any script',
	sort: { label: 'Order', town: 'By town', distance: 'By distance from here' },
	locating: 'Finding your position …',
	noPosition: 'Your position could not be found, so the list stays in order of towns.',
	positionStays: 'Measured on this device; your position is not sent.',
	groups: {
		everywhere: 'Everywhere in the mission area',
		areas: 'Zones and curfew areas',
		noTown: 'Without a town',
		count: ({ count }: { count: number }) => plural(count, { one: '# entry', other: '# entries' }),
		nearest: 'Nearest first'
	},
	found: ({ count, total }: { count: number; total: string }) =>
		plural(count, { one: `# of ${total} entries`, other: `# of ${total} entries` }),
	nothingFound: 'No entry matches',
	nothingFoundHint:
		'A place that is not found is not thereby allowed. Names change: check by position as well.',
	empty: 'Nothing is Off-Limits by list today',
	emptyHint: 'The standards of conduct hold everywhere all the same.',
	noList: 'The list could not be loaded',
	directives: 'Directives in force',
	directive: ({ number, version }: { number: string; version: string }) =>
		`Directive ${number}, version ${version}`,
	since: ({ date }: { date: string }) => `effective ${date}`,
	review: ({ date }: { date: string }) => `review due ${date}`,
	binds: ({ categories }: { categories: string }) => `Binds: ${categories}`,
	exempt: 'Exempt',
	printed: {
		title: ({ mission, number }: { mission: string; number: string }) =>
			`${mission} · Off-Limits list ${number}`,
		state: ({ date }: { date: string }) => `in force since ${date}`,
		at: ({ date }: { date: string }) => `printed ${date}`,
		hash: 'SHA-256 of the published list',
		paper:
			'A printed list does not change when the list does. Check the number before relying on it.'
	}
};
