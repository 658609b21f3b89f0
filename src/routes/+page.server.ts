import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/ui/navigation';
import type { PageServerLoad } from './$types';

/** Straight to the role's home page, unless there is a mission to choose or none at all. */
export const load: PageServerLoad = ({ locals }) => {
	if (!locals.me) redirect(303, '/sign-in');
	const { memberships } = locals.me;
	const [only] = memberships;
	if (only && memberships.length === 1) redirect(303, homeOf(only.missionSlug, only.role));
	return { memberships };
};
