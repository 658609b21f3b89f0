/** Serves an operator's archive by ranges, as the map asks for it (RFC 9110, section 14). */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { parseRange } from '$lib/core/byte-range';
import { findArchive } from '$lib/server/operator-archives';
import { readSettings } from '$lib/server/settings';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request }) => {
	const archive = await findArchive(readSettings().dataFolder, params.name);
	if (!archive) error(404, 'There is no such map archive.');
	const { path, bytes, version } = archive;

	const headers: Record<string, string> = {
		'accept-ranges': 'bytes',
		'cache-control': 'no-cache',
		'content-type': 'application/vnd.pmtiles',
		etag: `"${version}"`
	};
	const asked = request.headers.get('range');
	const range = asked ? parseRange(asked, bytes) : { start: 0, end: bytes - 1 };
	if (!range) {
		return new Response(null, {
			status: 416,
			headers: { ...headers, 'content-range': `bytes */${bytes}` }
		});
	}
	const { start, end } = range;
	if (asked) headers['content-range'] = `bytes ${start}-${end}/${bytes}`;
	headers['content-length'] = String(end - start + 1);
	const body =
		bytes === 0 ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream);
	return new Response(body, { status: asked ? 206 : 200, headers });
};
