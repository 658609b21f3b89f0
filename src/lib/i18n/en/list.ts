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
	history: {
		title: 'The list at another time',
		lead: 'What was in force at any moment, for records and inquiries.',
		choose: 'Which moment?',
		open: 'At another time',
		heading: ({ when }: { when: string }) => `History: in force at ${when}`,
		ahead: ({ when }: { when: string }) => `Ahead: in force at ${when}, as published until now`,
		warning: ({ when }: { when: string }) =>
			`This is the list of ${when}, not today’s. Nobody may rely on it at a door: a check always reads the list of now.`,
		printed: ({ mission }: { mission: string }) => `NOT TODAY’S LIST · ${mission} · Off-Limits`,
		today: 'Today’s list',
		onMap: 'That moment on the map',
		versions: 'The versions in force then',
		changes: 'What changed since',
		directives: 'Directives in force at that moment',
		empty: 'Nothing was Off-Limits by list at that moment'
	},
	printed: {
		title: ({ mission, number }: { mission: string; number: string }) =>
			`${mission} · Off-Limits list ${number}`,
		state: ({ date }: { date: string }) => `in force since ${date}`,
		at: ({ date }: { date: string }) => `printed ${date}`,
		hash: 'SHA-256 of the published list',
		paper:
			'A printed list does not change when the list does. Check the number before relying on it.'
	},
	/** The list or a directive as a PDF. */
	paper: {
		title: 'PDF',
		language: 'Language',
		size: 'Paper',
		kind: 'Document',
		sizes: { a4: 'A4', letter: 'Letter' },
		kinds: { directive: 'Directive to sign', poster: 'Notice-board poster' },
		make: 'Download the PDF',
		making: 'The PDF is being made …',
		failed: 'The PDF could not be fetched. Try again.'
	}
};
