import { error, redirect } from '@sveltejs/kit';
import type { Api } from '$lib/data/api';
import { MAY_WRITE_DEPLOYMENTS } from '../deployment-rows';
import { saveRecord } from '../../save-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { membership } = await parent();
	if (!MAY_WRITE_DEPLOYMENTS.includes(membership.role)) error(403, 'Not for this role');
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
				deployment: { ...deployment, id: null }
			})
		);
		if ('saved' in result) {
			redirect(303, `/missions/${params.mission}/deployments/${result.saved.id}`);
		}
		return result;
	}
};
