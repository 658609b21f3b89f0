/** The years of the released counts: a bar for each, and the span asked for within them. */
import type { AllegationType, Deployment, ReleasedCounts } from '$lib/core/domain';
import { perThousand, personnelOn, type Personnel } from '$lib/core/rates';
import { sumReleased } from '$lib/core/released-counts';

export type YearCount = {
	year: number;
	/** Released; null: nothing on record. */
	count: number | null;
	/** Something of this year was withheld: never how much. */
	withheld: boolean;
};

/** Divided by the personnel on record in the middle of the year, as the scan does. */
export type YearRate = YearCount & { personnel: Personnel; rate: number | null };

/** One for every year between the first and the last on record, also for those without. */
export function countYears(released: ReleasedCounts, type: AllegationType | null): YearCount[] {
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

export function rateYears(
	counts: readonly YearCount[],
	deployments: readonly Deployment[]
): YearRate[] {
	return counts.map((each) => {
		const personnel = personnelOn(deployments, `${each.year}-07-01`);
		// Nothing released of what was withheld is no zero to divide.
		const count = each.withheld && each.count === 0 ? null : each.count;
		return { ...each, personnel, rate: perThousand(count, personnel.known) };
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
