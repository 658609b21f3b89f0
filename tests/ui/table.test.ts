import { expect, test } from 'vitest';
import { sortRows } from '$lib/ui/table';
import type { Column } from '$lib/ui/table';

type Row = { name: string; figure: number | null };
const rows: Row[] = [
	{ name: 'b', figure: 2 },
	{ name: 'a', figure: null },
	{ name: 'd', figure: 10 },
	{ name: 'c', figure: 0 }
];
const columns: Column<Row>[] = [
	{ id: 'name', label: 'Name', value: (row) => row.name },
	{ id: 'figure', label: 'Figure', value: (row) => row.figure, number: true }
];
const compare = (a: string, b: string) => a.localeCompare(b);
const names = (descending: boolean) =>
	sortRows(rows, columns, { column: 'figure', descending }, compare)
		.map(({ name }) => name)
		.join('');

test('numbers sort as numbers, and what was not published comes last both ways', () => {
	expect(names(false)).toBe('cbda');
	expect(names(true)).toBe('dbca');
});

test('the order of equal rows and the given rows stay as they are', () => {
	const equal = rows.map((row) => ({ ...row, figure: 1 }));
	expect(sortRows(equal, columns, { column: 'figure', descending: true }, compare)).toEqual(equal);
	expect(rows.map(({ name }) => name).join('')).toBe('badc');
});
