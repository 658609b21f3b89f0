import type { Verdict } from '$lib/core/displacement';
import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const displacement = {
	lead: 'Do more places appear near bases after a designation than before it, against what happens far away in the same time?',
	filters: {
		group: 'Designations',
		groups: { day: 'Together, by the day they took effect', designation: 'One by one' },
		around: 'Near what',
		arounds: {
			bases: 'The bases around the designated places',
			places: 'The designated places themselves'
		},
		near: 'Near is within',
		far: 'Far is beyond',
		window: 'Before and after',
		days: ({ count }: { count: number }) => plural(count, { one: '# day', other: '# days' }),
		appear: 'What counts as new',
		appears: {
			either: 'On record since, or nominated: whichever came first',
			new: 'On record since',
			nominated: 'Nominated'
		}
	},
	summary: ({ tested, more, fewer }: { tested: string; more: string; fewer: string }) =>
		`Of ${tested} that could be tested, ${more} show more near after than what happened far away explains, ${fewer} fewer.`,
	untested: ({ count }: { count: number }) =>
		plural(count, {
			one: '# could not be tested.',
			other: '# could not be tested.'
		}),
	undated: ({ count }: { count: number }) =>
		plural(count, {
			one: '# place has no first day on record and is left out.',
			other: '# places have no first day on record and are left out.'
		}),
	caption: 'New and nominated places before and after designations',
	designated: ({ count }: { count: number }) =>
		plural(count, { one: '# designation', other: '# designations' }),
	columns: {
		designation: 'Designation',
		day: 'In effect from',
		days: 'Days compared',
		nearBefore: 'Near, before',
		nearAfter: 'Near, after',
		farBefore: 'Far, before',
		farAfter: 'Far, after',
		ratio: 'Ratio of changes',
		interval: '95 % interval',
		p: 'p',
		q: 'q',
		verdict: 'Result'
	},
	interval: ({ lower, upper }: { lower: string; upper: string }) => `${lower} – ${upper}`,
	verdicts: {
		more: 'More near after it',
		fewer: 'Fewer near after it',
		chance: 'Not more than chance',
		tooFew: 'Cannot tell: too few',
		tooShort: 'Cannot tell: too short',
		nothingNear: 'Cannot tell: no base near',
		accuracy: 'Cannot tell: positions too inexact'
	} satisfies Record<Verdict, string>,
	empty: 'No designation of a place took effect yet',
	caution: {
		reporting:
			'A designation draws attention: patrols look where something was listed, so more places become known there even if none is new. A higher count after it is displacement or better reporting; these figures cannot tell which.',
		days: 'The day is the first on record. Where only a year was known, the record says its first day.'
	},
	map: {
		label: 'Map of what appeared before and after',
		hint: 'Choose a row to see its places.',
		nearBefore: 'Near, before',
		nearAfter: 'Near, after',
		otherBefore: 'Elsewhere, before',
		otherAfter: 'Elsewhere, after',
		near: 'Near'
	},
	method: {
		title: 'How this is computed',
		test: 'The change near is compared with the change far away: (near after : near before) to (far after : far before), with Fisher’s exact test and its exact 95 % interval. 1 means no difference. q is the false discovery rate over all that could be tested; below 0.05 the result is called more than chance, unless the accuracies of positions could turn it round.',
		counts:
			'Windows are equally long on both sides and end where the record begins or today. Where so few places appeared that no outcome could be significant, nothing is said. Areas of operations are no bases here.'
	},
	loading: 'Asking for the nominations …',
	failed: 'The nominations could not be loaded.'
};
