/**
 * The format of signed publications: vectors for whoever writes another verifier, an independent tool
 * that agrees (openssl), and no byte that can be changed unseen.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	toCanonicalText,
	type Bundle,
	type KeyStatement,
	type SignedText
} from '$lib/publish/bundle';
import { BUNDLE_REFUSALS, verifyBundle } from '$lib/publish/verify-bundle';
import type { Vector } from './vectors/make';

const folder = join(import.meta.dirname, 'vectors');
const vectors = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => {
		const vector = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector;
		return { name: file.replace('.json', ''), ...vector };
	});
const genuine = vectors.find(({ name }) => name === 'genuine-handed-over')!;
const bundleOf = ({ bundle }: Vector) => bundle as Bundle;

describe('the vectors', () => {
	test.each(vectors)('$name: $claim', async ({ bundle, mission, trust, expect: refusal }) => {
		const answer = await verifyBundle(bundle, mission, trust);
		expect(answer.refusal ?? null).toBe(refusal);
	});

	test('show every refusal there is', () => {
		const shown = new Set(vectors.map(({ expect: refusal }) => refusal));
		expect(BUNDLE_REFUSALS.filter((refusal) => !shown.has(refusal))).toEqual([]);
	});

	test('sign only canonical text', () => {
		for (const { keys, revocations, confirmation, list } of vectors
			.filter(({ expect: refusal }) => refusal === null)
			.map(bundleOf)) {
			const texts = [...keys, ...revocations, confirmation ?? [], list].flat();
			for (const { text } of texts) expect(canonicalize(JSON.parse(text!))).toBe(text);
		}
	});

	test('give to a verifier what to remember and when it was confirmed', async () => {
		const { verified } = await verifyBundle(genuine.bundle, genuine.mission, genuine.trust);
		const { list, keys } = bundleOf(genuine);
		const { key } = JSON.parse(keys[1]!.text) as KeyStatement;
		expect(verified!.trust).toEqual({ key, sequence: 2, sha256: list.sha256 });
		expect(verified!.confirmedAt).toBe('2026-02-12T00:00:00.000Z');
	});
});

describe('a pointer', () => {
	const { list, ...rest } = bundleOf(genuine);
	const { text, ...named } = list;

	test('is verified with the list that lies beside it', async () => {
		const bytes = new TextEncoder().encode(text);
		const { verified } = await verifyBundle({ ...rest, list: named }, null, null, bytes);
		expect(verified!.text).toBe(text);
	});

	test('without its list is refused', async () => {
		const answer = await verifyBundle({ ...rest, list: named }, null, null);
		expect(answer.refusal).toBe('altered');
	});
});

test('no byte of what is signed, and of the signatures, can be changed unseen', async () => {
	const places = (bundle: Bundle): { get(): string; set(text: string): void }[] => {
		const place = <K extends string>(of: { [key in K]?: string }, key: K) => ({
			get: () => of[key]!,
			set: (text: string) => void (of[key] = text)
		});
		const signed: SignedText[] = [...bundle.keys, bundle.confirmation!];
		return [
			place(bundle.list, 'text'),
			place(bundle.list, 'sha256'),
			place(bundle, 'mission'),
			...signed.map((each) => place(each, 'text')),
			...[bundle.list, ...signed].flatMap(({ signatures }) =>
				signatures.flatMap((each) => [place(each, 'key'), place(each, 'signature')])
			)
		];
	};
	await fc.assert(
		fc.asyncProperty(
			fc.nat(),
			fc.nat(),
			fc.integer({ min: 1, max: 127 }),
			async (which, at, by) => {
				const bundle = structuredClone(bundleOf(genuine));
				const all = places(bundle);
				const { get, set } = all[which % all.length]!;
				const text = get();
				const i = at % text.length;
				const changed = String.fromCharCode(text.charCodeAt(i) ^ by);
				// The last digit of base64 before padding carries two bits that mean nothing.
				fc.pre(!(text.endsWith('==') && i >= text.length - 3));
				set(text.slice(0, i) + changed + text.slice(i + 1));
				// White space inside base64 is skipped by some readers and leaves the same bytes.
				fc.pre(!(text.endsWith('==') && /\s/.test(changed)));
				const { refusal } = await verifyBundle(bundle, genuine.mission, genuine.trust);
				expect(refusal).toBeDefined();
			}
		),
		{ numRuns: 1_500, seed: 8032 }
	);
}, 120_000);

test('a bundle cut off anywhere, or of any other shape, is refused and never throws', async () => {
	const whole = JSON.stringify(genuine.bundle);
	await fc.assert(
		fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.jsonValue(), async (length, value) => {
			expect(() => JSON.parse(whole.slice(0, length)) as unknown).toThrow();
			for (const part of ['list', 'keys', 'revocations', 'confirmation', 'format', 'mission']) {
				const bundle = { ...bundleOf(genuine), [part]: value };
				const { refusal, verified } = await verifyBundle(bundle, null, null);
				// Nothing revoked, or not confirmed, is a shape too.
				if (verified) expect([null, []]).toContainEqual(value);
				else expect(BUNDLE_REFUSALS).toContain(refusal);
			}
		}),
		{ numRuns: 150, seed: 1 }
	);
}, 120_000);

test('statements are written as an independent implementation of RFC 8785 writes them', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (reason, number) => {
			const statement = { format: 'cordon-revocation/1', reason, mission: 'm', key: 'k', number };
			const written = toCanonicalText(statement as never);
			expect(written).toBe(canonicalize(statement));
		})
	);
});

describe('openssl', () => {
	const isThere = spawnSync('openssl', ['version']).status === 0;
	if (!isThere) console.warn('openssl is not on this machine: its opinion is not asked.');
	let work: string;
	beforeAll(() => void (work = mkdtempSync(join(tmpdir(), 'cordon-openssl-'))));
	afterAll(() => rmSync(work, { recursive: true, force: true }));

	/** The commands of src/docs/bundle-format.md. */
	function verifies(text: string, signature: string, publicKey: string): boolean {
		const [key, list, sig] = ['key.pem', 'list.json', 'list.sig'].map((name) => join(work, name));
		writeFileSync(key!, `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`);
		writeFileSync(list!, text);
		writeFileSync(sig!, Buffer.from(signature, 'base64'));
		const { status } = spawnSync(
			'openssl',
			['pkeyutl', '-verify', '-pubin', '-inkey', key!, '-rawin', '-in', list!, '-sigfile', sig!],
			{ stdio: 'ignore' }
		);
		return status === 0;
	}
	const { keys, list, confirmation } = bundleOf(genuine);
	const statements = keys.map(({ text }) => JSON.parse(text) as KeyStatement);
	const publicKeyOf = (key: string) => statements.find((each) => each.key === key)!.publicKey;

	test.skipIf(!isThere)('verifies the list and every statement, and refuses a changed one', () => {
		const signed = [...keys, confirmation!, { ...list, text: list.text! }];
		for (const { text, signatures } of signed) {
			for (const { key, signature } of signatures) {
				expect(verifies(text, signature, publicKeyOf(key))).toBe(true);
				expect(verifies(`${text} `, signature, publicKeyOf(key))).toBe(false);
			}
		}
	});

	test.skipIf(!isThere)('finds the fingerprint that a notice board shows', () => {
		const pem = join(work, 'key.pem');
		for (const { key, publicKey } of statements) {
			writeFileSync(pem, `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`);
			const der = execFileSync('openssl', ['pkey', '-pubin', '-in', pem, '-outform', 'DER']);
			const digest = execFileSync('openssl', ['dgst', '-sha256', '-r'], { input: der });
			expect(digest.toString().split(' ')[0]).toBe(key);
		}
	});
});
