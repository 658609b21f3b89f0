import { MAY_READ_CASES } from '$lib/core/case-steps';
import { call } from '$lib/data/client';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	const ask = { mission: params.mission };
	const [deployments, designations, premises] = await orError(
		Promise.all([
			call(locals.supabase, 'list_deployments', ask),
			call(locals.supabase, 'list_designations', ask),
			MAY_READ_CASES.includes(membership.role) ? call(locals.supabase, 'check_premises', ask) : []
		])
	);
	return { deployments, designations, premises, now: new Date().toISOString() };
};
