import { redirect } from '@sveltejs/kit';
import type { DraftContent } from '$lib/data/api';
import { readForm, readJson } from '../../../read-body';
import { invalid, orError, toJson } from '../answer';
import { startCopy, startDraft, startLifting } from './start-draft';
import type { RequestHandler } from './$types';

/**
 * Begins a draft. A form gives `directive` (none for a new one) and `lifts`, and is led to the
 * draft; JSON gives the content of a copy, and is answered with the draft.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { mission } = params;
	if (request.headers.get('content-type')?.includes('json')) {
		const { directiveId, content } = await readJson(request);
		if (typeof content !== 'object' || content === null)
			return invalid('A copy needs the content of the draft.');
		const start = { mission, directiveId: (directiveId ?? null) as string | null };
		return toJson(startCopy(locals.supabase, start, content as DraftContent));
	}
	const form = await readForm(request);
	const directiveId = form.get('directive')?.toString() || null;
	const start = form.get('lifts') === 'true' ? startLifting : startDraft;
	const draft = await orError(start(locals.supabase, { mission, directiveId }));
	redirect(303, `/missions/${mission}/drafts/${draft.id}`);
};
