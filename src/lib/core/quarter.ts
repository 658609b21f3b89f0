/** Quarters of the calendar, by which registers are reported: "2026Q3". */
import type { Day } from './domain';
import { toDay, toDayNumber } from './period';

export type Quarter = { year: number; quarter: number };

/** Undefined for what is no quarter of a year with four digits. */
export function parseQuarter(text: string | null | undefined): Quarter | undefined {
	const [, year, quarter] = /^([12]\d{3})-?Q([1-4])$/i.exec(text ?? '') ?? [];
	return year ? { year: Number(year), quarter: Number(quarter) } : undefined;
}

export const nameOfQuarter = ({ year, quarter }: Quarter): string => `${year}Q${quarter}`;

export function quarterOf(day: Day): Quarter {
	return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) };
}

export const quarterBefore = ({ year, quarter }: Quarter): Quarter =>
	quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 };

export const firstDayOf = ({ year, quarter }: Quarter): Day =>
	`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;

export function lastDayOf({ year, quarter }: Quarter): Day {
	const next = quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };
	return toDay(toDayNumber(firstDayOf(next)) - 1);
}
