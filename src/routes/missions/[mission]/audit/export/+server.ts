import { error } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { auditHeader, countAuditLines, readAuditLine } from '$lib/publish/audit-file';
import type { AuditFileEntry } from '$lib/publish/audit-file';
import { toField } from '$lib/publish/formats/csv';
import { orError } from '../../answer';
import { readFilter, toInterval, type AuditFilter } from '../audit-filter';
import type { RequestHandler } from './$types';

const COLUMNS = ['sequence', 'at', 'actor', 'act', 'subject', 'detail', 'hash'] as const;

/**
 * The audit as a file, written while it is read. JSON lines are the whole chain, to be verified with
 * `cordon audit verify --file`; CSV is for people, with the entries that fit the filter.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { mission } = params;
	const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'jsonl';
	const read = (after: number) => call(locals.supabase, 'export_audit', { mission, after });
	const [{ timeZone }, first] = await orError(
		Promise.all([call(locals.supabase, 'get_mission', { mission }), read(0)])
	);
	if (first.lines.length === 0) error(404, 'Nothing was recorded.');
	const fits = filterOf(readFilter(url.searchParams), timeZone);

	async function* write(): AsyncGenerator<string> {
		const counted = countAuditLines();
		yield format === 'csv'
			? `\ufeff${COLUMNS.join(',')}\r\n`
			: `${auditHeader(mission, new Date().toISOString())}\n`;
		for (let page = first; ; page = await read(page.last)) {
			for (const line of page.lines) counted.add(line);
			yield format === 'csv'
				? page.lines.map((line) => toRow(readAuditLine(line)!, fits)).join('')
				: page.lines.map((line) => `${line}\n`).join('');
			if (!page.more) break;
		}
		if (format === 'jsonl') yield `${counted.footer()}\n`;
	}

	const name = `${mission}-audit-${new Date().toISOString().slice(0, 10)}.${format}`;
	return new Response(toStream(write()), {
		headers: {
			'content-type': `${format === 'csv' ? 'text/csv' : 'application/x-ndjson'}; charset=utf-8`,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store'
		}
	});
};

function toStream(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await parts.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		cancel: () => void parts.return(undefined)
	});
}

function filterOf(filter: AuditFilter, timeZone: string) {
	const { since, until } = toInterval(filter, timeZone);
	const name = filter.actor?.toLowerCase();
	return ({ act, actor, subject, at }: AuditFileEntry) =>
		(!filter.act || act === filter.act) &&
		(!name || actor.toLowerCase().includes(name)) &&
		(!filter.subject || subject === filter.subject) &&
		(!since || Date.parse(at) >= Date.parse(since)) &&
		(!until || Date.parse(at) < Date.parse(until));
}

function toRow(entry: AuditFileEntry, fits: (entry: AuditFileEntry) => boolean): string {
	if (!fits(entry)) return '';
	const cells = COLUMNS.map((column) =>
		toField(column === 'detail' ? JSON.stringify(entry.detail) : entry[column])
	);
	return `${cells.join(',')}\r\n`;
}
