import { fail, redirect } from '@sveltejs/kit';
import type {
	Finding,
	Indicator,
	InspectionResult,
	NoteInput,
	Omission,
	Outcome,
	ProprietorStep,
	Recommendation
} from '$lib/core/case';
import { call } from '$lib/data/client';
import { orError, orFail } from '../../answer';
import { readForm } from '../../../../read-body';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await orError(call(locals.supabase, 'get_case', { case_id: params.case }));
	return { found, now: new Date().toISOString() };
};

/** A word of the form; an empty one is none. The database knows which words there are. */
const wordIn = <Word extends string>(form: FormData, name: string) =>
	(form.get(name)?.toString().trim() || null) as Word | null;

function noteIn(form: FormData): NoteInput | null {
	const text = wordIn(form, 'note');
	return text === null ? null : { text, retainedUntil: wordIn(form, 'retainedUntil') ?? '' };
}

type Step = (
	supabase: App.Locals['supabase'],
	of: { case_id: string; note: NoteInput | null },
	form: FormData
) => Promise<unknown>;

/** A form becomes one act of the database; its refusal returns to the form it came from. */
const step =
	(name: string, act: Step): Actions[string] =>
	async ({ locals, params, request }) => {
		const form = await readForm(request);
		const of = { case_id: params.case, note: noteIn(form) };
		const result = await orFail(act(locals.supabase, of, form).then(() => ({ done: name })));
		return 'done' in result ? result : fail(result.status, { ...result.data, step: name });
	};

export const actions: Actions = {
	assess: step('assess', (supabase, of, form) =>
		call(supabase, 'assess', {
			...of,
			finding: wordIn<Finding>(form, 'finding')!,
			indicators: form.getAll('indicators') as Indicator[]
		})
	),
	proprietor: step('proprietor', (supabase, of, form) =>
		call(supabase, 'record_proprietor_step', {
			...of,
			step: wordIn<ProprietorStep>(form, 'step')!,
			happened_on: wordIn(form, 'on')!,
			reply_by: wordIn(form, 'replyBy'),
			omission: wordIn<Omission>(form, 'omission'),
			outcome: wordIn<Outcome>(form, 'outcome')
		})
	),
	inspect: step('inspect', (supabase, of, form) => {
		const text = wordIn(form, 'newName');
		return call(supabase, 'record_inspection', {
			...of,
			happened_on: wordIn(form, 'on')!,
			inspection_result: wordIn<InspectionResult>(form, 'result')!,
			new_name: text === null ? null : { text, language: wordIn(form, 'language') ?? 'und' }
		});
	}),
	recommend: step('recommend', (supabase, of, form) =>
		call(supabase, 'recommend', {
			...of,
			recommendation: wordIn<Recommendation>(form, 'recommendation')!
		})
	),
	withdraw: step('withdraw', (supabase, { case_id }) =>
		call(supabase, 'withdraw_nomination', { case_id })
	),
	confirm: step('confirm', (supabase, { case_id }) =>
		call(supabase, 'confirm_emergency', { case_ids: [case_id] })
	),
	notes: async ({ locals, params }) =>
		orFail(
			call(locals.supabase, 'read_case_notes', { case_id: params.case }).then((notes) => ({
				notes
			}))
		),
	draft: async ({ locals, params }) => {
		const of = { mission: params.mission, case_id: params.case };
		const { directive } = await orError(call(locals.supabase, 'get_case', { case_id: of.case_id }));
		const result = await orFail(
			call(locals.supabase, 'draft_from_cases', {
				mission: of.mission,
				case_ids: [of.case_id],
				directive_id: directive?.id ?? null,
				draft_id: null
			})
		);
		if ('id' in result) redirect(303, `/missions/${of.mission}/drafts/${result.id}`);
		return fail(result.status, { ...result.data, step: 'draft' });
	}
};
