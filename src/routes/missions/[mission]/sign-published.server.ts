import { getCordon } from '$lib/server/running';

/** Signs what waits for a signature, as far as this server may at this person's visit. */
export async function signPublished({ me, supabase }: App.Locals, mission: string): Promise<void> {
	const isHead = me?.memberships.some(
		({ missionSlug, role }) => missionSlug === mission && role === 'head_of_mission'
	);
	const cordon = await getCordon();
	await cordon.signPending(isHead ? { supabase, mission } : undefined);
}
