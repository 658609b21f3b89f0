import { fail } from '@sveltejs/kit';
import type { Weights } from '$lib/core/risk';
import { call } from '$lib/data/client';
import { readForm } from '../../../read-body';
import { orFail } from '../answer';
import { loadRisk } from './load-risk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) =>
	loadRisk(locals.supabase, (await parent()).mission);

export const actions: Actions = {
	weights: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const given: Record<string, number> = {};
		for (const [name, value] of form) {
			if (name.startsWith('weight-') && value !== '') given[name.slice(7)] = Number(value);
		}
		const based_on = Number(form.get('based-on'));
		if (!Number.isInteger(based_on)) return fail(422, { failure: null });
		return orFail(
			call(locals.supabase, 'save_risk_weights', {
				mission: params.mission,
				based_on,
				weights: given as Weights,
				reason: String(form.get('reason') ?? '')
			}).then(({ number }) => ({ saved: number }))
		);
	}
};
