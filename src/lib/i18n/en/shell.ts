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
		risk: 'Risk',
		cases: 'Cases',
		places: 'Places',
		import: 'Import',
		record: 'Record',
		members: 'Members',
		audit: 'Audit trail',
		keys: 'Keys'
	},
	home: 'Home page',
	changeMission: 'Change mission',
	chooseMission: 'Choose a mission',
	language: 'Language',
	theme: { label: 'Appearance', system: 'As the device', light: 'Light', dark: 'Dark' },
	account: {
		label: 'Account',
		signIn: 'Sign in',
		signOut: 'Sign out',
		changePassword: 'Change password',
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
	print: 'Print',
	copied: 'Copied',
	loading: 'Loading …',
	tryAgain: 'Try again',
	notPublished: 'Not published',
	optional: 'optional',
	showMore: 'Show more',
	table: {
		rows: ({ count }: { count: number }) => plural(count, { one: '# row', other: '# rows' }),
		empty: 'Nothing to show.'
	},
	panel: { expand: 'Show more of the panel', collapse: 'Show less of the panel' },
	coordinates: {
		accuracy: ({ distance }: { distance: string }) => `known to within ${distance}`,
		copy: 'Copy coordinates'
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
