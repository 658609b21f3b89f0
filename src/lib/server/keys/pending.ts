/** What a server with a database of its own does about keys by itself. */
import type { Engine, Row } from '../engine/engine.ts';
import { describeError } from '../log.ts';
import { StartError } from '../start-error.ts';
import type { Signer } from './signer.ts';
import { deskOfOperator } from './signing-desk.ts';

const asKeeper = <T extends Row>(engine: Engine, sql: string) =>
	engine.run<T>([{ sql: 'set local role cordon_keeper' }, { sql }]);

/** Gives a key to every mission without one, and signs what waits for a signature. */
export async function signAll(engine: Engine, signer: Signer): Promise<void> {
	const missions = await asKeeper<{ slug: string }>(
		engine,
		'select slug from cordon.missions_to_sign()'
	);
	for (const { slug } of missions) {
		try {
			await signer.keepSigned(deskOfOperator(engine), slug);
		} catch (error) {
			// A secret that does not fit is for whoever starts the server. Anything else waits: members
			// keep the list that was signed last.
			if (error instanceof StartError) throw error;
			console.error(JSON.stringify({ task: `sign for ${slug}`, ...describeError(error) }));
		}
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
