import type { CoverageGrouping } from '$lib/data/api';
import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const acknowledgement = {
	confirm: {
		ask: 'Confirm that you have read this directive. Not knowing it is no defence.',
		button: 'I have read it',
		done: ({ when }: { when: string }) => `You confirmed on ${when} that you have read it.`,
		failed: 'Your confirmation did not reach the server.'
	},
	title: 'To read and confirm',
	one: ({ name, title }: { name: string; title: string }) =>
		`To read and confirm: ${name}, ${title}`,
	several: ({ count }: { count: number }) =>
		plural(count, {
			one: '# directive to read and confirm',
			other: '# directives to read and confirm'
		}),
	reminded: ({ date }: { date: string }) => `You were reminded on ${date}.`,
	readWhole: 'Read it whole',
	readAll: ({ count }: { count: number }) =>
		plural(count, { one: 'I have read it', other: 'I have read all #' }),
	waits: ({ count }: { count: number }) =>
		plural(count, {
			one: 'Your confirmation is kept on this device with its time, and is sent when the network is back.',
			other:
				'# confirmations are kept on this device with their times, and are sent when the network is back.'
		}),
	clockDoubted:
		'The clock of the device cannot have been right, so the confirmation counts from when it arrived.',

	coverage: {
		open: 'Who has confirmed',
		title: ({ number, version }: { number: string; version: string }) =>
			`Who has confirmed directive ${number}, version ${version}`,
		figure: ({ done, all }: { done: string; all: string }) => `${done} of ${all} have confirmed`,
		asOf: ({ when }: { when: string }) => `As of ${when}. That you looked is recorded.`,
		nobodyAsked: 'No member belongs to a category that this version binds.',
		everybody: 'Everybody who is asked has confirmed.',
		by: { unit: 'By unit', base: 'By base', category: 'By category' } satisfies Record<
			CoverageGrouping,
			string
		>,
		group: { unit: 'Unit', base: 'Base', category: 'Category' } satisfies Record<
			CoverageGrouping,
			string
		>,
		notStated: 'Not stated',
		acknowledged: 'Confirmed',
		missing: 'Missing',
		share: ({ done, all }: { done: string; all: string }) => `${done} of ${all}`,
		whoIsMissing: 'Who is missing',
		name: 'Name',
		since: 'Asked since',
		remind: ({ count }: { count: number }) =>
			plural(count, { one: 'Remind # member', other: 'Remind # members' }),
		remindHint:
			'They see it in Cordon the next time they open it. No e-mail is sent. Once a day at most.',
		remindedToday: 'They were reminded today.',
		remindedNow: ({ count }: { count: number }) =>
			plural(count, { one: '# member was reminded.', other: '# members were reminded.' }),
		reminders: 'Reminders',
		reminder: ({ when, who }: { when: string; who: string }) => `${when}, by ${who}`,
		export: 'CSV'
	}
};
