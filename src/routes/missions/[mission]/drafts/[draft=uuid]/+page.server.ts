import { call } from '$lib/data/client';
import { orError } from '../../answer';
import type { PageServerLoad } from './$types';

/** The draft, what may be put into it, who is deployed, and the version it would take the place of. */
export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('cordon:draft');
	const { mission } = params;
	const { supabase } = locals;
	const [draft, establishments, deployments, versions] = await orError(
		Promise.all([
			call(supabase, 'get_draft', { draft_id: params.draft }),
			call(supabase, 'list_establishments', { mission }),
			call(supabase, 'list_deployments', { mission }),
			call(supabase, 'list_directive_versions', { mission })
		])
	);
	const latest = versions
		.filter(({ directiveId }) => directiveId === draft.directiveId)
		.reduce<(typeof versions)[number] | undefined>(
			(last, version) => (last && last.version > version.version ? last : version),
			undefined
		);
	const base = latest
		? await orError(call(supabase, 'get_directive_version', { version_id: latest.id }))
		: null;
	const highest = Math.max(0, ...versions.map(({ number }) => number));
	return {
		draft,
		establishments,
		deployments,
		base,
		/** What the database will most likely give; it alone decides, at publication. */
		expected: {
			number: draft.number ?? highest + 1,
			version: (latest?.version ?? 0) + 1
		},
		now: new Date().toISOString()
	};
};
