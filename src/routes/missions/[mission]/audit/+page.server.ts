import { call } from '$lib/data/client';
import { orError } from '../answer';
import { readFilter, toInterval } from './audit-filter';
import type { PageServerLoad } from './$types';

/** One page of the entries that fit, newest first; `before` in the address leads to older ones. */
export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { mission } = await parent();
	const filter = readFilter(url.searchParams);
	const before = Number(url.searchParams.get('before'));
	const { act, actor, subject } = filter;
	const entries = await orError(
		call(locals.supabase, 'list_audit_entries', {
			mission: params.mission,
			before: Number.isSafeInteger(before) && before > 0 ? before : null,
			act,
			actor,
			subject,
			...toInterval(filter, mission.timeZone)
		})
	);
	return { entries, filter, isOlder: before > 0 };
};
