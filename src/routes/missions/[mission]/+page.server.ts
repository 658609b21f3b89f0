import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/ui/navigation';
import type { PageServerLoad } from './$types';

/** A mission's own address leads to where the role works. */
export const load: PageServerLoad = async ({ parent }) => {
	const { mission, membership } = await parent();
	redirect(303, homeOf(mission.slug, membership.role));
};
