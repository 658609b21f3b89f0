import { redirect } from '@sveltejs/kit';
import { ApiError, call } from '$lib/data/client';
import { orError, orFail } from '../../../answer';
import type { Actions, PageServerLoad } from './$types';

/** Who has confirmed a version, and who is missing. The database records that somebody looked. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const asked = call(locals.supabase, 'get_acknowledgement_coverage', {
		version_id: params.version
	});
	const coverage = await orError(
		asked.catch((reason: unknown) => {
			// Superseded or lifted meanwhile: its page says so.
			if (reason instanceof ApiError && reason.failure.key === 'versionAsksNobody')
				redirect(303, `/missions/${params.mission}/directives/${params.version}`);
			throw reason;
		})
	);
	return { coverage };
};

export const actions: Actions = {
	remind: ({ locals, params }) =>
		orFail(
			call(locals.supabase, 'remind_missing', { version_id: params.version }).then(
				({ members }) => ({ reminded: members })
			)
		)
};
