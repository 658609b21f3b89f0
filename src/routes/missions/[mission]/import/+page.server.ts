import { error, fail } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import { readForm } from '../../../read-body';
import { orError, orFail } from '../answer';
import { KINDS_OF_FILE, maySend } from './read-file';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { membership } = await parent();
	const offered = KINDS_OF_FILE.filter((what) => maySend(membership.role, what));
	if (offered.length === 0) error(403, 'Not for this role');
	// What a new place may be already; whoever brings deployments alone need not read the register.
	const knowsPlaces = offered.some((what) => what === 'establishments' || what === 'nominations');
	const establishments = knowsPlaces
		? await orError(call(locals.supabase, 'list_establishments', { mission: params.mission }))
		: [];
	return { offered, establishments };
};

/** The checked records in one act: the database stores all of them or none. */
export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const what = KINDS_OF_FILE.find((known) => known === form.get('what'));
		let records: unknown;
		try {
			records = JSON.parse(String(form.get('records')));
		} catch {
			records = null;
		}
		if (!what || !Array.isArray(records))
			return fail(422, { failure: { kind: 'invalid', key: 'rowsInvalid', message: '' } as const });
		const { mission } = params;
		const { supabase } = locals;
		const work = {
			establishments: () =>
				call(supabase, 'import_establishments', { mission, establishments: records }),
			nominations: () => call(supabase, 'import_nominations', { mission, nominations: records }),
			deployments: () => call(supabase, 'import_deployments', { mission, deployments: records }),
			geoPko: () => call(supabase, 'import_deployments', { mission, deployments: records })
		}[what];
		return orFail(work().then(({ added }) => ({ added, what })));
	}
};
