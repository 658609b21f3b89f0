import type { VersionSummary } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { orError } from '../answer';
import { readAsked } from './asked';
import type { PageServerLoad } from './$types';

/** Both sides of what is compared, whole. */
export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { supabase } = locals;
	const { mission } = params;
	const { mission: facts } = await parent();
	const versions = await orError(call(supabase, 'list_directive_versions', { mission }));
	const now = new Date().toISOString();
	const asked = readAsked(url.searchParams, versions, facts.timeZone, now);
	const readVersion = async (of: VersionSummary | null) =>
		of ? [await call(supabase, 'get_directive_version', { version_id: of.id })] : [];
	const inForceAt = (at: string) => call(supabase, 'list_versions_in_force', { mission, at });
	const [before, after] = await orError(
		asked.kind === 'versions'
			? Promise.all([readVersion(asked.before), readVersion(asked.after)])
			: asked.kind === 'times'
				? Promise.all([inForceAt(asked.from), inForceAt(asked.to)])
				: Promise.resolve([[], []])
	);
	return { versions, asked, before, after, now };
};
