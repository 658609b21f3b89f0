import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const shell = {
	product: 'Cordon',
	skipToContent: 'Skip to content',
	nav: {
		label: 'Pages',
		more: 'More',
		check: 'Check',
		list: 'List',
		map: 'Map',
		desk: 'Desk',
		directives: 'Directives',
		analysis: 'Analysis',
		slide: 'Proximity slide',
		deployments: 'Deployments',
		cases: 'Cases',
		places: 'Places',
		import: 'Import',
		record: 'Record',
		members: 'Members',
		keys: 'Keys'
	},
	home: 'Home page',
	mission: 'Mission',
	changeMission: 'Change mission',
	chooseMission: 'Choose a mission',
	language: 'Language',
	theme: { label: 'Appearance', system: 'As the device', light: 'Light', dark: 'Dark' },
	account: {
		label: 'Account',
		signIn: 'Sign in',
		signOut: 'Sign out',
		changePassword: 'Change password',
		signedInAs: ({ name }: { name: string }) => `Signed in as ${name}`,
		until: ({ date }: { date: string }) => `until ${date}`,
		delegated: 'Delegate of the Head of Mission'
	},
	exercise: {
		mark: 'Exercise data',
		explanation:
			'The establishments and allegations shown here are invented. Deployments and published figures are real and carry their sources.'
	},
	footer: {
		label: 'About this system',
		method: 'Method',
		about: 'About the data'
	},
	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	back: 'Back',
	print: 'Print',
	download: 'Download',
	copy: 'Copy',
	copied: 'Copied',
	search: 'Search',
	clear: 'Clear',
	loading: 'Loading …',
	tryAgain: 'Try again',
	yes: 'Yes',
	no: 'No',
	none: 'None',
	notPublished: 'Not published',
	unknown: 'Unknown',
	optional: 'optional',
	required: 'Required',
	dismiss: 'Dismiss',
	showMore: 'Show more',
	table: {
		sortBy: ({ column }: { column: string }) => `Sort by ${column}`,
		ascending: 'ascending',
		descending: 'descending',
		rows: ({ count }: { count: number }) => plural(count, { one: '# row', other: '# rows' }),
		empty: 'Nothing to show.',
		scrolls: 'The table scrolls sideways.'
	},
	panel: { expand: 'Show more of the panel', collapse: 'Show less of the panel' },
	coordinates: {
		degrees: 'Degrees',
		mgrs: 'MGRS',
		accuracy: ({ distance }: { distance: string }) => `known to within ${distance}`,
		copy: 'Copy coordinates'
	},
	freshness: {
		list: ({ sequence }: { sequence: string }) => `List ${sequence}`,
		source: ({ source }: { source: string }) => `Source: ${source}`,
		asOf: ({ date }: { date: string }) => `As of ${date}`,
		issued: ({ date }: { date: string }) => `issued ${date}`,
		confirmed: ({ ago }: { ago: string }) => `confirmed ${ago}`,
		expires: ({ date }: { date: string }) => `valid without confirmation until ${date}`,
		stale: 'Not confirmed for too long'
	},
	pageNotFound: 'This page does not exist',
	pageNotFoundDetail: 'The address may be mistyped, or the page has moved.',
	notAllowed: 'This page is for other roles',
	notAllowedDetail:
		'Your role in this mission does not include it. If you need it for your work, ask the administrator of your mission.',
	somethingFailed: 'The page could not be shown',
	somethingFailedDetail:
		'Nothing was changed. Try again in a moment; if it keeps happening, tell the administrator the reference below.',
	reference: ({ id }: { id: string }) => `Reference ${id}`,
	toHome: 'To the home page'
};
