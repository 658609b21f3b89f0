/** What a column of Table.svelte shows and how it sorts. */
import type { Snippet } from 'svelte';

export type SortValue = string | number | null;

export type Column<Row> = {
	id: string;
	label: string;
	/** What sorting compares, and what the cell shows when there is no `cell`. Null sorts last. */
	value: (row: Row) => SortValue;
	/** Right-aligned tabular figures, largest first at the first click. */
	number?: boolean;
	cell?: Snippet<[Row, Column<Row>]>;
	/** What is too long ends in an ellipsis, and is whole in the record. */
	oneLine?: boolean;
	/** False where an order would say nothing. */
	sortable?: boolean;
	/** The cell that names its row, for screen readers. The first column by default. */
	heading?: boolean;
};

export type Sort = { column: string; descending: boolean };

/** Stable; null last in both directions, because "not published" is not a small number. */
export function sortRows<Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[],
	sort: Sort | undefined,
	compare: (a: string, b: string) => number
): Row[] {
	const column = columns.find(({ id }) => id === sort?.column);
	if (!column || !sort) return [...rows];
	const sign = sort.descending ? -1 : 1;
	return [...rows].sort((left, right) => {
		const a = column.value(left);
		const b = column.value(right);
		if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
		if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
		return sign * compare(String(a), String(b));
	});
}
