/** Languages of the interface, their direction, and the tag each hands to Intl. */
import type { Locale } from '$lib/core/domain';

/** The languages that are complete. The type of the catalogue follows from this list. */
export const OFFERED = ['en', 'ar'] as const satisfies readonly Locale[];
export type Offered = (typeof OFFERED)[number];
export type Direction = 'ltr' | 'rtl';

/**
 * UN Arabic documents write Western digits (0-9), and coordinates, MGRS and distances are compared
 * with instruments that show them: one kind of digit everywhere. British English for day-month-year.
 */
export const INTL_TAGS: Record<Locale, string> = {
	en: 'en-GB',
	ar: 'ar-u-nu-latn',
	fr: 'fr',
	es: 'es',
	ru: 'ru',
	zh: 'zh'
};

/** Each language in its own words, as a switch must show it. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
	en: 'English',
	ar: 'العربية',
	fr: 'Français',
	es: 'Español',
	ru: 'Русский',
	zh: '中文'
};

export function directionOf(locale: Locale): Direction {
	return locale === 'ar' ? 'rtl' : 'ltr';
}

export function isOffered(value: string | undefined | null): value is Offered {
	return OFFERED.some((locale) => locale === value);
}

export function numberFormat(locale: Locale, options?: Intl.NumberFormatOptions) {
	return new Intl.NumberFormat(INTL_TAGS[locale], options);
}
