/** The years of the released counts: a bar for each, and the span asked for within them. */
import type { AllegationType, ReleasedCounts } from '$lib/core/domain';
import { sumReleased } from '$lib/core/released-counts';
import type { YearBar } from '$lib/ui/analysis/YearBars.svelte';

/** One bar for every year between the first and the last on record, also for those without. */
export function barsOf(released: ReleasedCounts, type: AllegationType | null): YearBar[] {
	const recorded = released.years.map(({ year }) => year);
	const first = recorded[0];
	const last = recorded.at(-1);
	if (first === undefined || last === undefined) return [];
	return Array.from({ length: last - first + 1 }, (_, step) => {
		const year = first + step;
		const { cells, withheld } = sumReleased(released, { fromYear: year, toYear: year, type });
		const count = cells.reduce((sum, cell) => sum + cell.count, 0);
		return { year, count: recorded.includes(year) ? count : null, withheld };
	});
}

/** The span asked for, within what is on record. */
export function spanOf(
	{ years }: ReleasedCounts,
	from: number | null,
	to: number | null
): { fromYear: number; toYear: number } {
	const first = years[0]?.year ?? 0;
	const last = years.at(-1)?.year ?? 0;
	const within = (year: number) => Math.min(last, Math.max(first, year));
	const fromYear = within(from ?? first);
	return { fromYear, toYear: Math.max(fromYear, within(to ?? last)) };
}
