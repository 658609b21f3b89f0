/** Drafts that begin with more than the database puts into every new one. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Draft } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';
import { call } from '$lib/data/client';
import { contentOf } from './draft-content';

type Start = { mission: string; directiveId: string | null };

/** A draft that ends the directive: it lists nothing, and nothing is left to review. */
export async function startLifting(supabase: SupabaseClient, start: Start): Promise<Draft> {
	const draft = await startDraft(supabase, start);
	return save(supabase, draft, {
		...contentOf(draft),
		lifts: true,
		designations: [],
		reviewOn: null
	});
}

/** A second draft with the content of one that somebody else changed meanwhile. */
export async function startCopy(
	supabase: SupabaseClient,
	start: Start,
	content: DraftContent
): Promise<Draft> {
	return save(supabase, await startDraft(supabase, start), content);
}

export function startDraft(
	supabase: SupabaseClient,
	{ mission, directiveId }: Start
): Promise<Draft> {
	return call(supabase, 'create_draft', { mission, directive_id: directiveId });
}

function save(supabase: SupabaseClient, { id, revision }: Draft, content: DraftContent) {
	return call(supabase, 'save_draft', { draft_id: id, revision, content });
}
