/** The report of a quarter as a file: ?quarter=2026Q3&format=pdf. A refusal is a page for people. */
import { error } from '@sveltejs/kit';
import { parseQuarter } from '$lib/core/quarter';
import { call } from '$lib/data/client';
import { loadMessages } from '$lib/i18n/load';
import { isOffered } from '$lib/i18n/tags';
import { REPORT_FORMATS, reportFileName, type ReportFormat } from '$lib/publish/risk-report/facts';
import { PressError } from '$lib/server/paper/press';
import { RateLimit } from '$lib/server/rate-limit';
import { gatherRiskReport, renderRiskReport } from '$lib/server/risk-report';
import { orError } from '../../answer';
import type { RequestHandler } from './$types';

const TYPES: Record<ReportFormat, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};
// A report costs a second of a processor, and a look at the counts.
const reportsByPerson = new RateLimit({ burst: 12, perMinute: 12 });

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const asked = url.searchParams.get('language');
	const locale = isOffered(asked) ? asked : locals.locale;
	const m = await loadMessages(locale);
	const { errors } = m;
	const quarter = parseQuarter(url.searchParams.get('quarter'));
	const format = REPORT_FORMATS.find((each) => each === url.searchParams.get('format'));
	if (!quarter || !format) error(400, errors.reportUnknown);

	const wait = locals.me ? reportsByPerson.take(locals.me.userId, Date.now()) : 0;
	if (wait > 0) {
		locals.retryAfterSeconds = wait;
		error(429, errors.tooMany);
	}
	const ask = { mission: params.mission };
	const mission = await orError(call(locals.supabase, 'get_mission', ask));
	const facts = await orError(
		gatherRiskReport(
			(name, args) => call(locals.supabase, name, args),
			mission,
			quarter,
			new Date().toISOString()
		)
	);
	if (!facts) error(404, errors.reportUnknown);
	try {
		const file = await renderRiskReport(facts, { m, locale }, format);
		return new Response(new Uint8Array(file), {
			headers: {
				'cache-control': 'private, no-store',
				'content-type': TYPES[format],
				'content-disposition': `attachment; filename="${reportFileName(facts, locale, format)}"`
			}
		});
	} catch (reason) {
		if (!(reason instanceof PressError) || reason.kind === 'paperFailed') throw reason;
		if (reason.kind === 'paperBusy') locals.retryAfterSeconds = 30;
		const status = reason.kind === 'paperGlyphs' ? 422 : 503;
		error(status, [errors[reason.kind], reason.detail].filter(Boolean).join(' '));
	}
};
