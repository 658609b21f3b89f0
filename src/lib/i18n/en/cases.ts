import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const cases = {
	title: 'Cases',
	lead: 'From nomination to review. A case prohibits nothing by itself; only a published directive does.',
	one: 'Case',
	nominate: 'Nominate',
	import: 'Import nominations',
	table: 'Cases',
	none: 'No case here',
	noneHint: 'Nominate a place by what can be observed there.',
	show: 'Show',
	groups: { open: 'Open', listed: 'On the list', closed: 'Closed', all: 'All' },
	columns: {
		what: 'What',
		state: 'State',
		reason: 'Reason',
		town: 'Town',
		nominated: 'Nominated',
		inspection: 'Inspection due'
	},

	queue: {
		title: 'Waits for you',
		none: 'Nothing waits for you.',
		due: ({ date }: { date: string }) => `by ${date}`,
		overdue: ({ date }: { date: string }) => `overdue since ${date}`,
		directive: ({ number }: { number: string }) => `Directive ${number}`,
		more: ({ task, count }: { task: string; count: number }) =>
			`${task}: ${plural(count, { one: '# more', other: '# more' })}`
	},

	toDraft: {
		title: 'Recommended: put into a draft',
		hint: 'Only a Head of Mission decides, by publishing the draft.',
		choose: 'Choose cases',
		where: 'Into',
		newDirective: 'a new directive',
		amend: ({ number }: { number: string }) => `a version of directive ${number}`,
		draft: ({ title }: { title: string }) => `the draft “${title}”`,
		act: 'Put into the draft',
		inDraft: 'In a draft'
	},

	history: 'History',
	historyNone: 'Nothing is recorded yet.',
	by: ({ who }: { who: string }) => `by ${who}`,
	onDay: ({ day }: { day: string }) => `happened on ${day}`,
	replyBy: ({ day }: { day: string }) => `reply by ${day}`,
	lapses: ({ when }: { when: string }) => `lapses ${when} unless confirmed`,
	reason: 'Reason',
	now: 'What can be done now',
	nothingNow: 'Nothing can be done here in your role at this stage.',
	register: 'In the register',
	inDirective: ({ number, version }: { number: string; version: string }) =>
		`Directive ${number}, version ${version}`,
	inspectionDue: 'Inspection due',
	lastInspection: 'Last inspection',
	notice: 'Notice to the proprietor',
	noticeIs: {
		none: 'Not given',
		running: 'Given; time to reply is running',
		given: 'Given',
		omitted: 'Left out, with a reason'
	},
	unanswered: 'A reply or petition waits for an answer',

	notes: {
		read: 'Read the notes',
		readHint: 'Reading is recorded.',
		label: 'Note',
		hint: 'Only what the assessment rests on. No victim, no informant, nothing that names a person.',
		until: 'Erase on',
		kept: ({ day }: { day: string }) => `A note is kept until ${day}`,
		erased: ({ day }: { day: string }) => `The note was erased on ${day}`
	},

	steps: {
		assess: {
			title: 'Assess',
			lead: 'A second person looks: whoever nominated cannot assess.',
			indicators: 'What was observed',
			finding: 'Finding',
			act: 'Record the assessment'
		},
		proprietor: {
			title: 'Proprietor',
			lead: 'The proprietor is heard, unless that would endanger someone.',
			step: 'What happened',
			on: 'On',
			replyBy: 'Reply by',
			omission: 'Why no notice is given',
			outcome: 'Outcome',
			act: 'Record this step'
		},
		inspect: {
			title: 'Inspect',
			lead: 'What is found changes the register, never the restriction.',
			on: 'Inspected on',
			result: 'Result',
			newName: 'New name on the sign',
			language: 'Language of the name',
			act: 'Record the inspection'
		},
		recommend: {
			title: 'Recommend',
			lead: 'The Head of Mission decides and is not bound by it.',
			what: 'Recommendation',
			act: 'Recommend'
		},
		confirm: {
			title: 'Confirm the emergency',
			lead: ({ when }: { when: string }) =>
				`It lapses ${when} by itself. Confirming publishes a version of the directive in which it stands without an end.`,
			act: 'Confirm and publish'
		},
		withdraw: {
			title: 'Withdraw',
			lead: 'The nomination stays on record as withdrawn.',
			act: 'Withdraw the nomination'
		}
	},

	form: {
		title: 'Nominate',
		lead: 'Say what it is about and what was observed. No narrative, no person: whoever was harmed is helped through the contacts of the mission, not through this form.',
		kind: 'What is nominated',
		kinds: {
			known: 'A place of the register',
			fresh: 'A place that is not in the register',
			zone: 'An area',
			class: 'All places of one kind'
		},
		place: 'Place',
		choosePlace: 'Choose a place',
		name: 'Name',
		establishmentKind: 'Kind of place',
		indicators: 'What was observed',
		indicatorsHint: 'At least one. Not all need to be present.',
		reason: 'Reason',
		act: 'Nominate'
	},

	similar: {
		title: ({ count }: { count: number }) =>
			plural(count, {
				one: 'One place on record may be the same',
				other: '# places on record may be the same'
			}),
		hint: 'A change of name or owner lifts nothing. Nominate the place on record if it is the same.',
		away: ({ distance }: { distance: string }) => `${distance} away`
	},

	premises: {
		title: 'Housing and leased premises near the list',
		hint: 'Staff housing and leased premises inside, or near, a place that is Off-Limits.',
		places: ({ count }: { count: number }) =>
			plural(count, { one: '# listed place', other: '# listed places' }),
		none: 'None is known to lie inside or near a listed place.',
		open: ({ count }: { count: string }) =>
			`Cannot tell, because positions are too rough: ${count}`,
		verdict: {
			inside: 'Inside',
			near: 'Near',
			cannot_tell: 'Cannot tell'
		}
	}
};
