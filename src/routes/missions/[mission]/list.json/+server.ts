/**
 * The list in force, byte for byte as published. The entity tag is its SHA-256, so that whoever
 * receives it can verify it and an unchanged list costs a 304. The path names the mission and
 * nothing else: where somebody checks is never part of a request.
 */
import { call } from '$lib/data/client';
import { toJson } from '../answer';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals, request }) =>
	toJson(call(locals.supabase, 'get_list', { mission: params.mission }), (list) => {
		const headers = { 'cache-control': 'private, no-cache' };
		if (!list) return new Response(null, { status: 204, headers });
		const etag = `"${list.sha256}"`;
		const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
		if (known.some((tag) => tag.replace(/^W\//, '') === etag))
			return new Response(null, { status: 304, headers: { ...headers, etag } });
		return new Response(list.text, {
			headers: { ...headers, etag, 'content-type': 'application/json; charset=utf-8' }
		});
	});
