import { ApiError, call } from '$lib/data/client';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.me) return { sources: null };
	try {
		return { sources: await call(locals.supabase, 'list_sources', {}) };
	} catch (failure) {
		// The page says more than the list: it stands without it.
		if (failure instanceof ApiError) return { sources: null };
		throw failure;
	}
};
