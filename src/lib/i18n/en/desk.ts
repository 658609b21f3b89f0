import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const desk = {
	title: 'Desk',
	inForce: 'In force now',
	entries: ({ count }: { count: number }) => plural(count, { one: '# entry', other: '# entries' }),
	directives: ({ count }: { count: number }) =>
		plural(count, { one: '# directive', other: '# directives' }),
	listNumber: ({ sequence }: { sequence: string }) => `List no. ${sequence}`,
	listSince: ({ when }: { when: string }) => `since ${when}`,
	nothingInForce: 'Nothing is in force. Publish the first directive of the mission.',
	seeList: 'List in force',
	seeMap: 'Map',

	drafts: 'Drafts that wait',
	draftsNone: 'No draft waits.',
	draftNew: 'New directive',
	draftAmends: ({ number }: { number: string }) => `Amends directive ${number}`,
	draftLifts: ({ number }: { number: string }) => `Lifts directive ${number}`,
	draftBehind: 'The directive moved on: a newer version was published since this draft began.',
	draftSaved: ({ who, when }: { who: string; when: string }) => `Saved by ${who}, ${when}`,
	untitled: 'Without a title',

	emergencies: 'Emergencies about to lapse',
	emergenciesNone: 'No emergency designation is in force.',
	lapsesIn: ({ days }: { days: number }) =>
		plural(days, { one: 'lapses in # day', other: 'lapses in # days' }),
	lapsesToday: 'lapses within a day',
	lapsed: ({ when }: { when: string }) => `lapsed ${when}`,

	scheduled: 'Signed, not yet in force',
	scheduledNone: 'Nothing is scheduled.',
	effective: ({ when }: { when: string }) => `takes effect ${when}`,

	changes: 'Since last week',
	changesNone: 'Nothing changed in the last seven days.',
	added: ({ count }: { count: number }) => plural(count, { one: '# added', other: '# added' }),
	removed: ({ count }: { count: number }) =>
		plural(count, { one: '# removed', other: '# removed' }),
	published: ({ when }: { when: string }) => `published ${when}`,

	coverage: 'Who confirmed reading',
	coverageShare: ({ share }: { share: string }) => `${share} confirmed as read`,
	coverageNone: 'No directive is in force that could be confirmed.'
};
