/** Twenty Heads of Mission press the button at once, through the server: each list signed, one chain. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { expect } from 'vitest';
import { call } from '$lib/data/client';
import { verifyBundle } from '$lib/publish/verify-bundle';
import type { Cordon } from '$lib/server/cordon';
import { composePointer } from '$lib/server/keys/compose-bundle';
import { someContent } from '../data/contents';
import { findUnsigned } from './unsigned';

/** The first of `cordons` knows the demo's accounts; the twenty take turns among all of them. */
export async function publishTwentyAtOnce(cordons: Cordon[], mission: string): Promise<void> {
	const signIn = async (cordon: Cordon): Promise<SupabaseClient> => {
		const client = createClient(cordon.door.url, cordon.door.key, {
			global: { fetch: cordon.door.fetch },
			auth: { persistSession: false, autoRefreshToken: false }
		}) as unknown as SupabaseClient;
		const { email, password } = cordons[0]!.demo!.find(({ role }) => role === 'head_of_mission')!;
		await client.auth.signInWithPassword({ email, password });
		return client;
	};
	const heads = await Promise.all(cordons.map(signIn));
	const drafts = [];
	for (let i = 0; i < 20; i++) {
		const head = heads[i % heads.length]!;
		const content = someContent();
		const { id, revision } = await call(head, 'create_draft', {
			mission,
			directive_id: null,
			content
		});
		drafts.push({ head, id, revision });
	}
	const published = await Promise.all(
		drafts.map(({ head, id, revision }) => call(head, 'publish_draft', { draft_id: id, revision }))
	);

	const engine = cordons[0]!.engine!;
	expect(await findUnsigned(engine, mission)).toEqual([]);
	const lists = await engine.run<{ sequence: number; sha256: string; previous: string }>([
		{
			sql: `select b.sequence, b.sha256, b.previous_hash as previous
				from cordon.bundles b join cordon.missions m on m.id = b.mission_id
				where m.slug = $1::text order by 1`,
			params: [mission]
		}
	]);
	expect(lists.map(({ sequence }) => sequence)).toEqual(lists.map((_, i) => i + 1));
	for (const [i, { previous }] of lists.entries())
		expect(previous).toBe(i === 0 ? null : lists[i - 1]!.sha256);
	expect(new Set(published.map(({ listSequence }) => listSequence)).size).toBe(20);

	// What a phone is handed, by each of the servers, is the newest in force, and verifies.
	for (const [i, head] of heads.entries()) {
		const list = (await call(head, 'get_list', { mission }))!;
		const keys = await call(head, 'list_mission_keys', { mission });
		expect(keys.keys).toHaveLength(1);
		const { text, ...stub } = list;
		const pointer = composePointer(cordons[i]!.signer, mission, stub, keys);
		const bundle = { ...pointer, list: { ...pointer.list, text } };
		const answer = await verifyBundle(bundle, mission, null);
		expect(answer.verified?.list.sequence).toBe(
			Math.max(...published.map(({ listSequence }) => listSequence))
		);
	}
}
