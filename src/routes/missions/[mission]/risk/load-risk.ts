/** The bases of today and the register, measured on the server: no list of places is sent along. */
import type { Mission } from '$lib/core/domain';
import { dayAt } from '$lib/core/period';
import { measureBases } from '$lib/core/risk-indicators';
import { call } from '$lib/data/client';
import { readRiskRecords } from '$lib/data/risk-records';
import { orError } from '../answer';

export async function loadRisk(supabase: App.Locals['supabase'], mission: Mission) {
	const records = await orError(
		readRiskRecords((name, args) => call(supabase, name, args), mission.slug)
	);
	const now = new Date().toISOString();
	const today = dayAt(now, mission.timeZone);
	const bases = measureBases({ ...records, mission }, today, now);
	return { bases, register: records.register, today };
}
