/** A part of a stored file, as a server would send it: without it a map archive hangs. */
import { parseRange } from '$lib/core/byte-range';

export async function answerRange(stored: Response, asked: string | null): Promise<Response> {
	if (asked === null) return stored;
	const whole = await stored.blob();
	const headers = new Headers({ 'accept-ranges': 'bytes' });
	for (const name of ['content-type', 'etag'])
		if (stored.headers.has(name)) headers.set(name, stored.headers.get(name)!);
	const range = parseRange(asked, whole.size);
	if (!range) {
		headers.set('content-range', `bytes */${whole.size}`);
		return new Response(null, { status: 416, headers });
	}
	const { start, end } = range;
	headers.set('content-range', `bytes ${start}-${end}/${whole.size}`);
	headers.set('content-length', String(end - start + 1));
	return new Response(whole.slice(start, end + 1), { status: 206, headers });
}
