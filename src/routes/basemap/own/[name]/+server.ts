/** Serves an operator's archive by ranges, as the map asks for it (RFC 9110, section 14). */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { archivePath, parseRange } from '$lib/server/operator-archives';
import { readSettings } from '$lib/server/settings';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request }) => {
	const path = archivePath(readSettings().dataFolder, params.name);
	const found = path ? await stat(path).catch(() => undefined) : undefined;
	if (!path || !found?.isFile()) error(404, 'There is no such map archive.');

	const headers: Record<string, string> = {
		'accept-ranges': 'bytes',
		'cache-control': 'no-cache',
		'content-type': 'application/vnd.pmtiles',
		etag: `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`
	};
	const asked = request.headers.get('range');
	const range = asked ? parseRange(asked, found.size) : { start: 0, end: found.size - 1 };
	if (!range) {
		return new Response(null, {
			status: 416,
			headers: { ...headers, 'content-range': `bytes */${found.size}` }
		});
	}
	const { start, end } = range;
	if (asked) headers['content-range'] = `bytes ${start}-${end}/${found.size}`;
	headers['content-length'] = String(end - start + 1);
	const body = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream;
	return new Response(body, { status: asked ? 206 : 200, headers });
};
