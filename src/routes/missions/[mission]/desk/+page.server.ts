import { error } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { orError } from '../answer';
import { signPublished } from '../sign-published.server';
import type { PageServerLoad } from './$types';

/** All that may wait for whoever decides or prepares. */
export const load: PageServerLoad = async ({ locals, params, parent, depends }) => {
	depends('cordon:desk');
	const { mission } = params;
	const { supabase } = locals;
	const { membership } = await parent();
	if (membership.role !== 'head_of_mission' && membership.role !== 'focal_point')
		error(403, 'notYourRole');
	await signPublished(locals, mission);
	const [queue, drafts, versions, designations, list, coverage] = await orError(
		Promise.all([
			call(supabase, 'list_my_queue', { mission }),
			call(supabase, 'list_drafts', { mission }),
			call(supabase, 'list_directive_versions', { mission }),
			call(supabase, 'list_designations', { mission }),
			call(supabase, 'get_list', { mission }),
			call(supabase, 'list_acknowledgement_coverage', { mission })
		])
	);
	return {
		queue,
		drafts,
		versions,
		designations,
		list: list && { sequence: list.sequence, effectiveFrom: list.effectiveFrom },
		coverage,
		now: new Date().toISOString()
	};
};
