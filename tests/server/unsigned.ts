import { createPublicKey, verify } from 'node:crypto';
import type { Engine } from '$lib/server/engine/engine';

/** Sequences of a mission's lists without a signature that verifies under their responsible key. */
export async function findUnsigned(engine: Engine, mission: string): Promise<number[]> {
	const lists = await engine.run<
		Record<'text' | 'signature' | 'spki', string> & { sequence: number }
	>([
		{
			sql: `select b.sequence, b.text, s.signature, k.statement::jsonb ->> 'publicKey' as spki
				from cordon.bundles b
				join cordon.missions m on m.id = b.mission_id
				left join cordon.mission_keys k on k.mission_id = m.id
					and k.key_id = cordon.responsible_key(m.id, b.sequence)
				left join cordon.bundle_signatures s on s.mission_id = m.id
					and s.sequence = b.sequence and s.key_id = k.key_id
				where m.slug = $1::text`,
			params: [mission]
		}
	]);
	if (lists.length === 0) throw new Error(`${mission} has no lists`);
	return lists
		.filter(({ text, signature, spki }) => {
			if (!signature) return true;
			const key = createPublicKey({
				key: Buffer.from(spki, 'base64'),
				type: 'spki',
				format: 'der'
			});
			return !verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
		})
		.map(({ sequence }) => sequence);
}
