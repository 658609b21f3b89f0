/** A curfew window in words: "23:00 to 05:00, every day". */
import type { CurfewWindow, Locale } from '$lib/core/domain';
import { INTL_TAGS } from '$lib/i18n/tags';

/** The first of January 2024 was a Monday, ISO weekday 1. */
const dayOfJanuary2024 = (weekday: number) => new Date(Date.UTC(2024, 0, weekday));

/** Names of ISO weekdays in order; empty when the window begins on every day of the week. */
export function weekdayNames(days: CurfewWindow['days'], locale: Locale): string[] {
	const distinct = [...new Set(days)].sort((a, b) => a - b);
	if (distinct.length === 7) return [];
	const weekday = new Intl.DateTimeFormat(INTL_TAGS[locale], { weekday: 'long', timeZone: 'UTC' });
	return distinct.map((day) => weekday.format(dayOfJanuary2024(day)));
}
