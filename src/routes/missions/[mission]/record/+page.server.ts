import { call } from '$lib/data/client';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const [statistics, world] = await orError(
		Promise.all([
			call(locals.supabase, 'list_reference_statistics', {}),
			call(locals.supabase, 'list_reference_missions', {})
		])
	);
	return { statistics, world };
};
