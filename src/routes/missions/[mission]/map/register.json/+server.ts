import { call } from '$lib/data/client';
import { toJson } from '../../answer';
import type { RequestHandler } from './$types';

/** Every place on record; the database refuses roles that may not know. */
export const GET: RequestHandler = ({ locals, params }) =>
	toJson(call(locals.supabase, 'list_establishments', { mission: params.mission }));
