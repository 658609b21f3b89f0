import { redirect } from '@sveltejs/kit';
import type { DraftContent } from '$lib/data/api';
import { call } from '$lib/data/client';
import { readForm, readJson } from '../../../read-body';
import { invalid, orError, toJson } from '../answer';
import type { RequestHandler } from './$types';

/** The draft that ends a directive lists nothing, and nothing is left to review. */
const LIFTING: Partial<DraftContent> = { lifts: true, designations: [], reviewOn: null };

/**
 * Begins a draft. A form gives `directive` (none for a new one) and `lifts`, and is led to the
 * draft; JSON gives the content of a copy, and is answered with the draft.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { mission } = params;
	const start = (directive_id: string | null, content?: Partial<DraftContent>) =>
		call(locals.supabase, 'create_draft', { mission, directive_id, ...(content && { content }) });
	if (request.headers.get('content-type')?.includes('json')) {
		const { directiveId, content } = await readJson(request);
		if (typeof content !== 'object' || content === null)
			return invalid('A copy needs the content of the draft.');
		return toJson(start((directiveId ?? null) as string | null, content));
	}
	const form = await readForm(request);
	const directive = form.get('directive')?.toString() || null;
	const draft = await orError(start(directive, form.get('lifts') === 'true' ? LIFTING : undefined));
	redirect(303, `/missions/${mission}/drafts/${draft.id}`);
};
