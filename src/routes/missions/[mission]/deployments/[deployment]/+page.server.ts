import { error } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { orError } from '../../answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ask = { mission: params.mission };
	const [deployments, designations] = await orError(
		Promise.all([
			call(locals.supabase, 'list_deployments', ask),
			call(locals.supabase, 'list_designations', ask)
		])
	);
	const deployment = deployments.find(({ id }) => id === params.deployment);
	if (!deployment) error(404, 'No such deployment');
	return { deployment, designations, now: new Date().toISOString() };
};
