import { redirect } from '@sveltejs/kit';
import { LOCALE_COOKIE, THEME_COOKIE, isTheme } from '$lib/i18n/preferences';
import { isOffered } from '$lib/i18n/tags';
import { ownPath } from '$lib/ui/own-path';
import { readForm } from '../read-body';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Language and theme without JavaScript. The theme's cookie is written by the page as well. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await readForm(request);
	const options = {
		path: '/',
		maxAge: YEAR_SECONDS,
		httpOnly: false,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	} as const;
	const locale = form.get('locale');
	if (typeof locale === 'string' && isOffered(locale)) cookies.set(LOCALE_COOKIE, locale, options);
	const theme = form.get('theme');
	if (isTheme(theme)) cookies.set(THEME_COOKIE, theme, options);
	redirect(303, ownPath(form.get('next')));
};
