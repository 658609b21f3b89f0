import { expect, test } from 'vitest';
import type { ReleasedCounts } from '$lib/core/domain';
import { sumReleased } from '$lib/core/released-counts';

const released: ReleasedCounts = {
	resolution: 6,
	minimumCell: 5,
	years: [
		{ year: 2001, withheld: false, cells: [{ cell: 'a', count: 9, byType: { sexual_abuse: 9 } }] },
		{
			year: 2003,
			withheld: false,
			cells: [
				{ cell: 'a', count: 6, byType: null },
				{ cell: 'b', count: 12, byType: { sexual_abuse: 5, other_unknown: 7 } }
			]
		},
		{ year: 2004, withheld: true, cells: [] }
	]
};
const sum = (fromYear: number, toYear: number, type: 'sexual_abuse' | null = null) =>
	sumReleased(released, { fromYear, toYear, type });

test('a span is the sum of its years, the highest count first', () => {
	expect(sum(2001, 2003).cells).toEqual([
		{ cell: 'a', count: 15 },
		{ cell: 'b', count: 12 }
	]);
	expect(sum(2002, 2004)).toMatchObject({
		cells: [
			{ cell: 'b', count: 12 },
			{ cell: 'a', count: 6 }
		],
		yearsOnRecord: [2001, 2003, 2004]
	});
	expect(sum(2002, 2002)).toMatchObject({ cells: [], withheld: false });
});

test('a type is summed where the types are released, and says that others are withheld', () => {
	expect(sum(2001, 2001, 'sexual_abuse')).toMatchObject({
		cells: [{ cell: 'a', count: 9 }],
		withheld: false
	});
	expect(sum(2001, 2003, 'sexual_abuse')).toMatchObject({
		cells: [
			{ cell: 'a', count: 9 },
			{ cell: 'b', count: 5 }
		],
		withheld: true
	});
});

test('a year in which a cell is withheld marks every span that holds it', () => {
	expect(sum(2001, 2003).withheld).toBe(false);
	expect(sum(2003, 2004).withheld).toBe(true);
});
