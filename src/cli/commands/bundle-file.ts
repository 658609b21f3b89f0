import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
	verifyBundle,
	type BundleRefusal,
	type Trust,
	type Verification
} from '../../lib/publish/verify-bundle.ts';
import { isDay } from '../../lib/core/period.ts';
import { InputError } from './command.ts';

export const REFUSALS: Record<BundleRefusal, string> = {
	malformed: 'This is no bundle of Cordon, or it was cut off.',
	altered: 'The list was altered: it is not the one that the bundle names.',
	unsigned: 'Nobody signed the list.',
	signatureWrong: 'A signature does not fit what it stands under.',
	chainBroken: 'The keys do not follow from one another.',
	keyUnknown: 'The key that you trust is not among the keys of this bundle.',
	keyRetired: 'The list is signed with a key that had been handed over before.',
	keyRevoked: 'The list is signed with a key that was revoked.',
	otherMission: 'The bundle is of another mission.',
	older: 'The list is older than one that was seen before.',
	forked: 'The list contradicts another of the same number.'
};

/** What somebody knows from elsewhere: a fingerprint from a notice board, a list seen before. */
export const knownOptions = {
	key: { type: 'string' },
	seen: { type: 'string' }
} as const;
type Known = { key?: string; seen?: string };

/** Verifies a bundle, or a pointer with the list beside it as `<sha256>.json`. */
export async function verifyFile(path: string, known: Known): Promise<Verification> {
	let bundle: { list?: { sha256?: string; text?: string } } | null;
	const written = readGiven(path);
	try {
		bundle = JSON.parse(written.toString()) as typeof bundle;
	} catch {
		return { refusal: 'malformed' };
	}
	const { sha256, text } = bundle?.list ?? {};
	const isPointer = text === undefined && /^[0-9a-f]{64}$/.test(sha256 ?? '');
	const beside = isPointer ? readGiven(join(dirname(path), `${sha256}.json`)) : undefined;
	return verifyBundle(bundle, null, readTrust(known), beside && new Uint8Array(beside));
}

/** What is not there is the caller's to mend. */
export function readGiven(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new InputError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
	}
}

function readTrust({ key, seen }: Known): Trust | null {
	const sequence = Number(seen ?? 0);
	if (!Number.isInteger(sequence) || sequence < 0)
		throw new InputError('--seen is the number of a list, such as 23.');
	if (key === undefined) {
		if (seen === undefined) return null;
		throw new InputError('--seen needs --key: numbers mean nothing without a key to trust.');
	}
	const fingerprint = key.replace(/[\s:]/g, '').toLowerCase();
	if (!/^[0-9a-f]{64}$/.test(fingerprint))
		throw new InputError('--key is a fingerprint: 64 hexadecimal digits, spaces allowed.');
	return { key: fingerprint, sequence, sha256: null };
}

/** A moment that is the same on every machine: with its zone, and on a day that exists. */
export function readInstant(name: string, written: string | undefined): string {
	if (written === undefined) return new Date().toISOString();
	const at = new Date(written);
	const hasZone = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(written);
	if (!hasZone || !isDay(written.split('T')[0]!) || Number.isNaN(at.getTime()))
		throw new InputError(
			`--${name} is a time with its zone, such as 2026-03-01T20:00:00Z or 2026-03-01T21:00+01:00.`
		);
	return at.toISOString();
}
