/** Numbers, days, instants and lengths in the reader's language. */
import type { Day, Instant, Locale, Period } from '$lib/core/domain';
import { INTL_TAGS, numberFormat } from './tags';

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MINUTE = 60_000;
/** Largest unit first: the first that fits at least once is used. */
const RELATIVE_UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
	['year', 365 * 24 * 60 * MINUTE],
	['month', 30 * 24 * 60 * MINUTE],
	['day', 24 * 60 * MINUTE],
	['hour', 60 * MINUTE],
	['minute', MINUTE]
];

export type Format = ReturnType<typeof makeFormat>;

export function makeFormat(locale: Locale) {
	const tag = INTL_TAGS[locale];
	const plain = numberFormat(locale);
	const days = new Intl.DateTimeFormat(tag, { ...DAY, timeZone: 'UTC' });
	const shortDays = new Intl.DateTimeFormat(tag, { ...DAY, month: 'short', timeZone: 'UTC' });
	const months = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	const relatives = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
	const conjunctions = new Intl.ListFormat(tag, { type: 'conjunction' });
	const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });
	const length = (value: number, unit: 'meter' | 'kilometer', fractionDigits: number) =>
		numberFormat(locale, {
			style: 'unit',
			unit,
			unitDisplay: 'short',
			maximumFractionDigits: fractionDigits
		}).format(value);

	/** Metres below one kilometre, kilometres above; never finer than `accuracyMetres` allows. */
	function distance(metres: number, accuracyMetres = 0): string {
		// The step is the power of ten at or above the accuracy: known to 30 m reads in steps of 100 m.
		const step = accuracyMetres > 1 ? 10 ** Math.ceil(Math.log10(accuracyMetres)) : 1;
		const rounded = Math.round(metres / step) * step;
		if (rounded < 1000 && step < 1000) return length(rounded, 'meter', 0);
		return length(rounded / 1000, 'kilometer', step >= 1000 ? 0 : rounded < 10_000 ? 2 : 1);
	}

	return {
		number: (value: number, options?: Intl.NumberFormatOptions) =>
			options ? numberFormat(locale, options).format(value) : plain.format(value),
		percent: (share: number, fractionDigits = 0) =>
			numberFormat(locale, { style: 'percent', maximumFractionDigits: fractionDigits }).format(
				share
			),
		/** A day as such ("2004-03-15"), or the UTC day of an instant. */
		date: (day: Day | Instant) => days.format(new Date(day)),
		shortDate: (day: Day | Instant) => shortDays.format(new Date(day)),
		month: (day: Day | Instant) => months.format(new Date(day)),
		/** An instant in the mission's time zone, which is named. */
		dateTime: (instant: Instant, timeZone = 'UTC') =>
			new Intl.DateTimeFormat(tag, {
				...DAY,
				month: 'short',
				hour: '2-digit',
				minute: '2-digit',
				hourCycle: 'h23',
				timeZone,
				timeZoneName: 'short'
			}).format(new Date(instant)),
		time: (instant: Instant, timeZone = 'UTC') =>
			new Intl.DateTimeFormat(tag, {
				hour: '2-digit',
				minute: '2-digit',
				hourCycle: 'h23',
				timeZone
			}).format(new Date(instant)),
		/** "3 days ago", "in 2 hours", "now". `now` is an argument: rendering has no clock of its own. */
		relative: (instant: Instant, now: number) => {
			const difference = new Date(instant).getTime() - now;
			const [unit, size] = RELATIVE_UNITS.find(([, size]) => Math.abs(difference) >= size) ?? [
				'minute',
				MINUTE
			];
			return relatives.format(Math.trunc(difference / size), unit);
		},
		distance,
		/** A duration in whole days or hours, as the language counts them. */
		hours: (hours: number) =>
			numberFormat(locale, {
				style: 'unit',
				unit: hours >= 48 ? 'day' : 'hour',
				unitDisplay: 'long',
				maximumFractionDigits: 0
			}).format(hours >= 48 ? hours / 24 : hours),
		areaKm2: (km2: number) =>
			// Intl has no square kilometre; the symbol is international.
			`${numberFormat(locale, { maximumSignificantDigits: 3 }).format(km2)} ${locale === 'ar' ? 'كم²' : 'km²'}`,
		list: (items: string[]) => conjunctions.format(items),
		/** "15 March 2004 – 1 May 2005"; an open side is an ellipsis. */
		period: ({ from, until }: Period) =>
			`${from ? shortDays.format(new Date(from)) : '…'} – ${until ? shortDays.format(new Date(until)) : '…'}`,
		compare: (a: string, b: string) => collator.compare(a, b)
	};
}
