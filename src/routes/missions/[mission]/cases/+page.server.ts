import { error, redirect } from '@sveltejs/kit';
import { MAY_DRAFT, MAY_READ_CASES } from '$lib/core/case-steps';
import { call } from '$lib/data/client';
import { orError, orFail } from '../answer';
import { readForm } from '../../../read-body';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	if (!MAY_READ_CASES.includes(membership.role)) error(403, 'Not for this role');
	const ask = { mission: params.mission };
	const mayDraft = MAY_DRAFT.includes(membership.role);
	const [cases, queue, drafts] = await orError(
		Promise.all([
			call(locals.supabase, 'list_cases', ask),
			// The desk of those who have one shows theirs.
			mayDraft ? null : call(locals.supabase, 'list_my_queue', ask),
			mayDraft ? call(locals.supabase, 'list_drafts', ask) : []
		])
	);
	return {
		cases,
		queue,
		drafts: drafts.map(({ id, title, directiveId }) => ({ id, title, directiveId })),
		mayDraft
	};
};

export const actions: Actions = {
	/** `into` is "new", "directive:ID" or "draft:ID". */
	draft: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const [what, id] = (form.get('into')?.toString() ?? '').split(':');
		const result = await orFail(
			call(locals.supabase, 'draft_from_cases', {
				mission: params.mission,
				case_ids: form.getAll('cases').map(String),
				directive_id: what === 'directive' ? (id ?? null) : null,
				draft_id: what === 'draft' ? (id ?? null) : null
			})
		);
		if ('id' in result) redirect(303, `/missions/${params.mission}/drafts/${result.id}`);
		return result;
	}
};
