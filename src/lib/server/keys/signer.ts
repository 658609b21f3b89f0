/**
 * Signs for missions: makes their keys, hands them over, revokes them, signs lists and confirms which
 * is the newest. Ed25519 by node:crypto. Where the signatures are kept is the desk's affair
 * (signing-desk.ts).
 */
import {
	createHash,
	createPublicKey,
	generateKeyPairSync,
	sign,
	verify,
	type KeyObject
} from 'node:crypto';
import {
	toCanonicalText,
	type KeyStatement,
	type RevocationStatement,
	type Signature,
	type SignedText
} from '../../publish/bundle.ts';
import type { ListSignature, Signing } from '../../data/api.ts';
import { ApiError } from '../../data/client.ts';
import { DatabaseError } from '../engine/engine.ts';
import type { KeyStore } from './key-files.ts';
import { StartError } from '../start-error.ts';
import type { SigningDesk } from './signing-desk.ts';

/** A confirmation is handed out again this long, so that an unchanged pointer is an unchanged file. */
const CONFIRMATION_MILLIS = 30_000;

export type Signer = {
	/** Makes the mission's first key if it has none, finishes a hand-over, signs what is unsigned. */
	keepSigned(desk: SigningDesk, mission: string): Promise<void>;
	/** A new key, signed by the one before, takes over from the list in force on. */
	rotate(desk: SigningDesk, mission: string): Promise<KeyStatement>;
	/** A new key that nobody hands over to, when the private one is lost: devices ask whether to trust it. */
	begin(desk: SigningDesk, mission: string): Promise<KeyStatement>;
	/** Whether this machine can sign with a key. */
	holds(mission: string, key: string): boolean;
	/** Revokes a key; the newest one is rotated first. */
	revoke(desk: SigningDesk, mission: string, key: string, reason: string): Promise<void>;
	/** Null when the private key of the newest key is not on this machine. */
	confirm(mission: string, keys: SignedText[], list: ConfirmedList): SignedText | null;
};

export class PrivateKeyMissing extends StartError {}

type ConfirmedList = { sequence: number; sha256: string };

export const readKeys = (keys: SignedText[]) =>
	keys.map(({ text }) => JSON.parse(text) as KeyStatement);
const newestOf = ({ keys }: Signing) => readKeys(keys).at(-1);

const isConflict = (error: unknown) =>
	(error instanceof ApiError && error.status === 409) ||
	(error instanceof DatabaseError && error.code === 'PT409');

export function createSigner(store: KeyStore): Signer {
	const confirmations = new Map<string, { sha256: string; at: number; signed: SignedText }>();

	function open(statement: KeyStatement): KeyObject {
		const privateKey = store.open(statement.mission, statement.key);
		if (privateKey) return privateKey;
		throw new PrivateKeyMissing(
			`The private key of ${statement.mission}, number ${statement.number}, is not on this machine.`
		);
	}

	function signLists(lists: Signing['lists'], keys: KeyStatement[]): ListSignature[] {
		return lists.flatMap(({ sequence, sha256, text }) => {
			const responsible = keys.findLast(({ fromSequence }) => fromSequence <= sequence);
			// Older than the chain: signed by a key that was lost, or never.
			if (!responsible) return [];
			return { sequence, sha256, ...signText(text, responsible.key, open(responsible)) };
		});
	}

	function makeKey(mission: string, signing: Signing, predecessor: KeyStatement | undefined) {
		const { publicKey, privateKey } = generateKeyPairSync('ed25519');
		const spki = publicKey.export({ type: 'spki', format: 'der' });
		const number = (signing.newestNumber ?? 0) + 1;
		const statement: KeyStatement = {
			format: 'cordon-key/1',
			mission,
			key: createHash('sha256').update(spki).digest('hex'),
			publicKey: spki.toString('base64'),
			number,
			predecessor: predecessor?.key ?? null,
			// The first answers for all history.
			fromSequence: number === 1 ? 1 : Math.max(newestOf(signing)!.fromSequence, signing.inForce),
			createdAt: new Date().toISOString()
		};
		const text = toCanonicalText(statement);
		const signatures = [signText(text, statement.key, privateKey)];
		if (predecessor) signatures.push(signText(text, predecessor.key, open(predecessor)));
		const signed = { text, signatures };
		// On disk before it is anywhere else: a crash from here on is healed by bringing it again.
		store.add(statement, signed, privateKey);
		return { statement, signed };
	}

	/** A next key that was written to disk and did not reach the database. */
	const findPending = (mission: string, { newestNumber }: Signing) =>
		store.list(mission).find(({ statement }) => statement.number === (newestNumber ?? 0) + 1);

	async function addKey(
		desk: SigningDesk,
		mission: string,
		signing: Signing,
		predecessor: KeyStatement | undefined
	): Promise<KeyStatement> {
		const { statement, signed } =
			findPending(mission, signing) ?? makeKey(mission, signing, predecessor);
		// The first key signs all there is, in the ordinary way and in parts.
		const taken = signing.newestNumber
			? signing.lists.filter(({ sequence }) => sequence >= statement.fromSequence)
			: [];
		try {
			await desk.addKey(mission, signed, signLists(taken, [statement]));
		} catch (error) {
			// Somebody else was first, or the lists moved on: this key never came into office.
			if (isConflict(error)) store.discard(statement);
			throw error;
		}
		return statement;
	}

	async function keepSigned(desk: SigningDesk, mission: string): Promise<void> {
		let signing = await desk.read(mission, false);
		while (!signing.newestNumber || findPending(mission, signing)) {
			const toCome = await desk.read(mission, true);
			// Another server may have been faster: a mission's first key is never made a second time.
			if (toCome.newestNumber === signing.newestNumber)
				await addKey(desk, mission, toCome, newestOf(toCome));
			signing = await desk.read(mission, false);
		}
		for (;;) {
			const signatures = signLists(signing.lists, readKeys(signing.keys));
			if (signatures.length === 0) return;
			await desk.sign(mission, signatures);
			signing = await desk.read(mission, false);
		}
	}

	async function rotate(desk: SigningDesk, mission: string): Promise<KeyStatement> {
		await keepSigned(desk, mission);
		const signing = await desk.read(mission, true);
		return addKey(desk, mission, signing, newestOf(signing));
	}

	return {
		keepSigned,
		rotate,
		begin: async (desk, mission) =>
			addKey(desk, mission, await desk.read(mission, true), undefined),
		holds: (mission, key) => store.open(mission, key) !== undefined,
		async revoke(desk, mission, key, reason) {
			let newest = newestOf(await desk.read(mission, false));
			if (!newest || newest.key === key) newest = await rotate(desk, mission);
			const statement: RevocationStatement = {
				format: 'cordon-revocation/1',
				mission,
				key,
				reason,
				revokedAt: new Date().toISOString()
			};
			const text = toCanonicalText(statement);
			const signatures = [signText(text, newest.key, open(newest))];
			await desk.revoke(mission, { text, signatures });
		},
		confirm(mission, keys, { sequence, sha256 }) {
			const now = Date.now();
			const newest = readKeys(keys).at(-1);
			const last = confirmations.get(mission);
			const holds =
				last?.sha256 === sha256 &&
				now - last.at < CONFIRMATION_MILLIS &&
				last.signed.signatures[0]!.key === newest?.key;
			if (holds) return last.signed;
			const privateKey = newest && store.open(mission, newest.key);
			if (!privateKey) return null;
			const text = toCanonicalText({
				format: 'cordon-confirmation/1',
				mission,
				sequence,
				sha256,
				confirmedAt: new Date(now).toISOString()
			});
			const signed = { text, signatures: [signText(text, newest.key, privateKey)] };
			confirmations.set(mission, { sha256, at: now, signed });
			return signed;
		}
	};
}

/** Verified before it leaves: nothing is kept that others would refuse. */
function signText(text: string, key: string, privateKey: KeyObject): Signature {
	const bytes = Buffer.from(text, 'utf8');
	const signature = sign(null, bytes, privateKey);
	if (!verify(null, bytes, createPublicKey(privateKey), signature))
		throw new Error(`the signature by ${key} does not fit`);
	return { key, signature: signature.toString('base64') };
}
