/**
 * The list in force, byte for byte as published. The entity tag is its SHA-256, so that whoever
 * receives it can verify it and an unchanged list costs a 304. The path names the mission and
 * nothing else: where somebody checks is never part of a request.
 */
import { json } from '@sveltejs/kit';
import { ApiError, call } from '$lib/data/client';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, request }) => {
	let list;
	try {
		list = await call(locals.supabase, 'get_list', { mission: params.mission });
	} catch (reason) {
		if (reason instanceof ApiError) return json(reason.failure, { status: reason.status });
		throw reason;
	}
	const headers = { 'cache-control': 'private, no-cache' };
	if (!list) return new Response(null, { status: 204, headers });
	const etag = `"${list.sha256}"`;
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	if (known.some((tag) => tag.replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers: { ...headers, etag } });
	return new Response(list.text, {
		headers: { ...headers, etag, 'content-type': 'application/json; charset=utf-8' }
	});
};
