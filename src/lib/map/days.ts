/** Steps of the calendar, for the time slider. */
import { localToMillis } from '$lib/core/curfew';
import type { Day, Instant } from '$lib/core/domain';
import { toDay, toDayNumber, toInstant } from '$lib/core/period';

/** The same day of a month before or after; the last of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
		.toISOString()
		.slice(0, 10);
}

/** The last second of a day where the mission is: "as of 15 March" includes what began on the 15th. */
export function endOfDay(day: Day, timeZone: string): Instant {
	return toInstant(localToMillis(toDay(toDayNumber(day) + 1), '00:00', timeZone, 'first') - 1000);
}
