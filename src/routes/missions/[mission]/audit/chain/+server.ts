import { call } from '$lib/data/client';
import { invalid, toJson } from '../../answer';
import type { RequestHandler } from './$types';

/** Counts through the next stretch of the chain: the page asks on until it has all of it. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const after = Number(url.searchParams.get('after') ?? 0);
	if (!Number.isSafeInteger(after) || after < 0) return invalid('`after` is a number of an entry.');
	return toJson(call(locals.supabase, 'verify_audit', { mission: params.mission, after }));
};
