/** Backups, restores and unusable folders, as whoever types the commands meets them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCordon } from '$lib/server/cordon';
import { lockFolder } from '$lib/server/engine/folder-lock';
import { readSettings } from '$lib/server/settings';

const root = resolve(import.meta.dirname, '../..');
const patienceMs = 240_000;
let base: string;
/** A data folder with an empty Cordon, and a backup of it. */
let data: string;
let backup: string;

/** What a command prints and how it ends; one that never ends counts as `null`. */
function cordon(folder: string, ...words: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', './src/cli/modules.js', 'src/cli/cordon.ts', ...words],
		{
			cwd: root,
			env: { ...process.env, CORDON_DATA: folder, CORDON_DEMO: 'off' },
			encoding: 'utf8',
			timeout: 120_000
		}
	);
	return { status, stdout, stderr };
}
/** The one sentence of a refusal, after what is said of the work. */
function refusalOf(folder: string, ...words: string[]): string {
	const { status, stdout, stderr } = cordon(folder, ...words);
	expect([status, stdout]).toEqual([words.length > 1 ? 1 : 2, '']);
	const lines = stderr.trim().split('\n');
	expect(lines.length).toBeLessThanOrEqual(2);
	return lines.at(-1)!;
}
const inBase = (name: string) => join(base, name);

beforeAll(async () => {
	base = mkdtempSync(join(tmpdir(), 'cordon-terminal-'));
	data = inBase('data');
	backup = inBase('backup.tar.gz');
	await (await openCordon(readSettings({ CORDON_DATA: data, CORDON_DEMO: 'off' }))).close();
	const { status, stdout } = cordon(data, 'backup', backup);
	expect([status, stdout]).toEqual([0, expect.stringContaining(`Written to ${backup}.`)]);
}, patienceMs);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a backup', () => {
	test(
		'is restored into an empty folder, and beside what was there into another',
		async () => {
			for (const folder of [inBase('new'), data]) {
				const { status, stdout, stderr } = cordon(folder, 'restore', backup);
				expect([status, stdout.trim()]).toEqual([0, 'Restored.']);
				expect(stderr.includes('replaced-')).toBe(folder === data);
				const cordonAgain = await openCordon(
					readSettings({ CORDON_DATA: folder, CORDON_DEMO: 'off' })
				);
				expect(await cordonAgain.engine!.run([{ sql: 'select from cordon.bundles' }])).toEqual([]);
				await cordonAgain.close();
			}
			expect(readdirSync(data).filter((name) => name.startsWith('replaced-'))).toHaveLength(1);
		},
		patienceMs
	);

	test(
		'that is cut off, altered or something else is refused in a sentence, and nothing changes',
		() => {
			const bytes = readFileSync(backup);
			const altered = Buffer.from(bytes);
			altered[altered.length >> 1]! ^= 0xff;
			const copies: [string, Uint8Array][] = [
				['cut.tar.gz', bytes.subarray(0, bytes.length - 1000)],
				['altered.tar.gz', altered],
				['notes.txt', Buffer.from('not a backup')],
				['empty.tar.gz', Buffer.alloc(0)],
				['other.tar.gz', gzipSync('not a database')]
			];
			const before = readdirSync(data).sort();
			for (const [name, copy] of copies) {
				writeFileSync(inBase(name), copy);
				expect(refusalOf(data, 'restore', inBase(name))).toMatch(
					new RegExp(`${name} cannot be restored \\(.+\\)\\. Nothing was changed\\.$`)
				);
				expect(readdirSync(data).sort()).toEqual(before);
			}
		},
		patienceMs
	);

	test(
		'is asked for by name, and found',
		() => {
			expect(refusalOf(data, 'restore')).toBe('FILE.tar.gz is missing.');
			expect(refusalOf(data, 'backup')).toBe('FILE.tar.gz is missing.');
			expect(refusalOf(data, 'restore', inBase('nowhere'))).toMatch(/nowhere cannot be read/);
			expect(refusalOf(data, 'restore', base)).toMatch(/A folder was given/);
			expect(refusalOf(inBase('none'), 'backup', inBase('b'))).toMatch(/There is no database in/);
			expect(existsSync(inBase('none'))).toBe(false);
		},
		patienceMs
	);

	test(
		'is neither made nor restored while a server has the folder',
		() => {
			const lock = lockFolder(data);
			try {
				for (const command of ['backup', 'restore']) {
					expect(refusalOf(data, command, backup)).toMatch(/is in use by another Cordon\. Stop/);
				}
			} finally {
				lock.release();
			}
		},
		patienceMs
	);
});

describe('a data folder', () => {
	test.skipIf(!existsSync('/proc/self'))(
		'where no folder can be is refused, and not tried for ever',
		() => {
			expect(refusalOf('/proc/cordon', 'restore', backup)).toMatch(
				/may not write to its data folder/
			);
			expect(refusalOf(data, 'backup', '/proc/cordon/backup.tar.gz')).toMatch(
				/cannot be .*written/
			);
		},
		patienceMs
	);

	test.each([
		['half written', '[\n\t{ "role": "analyst", "ema'],
		['no list', '{}'],
		[
			'of something else',
			'[{ "role": "king", "email": "a", "displayName": "b", "password": "c" }]'
		],
		['empty', '']
	])(
		'whose list of demo accounts is %s is refused in a sentence',
		async (_how, text) => {
			const folder = mkdtempSync(inBase('demo-'));
			writeFileSync(join(folder, 'demo-accounts.json'), text);
			const sentence = /demo-accounts\.json does not hold the accounts of the exercise/;
			await expect(openCordon(readSettings({ CORDON_DATA: folder }))).rejects.toMatchObject({
				name: 'StartError',
				message: expect.stringMatching(sentence)
			});
			expect(refusalOf(folder, 'demo', 'accounts')).toMatch(sentence);
		},
		patienceMs
	);
});
