import { describe, expect, test } from 'vitest';
import type { Deployment, ReleasedCounts } from '$lib/core/domain';
import { toYearSheet } from '$lib/publish/heat-sheet';
import { countYears, rateYears } from '../../src/routes/missions/[mission]/analysis/heat-years';

const cell = (count: number) => ({ cell: '861ea6d87ffffff', count, byType: null });
const released: ReleasedCounts = {
	resolution: 6,
	minimumCell: 5,
	years: [
		{ year: 2001, cells: [cell(40), cell(10)], withheld: true },
		{ year: 2003, cells: [], withheld: true },
		{ year: 2004, cells: [cell(8)], withheld: false }
	]
};
const base = {
	period: { from: '1999-06-12', until: '2004-01-01' },
	strengths: [{ period: { from: null, until: null }, category: 'military', personnel: 2000 }]
} as unknown as Deployment;

describe('years of released counts', () => {
	const years = rateYears(countYears(released, null), [base]);
	const of = (year: number) => years.find((each) => each.year === year)!;

	test('a year without a record is there, without a count and without a rate', () => {
		expect(of(2002)).toMatchObject({ count: null, rate: null });
	});

	test('a rate is of released reports and carries what it is divided by', () => {
		expect(of(2001)).toMatchObject({ count: 50, rate: 25, personnel: { known: 2000 } });
	});

	test('a year of which all is withheld has no rate, rather than zero', () => {
		expect(of(2003)).toMatchObject({ withheld: true, rate: null });
	});

	test('a year in which nobody is on record has no rate', () => {
		expect(of(2004)).toMatchObject({ count: 8, rate: null, personnel: { known: null } });
	});
});

test('the sheet has a row for each cell and year of the span, and none for years without', () => {
	const { rows } = toYearSheet(released, { fromYear: 2001, toYear: 2003 }, null);
	expect(rows.map(({ id, cells }) => [id, cells.from_year, cells.to_year])).toEqual([
		['861ea6d87ffffff-2001', 2001, 2001]
	]);
	expect(rows[0]!.cells.reports_received).toBe(50);
	expect(rows[0]!.geometry?.type).toBe('Polygon');
});
