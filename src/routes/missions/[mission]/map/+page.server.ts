import type { Role } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { orError } from '../answer';
import type { PageServerLoad } from './$types';

const SEES_DEPLOYMENTS: Role[] = ['analyst', 'focal_point', 'head_of_mission', 'administrator'];
const SEES_HEAT: Role[] = ['analyst', 'focal_point', 'head_of_mission'];
const SEES_DRAFTS: Role[] = ['focal_point', 'head_of_mission'];

/** What this person's role may see; the database refuses the rest whatever is asked here. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	const { mission } = params;
	const may = (roles: Role[]) => membership !== null && roles.includes(membership.role);
	const ask = { mission };
	const [designations, deployments, drafts, versions, list] = await orError(
		Promise.all([
			call(locals.supabase, 'list_designations', ask),
			may(SEES_DEPLOYMENTS) ? call(locals.supabase, 'list_deployments', ask) : [],
			may(SEES_DRAFTS) ? call(locals.supabase, 'list_drafts', ask) : [],
			call(locals.supabase, 'list_directive_versions', ask),
			call(locals.supabase, 'get_list', ask)
		])
	);
	return {
		designations,
		deployments,
		drafts,
		versions: versions.map(({ number, version, title, effectiveFrom }) => ({
			number,
			version,
			title,
			effectiveFrom
		})),
		list: list && { sequence: list.sequence, effectiveFrom: list.effectiveFrom },
		sees: {
			deployments: may(SEES_DEPLOYMENTS),
			heat: may(SEES_HEAT),
			drafts: may(SEES_DRAFTS)
		},
		now: new Date().toISOString()
	};
};
