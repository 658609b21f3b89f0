import { error, fail } from '@sveltejs/kit';
import { VISIT_KINDS } from '$lib/core/risk';
import { isDay } from '$lib/core/period';
import { call } from '$lib/data/client';
import { readForm } from '../../../../read-body';
import { orFail } from '../../answer';
import { loadRisk } from '../load-risk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const risk = await loadRisk(locals.supabase, (await parent()).mission);
	if (!risk.bases.some(({ id }) => id === params.base)) error(404, 'No such base today');
	return { ...risk, id: params.base };
};

export const actions: Actions = {
	visit: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const visited_on = String(form.get('on'));
		const visit_kind = VISIT_KINDS.find((each) => each === form.get('kind'));
		if (!isDay(visited_on) || !visit_kind) {
			return fail(422, { failure: { kind: 'invalid', key: 'visitInvalid', message: '' } as const });
		}
		const args = { mission: params.mission, deployment_id: params.base, visited_on, visit_kind };
		return orFail(
			call(locals.supabase, 'record_risk_visit', args).then(() => ({ recorded: true }))
		);
	},
	strike: async ({ locals, params, request }) => {
		const visit_id = String((await readForm(request)).get('visit'));
		const args = { mission: params.mission, visit_id };
		return orFail(call(locals.supabase, 'strike_risk_visit', args).then(() => ({ struck: true })));
	}
};
