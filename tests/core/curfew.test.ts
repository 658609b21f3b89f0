import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurfewWindow } from '$lib/core/domain';
import { curfewState, localToMillis } from '$lib/core/curfew';

const ZONE = 'Europe/Belgrade';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const night: CurfewWindow = { from: '23:00', until: '05:00', days: EVERY_DAY };

describe('a curfew from 23:00 to 05:00', () => {
	test.each([
		// Winter: clocks are one hour ahead of UTC. 2004-01-10 is a Saturday.
		['2004-01-10T21:59:59Z', false],
		['2004-01-10T22:00:00Z', true],
		['2004-01-11T03:59:59Z', true],
		['2004-01-11T04:00:00Z', false],
		['2004-01-11T11:00:00Z', false],
		// Summer: two hours ahead.
		['2004-07-10T20:59:59Z', false],
		['2004-07-10T21:00:00Z', true],
		['2004-07-11T02:59:59Z', true],
		['2004-07-11T03:00:00Z', false]
	])('at %s is active: %s', (at, active) => {
		expect(curfewState(night, at, ZONE).active).toBe(active);
	});

	test('on the days clocks change holds at 23:00 and not at 12:00', () => {
		for (const [noon, eleven] of [
			['2004-03-28T10:00:00Z', '2004-03-28T21:00:00Z'],
			['2004-10-31T11:00:00Z', '2004-10-31T22:00:00Z']
		] as const) {
			expect(curfewState(night, noon, ZONE).active).toBe(false);
			expect(curfewState(night, eleven, ZONE).active).toBe(true);
		}
	});

	test('through the night of a change it ends by the clock on the wall', () => {
		// 27 March 23:00 (UTC+1) to 28 March 05:00 (UTC+2): five hours.
		expect(curfewState(night, '2004-03-27T23:00:00Z', ZONE).until).toBe('2004-03-28T03:00:00Z');
		// 30 October 23:00 (UTC+2) to 31 October 05:00 (UTC+1): seven hours.
		expect(curfewState(night, '2004-10-30T22:00:00Z', ZONE).until).toBe('2004-10-31T04:00:00Z');
	});

	test('says when it begins next', () => {
		expect(curfewState(night, '2004-01-10T12:00:00Z', ZONE).next).toBe('2004-01-10T22:00:00Z');
		expect(curfewState(night, '2004-01-10T23:00:00Z', ZONE).next).toBe('2004-01-11T22:00:00Z');
	});
});

test('a window belongs to the weekday on which it begins', () => {
	const fridays: CurfewWindow = { ...night, days: [5] };
	// Friday 9 January 2004, 23:30, and Saturday 02:00 and 23:30 local time.
	expect(curfewState(fridays, '2004-01-09T22:30:00Z', ZONE).active).toBe(true);
	expect(curfewState(fridays, '2004-01-10T01:00:00Z', ZONE).active).toBe(true);
	expect(curfewState(fridays, '2004-01-10T22:30:00Z', ZONE)).toEqual({
		active: false,
		until: null,
		next: '2004-01-16T22:00:00Z'
	});
});

test('equal times are a whole day, and no weekday is never', () => {
	const whole: CurfewWindow = { from: '00:00', until: '00:00', days: [7] };
	expect(curfewState(whole, '2004-01-11T12:00:00Z', ZONE).active).toBe(true);
	expect(curfewState(whole, '2004-01-12T12:00:00Z', ZONE).active).toBe(false);
	expect(curfewState({ ...night, days: [] }, '2004-01-10T23:00:00Z', ZONE)).toEqual({
		active: false,
		until: null,
		next: null
	});
});

test('an hour that happens twice is under curfew from its first to its second time', () => {
	// 31 October 2004: 02:30 is 00:30Z and again 01:30Z.
	expect(localToMillis('2004-10-31', '02:30', ZONE, 'first')).toBe(
		Date.parse('2004-10-31T00:30:00Z')
	);
	expect(localToMillis('2004-10-31', '02:30', ZONE, 'second')).toBe(
		Date.parse('2004-10-31T01:30:00Z')
	);
	const early: CurfewWindow = { from: '02:30', until: '02:45', days: EVERY_DAY };
	expect(curfewState(early, '2004-10-31T01:10:00Z', ZONE).active).toBe(true);
});

test('a time that the clock skips is taken after the gap', () => {
	// 28 March 2004: 02:30 does not exist; 03:30 is 01:30Z.
	expect(localToMillis('2004-03-28', '02:30', ZONE, 'first')).toBe(
		Date.parse('2004-03-28T01:30:00Z')
	);
});

test('zones west of Greenwich and with half hours are right', () => {
	expect(localToMillis('2026-01-15', '23:00', 'America/Port-au-Prince', 'first')).toBe(
		Date.parse('2026-01-16T04:00:00Z')
	);
	expect(localToMillis('2026-01-15', '23:00', 'Asia/Kabul', 'first')).toBe(
		Date.parse('2026-01-15T18:30:00Z')
	);
});

test('a window whose hours the clock skips begins and ends as the clock passes them', () => {
	// 28 March 2004: 02:00 becomes 03:00 at 01:00Z.
	const from = (from: string, until: string): CurfewWindow => ({ from, until, days: EVERY_DAY });
	expect(curfewState(from('02:30', '05:00'), '2004-03-28T01:15:00Z', ZONE).active).toBe(true);
	expect(curfewState(from('02:30', '05:00'), '2004-03-28T00:59:59Z', ZONE).active).toBe(false);
	expect(curfewState(from('23:00', '02:30'), '2004-03-28T00:59:59Z', ZONE).active).toBe(true);
	expect(curfewState(from('23:00', '02:30'), '2004-03-28T01:00:00Z', ZONE).active).toBe(false);
	expect(curfewState(from('02:15', '02:45'), '2004-03-28T01:20:00Z', ZONE)).toEqual({
		active: false,
		until: null,
		next: '2004-03-29T00:15:00Z'
	});
});

/** Days on which clocks change, forward and back, and a zone that never changes them. */
const CHANGES: [zone: string, day: string, what: string][] = [
	['Europe/Belgrade', '2026-03-29', 'an hour forward at 02:00'],
	['Europe/Belgrade', '2026-10-25', 'an hour back at 03:00'],
	['Australia/Lord_Howe', '2026-10-04', 'half an hour forward at 02:00'],
	['Australia/Lord_Howe', '2026-04-05', 'half an hour back at 02:00'],
	['Asia/Kabul', '2026-03-29', 'never, and half an hour beside the others'],
	['Africa/Kinshasa', '2026-03-29', 'never'],
	['Africa/Cairo', '2024-04-26', 'an hour forward at midnight'],
	['Africa/Cairo', '2024-10-31', 'an hour back at midnight'],
	['Asia/Beirut', '2024-03-31', 'an hour forward at midnight'],
	['America/Santiago', '2024-09-08', 'an hour forward at midnight'],
	['America/Santiago', '2024-04-06', 'an hour back at midnight'],
	['Pacific/Apia', '2011-12-30', 'a whole day forward']
];

describe.each(CHANGES)('where clocks go, %s on %s: %s', (zone, day) => {
	const MINUTE = 60_000;
	const middle = Date.parse(`${day}T00:00:00Z`);
	const first = middle - 3 * 86_400_000;
	/** What a clock on the wall shows, minute by minute, for six days: "2026-03-29 02:30". */
	const shown = new Intl.DateTimeFormat('sv-SE', {
		timeZone: zone,
		dateStyle: 'short',
		timeStyle: 'short'
	});
	const wall = Array.from({ length: 6 * 1440 }, (_, i) => shown.format(first + i * MINUTE));
	const firstShown = new Map<string, number>();
	const lastShown = new Map<string, number>();
	wall.forEach((text, i) => {
		if (!firstShown.has(text)) firstShown.set(text, i);
		lastShown.set(text, i);
	});
	/** A time that is never shown is passed when the first later one is. */
	const passed = (text: string) => wall.findIndex((other) => other > text);
	const dayAfter = (date: string, days: number) =>
		new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

	/** By looking at the wall: in some window that began on one of its days. */
	function holds({ from, until, days }: CurfewWindow, minute: number): boolean {
		return [-2, -1, 0, 1].some((offset) => {
			const begins = dayAfter(wall[minute]!.slice(0, 10), offset);
			if (!days.includes(new Date(`${begins}T00:00:00Z`).getUTCDay() || 7)) return false;
			const ends = dayAfter(begins, until <= from ? 1 : 0);
			const [start, end] = [`${begins} ${from}`, `${ends} ${until}`];
			return (
				(firstShown.get(start) ?? passed(start)) <= minute &&
				minute < (lastShown.get(end) ?? passed(end))
			);
		});
	}

	const time = fc
		.oneof(
			fc.integer({ min: 0, max: 287 }),
			// The hours around midnight and around the change are the ones that go wrong.
			fc.integer({ min: 0, max: 48 }),
			fc.integer({ min: 264, max: 287 })
		)
		.map((five) => {
			const [hours, minutes] = [Math.floor(five / 12), (five % 12) * 5];
			return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
		});

	test('every window holds as a clock on the wall says', () => {
		fc.assert(
			fc.property(
				time,
				time,
				fc.subarray(EVERY_DAY, { minLength: 1 }),
				fc.array(fc.integer({ min: 2 * 1440, max: 4 * 1440 }), { minLength: 5, maxLength: 5 }),
				(from, until, days, minutes) => {
					const curfew = { from, until, days };
					for (const minute of minutes) {
						const at = new Date(first + minute * MINUTE).toISOString();
						const { active } = curfewState(curfew, at, zone);
						expect(active, `${from}-${until} on ${days} at ${wall[minute]} (${at})`).toBe(
							holds(curfew, minute)
						);
					}
				}
			),
			{ seed: 23, numRuns: 60 }
		);
	});

	test('a night curfew holds at 23:00 and not at 12:00, and belongs to the day it begins on', () => {
		for (const hour of ['12:00', '23:00']) {
			const minute = firstShown.get(`${day} ${hour}`);
			// Samoa had no 30 December 2011.
			if (minute === undefined) continue;
			const at = new Date(first + minute * MINUTE).toISOString();
			expect(curfewState(night, at, zone).active).toBe(hour === '23:00');
			const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
			const others = EVERY_DAY.filter((each) => each !== weekday);
			expect(curfewState({ ...night, days: others }, at, zone).active).toBe(false);
			// Deep in that night, on the next calendar day, it is still this day's window.
			const late = new Date(first + (minute + 240) * MINUTE).toISOString();
			if (hour === '23:00')
				expect(curfewState({ ...night, days: [weekday] }, late, zone).active).toBe(true);
		}
	});

	test('until and next are the moments at which the answer changes', () => {
		fc.assert(
			fc.property(
				time,
				time,
				fc.integer({ min: 2 * 1440, max: 4 * 1440 }),
				(from, until, minute) => {
					const curfew = { from, until, days: EVERY_DAY };
					const at = new Date(first + minute * MINUTE).toISOString();
					const state = curfewState(curfew, at, zone);
					if (state.until) {
						const end = (Date.parse(state.until) - first) / MINUTE;
						expect(holds(curfew, end - 1)).toBe(true);
					}
					expect(state.active).toBe(state.until !== null);
					const next = (Date.parse(state.next!) - first) / MINUTE;
					if (next < wall.length - 1440) expect(holds(curfew, next), `${from} ${until}`).toBe(true);
				}
			),
			{ seed: 24, numRuns: 60 }
		);
	});
});
