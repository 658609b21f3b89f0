import { error, redirect } from '@sveltejs/kit';
import type { Api } from '$lib/data/api';
import { call } from '$lib/data/client';
import { orError } from '../../answer';
import { MAY_WRITE_PLACES } from '../place-rows';
import { saveRecord } from '../../save-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	if (!MAY_WRITE_PLACES.includes(membership.role)) error(403, 'Not for this role');
	const { mission } = params;
	return {
		establishments: await orError(call(locals.supabase, 'list_establishments', { mission }))
	};
};

type Place = Api['save_establishment']['args']['establishment'];

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const result = await saveRecord(
			locals.supabase,
			request,
			'save_establishment',
			(establishment: Place) => ({
				mission: params.mission,
				establishment: { ...establishment, id: null }
			})
		);
		if ('saved' in result) {
			redirect(303, `/missions/${params.mission}/places/${result.saved.id}`);
		}
		return result;
	}
};
