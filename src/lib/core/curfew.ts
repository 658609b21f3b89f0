/**
 * Curfew windows on the mission's clocks, daylight saving included. A window begins when a clock on
 * the wall first shows its hour and ends when one last shows its end: an hour that happens twice is
 * under curfew from the first time to the second. An hour that the clock skips is passed at the
 * moment of the change, so that whoever reads 03:15 is past 02:30.
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
	// Yesterday's window may run past midnight. A weekday comes again within eight days, and once a
	// year its window may lie wholly in hours that the clock skips.
	for (let offset = -1; offset <= 15 && (offset <= 1 || state.next === null); offset++) {
		const day = new Date(today + offset * DAY_MILLIS);
		if (!curfew.days.includes(day.getUTCDay() || 7)) continue;
		const [start, end] = windowOn(curfew, day, timeZone);
		if (start <= now && now < end) {
			state.active = true;
			state.until = toInstant(Math.max(end, state.until ? toMillis(state.until) : end));
		}
		if (now < start && start < end && state.next === null) state.next = toInstant(start);
	}
	return state;
}

function windowOn(curfew: CurfewWindow, day: Date, timeZone: string): [number, number] {
	const runsPastMidnight = curfew.until <= curfew.from;
	const lastDay = new Date(day.getTime() + (runsPastMidnight ? DAY_MILLIS : 0));
	const [start] = readingsOf(toDay(day), curfew.from, timeZone);
	const [, end] = readingsOf(toDay(lastDay), curfew.until, timeZone);
	return [start, end];
}

function toDay(date: Date): Day {
	return date.toISOString().slice(0, 10);
}

/**
 * The instant at which clocks of `timeZone` show a local day and time ("23:00"). `which` chooses
 * among two when clocks were turned back; a time that was skipped is moved past the gap, as RFC 5545
 * does: 02:30 becomes 03:30.
 */
export function localToMillis(
	day: Day,
	time: string,
	timeZone: string,
	which: 'first' | 'second'
): number {
	const wall = wallMillis(day, time);
	const { before, readings } = readWall(wall, timeZone);
	if (readings.length === 0) return wall - before;
	return which === 'first' ? Math.min(...readings) : Math.max(...readings);
}

const wallMillis = (day: Day, time: string) =>
	toMillis(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);

/** When clocks first and last show a local time; for one that is skipped, the change of clocks. */
function readingsOf(day: Day, time: string, timeZone: string): [number, number] {
	const wall = wallMillis(day, time);
	const { before, after, readings } = readWall(wall, timeZone);
	if (readings.length > 0) return [Math.min(...readings), Math.max(...readings)];
	let [earlier, later] = [wall - after, wall - before];
	while (later - earlier > 1) {
		const middle = Math.floor((earlier + later) / 2);
		if (offsetMillis(middle, timeZone) === after) later = middle;
		else earlier = middle;
	}
	return [later, later];
}

/** Offsets a day before and after hold every offset that this wall time may have. */
function readWall(wall: number, timeZone: string) {
	const before = offsetMillis(wall - DAY_MILLIS, timeZone);
	const after = offsetMillis(wall + DAY_MILLIS, timeZone);
	const readings = [wall - before, wall - after].filter(
		(millis) => millis + offsetMillis(millis, timeZone) === wall
	);
	return { before, after, readings };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than reading it a hundred times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('en-US', {
		timeZone,
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	clocks.set(timeZone, clock);
	return clock;
}

function offsetMillis(millis: number, timeZone: string): number {
	const parts = clockOf(timeZone).formatToParts(millis);
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
