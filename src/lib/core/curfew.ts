/**
 * Curfew windows on the mission's clocks, daylight saving included. A local time that a clock
 * change skips is taken after the gap, as RFC 5545 does; one that happens twice begins a curfew
 * the first time and ends it the second, so that a doubtful hour is under curfew.
 */
import type { CurfewWindow, Day, Instant } from './domain';
import { dayAt, toInstant, toMillis } from './period';

const DAY_MILLIS = 86_400_000;

export type CurfewState = {
	active: boolean;
	/** End of the window that is active now. */
	until: Instant | null;
	/** Start of the next window; null when the rule names no weekday. */
	next: Instant | null;
};

/** Whether a curfew binds at an instant, until when, and when the next window begins. */
export function curfewState(curfew: CurfewWindow, at: Instant, timeZone: string): CurfewState {
	const now = toMillis(at);
	const today = toMillis(`${dayAt(at, timeZone)}T00:00:00Z`);
	const state: CurfewState = { active: false, until: null, next: null };
	// Yesterday's window may run past midnight; a weekday comes again within eight days.
	for (let offset = -1; offset <= 8; offset++) {
		const day = new Date(today + offset * DAY_MILLIS);
		if (!curfew.days.includes(day.getUTCDay() || 7)) continue;
		const [start, end] = windowOn(curfew, day, timeZone);
		if (start <= now && now < end) {
			state.active = true;
			state.until = toInstant(Math.max(end, state.until ? toMillis(state.until) : end));
		}
		if (start > now && state.next === null) state.next = toInstant(start);
	}
	return state;
}

function windowOn(curfew: CurfewWindow, day: Date, timeZone: string): [number, number] {
	const runsPastMidnight = curfew.until <= curfew.from;
	const lastDay = new Date(day.getTime() + (runsPastMidnight ? DAY_MILLIS : 0));
	const start = localToMillis(toDay(day), curfew.from, timeZone, 'first');
	const end = localToMillis(toDay(lastDay), curfew.until, timeZone, 'second');
	return [start, end];
}

function toDay(date: Date): Day {
	return date.toISOString().slice(0, 10);
}

/**
 * The instant at which clocks of `timeZone` show a local day and time ("23:00"). `which` chooses
 * among two when clocks were turned back; a time that was skipped is moved past the gap.
 */
export function localToMillis(
	day: Day,
	time: string,
	timeZone: string,
	which: 'first' | 'second'
): number {
	const wall = toMillis(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
	// Offsets a day before and after hold every offset that this wall time may have.
	const before = offsetMillis(wall - DAY_MILLIS, timeZone);
	const after = offsetMillis(wall + DAY_MILLIS, timeZone);
	const readings = [wall - before, wall - after].filter(
		(millis) => millis + offsetMillis(millis, timeZone) === wall
	);
	// Skipped by the clock: the offset from before the gap points just behind it.
	if (readings.length === 0) return wall - before;
	return which === 'first' ? Math.min(...readings) : Math.max(...readings);
}

function offsetMillis(millis: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	}).formatToParts(millis);
	const part = (type: string) => Number(parts.find((each) => each.type === type)!.value);
	const wall = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second')
	);
	return wall - Math.floor(millis / 1000) * 1000;
}
