/**
 * Language and theme, kept in two plain cookies and written into the document by the server, so
 * that the first paint is already right and no inline script is needed.
 */
import { directionOf, isOffered } from './tags';
import type { Offered } from './tags';

export const LOCALE_COOKIE = 'cordon-locale';
export const THEME_COOKIE = 'cordon-theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Preferences = { locale: Offered; theme: Theme };

export function isTheme(value: unknown): value is Theme {
	return THEMES.some((theme) => theme === value);
}

/** The first offered language of an Accept-Language header, by its q values (RFC 9110, 12.5.4). */
function negotiate(header: string | null): Offered | undefined {
	return (header ?? '')
		.split(',')
		.map((part) => {
			const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
			const q = parameters.find((parameter) => parameter.trim().startsWith('q='));
			return { language: range.split('-')[0], q: q ? Number(q.trim().slice(2)) : 1 };
		})
		.filter(({ q }) => q > 0)
		.sort((a, b) => b.q - a.q)
		.map(({ language }) => language)
		.find(isOffered);
}

export function readPreferences(
	cookies: { get(name: string): string | undefined },
	acceptLanguage: string | null
): Preferences {
	const locale = cookies.get(LOCALE_COOKIE);
	const theme = cookies.get(THEME_COOKIE);
	return {
		locale: isOffered(locale) ? locale : (negotiate(acceptLanguage) ?? 'en'),
		theme: isTheme(theme) ? theme : 'system'
	};
}

/** Fills the placeholders of app.html; for `transformPageChunk`. */
export function fillDocument(html: string, { locale, theme }: Preferences): string {
	return html
		.replace('%lang%', locale)
		.replace('%dir%', directionOf(locale))
		.replace('%theme%', theme);
}
