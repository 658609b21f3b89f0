import { call } from '$lib/data/client';
import { readJson } from '../../../../../read-body';
import { invalid, toJson } from '../../../answer';
import { signPublished } from '../../../sign-published.server';
import type { RequestHandler } from './$types';

/** The one act. The database decides who may and whether it is complete, all of it or nothing. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { revision } = await readJson(request);
	if (!Number.isInteger(revision)) return invalid('To publish a draft, name its revision.');
	const publish = async () => {
		const { draft, mission } = params;
		const args = { draft_id: draft, revision: revision as number };
		const version = await call(locals.supabase, 'publish_draft', args);
		await signPublished(locals, mission);
		return version;
	};
	return toJson(publish());
};
