/** The real signer on the stage: keys in memory, its desk an actor who calls the functions of `api`. */
import type { KeyObject } from 'node:crypto';
import type { KeyStatement, SignedText } from '$lib/publish/bundle';
import type { KeyStore } from '$lib/server/keys/key-files';
import type { SigningDesk } from '$lib/server/keys/signing-desk';
import type { Actor, Stage } from './stage';

export function openMemoryStore(): KeyStore {
	const keys = new Map<
		string,
		{ statement: KeyStatement; signed: SignedText; privateKey: KeyObject }
	>();
	return {
		list: (mission) => [...keys.values()].filter(({ statement }) => statement.mission === mission),
		add: (statement, signed, privateKey) =>
			void keys.set(statement.key, { statement, signed, privateKey }),
		open: (_mission, key) => keys.get(key)?.privateKey,
		discard: ({ key }) => void keys.delete(key)
	};
}

export function deskOn(stage: Stage, actor: Actor = 'head_of_mission'): SigningDesk {
	return {
		read: (mission, for_new_key) => stage.call(actor, 'get_signing', { mission, for_new_key }),
		sign: async (mission, signatures) =>
			void (await stage.call(actor, 'sign_lists', { mission, signatures })),
		addKey: async (mission, { text, signatures }, lists) =>
			void (await stage.call(actor, 'add_mission_key', {
				mission,
				statement: text,
				signatures,
				lists
			})),
		revoke: async (mission, { text, signatures }) =>
			void (await stage.call(actor, 'revoke_mission_key', { mission, statement: text, signatures }))
	};
}
