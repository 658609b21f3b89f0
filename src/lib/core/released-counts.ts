import type { AllegationHeat, AllegationType, ReleasedCounts } from './domain';

export type CountFilter = { fromYear: number; toYear: number; type: AllegationType | null };

/**
 * Released counts of whole years, the first and the last included, by cell, the highest first. A
 * year's cell that is released for all types together adds nothing to the sum of a single type, and
 * then `withheld` says so.
 */
export function sumReleased(
	{ resolution, minimumCell, years }: ReleasedCounts,
	{ fromYear, toYear, type }: CountFilter
): AllegationHeat {
	const span = years.filter(({ year }) => year >= fromYear && year <= toYear);
	const sums = new Map<string, number>();
	for (const { cell, count, byType } of span.flatMap(({ cells }) => cells)) {
		const reports = type ? (byType?.[type] ?? 0) : count;
		if (reports > 0) sums.set(cell, (sums.get(cell) ?? 0) + reports);
	}
	return {
		cells: [...sums]
			.map(([cell, count]) => ({ cell, count }))
			.sort((a, b) => b.count - a.count || (a.cell < b.cell ? -1 : 1)),
		resolution,
		minimumCell,
		fromYear,
		toYear,
		type,
		yearsOnRecord: years.map(({ year }) => year),
		withheld: span.some(
			({ cells, withheld }) =>
				withheld || (type !== null && cells.some(({ byType }) => byType === null))
		)
	};
}
