import { describe, expect, test } from 'vitest';
import { toDay, toDayNumber } from '$lib/core/period';
import { addMonths, endOfDay } from '$lib/map/days';

describe('days of the time slider', () => {
	test('a day and its number are one', () => {
		for (const day of ['1999-06-10', '2000-02-29', '2004-03-15', '2026-12-31'])
			expect(toDay(toDayNumber(day))).toBe(day);
	});

	test.each([
		['2004-01-31', 1, '2004-02-29'],
		['2004-03-31', -1, '2004-02-29'],
		['2003-12-15', 1, '2004-01-15'],
		['2004-01-15', -1, '2003-12-15'],
		['2004-02-29', 12, '2005-02-28'],
		['2004-03-15', -12, '2003-03-15']
	])('%s and %d months is %s', (day, months, then) => {
		expect(addMonths(day, months)).toBe(then);
	});

	test.each([
		['2004-03-15', 'Europe/Belgrade', '2004-03-15T22:59:59Z'],
		['2004-07-01', 'Europe/Belgrade', '2004-07-01T21:59:59Z'],
		// Clocks go forward in the night before this day ends, and back.
		['2004-03-28', 'Europe/Belgrade', '2004-03-28T21:59:59Z'],
		['2004-10-31', 'Europe/Belgrade', '2004-10-31T22:59:59Z'],
		['2004-03-15', 'Africa/Kinshasa', '2004-03-15T22:59:59Z']
	])('%s in %s ends at %s', (day, timeZone, end) => {
		expect(endOfDay(day, timeZone)).toBe(end);
	});
});
