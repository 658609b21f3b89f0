/**
 * Released counts of every year on record, for one type or all. The database releases whole
 * (cell, year) atoms, so that any span of years is the sum of its years and needs no new question.
 */
import { ALLEGATION_TYPES } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { toJson } from '../../answer';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('type');
	const type = ALLEGATION_TYPES.find((known) => known === asked) ?? null;
	const heatOf = (from_year: number, to_year: number) =>
		call(locals.supabase, 'get_allegation_heat', {
			mission: params.mission,
			from_year,
			to_year,
			type
		});
	const everyYear = async () => {
		const thisYear = new Date().getUTCFullYear();
		const { yearsOnRecord } = await heatOf(thisYear, thisYear);
		const years = [];
		for (const year of yearsOnRecord) years.push(await heatOf(year, year));
		return years;
	};
	return toJson(everyYear());
};
