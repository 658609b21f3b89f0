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
