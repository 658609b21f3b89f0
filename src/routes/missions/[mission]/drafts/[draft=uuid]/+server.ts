import type { DraftContent } from '$lib/data/api';
import { call } from '$lib/data/client';
import { readJson } from '../../../../read-body';
import { invalid, toJson } from '../../answer';
import type { RequestHandler } from './$types';

/** The draft as it is stored now: what somebody else saved meanwhile. */
export const GET: RequestHandler = ({ locals, params }) =>
	toJson(call(locals.supabase, 'get_draft', { draft_id: params.draft }));

export const PUT: RequestHandler = async ({ request, locals, params }) => {
	const { revision, content } = await readJson(request);
	if (!Number.isInteger(revision) || typeof content !== 'object' || content === null)
		return invalid('A save needs the revision it started from and the content.');
	return toJson(
		call(locals.supabase, 'save_draft', {
			draft_id: params.draft,
			revision: revision as number,
			content: content as DraftContent
		})
	);
};

export const DELETE: RequestHandler = async ({ request, locals, params }) => {
	const { revision } = await readJson(request);
	if (!Number.isInteger(revision)) return invalid('To discard a draft, name its revision.');
	return toJson(
		call(locals.supabase, 'discard_draft', {
			draft_id: params.draft,
			revision: revision as number
		})
	);
};
