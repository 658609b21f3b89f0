/**
 * The signed publication, as src/docs/bundle-format.md describes it and `cordon publish export`
 * writes it for any static host: `latest.json` points to the list in force, `<sha256>.json` is a
 * list byte for byte and never changes, `bundle.json` is both in one file.
 */
import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { composePointer } from '$lib/server/keys/compose-bundle';
import { getCordon } from '$lib/server/running';
import { toJson } from '../../answer';
import { signPublished } from '../../sign-published.server';
import type { RequestHandler } from './$types';

const type = { 'content-type': 'application/json; charset=utf-8' };

export const GET: RequestHandler = async ({ params, locals, request }) => {
	const { mission, file } = params;
	const [sha256] = /^[0-9a-f]{64}(?=\.json$)/.exec(file) ?? [];
	if (sha256) {
		const cache = { 'cache-control': 'private, max-age=31536000, immutable' };
		return toJson(
			call(locals.supabase, 'get_published_list', { mission, sha256 }),
			(text) => new Response(text, { headers: { ...type, ...cache } })
		);
	}
	if (file !== 'latest.json' && file !== 'bundle.json') error(404, 'Not found');
	await signPublished(locals, mission);
	return toJson(findBundle(locals, mission, file === 'bundle.json'), (bundle) => {
		const headers = { 'cache-control': 'private, no-cache' };
		if (!bundle) return new Response(null, { status: 204, headers });
		const body = JSON.stringify(bundle);
		const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
		const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
		if (known.some((tag) => tag.replace(/^W\//, '') === etag))
			return new Response(null, { status: 304, headers: { ...headers, etag } });
		return new Response(body, { headers: { ...headers, ...type, etag } });
	});
};

async function findBundle({ supabase }: App.Locals, mission: string, whole: boolean) {
	const [list, keys] = await Promise.all([
		call(supabase, 'get_list', { mission }),
		call(supabase, 'list_mission_keys', { mission })
	]);
	if (!list) return null;
	const { signer } = await getCordon();
	const pointer = composePointer(signer, mission, list, keys);
	return whole ? { ...pointer, list: { ...pointer.list, text: list.text } } : pointer;
}
