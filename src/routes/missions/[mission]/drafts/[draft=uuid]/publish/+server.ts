import { call } from '$lib/data/client';
import { readJson } from '../../../../../read-body';
import { invalid, toJson } from '../../../answer';
import type { RequestHandler } from './$types';

/** The one act. The database decides who may and whether it is complete, all of it or nothing. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { revision } = await readJson(request);
	if (!Number.isInteger(revision)) return invalid('To publish a draft, name its revision.');
	return toJson(
		call(locals.supabase, 'publish_draft', {
			draft_id: params.draft,
			revision: revision as number
		})
	);
};
