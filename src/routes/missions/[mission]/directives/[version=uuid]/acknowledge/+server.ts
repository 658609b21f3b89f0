import { call } from '$lib/data/client';
import { toJson } from '../../../answer';
import type { RequestHandler } from './$types';

/** A member confirms having read this version; the first time counts. */
export const POST: RequestHandler = ({ locals, params }) =>
	toJson(call(locals.supabase, 'acknowledge', { version_id: params.version }));
