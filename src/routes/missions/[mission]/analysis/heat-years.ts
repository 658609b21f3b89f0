/** Spans of years from the released counts of single years, which add up by construction. */
import type { AllegationCell, AllegationHeat, AllegationType } from '$lib/core/domain';
import type { YearBar } from '$lib/ui/analysis/YearBars.svelte';

const totalOf = ({ cells }: AllegationHeat) => cells.reduce((sum, { count }) => sum + count, 0);

/** One bar for every year between the first and the last on record, also for those without. */
export function barsOf(years: readonly AllegationHeat[]): YearBar[] {
	const byYear = new Map(years.map((heat) => [heat.fromYear, heat]));
	const recorded = [...byYear.keys()].sort((a, b) => a - b);
	const first = recorded[0];
	const last = recorded.at(-1);
	if (first === undefined || last === undefined) return [];
	return Array.from({ length: last - first + 1 }, (_, step) => {
		const heat = byYear.get(first + step);
		return {
			year: first + step,
			count: heat ? totalOf(heat) : null,
			withheld: heat?.withheld ?? false
		};
	});
}

/** The span asked for, within what is on record. */
export function spanOf(
	years: readonly AllegationHeat[],
	from: number | null,
	to: number | null
): { from: number; to: number } {
	const recorded = years.map(({ fromYear }) => fromYear);
	const first = Math.min(...recorded);
	const last = Math.max(...recorded);
	const within = (year: number) => Math.min(last, Math.max(first, year));
	const start = within(from ?? first);
	return { from: start, to: Math.max(start, within(to ?? last)) };
}

export function sumCells(
	years: readonly AllegationHeat[],
	from: number,
	to: number
): AllegationCell[] {
	const counts = new Map<string, number>();
	for (const { fromYear, cells } of years) {
		if (fromYear < from || fromYear > to) continue;
		for (const { cell, count } of cells) counts.set(cell, (counts.get(cell) ?? 0) + count);
	}
	return [...counts].map(([cell, count]) => ({ cell, count })).sort((a, b) => b.count - a.count);
}

/** The span as one answer, for an export. */
export function heatOf(
	years: readonly AllegationHeat[],
	cells: AllegationCell[],
	{ from, to }: { from: number; to: number },
	type: AllegationType | null
): AllegationHeat {
	const inSpan = years.filter(({ fromYear }) => fromYear >= from && fromYear <= to);
	return {
		cells,
		resolution: years[0]?.resolution ?? 0,
		minimumCell: years[0]?.minimumCell ?? 0,
		fromYear: from,
		toYear: to,
		type,
		yearsOnRecord: years.map(({ fromYear }) => fromYear),
		withheld: inSpan.some(({ withheld }) => withheld)
	};
}
