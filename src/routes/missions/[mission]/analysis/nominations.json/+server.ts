import { call } from '$lib/data/client';
import { toJson } from '../../answer';
import type { RequestHandler } from './$types';

/** When what was nominated; the database refuses roles that may not know. */
export const GET: RequestHandler = ({ locals, params }) =>
	toJson(
		call(locals.supabase, 'list_cases', { mission: params.mission }).then((cases) =>
			cases.map(({ id, establishmentId, nominatedAt, geometry }) => ({
				id,
				establishmentId,
				nominatedAt,
				geometry
			}))
		)
	);
