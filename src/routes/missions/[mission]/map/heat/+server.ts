import { error } from '@sveltejs/kit';
import { ALLEGATION_TYPES } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { toJson } from '../../answer';
import type { RequestHandler } from './$types';

/** Released counts by cell for whole years and one type or all. The database decides who may ask. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const from = Number(url.searchParams.get('from'));
	const to = Number(url.searchParams.get('to'));
	const asked = url.searchParams.get('type');
	const type = ALLEGATION_TYPES.find((known) => known === asked) ?? null;
	if (!Number.isInteger(from) || !Number.isInteger(to) || from > to || (asked && !type))
		error(422, 'Give whole years `from` and `to`, and a known `type` or none.');
	return toJson(
		call(locals.supabase, 'get_allegation_heat', {
			mission: params.mission,
			from_year: from,
			to_year: to,
			type
		})
	);
};
