/**
 * The signed publication, as it travels: which list is in force, its signatures, and the keys they
 * are verified with. src/docs/bundle-format.md describes it for whoever writes another verifier.
 * Whatever is signed is canonical JSON (RFC 8785) that names its own `format` and mission, so that no
 * signed text can pass for one of another kind; the signature is Ed25519 over its UTF-8 bytes.
 */
import type { Instant } from '$lib/core/domain';

export type Signature = {
	/** Id of the key: SHA-256 (hex) of its SubjectPublicKeyInfo. */
	key: string;
	/** 64 bytes in base64. */
	signature: string;
};

export type SignedText = { text: string; signatures: Signature[] };

/**
 * Signed by the key itself, which proves possession, and by its predecessor, which hands over.
 * Without a predecessor a chain begins: with the mission's first key, or anew after one was lost.
 */
export type KeyStatement = {
	format: 'cordon-key/1';
	mission: string;
	key: string;
	/** SubjectPublicKeyInfo (DER) in base64: what stands between the lines of a PEM file. */
	publicKey: string;
	/** 1 for the mission's first key. */
	number: number;
	predecessor: string | null;
	/** From this list on the key is responsible, and no key before it. */
	fromSequence: number;
	createdAt: Instant;
};

/** Signed by a key after the revoked one. */
export type RevocationStatement = {
	format: 'cordon-revocation/1';
	mission: string;
	key: string;
	reason: string;
	revokedAt: Instant;
};

/** Says that a list was the newest in force at an instant. Signed by the newest key. */
export type ConfirmationStatement = {
	format: 'cordon-confirmation/1';
	mission: string;
	sequence: number;
	sha256: string;
	confirmedAt: Instant;
};

export type Bundle = {
	format: 'cordon-bundle/1';
	mission: string;
	list: {
		sha256: string;
		signatures: Signature[];
		/** The list, byte for byte. Absent in a pointer: it lies beside it as `<sha256>.json`. */
		text?: string;
	};
	/** Null when nobody confirmed it: its age then counts from its issue. */
	confirmation: SignedText | null;
	/** From the beginning of the chain to the newest. */
	keys: SignedText[];
	revocations: SignedText[];
};

/** Canonical text of a flat statement. For these values JSON.stringify is RFC 8785 once keys are sorted. */
export function toCanonicalText(
	statement: KeyStatement | RevocationStatement | ConfirmationStatement
): string {
	const entries = Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(Object.fromEntries(entries));
}
