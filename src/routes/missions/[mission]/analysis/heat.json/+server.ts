import { error } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { toJson } from '../../answer';
import type { RequestHandler } from './$types';

/** All released counts of the mission, by year; whoever asks adds up years and types. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	if (url.search) error(400, 'Give no filter: this answers with all that is released, by year.');
	return toJson(call(locals.supabase, 'get_released_counts', { mission: params.mission }));
};
