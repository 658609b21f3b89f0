import { call } from '$lib/data/client';
import { orError } from '../../answer';
import type { PageServerLoad } from './$types';

/** One version as it was published, the one it took the place of, and its siblings. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { mission } = params;
	const { supabase } = locals;
	const [version, versions] = await orError(
		Promise.all([
			call(supabase, 'get_directive_version', { version_id: params.version }),
			call(supabase, 'list_directive_versions', { mission })
		])
	);
	const siblings = versions
		.filter(({ directiveId }) => directiveId === version.directiveId)
		.sort((a, b) => b.version - a.version);
	const before = siblings.find((sibling) => sibling.version === version.supersedes);
	return {
		version,
		siblings,
		previous: before
			? await orError(call(supabase, 'get_directive_version', { version_id: before.id }))
			: null,
		now: new Date().toISOString()
	};
};
