/** Periods of days and intervals of instants: the start is included, the end is not. */
import type { Day, Instant, Interval, Period } from './domain';

/** Milliseconds since 1970 of an instant in ISO 8601. Throws on anything else. */
export function toMillis(instant: Instant): number {
	const millis = Date.parse(instant);
	if (Number.isNaN(millis)) throw new Error(`not an instant: ${instant}`);
	return millis;
}

export function toInstant(millis: number): Instant {
	return new Date(millis).toISOString().replace('.000Z', 'Z');
}

/** Whether `at` lies in the interval of something published; null bounds are open. */
export function isInForce(dated: { inForce: Interval }, at: Instant): boolean {
	const { from, until } = dated.inForce;
	const now = toMillis(at);
	return (from === null || toMillis(from) <= now) && (until === null || now < toMillis(until));
}

/** Whether a day lies in a period of days. Days compare as text. */
export function isValidOn(period: Period, day: Day): boolean {
	return (
		(period.from === null || period.from <= day) && (period.until === null || day < period.until)
	);
}

/** Whether two periods share a day. Periods that only meet (one ends as the other begins) do not. */
export function overlaps(a: Period, b: Period): boolean {
	return intersect(a, b) !== undefined;
}

/** The days that two periods share; undefined when there are none. */
export function intersect(a: Period, b: Period): Period | undefined {
	const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
	const until = a.until === null || (b.until !== null && b.until < a.until) ? b.until : a.until;
	return from !== null && until !== null && until <= from ? undefined : { from, until };
}

const DAY_MILLIS = 86_400_000;

/** Whole days since 1970-01-01, without time zones. */
export const toDayNumber = (day: Day): number =>
	Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MILLIS);
export const toDay = (dayNumber: number): Day =>
	new Date(dayNumber * DAY_MILLIS).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar, in a year with four digits that databases know. */
export function isDay(text: string | null): text is Day {
	if (!text || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day of an instant where the mission's clocks stand. */
export function dayAt(instant: Instant, timeZone: string): Day {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone,
		calendar: 'iso8601',
		numberingSystem: 'latn',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	}).formatToParts(toMillis(instant));
	const part = (type: string) => parts.find((each) => each.type === type)!.value;
	return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
