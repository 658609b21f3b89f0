/** What the server does about keys by itself. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Engine, Row } from '../engine/engine.ts';
import { describeError } from '../log.ts';
import { StartError } from '../start-error.ts';
import { PrivateKeyMissing, type Signer } from './signer.ts';
import { deskOfHead, deskOfOperator, type SigningDesk } from './signing-desk.ts';

const asKeeper = <T extends Row>(engine: Engine, sql: string) =>
	engine.run<T>([{ sql: 'set local role cordon_keeper' }, { sql }]);

/** Gives a key to every mission without one, and signs what waits for a signature. */
export async function signAll(engine: Engine, signer: Signer): Promise<void> {
	const missions = await asKeeper<{ slug: string }>(
		engine,
		'select slug from cordon.missions_to_sign()'
	);
	for (const { slug } of missions) await sign(signer, deskOfOperator(engine), slug);
}

/** Where there is no operator: with the token of a Head of Mission who is there. */
export async function signAsHead(
	signer: Signer,
	head: { supabase: SupabaseClient; mission: string } | undefined
): Promise<void> {
	if (head) await sign(signer, deskOfHead(head.supabase), head.mission);
}

async function sign(signer: Signer, desk: SigningDesk, mission: string): Promise<void> {
	try {
		await signer.keepSigned(desk, mission);
	} catch (error) {
		// A secret that does not fit is for whoever starts the server. Anything else waits: members keep
		// the list that was signed last.
		if (error instanceof StartError && !(error instanceof PrivateKeyMissing)) throw error;
		console.error(JSON.stringify({ task: `sign for ${mission}`, ...describeError(error) }));
	}
}

/** A sentence for each mission for which this machine cannot sign. */
export async function listSilentMissions(engine: Engine, signer: Signer): Promise<string[]> {
	const newest = await asKeeper<{ slug: string; key_id: string }>(
		engine,
		`select distinct on (m.slug) m.slug, k.key_id
		 from cordon.mission_keys k join cordon.missions m on m.id = k.mission_id
		 order by m.slug, k.number desc`
	);
	return newest
		.filter(({ slug, key_id }) => !signer.holds(slug, key_id))
		.map(
			({ slug }) =>
				`The private key of ${slug} is not on this machine: what is published here waits for its signature. Bring back keys/ of the data folder, or begin anew with: npm run cordon -- keys create --mission ${slug}`
		);
}
