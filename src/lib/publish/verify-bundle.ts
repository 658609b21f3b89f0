/**
 * Verifies a signed publication. Nothing of the list is read before a key of the mission's chain has
 * signed every byte of it. Runs on phones, in the terminal and at the server alike.
 */
import type { Instant } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';
import type {
	Bundle,
	ConfirmationStatement,
	KeyStatement,
	RevocationStatement,
	Signature,
	SignedText
} from './bundle';
import { fromBase64, hashOf, isEd25519Key, verifyEd25519 } from './ed25519';

/** Why a bundle is refused; each has its own sentence. */
export const BUNDLE_REFUSALS = [
	/** Not a bundle of this format, or cut off. */
	'malformed',
	/** The list is not the one that the bundle names: a byte changed. */
	'altered',
	/** Nobody signed it. */
	'unsigned',
	/** A signature by one of its keys does not fit. */
	'signatureWrong',
	/** A key does not follow from the one before it. */
	'chainBroken',
	/** The key that is trusted here is not among its keys. */
	'keyUnknown',
	/** The key that signed had been handed over before this list. */
	'keyRetired',
	'keyRevoked',
	'otherMission',
	/** A newer list was seen here before. */
	'older',
	/** Another list of the same number was seen here before. */
	'forked'
] as const;
export type BundleRefusal = (typeof BUNDLE_REFUSALS)[number];

/** What a device knows of a mission from before; it only ever grows. */
export type Trust = {
	/** The newest key seen, or the one read from a notice board. */
	key: string;
	/** The highest list seen; 0 when none was. */
	sequence: number;
	/** Its hash; null when only the number is known. */
	sha256: string | null;
};

export type VerifiedList = {
	list: ListInForce;
	text: string;
	sha256: string;
	/** When it was last confirmed to be the newest, by the mission's key; at least when it was issued. */
	confirmedAt: Instant;
	keys: KeyStatement[];
	revocations: RevocationStatement[];
	/** What to remember. */
	trust: Trust;
};

export type Verification =
	| { refusal: BundleRefusal; verified?: undefined }
	| { refusal?: undefined; verified: VerifiedList };

class Refused extends Error {
	readonly refusal: BundleRefusal;
	constructor(refusal: BundleRefusal) {
		super(refusal);
		this.refusal = refusal;
	}
}

/** `listBytes` is the list that lies beside a pointer; a bundle that holds its list needs none. */
export async function verifyBundle(
	bundle: unknown,
	mission: string | null,
	trust: Trust | null,
	listBytes?: Uint8Array<ArrayBuffer>
): Promise<Verification> {
	try {
		return { verified: await verify(bundle, mission, trust, listBytes) };
	} catch (error) {
		if (error instanceof Refused) return { refusal: error.refusal };
		throw error;
	}
}

async function verify(
	bundle: unknown,
	mission: string | null,
	trust: Trust | null,
	listBytes?: Uint8Array<ArrayBuffer>
): Promise<VerifiedList> {
	if (!isBundle(bundle)) throw new Refused('malformed');
	if (mission !== null && bundle.mission !== mission) throw new Refused('otherMission');
	const keys = await verifyChain(bundle.keys, bundle.mission);
	if (trust && !keys.some(({ key }) => key === trust.key)) throw new Refused('keyUnknown');

	const bytes = listBytes ?? toBytes(bundle.list.text ?? '');
	const sha256 = await hashOf(bytes);
	if (sha256 !== bundle.list.sha256) throw new Refused('altered');
	const signers = await verifySignatures(bytes, bundle.list.signatures, keys);
	if (signers.length === 0) throw new Refused('unsigned');
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	const list = parseSigned<ListInForce>(text, 'cordon-list/1');
	if (list.mission?.slug !== bundle.mission) throw new Refused('otherMission');

	const newest = keys.at(-1)!;
	const revocations: RevocationStatement[] = [];
	for (const { text, signatures } of bundle.revocations) {
		const by = await verifySignatures(toBytes(text), signatures, keys);
		const revocation = parseSigned<RevocationStatement>(text, 'cordon-revocation/1');
		const revoked = keys.findIndex(({ key }) => key === revocation.key);
		if (revoked < 0 || !keys.slice(revoked + 1).some(({ key }) => by.includes(key)))
			throw new Refused('signatureWrong');
		revocations.push(revocation);
	}
	const responsible = keys.findLast(({ fromSequence }) => fromSequence <= list.sequence);
	if (!responsible || !signers.includes(responsible.key)) {
		const revoked = revocations.some(({ key }) => signers.includes(key));
		throw new Refused(revoked ? 'keyRevoked' : 'keyRetired');
	}
	// Even where the key after it came late: nothing that a revoked key signs after its revocation holds.
	const revocation = revocations.find(({ key }) => key === responsible.key);
	if (revocation && list.issuedAt > revocation.revokedAt) throw new Refused('keyRevoked');

	if (trust && list.sequence < trust.sequence) throw new Refused('older');
	if (trust?.sha256 && list.sequence === trust.sequence && sha256 !== trust.sha256)
		throw new Refused('forked');

	let confirmedAt = list.issuedAt;
	if (bundle.confirmation) {
		const { text, signatures } = bundle.confirmation;
		if (!(await verifySignatures(toBytes(text), signatures, keys)).includes(newest.key))
			throw new Refused('signatureWrong');
		const confirmation = parseSigned<ConfirmationStatement>(text, 'cordon-confirmation/1');
		if (confirmation.sha256 !== sha256 || confirmation.sequence !== list.sequence)
			throw new Refused('altered');
		if (confirmation.mission !== bundle.mission) throw new Refused('otherMission');
		confirmedAt = confirmation.confirmedAt;
	}
	return {
		list,
		text,
		sha256,
		confirmedAt,
		keys,
		revocations,
		trust: { key: newest.key, sequence: list.sequence, sha256 }
	};
}

/** Each key proves that it is held, and was handed its office by the one before. */
async function verifyChain(signed: SignedText[], mission: string): Promise<KeyStatement[]> {
	const keys: KeyStatement[] = [];
	for (const { text, signatures } of signed) {
		const statement = parseSigned<KeyStatement>(text, 'cordon-key/1');
		const before = keys.at(-1);
		const spki = decode(statement.publicKey);
		const follows =
			statement.mission === mission &&
			(!before || statement.number === before.number + 1) &&
			statement.predecessor === (before?.key ?? null) &&
			Number.isInteger(statement.fromSequence) &&
			statement.fromSequence >= (before?.fromSequence ?? 1) &&
			isEd25519Key(spki) &&
			statement.key === (await hashOf(spki));
		if (!follows) throw new Refused('chainBroken');
		keys.push(statement);
		const signers = await verifySignatures(toBytes(text), signatures, keys);
		if (!signers.includes(statement.key) || (before && !signers.includes(before.key)))
			throw new Refused('chainBroken');
	}
	return keys;
}

/** The known keys among those that signed. One wrong signature by a known key spoils all. */
async function verifySignatures(
	bytes: Uint8Array<ArrayBuffer>,
	signatures: Signature[],
	keys: KeyStatement[]
): Promise<string[]> {
	const signers: string[] = [];
	for (const { key, signature } of signatures) {
		const signer = keys.find((each) => each.key === key);
		if (!signer) continue;
		const fits = await verifyEd25519(decode(signer.publicKey), decode(signature), bytes);
		if (!fits) throw new Refused('signatureWrong');
		signers.push(key);
	}
	return signers;
}

function parseSigned<T extends { format: string }>(text: string, format: T['format']): T {
	let value: T;
	try {
		value = JSON.parse(text) as T;
	} catch {
		throw new Refused('malformed');
	}
	if (value?.format !== format) throw new Refused('malformed');
	return value;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
	try {
		return fromBase64(base64);
	} catch {
		throw new Refused('malformed');
	}
}

const toBytes = (text: string) => new TextEncoder().encode(text);

function isBundle(value: unknown): value is Bundle {
	const bundle = value as Partial<Bundle> | null;
	return (
		bundle?.format === 'cordon-bundle/1' &&
		typeof bundle.mission === 'string' &&
		typeof bundle.list?.sha256 === 'string' &&
		(bundle.list.text === undefined || typeof bundle.list.text === 'string') &&
		areSignatures(bundle.list.signatures) &&
		(bundle.confirmation === null || isSignedText(bundle.confirmation)) &&
		areSignedTexts(bundle.keys) &&
		areSignedTexts(bundle.revocations)
	);
}

const areSignatures = (value: unknown): value is Signature[] =>
	Array.isArray(value) &&
	value.every(
		(each: Partial<Signature> | null) =>
			typeof each?.key === 'string' && typeof each.signature === 'string'
	);
const isSignedText = (value: unknown): value is SignedText =>
	typeof (value as SignedText | null)?.text === 'string' &&
	areSignatures((value as SignedText).signatures);
const areSignedTexts = (value: unknown): value is SignedText[] =>
	Array.isArray(value) && value.every(isSignedText);
