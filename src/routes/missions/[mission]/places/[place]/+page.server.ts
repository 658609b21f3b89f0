import { error } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { orError } from '../../answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ask = { mission: params.mission };
	const [establishments, designations, deployments, cases] = await orError(
		Promise.all([
			call(locals.supabase, 'list_establishments', ask),
			call(locals.supabase, 'list_designations', ask),
			call(locals.supabase, 'list_deployments', ask),
			call(locals.supabase, 'list_cases', ask)
		])
	);
	const place = establishments.find(({ id }) => id === params.place);
	if (!place) error(404, 'No such place');
	return {
		place,
		designations: designations.filter(({ establishmentId }) => establishmentId === place.id),
		deployments,
		cases: cases.filter(({ establishmentId }) => establishmentId === place.id),
		now: new Date().toISOString()
	};
};
