import { call } from '$lib/data/client';
import { refuse } from '../answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	try {
		const [statistics, world] = await Promise.all([
			call(locals.supabase, 'list_reference_statistics', {}),
			call(locals.supabase, 'list_reference_missions', {})
		]);
		return { statistics, world };
	} catch (failure) {
		refuse(failure);
	}
};
