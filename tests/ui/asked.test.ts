import { expect, test } from 'vitest';
import type { ListDirective, ListEntry } from '$lib/core/list';
import type { Coverage, MyAcknowledgement } from '$lib/data/api';
import { renderCsv } from '$lib/publish/formats/csv';
import { listAsked } from '$lib/ui/acknowledgement/asked';
import { toCoverageSheet } from '../../src/routes/missions/[mission]/directives/[version=uuid]/coverage/coverage-sheet';

const NOW = '2026-03-01T10:00:00.000Z';
const told = (number: number, more: Partial<MyAcknowledgement> = {}): MyAcknowledgement => ({
	versionId: `v${number}`,
	number,
	version: 1,
	title: { en: `Directive ${number}` },
	asked: true,
	acknowledgedAt: null,
	clockDoubted: false,
	remindedAt: null,
	...more
});
const directive = (
	number: number,
	version: number,
	lapses: (string | null)[] = [null],
	applicability: ListDirective['applicability'] = ['military']
) =>
	({
		number,
		version,
		title: {},
		text: { en: 'Order' },
		applicability,
		entries: lapses.map((lapsesAt) => ({ lapsesAt }) as ListEntry)
	}) as ListDirective;

test('without a list on the device, what the server asked for is asked', () => {
	const asked = listAsked([told(1), told(2, { asked: false })], null, 'military', NOW);
	expect(asked.map(({ number }) => number)).toEqual([1]);
});

test('the list on the device says what binds, whom, and what has lapsed since', () => {
	const list = {
		directives: [
			directive(1, 2),
			directive(2, 1, [null], ['police']),
			directive(3, 1, ['2026-02-28T00:00:00.000Z']),
			directive(4, 1, ['2026-02-28T00:00:00.000Z', '2026-03-02T00:00:00.000Z'])
		]
	};
	// Directive 1 was known in version 1; directive 5 is lifted by now.
	const known = [told(1), told(4, { remindedAt: NOW }), told(5)];
	expect(listAsked(known, list, 'military', NOW)).toEqual([
		{ number: 1, version: 2, title: {}, text: { en: 'Order' }, versionId: null, remindedAt: null },
		{ number: 4, version: 1, title: {}, text: { en: 'Order' }, versionId: 'v4', remindedAt: NOW }
	]);
});

test('the exported coverage names who is missing in each group, and runs no formula', () => {
	const missing = { unit: '=Signals', base: null, category: 'police', since: NOW } as const;
	const coverage: Coverage = {
		versionId: 'v',
		number: 4,
		version: 2,
		title: {},
		asOf: NOW,
		asked: 3,
		acknowledged: 1,
		groups: [
			{ by: 'unit', name: '=Signals', asked: 2, acknowledged: 0 },
			{ by: 'unit', name: 'Transport', asked: 1, acknowledged: 1 },
			{ by: 'base', name: null, asked: 3, acknowledged: 1 },
			{ by: 'category', name: 'police', asked: 3, acknowledged: 1 }
		],
		missing: [
			{ ...missing, displayName: '@Anna' },
			{ ...missing, displayName: 'Boris' }
		],
		reminders: [],
		remindedToday: false
	};
	const text = renderCsv(
		toCoverageSheet(coverage),
		{
			mission: 'kosovo',
			note: null,
			generated: NOW,
			asOf: NOW,
			exercise: true,
			sources: [],
			method: null,
			version: 'directive 4, version 2'
		},
		{ byteOrderMark: false }
	);
	const stamp = `kosovo,${NOW},${NOW},EXERCISE DATA - establishments and allegations are invented,"directive 4, version 2",,,`;
	expect(text.split('\r\n')).toEqual([
		'id,grouping,group,asked,acknowledged,missing,missing_members,mission,as_of,generated,data,version,sources,method,note',
		`4/2/all,all,,3,1,2,"'@Anna; Boris",${stamp}`,
		`4/2/unit/=Signals,unit,'=Signals,2,0,2,"'@Anna; Boris",${stamp}`,
		`4/2/unit/Transport,unit,Transport,1,1,0,,${stamp}`,
		`4/2/base/not stated,base,,3,1,2,"'@Anna; Boris",${stamp}`,
		`4/2/category/police,category,police,3,1,2,"'@Anna; Boris",${stamp}`,
		''
	]);
});
