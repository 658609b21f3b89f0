/**
 * Where a signer reads what to sign and brings what it signed: with the token of a Head of Mission,
 * which is the only way on hosted Supabase, or as the operator of a database of our own.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { ListSignature, Signing } from '../../data/api.ts';
import { call } from '../../data/client.ts';
import type { SignedText } from '../../publish/bundle.ts';
import type { Engine } from '../engine/engine.ts';

export type SigningDesk = {
	/** Lists that wait for a signature, or all that a next key would take over. */
	read(mission: string, forNewKey: boolean): Promise<Signing>;
	sign(mission: string, signatures: ListSignature[]): Promise<void>;
	addKey(mission: string, statement: SignedText, lists: ListSignature[]): Promise<void>;
	revoke(mission: string, statement: SignedText): Promise<void>;
};

export function deskOfHead(supabase: SupabaseClient): SigningDesk {
	return {
		read: (mission, forNewKey) =>
			call(supabase, 'get_signing', { mission, for_new_key: forNewKey }),
		sign: async (mission, signatures) =>
			void (await call(supabase, 'sign_lists', { mission, signatures })),
		addKey: async (mission, { text, signatures }, lists) =>
			void (await call(supabase, 'add_mission_key', {
				mission,
				statement: text,
				signatures,
				lists
			})),
		revoke: async (mission, { text, signatures }) =>
			void (await call(supabase, 'revoke_mission_key', { mission, statement: text, signatures }))
	};
}

export function deskOfOperator(engine: Engine): SigningDesk {
	const ask = async <T>(mission: string, what: string, params: unknown[]): Promise<T> => {
		const [row] = await engine.run<{ answer: string | null }>([
			{ sql: 'set local role cordon_keeper' },
			{
				sql: `select ${what}::text as answer from cordon.missions m where m.slug = $1::text`,
				params: [mission, ...params]
			}
		]);
		return JSON.parse(row?.answer || 'null') as T;
	};
	return {
		read: (mission, forNewKey) =>
			ask(mission, 'cordon.to_signing(m, $2::text::boolean)', [String(forNewKey)]),
		sign: (mission, signatures) =>
			ask(mission, 'cordon.keep_signatures(m, $2::text::jsonb)', [JSON.stringify(signatures)]),
		addKey: (mission, { text, signatures }, lists) =>
			ask(mission, 'cordon.keep_key(m, $2::text, $3::text::jsonb, $4::text::jsonb)', [
				text,
				JSON.stringify(signatures),
				JSON.stringify(lists)
			]),
		revoke: (mission, { text, signatures }) =>
			ask(mission, 'cordon.keep_revocation(m, $2::text, $3::text::jsonb)', [
				text,
				JSON.stringify(signatures)
			])
	};
}
