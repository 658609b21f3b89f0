import { call } from '$lib/data/client';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ask = { mission: params.mission };
	const [establishments, designations] = await orError(
		Promise.all([
			call(locals.supabase, 'list_establishments', ask),
			call(locals.supabase, 'list_designations', ask)
		])
	);
	return { establishments, designations, now: new Date().toISOString() };
};
