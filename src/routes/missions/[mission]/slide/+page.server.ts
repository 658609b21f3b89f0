import { call } from '$lib/data/client';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

/** Deployments are refused to personnel by the database, and so is this page. */
export const load: PageServerLoad = async ({ locals, params: { mission } }) => {
	const [designations, deployments, list] = await orError(
		Promise.all([
			call(locals.supabase, 'list_designations', { mission }),
			call(locals.supabase, 'list_deployments', { mission }),
			call(locals.supabase, 'get_list', { mission })
		])
	);
	return {
		designations,
		deployments,
		list: list && { sequence: list.sequence, effectiveFrom: list.effectiveFrom },
		now: new Date().toISOString()
	};
};
