/**
 * Makes the test vectors of src/docs/bundle-format.md, the same bytes every time:
 *
 *     npx tsx tests/publish/vectors/make.ts
 *
 * The private keys are SHA-256 of "cordon vector key N" and protect nothing. `expect` in each file is
 * the refusal, or null where the bundle is genuine; `trust` is what the verifier knew before.
 */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { Bundle, KeyStatement, SignedText } from '../../../src/lib/publish/bundle';
import type { BundleRefusal, Trust } from '../../../src/lib/publish/verify-bundle';

export type Vector = {
	claim: string;
	mission: string | null;
	trust: Trust | null;
	expect: BundleRefusal | null;
	bundle: unknown;
};

const mission = 'vectors';
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

type Key = { privateKey: KeyObject; publicKey: string; key: string };
function makeKey(number: number): Key {
	const seed = createHash('sha256').update(`cordon vector key ${number}`).digest();
	// PKCS#8 of an Ed25519 seed (RFC 8410).
	const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
	const privateKey = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
	const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
	return { privateKey, publicKey: spki.toString('base64'), key: sha256(spki) };
}
const [first, second, stranger] = [makeKey(1), makeKey(2), makeKey(3)];

const signAs = (text: string, ...keys: Key[]) =>
	keys.map(({ key, privateKey }) => ({
		key,
		signature: sign(null, Buffer.from(text), privateKey).toString('base64')
	}));
const signed = (value: object, ...keys: Key[]): SignedText => {
	const text = canonicalize(value)!;
	return { text, signatures: signAs(text, ...keys) };
};
const statement = ({ key, publicKey }: Key, rest: Partial<KeyStatement> = {}): KeyStatement => ({
	format: 'cordon-key/1',
	mission,
	key,
	publicKey,
	number: 1,
	predecessor: null,
	fromSequence: 1,
	createdAt: '2026-01-01T00:00:00.000Z',
	...rest
});
const firstKey = signed(statement(first), first);
const secondKey = signed(
	statement(second, {
		number: 2,
		predecessor: first.key,
		fromSequence: 2,
		createdAt: '2026-03-01T00:00:00.000Z'
	}),
	second,
	first
);

const previous = 'a'.repeat(64);
const listOf = (sequence: number, rest: object = {}) =>
	canonicalize({
		format: 'cordon-list/1',
		mission: {
			slug: mission,
			acronym: 'VEC',
			name: { en: 'Vectors', ar: 'متّجهات' },
			statusNote: {},
			timeZone: 'UTC',
			languages: ['en', 'ar'],
			exercise: true
		},
		sequence,
		previousHash: sequence === 1 ? null : previous,
		issuedAt: `2026-0${sequence}-10T00:00:00.000Z`,
		effectiveFrom: `2026-0${sequence}-10T00:00:00.000Z`,
		lifetimeHours: 72,
		nearMetres: 100,
		coverage: {
			type: 'MultiPolygon',
			coordinates: [
				[
					[
						[20, 42],
						[22, 42],
						[22, 43],
						[20, 43],
						[20, 42]
					]
				]
			]
		},
		directives: [],
		contacts: [],
		consequences: {},
		...rest
	})!;

type Parts = {
	list: string;
	by: Key[];
	keys?: SignedText[];
	revocations?: SignedText[];
	confirmedBy?: Key;
};
function bundleOf({ list, by, keys = [firstKey], revocations = [], confirmedBy }: Parts): Bundle {
	const { sequence } = JSON.parse(list) as { sequence: number };
	const confirmation = {
		format: 'cordon-confirmation/1',
		mission,
		sequence,
		sha256: sha256(list),
		confirmedAt: `2026-0${sequence}-12T00:00:00.000Z`
	};
	return {
		format: 'cordon-bundle/1',
		mission,
		list: { sha256: sha256(list), signatures: signAs(list, ...by), text: list },
		confirmation: confirmedBy ? signed(confirmation, confirmedBy) : null,
		keys,
		revocations
	};
}

const one = bundleOf({ list: listOf(1), by: [first], confirmedBy: first });
const chain = [firstKey, secondKey];
const two = bundleOf({ list: listOf(2), by: [second], keys: chain, confirmedBy: second });
const revocation = signed(
	{
		format: 'cordon-revocation/1',
		mission,
		key: first.key,
		reason: 'A laptop was stolen',
		revokedAt: '2026-03-02T00:00:00.000Z'
	},
	second
);
const flip = (text: string) => text.replace('"nearMetres":100', '"nearMetres":900');
const trusting = (key: Key, sequence = 0, hash: string | null = null): Trust => ({
	key: key.key,
	sequence,
	sha256: hash
});

const vectors: Record<string, Omit<Vector, 'mission'> & { mission?: string | null }> = {
	'genuine-first': { claim: 'One key, one list.', trust: null, expect: null, bundle: one },
	'genuine-unconfirmed': {
		claim: 'Without a confirmation its age counts from its issue.',
		trust: trusting(first),
		expect: null,
		bundle: bundleOf({ list: listOf(1), by: [first] })
	},
	'genuine-handed-over': {
		claim: 'A verifier that trusts the first key follows the hand-over to the second.',
		trust: trusting(first, 1, one.list.sha256),
		expect: null,
		bundle: two
	},
	'genuine-old-list': {
		claim: 'A list from before the hand-over stays genuine under the key of its time.',
		trust: trusting(second),
		expect: null,
		bundle: bundleOf({ list: listOf(1), by: [first], keys: chain, confirmedBy: second })
	},
	'genuine-revoked-later': {
		claim: 'A revocation leaves what was issued before it genuine.',
		trust: null,
		expect: null,
		bundle: bundleOf({ list: listOf(1), by: [first], keys: chain, revocations: [revocation] })
	},
	'refused-flipped-byte': {
		claim: 'One byte of the list differs.',
		trust: null,
		expect: 'altered',
		bundle: { ...one, list: { ...one.list, text: flip(one.list.text!) } }
	},
	'refused-rehashed': {
		claim: 'One byte of the list differs and the hash was made to fit.',
		trust: null,
		expect: 'signatureWrong',
		bundle: {
			...one,
			list: { ...one.list, text: flip(one.list.text!), sha256: sha256(flip(one.list.text!)) }
		}
	},
	'refused-unsigned': {
		claim: 'No signature.',
		trust: null,
		expect: 'unsigned',
		bundle: { ...one, list: { ...one.list, signatures: [] } }
	},
	'refused-signed-by-a-stranger': {
		claim: 'Signed by a key that is not among the keys.',
		trust: null,
		expect: 'unsigned',
		bundle: bundleOf({ list: listOf(1), by: [stranger], confirmedBy: first })
	},
	'refused-wrong-key': {
		claim: 'Sound in itself, with keys that do not hold the trusted one.',
		trust: trusting(stranger),
		expect: 'keyUnknown',
		bundle: one
	},
	'refused-stolen-hand-over': {
		claim: 'The second key names the first as its predecessor, which did not sign it.',
		trust: trusting(first),
		expect: 'chainBroken',
		bundle: {
			...two,
			keys: [firstKey, { ...secondKey, signatures: signAs(secondKey.text, second) }]
		}
	},
	'refused-key-not-held': {
		claim: 'A key that did not sign its own statement.',
		trust: null,
		expect: 'chainBroken',
		bundle: { ...one, keys: [{ ...firstKey, signatures: [] }] }
	},
	'refused-retired-key': {
		claim: 'The first key signs a list after it handed over.',
		trust: null,
		expect: 'keyRetired',
		bundle: bundleOf({ list: listOf(2), by: [first], keys: chain, confirmedBy: second })
	},
	'refused-revoked-key': {
		claim: 'The first key signs a list after it handed over and was revoked.',
		trust: null,
		expect: 'keyRevoked',
		bundle: bundleOf({
			list: listOf(3),
			by: [first],
			keys: chain,
			revocations: [revocation],
			confirmedBy: second
		})
	},
	'refused-issued-after-revocation': {
		claim: 'A revoked key passes a list issued after the revocation off as one of its own time.',
		trust: null,
		expect: 'keyRevoked',
		bundle: bundleOf({
			list: listOf(1, { issuedAt: '2026-04-01T00:00:00.000Z' }),
			by: [first],
			keys: chain,
			revocations: [revocation]
		})
	},
	'refused-revocation-by-a-stranger': {
		claim: 'A revocation that no later key signed.',
		trust: null,
		expect: 'signatureWrong',
		bundle: {
			...two,
			revocations: [{ ...revocation, signatures: signAs(revocation.text, first) }]
		}
	},
	'refused-confirmed-by-a-retired-key': {
		claim: 'Only the newest key says which list is the newest.',
		trust: null,
		expect: 'signatureWrong',
		bundle: bundleOf({ list: listOf(2), by: [second], keys: chain, confirmedBy: first })
	},
	'refused-confirmation-of-another-list': {
		claim: 'The confirmation is of another list.',
		trust: null,
		expect: 'altered',
		bundle: { ...two, confirmation: signed(JSON.parse(one.confirmation!.text) as object, second) }
	},
	'refused-older': {
		claim: 'A newer list was seen before.',
		trust: trusting(first, 2, two.list.sha256),
		expect: 'older',
		bundle: one
	},
	'refused-forked': {
		claim: 'Another list of the same number was seen before.',
		trust: trusting(first, 1, 'b'.repeat(64)),
		expect: 'forked',
		bundle: one
	},
	'refused-other-mission': {
		claim: 'Asked for one mission, given another.',
		mission: 'elsewhere',
		trust: null,
		expect: 'otherMission',
		bundle: one
	},
	'refused-list-of-another-mission': {
		claim: 'The signed list names another mission than its bundle.',
		trust: null,
		expect: 'otherMission',
		bundle: bundleOf({ list: listOf(1, { mission: { slug: 'elsewhere' } }), by: [first] })
	},
	'refused-statement-as-list': {
		claim: 'A signed statement of another kind is passed off as the list.',
		trust: null,
		expect: 'malformed',
		bundle: {
			...one,
			list: {
				sha256: sha256(firstKey.text),
				text: firstKey.text,
				signatures: firstKey.signatures
			}
		}
	},
	'refused-format': {
		claim: 'A format that this verifier does not know.',
		trust: null,
		expect: 'malformed',
		bundle: { ...one, format: 'cordon-bundle/2' }
	},
	'refused-truncated': {
		claim: 'Cut off: the bundle is text that is no JSON, given here as a string.',
		trust: null,
		expect: 'malformed',
		bundle: JSON.stringify(one).slice(0, 600)
	}
};

for (const [name, vector] of Object.entries(vectors)) {
	const { claim, mission: asked = mission, trust, expect, bundle } = vector;
	const file = { claim, mission: asked, trust, expect, bundle } satisfies Vector;
	writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(file, null, '\t')}\n`);
}
