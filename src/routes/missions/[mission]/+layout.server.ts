import { error } from '@sveltejs/kit';
import type { Membership, Role } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { orError } from './answer';
import type { LayoutServerLoad } from './$types';

/** Somebody with two roles in one mission works in the wider one. */
const WIDEST_FIRST: readonly Role[] = [
	'head_of_mission',
	'focal_point',
	'analyst',
	'administrator',
	'personnel'
];

export const load: LayoutServerLoad = async ({ locals, params }) => {
	const own = locals.me?.memberships.filter(({ missionSlug }) => missionSlug === params.mission);
	const membership = WIDEST_FIRST.map((role) => own?.find((one) => one.role === role)).find(
		(one): one is Membership => one !== undefined
	);
	// A mission that is not yours and one that does not exist look the same.
	if (!locals.me || !membership) error(404, 'No such mission');
	const of = { mission: params.mission };
	const [mission, acknowledgements] = await orError(
		Promise.all([
			call(locals.supabase, 'get_mission', of),
			call(locals.supabase, 'list_my_acknowledgements', of)
		])
	);
	return { me: locals.me, mission, membership, acknowledgements };
};
