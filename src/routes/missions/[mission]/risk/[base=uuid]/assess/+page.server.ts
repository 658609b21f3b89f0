import { error, fail, redirect } from '@sveltejs/kit';
import type { RiskAssessmentInput } from '$lib/core/risk';
import { call } from '$lib/data/client';
import { orFail } from '../../../answer';
import { readRecord } from '../../../save-record';
import { loadRisk } from '../../load-risk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { bases, register, today } = await loadRisk(locals.supabase, (await parent()).mission);
	const base = bases.find(({ id }) => id === params.base);
	if (!base) error(404, 'No such base today');
	const isHere = ({ deploymentId }: { deploymentId: string }) => deploymentId === base.id;
	return {
		base,
		register: {
			...register,
			assessments: register.assessments.filter(isHere),
			visits: register.visits.filter(isHere)
		},
		today
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const sent = await readRecord<{ basedOn: number; assessment: RiskAssessmentInput }>(request);
		if (!Number.isInteger(sent?.basedOn) || typeof sent?.assessment !== 'object') {
			return fail(422, { failure: { kind: 'invalid', key: 'invalid', message: '' } as const });
		}
		const result = await orFail(
			call(locals.supabase, 'save_risk_assessment', {
				mission: params.mission,
				deployment_id: params.base,
				based_on: sent.basedOn,
				assessment: sent.assessment
			})
		);
		if ('number' in result) redirect(303, `/missions/${params.mission}/risk/${params.base}`);
		return result;
	}
};
