/**
 * A version as a document to sign and pin up. `version` is its id or its number and version ("3.2").
 * Whoever may read the version may print it; a refusal is a page for people, JSON for scripts.
 */
import { error } from '@sveltejs/kit';
import type { Locale } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { loadMessages } from '$lib/i18n/load';
import { LANGUAGE_NAMES } from '$lib/i18n/tags';
import {
	PAPER_KINDS,
	PAPER_SIZES,
	paperFileName,
	type PaperOptions
} from '$lib/publish/paper/facts';
import { gatherFacts, makePaper } from '$lib/server/paper/gather';
import { identify, PressError, printPaper } from '$lib/server/paper/press';
import { RateLimit } from '$lib/server/rate-limit';
import { isLoopback, readSettings } from '$lib/server/settings';
import { orError } from '../../../answer';
import type { RequestHandler } from './$types';

// A paper costs a second of a processor. Whoever prints every version of a mission waits in between.
const papersByPerson = new RateLimit({ burst: 12, perMinute: 12 });

export const GET: RequestHandler = async ({ params, locals, url, request }) => {
	const { errors } = await loadMessages(locals.locale);
	const options = readOptions(url.searchParams, locals.locale);
	if (!options) error(400, errors.paperUnknown);
	const facts = await orError(
		gatherFacts(
			(name, args) => call(locals.supabase, name, args),
			params.mission,
			params.version,
			(id) =>
				// An address that only this machine reaches is none on paper.
				isLoopback(url.hostname)
					? null
					: new URL(`/missions/${params.mission}/directives/${id}`, url).href
		)
	);
	if (!facts) error(404, errors.versionUnknown);

	const paper = await makePaper(facts, options, readSettings().dataFolder);
	const etag = `"${identify(paper, options.kind)}"`;
	// Asked again each time: whoever may read it today may not tomorrow.
	const headers = { etag, 'cache-control': 'private, no-cache' };
	if (request.headers.get('if-none-match')?.includes(etag))
		return new Response(null, { status: 304, headers });

	const wait = papersByPerson.take(locals.me!.userId, Date.now());
	if (wait > 0) {
		locals.retryAfterSeconds = wait;
		error(429, errors.tooMany);
	}
	try {
		const pdf = await printPaper(paper, options.kind);
		return new Response(new Uint8Array(pdf), {
			headers: {
				...headers,
				'content-type': 'application/pdf',
				'content-disposition': `inline; filename="${paperFileName(facts, options)}"`
			}
		});
	} catch (reason) {
		if (!(reason instanceof PressError) || reason.kind === 'paperFailed') throw reason;
		if (reason.kind === 'paperBusy') locals.retryAfterSeconds = 30;
		const status = reason.kind === 'paperGlyphs' ? 422 : 503;
		error(status, [errors[reason.kind], reason.detail].filter(Boolean).join(' '));
	}
};

/** Undefined when a choice is none that there is. */
function readOptions(query: URLSearchParams, own: Locale): PaperOptions | undefined {
	const locale = query.get('language') ?? own;
	const size = PAPER_SIZES.find((each) => each === (query.get('size') ?? 'a4'));
	const kind = PAPER_KINDS.find((each) => each === (query.get('kind') ?? 'directive'));
	if (!size || !kind || !Object.hasOwn(LANGUAGE_NAMES, locale)) return undefined;
	return { locale: locale as Locale, size, kind };
}
