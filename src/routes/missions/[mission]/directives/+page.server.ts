import { call } from '$lib/data/client';
import { fromLocalInput } from '$lib/ui/directive/mission-clock';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

/** All versions; with `at` in the address also those that were in force at that moment. */
export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { mission } = params;
	const { mission: facts } = await parent();
	const asked = url.searchParams.get('at');
	const at = asked === null ? null : (fromLocalInput(asked, facts.timeZone) ?? 'invalid');
	const [versions, inForce] = await orError(
		Promise.all([
			call(locals.supabase, 'list_directive_versions', { mission }),
			at === null || at === 'invalid'
				? null
				: call(locals.supabase, 'list_versions_in_force', { mission, at })
		])
	);
	return { versions, asked, at, inForce, now: new Date().toISOString() };
};
