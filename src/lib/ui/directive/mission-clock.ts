/** The mission's clock in a `datetime-local` control, which knows no time zone of its own. */
import { localToMillis } from '$lib/core/curfew';
import type { Instant } from '$lib/core/domain';
import { dayAt, isDay, toInstant } from '$lib/core/period';

/** "2004-03-15T21:30" as clocks of the mission show the instant. */
export function toLocalInput(instant: Instant, timeZone: string): string {
	const time = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		numberingSystem: 'latn'
	}).format(new Date(instant));
	return `${dayAt(instant, timeZone)}T${time}`;
}

/** Undefined for anything that is not a day of a year with four digits, and a time. When clocks are turned back, the first. */
export function fromLocalInput(text: string, timeZone: string): Instant | undefined {
	const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)/.exec(text);
	if (!parts || !isDay(parts[1]!)) return undefined;
	const instant = toInstant(localToMillis(parts[1]!, `${parts[2]}:${parts[3]}`, timeZone, 'first'));
	return isDay(instant.slice(0, 10)) ? instant : undefined;
}
