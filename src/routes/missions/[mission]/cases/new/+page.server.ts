import { error, fail, redirect } from '@sveltejs/kit';
import type { Nomination } from '$lib/core/case';
import { MAY_READ_CASES } from '$lib/core/case-steps';
import { call } from '$lib/data/client';
import { orError, orFail } from '../../answer';
import { readRecord } from '../../save-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	if (!MAY_READ_CASES.includes(membership.role)) error(403, 'Not for this role');
	const establishments = await orError(
		call(locals.supabase, 'list_establishments', { mission: params.mission })
	);
	return { establishments };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { mission } = params;
		const nomination = await readRecord<Nomination>(request);
		if (nomination === null)
			return fail(422, { failure: { kind: 'invalid', key: 'invalid', message: '' } as const });
		const result = await orFail(call(locals.supabase, 'nominate', { mission, nomination }));
		if ('caseId' in result) redirect(303, `/missions/${mission}/cases/${result.caseId}`);
		return result;
	}
};
