/** What the service worker answers from the device, as SvelteKit's own client expects it. */
import type { Visit } from '$lib/data/kept-visit';
import { isTheme } from '$lib/i18n/preferences';
import { offline as ar } from '$lib/i18n/ar/offline';
import { offline as en } from '$lib/i18n/en/offline';
import { OFFERED, directionOf, isOffered } from '$lib/i18n/tags';
import { SHELL, type PageAddress } from './addresses';

/** Whether the device can show the page, or the one that it leads to. */
export function isHeld({ mission, leadsToCheck }: PageAddress, visits: readonly Visit[]): boolean {
	return mission ? visits.some((visit) => visit.mission === mission) : leadsToCheck && !!visits[0];
}

/** The data of a page: of check and list from the visit; every other page leads to SHELL. */
export function answerData(
	address: PageAddress,
	search: URLSearchParams,
	visits: readonly Visit[]
): Response {
	const { path, mission, leadsToCheck } = address;
	if (path === SHELL) return data([visits[0]?.layouts[0] ?? NOBODY, null]);
	if (!isHeld(address, visits)) return redirect(explain(path, search));
	const visit = visits.find((each) => each.mission === mission) ?? visits[0]!;
	return leadsToCheck
		? redirect(`/missions/${visit.mission}/check`)
		: data([...visit.layouts, null]);
}

/** Without a visit the shell's page still says what it has to say. */
const NOBODY = {
	type: 'data',
	data: [{ locale: 1, theme: 2, me: 3 }, 'en', 'system', null],
	uses: {}
};

/** The page that says that another one needs a network, and leads back to it. */
export function explain(path: string, search: URLSearchParams): string {
	const own = new URLSearchParams(search);
	own.delete('x-sveltekit-invalidated');
	own.delete('x-sveltekit-trailing-slash');
	const to = own.size ? `${path}?${own}` : path;
	return `${SHELL}?${new URLSearchParams({ to })}`;
}

const redirect = (location: string) => line({ type: 'redirect', location });
const data = (nodes: unknown[]) => line({ type: 'data', nodes });
const line = (body: object) =>
	new Response(`${JSON.stringify(body)}\n`, {
		headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' }
	});

/**
 * The document for a reader: their language, direction and theme before any script runs, and a nonce
 * of its own, as the server gives one to each document.
 */
export async function fillShell(
	stored: Response,
	visit: Visit | undefined,
	nonce: string
): Promise<Response> {
	let html = await stored.text();
	const headers = new Headers(stored.headers);
	for (const name of ['content-encoding', 'content-length', 'etag', 'link', 'vary'])
		headers.delete(name);
	const policy = headers.get('content-security-policy') ?? '';
	const [, old] = /'nonce-([^']+)'/.exec(policy) ?? [];
	if (old) {
		html = html.replaceAll(`nonce="${old}"`, `nonce="${nonce}"`);
		headers.set('content-security-policy', policy.replace(old, nonce));
	}
	if (visit && isOffered(visit.locale) && isTheme(visit.theme))
		html = html.replace(
			/<html [^>]*>/,
			`<html lang="${visit.locale}" dir="${directionOf(visit.locale)}" data-theme="${visit.theme}">`
		);
	return new Response(html, { headers });
}

/** The last resort, when the browser has thrown away what was kept. */
export function sayWithoutShell(locale: string | undefined): Response {
	const said = OFFERED.filter((each) => each === locale || !isOffered(locale)).map(
		(each) => `<p lang="${each}" dir="${directionOf(each)}">${WORDS[each].removed}</p>`
	);
	return new Response(
		`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cordon</title>${said.join('')}`,
		{
			status: 503,
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy': "default-src 'none'",
				'cache-control': 'no-store'
			}
		}
	);
}

const WORDS = { en, ar };
