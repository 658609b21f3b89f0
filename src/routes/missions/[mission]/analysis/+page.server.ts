import { call } from '$lib/data/client';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

/** The records that proximity is measured between. The database refuses roles that may not. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ask = { mission: params.mission };
	const [establishments, deployments, designations, list] = await orError(
		Promise.all([
			call(locals.supabase, 'list_establishments', ask),
			call(locals.supabase, 'list_deployments', ask),
			call(locals.supabase, 'list_designations', ask),
			call(locals.supabase, 'get_list', ask)
		])
	);
	return {
		establishments,
		deployments,
		designations,
		list: list && { sequence: list.sequence, effectiveFrom: list.effectiveFrom },
		now: new Date().toISOString()
	};
};
