import { call } from '$lib/data/client';
import { fromLocalInput, toLocalInput } from '$lib/ui/directive/mission-clock';
import { orError } from '../../answer';
import type { PageServerLoad } from './$types';

/** The list as it was in force at `at`, from the versions themselves: one answer with map and API. */
export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { mission } = params;
	const { mission: facts } = await parent();
	const now = new Date().toISOString();
	const asked = url.searchParams.get('at') ?? toLocalInput(now, facts.timeZone);
	const at = fromLocalInput(asked, facts.timeZone) ?? null;
	const versions = at
		? await orError(call(locals.supabase, 'list_versions_in_force', { mission, at }))
		: [];
	return { asked, at, versions, now };
};
