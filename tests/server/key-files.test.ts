/** Private keys on disk: sealed, for their owner's eyes, and brought back from a backup. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeyStatement } from '$lib/publish/bundle';
import { packKeys, unpackKeys } from '$lib/server/keys/key-backup';
import { openKeyStore } from '$lib/server/keys/key-files';

let folders: string[] = [];
let dataFolder: string;
const newFolder = () => {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-keys-'));
	folders.push(folder);
	return folder;
};
beforeEach(() => void (dataFolder = newFolder()));
afterEach(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	folders = [];
});

const key = 'ab'.repeat(32);
const statement = { mission: 'kosovo', number: 1, key } as KeyStatement;
const signed = { text: JSON.stringify(statement), signatures: [] };

function addKey(folder: string, secret: string | null) {
	const { privateKey } = generateKeyPairSync('ed25519');
	openKeyStore({ dataFolder: folder, secret }).add(statement, signed, privateKey);
	return privateKey.export({ type: 'pkcs8', format: 'der' });
}
const openKey = (folder: string, secret: string | null) =>
	openKeyStore({ dataFolder: folder, secret })
		.open('kosovo', key)
		?.export({ type: 'pkcs8', format: 'der' });

test('a key opens with the secret it was sealed with, and with no other', () => {
	for (const secret of ['correct horse', null]) {
		const folder = newFolder();
		const bytes = addKey(folder, secret);
		expect(openKey(folder, secret)).toEqual(bytes);
		expect(() => openKey(folder, 'battery staple')).toThrow(/CORDON_SECRET.* is not the one/);
		expect(openKeyStore({ dataFolder: folder, secret }).open('atlantis', key)).toBeUndefined();
	}
});

test('an altered file does not open', () => {
	addKey(dataFolder, 'secret');
	const path = join(dataFolder, 'keys/kosovo', `001-${key}.json`);
	const file = JSON.parse(readFileSync(path, 'utf8')) as { sealed: { bytes: string } };
	const flipped = Buffer.from(file.sealed.bytes, 'base64');
	flipped[0]! ^= 1;
	file.sealed.bytes = flipped.toString('base64');
	writeFileSync(path, JSON.stringify(file));
	expect(() => openKey(dataFolder, 'secret')).toThrow(/does not open/);
});

test('a damaged file is told in a sentence, whatever is missing of it', () => {
	addKey(dataFolder, 'secret');
	const path = join(dataFolder, 'keys/kosovo', `001-${key}.json`);
	const whole = readFileSync(path, 'utf8');
	const without = (name: string) => {
		const file = JSON.parse(whole) as { sealed: object };
		return JSON.stringify({ ...file, sealed: { ...file.sealed, [name]: '' } });
	};
	for (const damaged of ['', 'null', '{}', whole.slice(0, 100), without('tag'), without('iv')]) {
		writeFileSync(path, damaged);
		expect(() => openKey(dataFolder, 'secret')).toThrow(
			expect.objectContaining({
				name: 'StartError',
				message: expect.stringContaining('damaged') as string
			})
		);
	}
});

test('what lies on disk holds no private byte in the clear and is for this user only', () => {
	const bytes = addKey(dataFolder, 'secret');
	const path = join(dataFolder, 'keys/kosovo', `001-${key}.json`);
	const text = readFileSync(path, 'latin1');
	const seed = bytes.subarray(-32);
	for (const form of ['hex', 'base64', 'latin1'] as const) {
		expect(text).not.toContain(seed.toString(form));
	}
	expect(statSync(path).mode & 0o077).toBe(0);
	expect(statSync(join(dataFolder, 'keys/kosovo')).mode & 0o077).toBe(0);
});

test('a backup brings keys into an empty folder, and overwrites none', () => {
	expect(packKeys(dataFolder)).toBeUndefined();
	const bytes = addKey(dataFolder, null);
	const packed = packKeys(dataFolder)!;
	const fresh = newFolder();
	expect(unpackKeys(fresh, packed)).toBeUndefined();
	expect(openKey(fresh, null)).toEqual(bytes);
	expect(unpackKeys(fresh, packed)).toBeUndefined();
	expect(openKey(fresh, null)).toEqual(bytes);

	const other = newFolder();
	addKey(other, null);
	const aside = unpackKeys(other, packed)!;
	expect(openKey(other, null)).toEqual(bytes);
	expect(readdirSync(aside)).toEqual(['kosovo']);
});

test('a backup that names files elsewhere writes none of them', () => {
	const evil = { format: 'cordon-key-backup/1', files: { '../evil': 'x', 'keys/../../evil': 'x' } };
	unpackKeys(dataFolder, JSON.stringify(evil));
	expect(readdirSync(dataFolder)).toEqual([]);
});
