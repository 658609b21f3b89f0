/** How facts are put into a document's words. */
import { formatDegrees, formatMgrs } from '$lib/core/coordinates';
import type { CurfewWindow, Day, Instant, Locale, Text } from '$lib/core/domain';
import { middleOf } from '$lib/core/geo';
import { makeFormat } from '$lib/i18n/format';
import { directionOf, INTL_TAGS, type Direction } from '$lib/i18n/tags';
import { cleanText, isolate, isolateLtr } from './clean';
import type { NumberedEntry } from './facts';
import { LABELS, WORDS } from './words';

/** Words of people: in the document's language, or in another with a mark that says which. */
export type Said = { text: string; lang: string; dir: Direction; mark: string | null };

/** Short codes for the column of reasons, the same in every language. */
export const REASON_CODES = {
	exploitation: 'EX',
	force_protection: 'FP',
	drugs: 'DR',
	health_safety: 'HS',
	crime: 'CR',
	disorder: 'DO'
} as const;

/** The United Nations write both names of a month in Arabic. */
const ARABIC_MONTHS: Record<string, string> = {
	يناير: 'كانون الثاني/يناير',
	فبراير: 'شباط/فبراير',
	مارس: 'آذار/مارس',
	أبريل: 'نيسان/أبريل',
	مايو: 'أيار/مايو',
	يونيو: 'حزيران/يونيو',
	يوليو: 'تموز/يوليو',
	أغسطس: 'آب/أغسطس',
	سبتمبر: 'أيلول/سبتمبر',
	أكتوبر: 'تشرين الأول/أكتوبر',
	نوفمبر: 'تشرين الثاني/نوفمبر',
	ديسمبر: 'كانون الأول/ديسمبر'
};
const withBothMonths = (date: string) =>
	Object.entries(ARABIC_MONTHS).reduce((text, [month, both]) => text.replace(month, both), date);

const markOf = (lang: Locale) => isolateLtr(`[${lang.toUpperCase()}]`);

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

export type Speaker = ReturnType<typeof speakerOf>;

/** Everything that depends on the document's language and the mission's languages. */
export function speakerOf(locale: Locale, languages: readonly Locale[], timeZone: string) {
	const words = WORDS[locale];
	const labels = LABELS[locale];
	const format = makeFormat(locale);
	const dated = locale === 'ar' ? withBothMonths : (text: string) => text;
	const languageNames = new Intl.DisplayNames(INTL_TAGS[locale], { type: 'language' });
	const otherLanguages = new Set<Locale>();

	const said = (text: Text): Said => {
		const order = [locale, ...languages, ...(Object.keys(text) as Locale[])];
		const lang = order.find((candidate) => text[candidate]?.trim()) ?? locale;
		const isOther = lang !== locale && Boolean(text[lang]);
		if (isOther) otherLanguages.add(lang);
		return {
			text: cleanText(text[lang] ?? ''),
			lang,
			dir: directionOf(lang),
			mark: isOther ? markOf(lang) : null
		};
	};
	const say = (text: Text) => said(text).text;
	/** A word of our own, or an identifier, as the document's own language. */
	const own = (text: string): Said => ({
		text,
		lang: locale,
		dir: directionOf(locale),
		mark: null
	});

	return {
		locale,
		words,
		labels,
		format,
		said,
		say,
		own,
		/** One sentence for each other language that was said so far. */
		notes: () =>
			[...otherLanguages].map((lang) =>
				words.onlyIn({ mark: markOf(lang), language: languageNames.of(lang) ?? lang })
			),
		day: (day: Day | Instant) => dated(format.date(day)),
		when: (instant: Instant) => dated(format.dateTime(instant, timeZone)),
		/** Names side by side, each in its own direction. */
		joined: (names: string[]) => names.map(isolate).join(words.comma),
		distance: (metres: number) => isolate(format.distance(metres)),
		/** Names of places in a list, each with its language where the script does not tell. */
		foreign: (text: string, tag: string): Said => ({
			text: cleanText(text),
			lang: /^[a-z]{2,3}/i.exec(tag)?.[0].toLowerCase() ?? 'und',
			dir: RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr',
			mark: null
		}),
		curfew({ from, until, days }: CurfewWindow): string {
			const weekday = new Intl.DateTimeFormat(INTL_TAGS[locale], {
				weekday: 'long',
				timeZone: 'UTC'
			});
			// The first of January 2024 was a Monday, ISO weekday 1.
			const names = [...new Set(days)]
				.sort((a, b) => a - b)
				.map((day) => weekday.format(Date.UTC(2024, 0, day)));
			return words.list.curfew({
				from: isolate(from),
				until: isolate(until),
				days:
					names.length === 7 ? words.list.everyDay : words.list.onDays({ days: format.list(names) })
			});
		},
		/** What an entry is called where it is named in a sentence. */
		nameOf({ entry }: NumberedEntry): string {
			const sign = entry.names.find(({ status }) => status === 'sign') ?? entry.names[0];
			if (sign) return cleanText(sign.text);
			const name = say(entry.name);
			if (name) return name;
			return entry.establishmentKind
				? words.list.namedClass({ kind: labels.establishmentKind[entry.establishmentKind] })
				: words.list.unnamed;
		},
		/** MGRS and degrees, with the digits that the accuracy carries. */
		positionOf({ entry }: NumberedEntry): { mgrs: string; degrees: string } | null {
			if (!entry.geometry) return null;
			const middle = middleOf(entry.geometry);
			const accuracyMetres = Math.max(1, entry.accuracyMetres);
			return {
				mgrs: formatMgrs(middle, accuracyMetres) ?? '',
				degrees: formatDegrees(middle, accuracyMetres)
			};
		}
	};
}
