import { error, redirect } from '@sveltejs/kit';
import type { Api } from '$lib/data/api';
import { call } from '$lib/data/client';
import { orError } from '../../../answer';
import { saveRecord } from '../../../save-record';
import { MAY_WRITE_DEPLOYMENTS } from '../../deployment-rows';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	if (!MAY_WRITE_DEPLOYMENTS.includes(membership.role)) error(403, 'Not for this role');
	const { mission } = params;
	const deployments = await orError(call(locals.supabase, 'list_deployments', { mission }));
	const deployment = deployments.find(({ id }) => id === params.deployment);
	if (!deployment) error(404, 'No such deployment');
	return { deployment };
};

type Deployment = Api['save_deployment']['args']['deployment'];

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const result = await saveRecord(
			locals.supabase,
			request,
			'save_deployment',
			(deployment: Deployment) => ({
				mission: params.mission,
				deployment: { ...deployment, id: params.deployment }
			})
		);
		if ('saved' in result) {
			redirect(303, `/missions/${params.mission}/deployments/${params.deployment}`);
		}
		return result;
	}
};
