/**
 * One data folder's hard life: killed while publishing, damaged, set back, and opened again each
 * time. The tests follow each other on the same folder.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readAuditLine } from '$lib/publish/audit-file';
import { openCordon, type Cordon } from '$lib/server/cordon';
import { listPublishedFiles } from '$lib/server/keep/published-lists';
import { listSnapshots } from '$lib/server/keep/snapshots';
import { readSettings } from '$lib/server/settings';
import { publishTwentyAtOnce } from './twenty-heads';
import { findUnsigned } from './unsigned';

const root = resolve(import.meta.dirname, '../..');
const patienceMs = 480_000;
/** Each costs a start of the database. Fifty before a release: `CORDON_KILLS=50`. */
const kills = Number(process.env.CORDON_KILLS ?? 12);
let folder: string;
const said: string[] = [];
let opened: Cordon | undefined;
async function open(): Promise<Cordon> {
	const settings = readSettings({ CORDON_DATA: folder });
	return (opened = await openCordon(settings, (text) => said.push(text)));
}
// Also when a test failed: the folder is locked as long as it is open.
async function close(): Promise<void> {
	await opened?.close();
	opened = undefined;
}
afterEach(close);

async function ask<T>(cordon: Cordon, sql: string): Promise<T[]> {
	return (await cordon.engine!.run([{ sql }])) as T[];
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cordon-durability-'));
	await open();
	await close();
	cpSync(folder, `${folder}-fresh`, { recursive: true });
}, patienceMs);
afterAll(() => {
	for (const each of [folder, `${folder}-fresh`]) rmSync(each, { recursive: true, force: true });
});

/** Runs the publisher until it has answered `wanted` publications and a little longer, then kills it. */
async function publishAndKill(wanted: number, afterMs: number, ...words: string[]) {
	const publisher = spawn(
		process.execPath,
		['--import', './src/cli/modules.js', 'tests/server/publisher.ts', ...words],
		{ cwd: root, env: { ...process.env, CORDON_DATA: folder } }
	);
	let output = '';
	publisher.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	await new Promise<void>((done, failed) => {
		publisher.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			const published = output.match(/^published .*\n/gm)?.length ?? 0;
			const begun = output.match(/^begun .*\n/gm)?.length ?? 0;
			if (published >= wanted && begun > published) done();
		});
		publisher.once('exit', () => failed(new Error(`the publisher ended by itself:\n${output}`)));
	});
	// From the begun publication on, so that the kill falls before, in and after its transaction.
	await new Promise((resolve) => setTimeout(resolve, afterMs));
	publisher.kill('SIGKILL');
	await once(publisher, 'exit');
	return output;
}

describe('killed after publishing', () => {
	test(
		'what was answered is on the disk as a published list and in a snapshot',
		async () => {
			const output = await publishAndKill(1, 0);
			const [, sequence] = /^published \S+ \S+ (\d+)\n/m.exec(output)!;
			const files = listPublishedFiles(folder).filter(({ slug }) => slug === 'kosovo');
			expect(Math.max(...files.map((file) => file.sequence))).toBeGreaterThanOrEqual(
				Number(sequence)
			);

			// The database itself is lost, as a power cut may lose it: no page of it can be trusted.
			const newest = Math.max(...files.map((file) => file.sequence));
			rmSync(join(folder, 'database/global'), { recursive: true });
			said.length = 0;
			const cordon = await open();
			expect(said.join('\n')).toMatch(
				/is now .*damaged-[^]*snapshot of \d{4}-\d\d-\d\d \d\d:\d\d UTC was restored.*was damaged/
			);
			const [row] = await ask<{ top: number }>(
				cordon,
				`select max(b.sequence)::int as top from cordon.bundles b join cordon.missions m on m.id = b.mission_id where m.slug = 'kosovo'`
			);
			expect(row!.top).toBe(newest);
		},
		patienceMs
	);
});

describe('a database that is older than its published lists', () => {
	test(
		'is set aside for the newest snapshot',
		async () => {
			const old = join(folder, 'old');
			cpSync(join(folder, 'database'), old, { recursive: true });
			await publishAndKill(1, 0);
			const before = newestList();
			rmSync(join(folder, 'database'), { recursive: true });
			cpSync(old, join(folder, 'database'), { recursive: true });
			rmSync(old, { recursive: true });
			said.length = 0;
			const cordon = await open();
			expect(said.join('\n')).toMatch(/list \d+ of kosovo was published and is not in it/);
			const [row] = await ask<{ top: number }>(
				cordon,
				`select max(b.sequence)::int as top from cordon.bundles b join cordon.missions m on m.id = b.mission_id where m.slug = 'kosovo'`
			);
			expect(row!.top).toBe(before);
		},
		patienceMs
	);
});

describe('lists that were published after the newest good snapshot', () => {
	const sequenceOf = (output: string) => Number(/^published \S+ \S+ (\d+)\n/m.exec(output)![1]);
	const listsOf = (cordon: Cordon) =>
		ask<{ sequence: number; sha256: string; previous_hash: string }>(
			cordon,
			`select b.sequence, b.sha256, b.previous_hash
			 from cordon.bundles b join cordon.missions m on m.id = b.mission_id
			 where m.slug = 'kosovo' order by 1`
		);

	/** Publishes twice and leaves only the snapshot from before. Returns the highest list. */
	async function publishBeyondSnapshot(): Promise<number> {
		await open();
		await close();
		const [snapshot] = listSnapshots(folder);
		const aside = join(folder, 'aside.tar.gz');
		cpSync(snapshot!.path, aside);
		await publishAndKill(2, 0);
		rmSync(join(folder, 'snapshots'), { recursive: true });
		cpSync(aside, snapshot!.path);
		rmSync(aside);
		return newestList();
	}

	test(
		'are set aside and told once, what is written next stays, and the next list is above them',
		async () => {
			const highest = await publishBeyondSnapshot();
			rmSync(join(folder, 'database/global'), { recursive: true });
			said.length = 0;
			const restored = (await listsOf(await open())).at(-1)!.sequence;
			expect(restored).toBeLessThan(highest - 1);
			expect(said.join('\n')).toContain(
				`Lists ${restored + 1} to ${highest} of kosovo had been published`
			);
			await close();
			const lost = listPublishedFiles(folder).filter(({ path }) => path.includes('/lost/'));
			expect(lost.map(({ sequence }) => sequence).sort()).toEqual(
				Array.from({ length: highest - restored }, (_, i) => restored + 1 + i)
			);

			const output = await publishAndKill(0, 0, 'drafts');
			const draft = /^begun (\S+)\n/m.exec(output)![1]!;
			said.length = 0;
			expect(
				await ask(await open(), `select from cordon.drafts where id = '${draft}'`)
			).toHaveLength(1);
			expect(said.join('\n')).not.toMatch(/damaged|restored/);
			await close();

			expect(sequenceOf(await publishAndKill(1, 0))).toBe(highest + 1);
			const next = (await listsOf(await open())).find(({ sequence }) => sequence > restored)!;
			expect(next).toMatchObject({
				sequence: highest + 1,
				previous_hash: lost.find(({ sequence }) => sequence === highest)!.sha256
			});
		},
		patienceMs
	);

	test(
		'are also set aside and told by `cordon restore`',
		async () => {
			const highest = await publishBeyondSnapshot();
			const backup = join(folder, 'backup.tar.gz');
			renameSync(listSnapshots(folder)[0]!.path, backup);
			const run = (...words: string[]) =>
				spawnSync(
					process.execPath,
					['--import', './src/cli/modules.js', 'src/cli/cordon.ts', ...words],
					{
						cwd: root,
						env: { ...process.env, CORDON_DATA: folder },
						encoding: 'utf8'
					}
				);
			const { status, stdout, stderr } = run('restore', backup);
			expect([status, stdout]).toEqual([0, expect.stringContaining('Restored.')]);

			// The audit says so as well, and how far it had come; then it is whole, in any form.
			const file = join(folder, 'audit.jsonl');
			const exported = run('audit', 'export', file, '--mission', 'kosovo', '--json');
			const { head } = JSON.parse(exported.stdout) as { head: string };
			const entries = readFileSync(file, 'utf8')
				.split('\n')
				.flatMap((line) => readAuditLine(line) ?? []);
			expect(entries.findLast(({ act }) => act === 'snapshot_restored')).toMatchObject({
				actor: 'operator',
				subject: 'backup.tar.gz',
				detail: { because: 'replaced', lostHead: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) }
			});
			for (const words of [
				['--file', file],
				['--mission', 'kosovo']
			]) {
				const verified = run('audit', 'verify', ...words, '--head', head);
				expect([verified.status, verified.stdout]).toEqual([
					0,
					expect.stringContaining(`unbroken.\n  head ${head}`)
				]);
			}
			writeFileSync(file, readFileSync(file, 'utf8').replace('"snapshot_', '"snapshots_'));
			const forged = run('audit', 'verify', '--file', file);
			expect([forged.status, forged.stdout]).toEqual([
				1,
				expect.stringMatching(/entry \d+ was changed/)
			]);
			expect(stderr).toContain(`to ${highest} of kosovo had been published`);
			said.length = 0;
			await open();
			expect(said.join('\n')).not.toMatch(/damaged|restored/);
			await close();
			expect(sequenceOf(await publishAndKill(1, 0))).toBe(highest + 1);
			expect((await listsOf(await open())).at(-1)!.sequence).toBe(newestList());
		},
		patienceMs
	);
});

const newestList = () =>
	Math.max(
		...listPublishedFiles(folder)
			.filter(({ slug }) => slug === 'kosovo')
			.map(({ sequence }) => sequence)
	);

// On the folder as it was at first, and late, because each start reads every list ever published.
describe('many publications', () => {
	beforeAll(() => {
		rmSync(folder, { recursive: true });
		renameSync(`${folder}-fresh`, folder);
	});

	test(
		'killed in the middle, each is there whole or not at all, none that was answered is missing, and all are signed',
		async () => {
			const answered = new Map<string, string>();
			for (let kill = 0; kill < kills; kill++) {
				// From the first moment of a publication to well after its answer; every other time there is
				// one before it that was answered.
				const output = await publishAndKill(kill % 2, (kill / kills) * 1_250);
				for (const [, draft, version] of output.matchAll(/^published (\S+) (\S+) \d+\n/gm)) {
					answered.set(draft!, version!);
				}
			}
			expect(answered.size).toBeGreaterThanOrEqual(2);

			said.length = 0;
			const cordon = await open();
			expect(said.join('\n')).not.toMatch(/damaged|restored/);
			expect(await findUnsigned(cordon.engine!, 'kosovo')).toEqual([]);
			const versions = await ask<{ id: string; lines: number; lists: number }>(
				cordon,
				`select v.id,
				(select count(*)::int from cordon.designations d where d.version_id = v.id) as lines,
				(select count(*)::int from cordon.bundles b where b.version_id = v.id) as lists
			 from cordon.directive_versions v join cordon.missions m on m.id = v.mission_id
			 where m.slug = 'kosovo' and v.title ->> 'en' = 'Salons'`
			);
			expect(versions.map(({ id }) => id)).toEqual(expect.arrayContaining([...answered.values()]));
			// The list that holds from the publication on, and one for each later moment that is known.
			for (const { lines, lists } of versions) {
				expect(lines).toBe(1);
				expect(lists).toBeGreaterThanOrEqual(1);
			}
			const gaps = await ask(
				cordon,
				`select * from (
				select mission_id, count(*) as n, max(sequence) as top from cordon.bundles group by 1
				union all
				select mission_id, count(*), max(number) from cordon.directives group by 1
			) counted where n <> top`
			);
			expect(gaps).toEqual([]);
			// Some were cut off, or nothing was tried.
			const [drafts] = await ask<{ begun: number }>(
				cordon,
				`select count(*)::int as begun from cordon.drafts where content #>> '{title,en}' = 'Salons' and version_id is null`
			);
			expect(drafts!.begun).toBeGreaterThanOrEqual(2);
		},
		kills * 40_000
	);

	test(
		'twenty who publish at once get twenty signed lists of one chain, each of them on the disk',
		async () => {
			const cordon = await open();
			await publishTwentyAtOnce([cordon], 'kosovo');
			const lists = await ask<{ sha256: string }>(
				cordon,
				`select b.sha256 from cordon.bundles b join cordon.missions m on m.id = b.mission_id
				 where m.slug = 'kosovo'`
			);
			const onDisk = listPublishedFiles(folder).filter(({ slug }) => slug === 'kosovo');
			expect(onDisk.map(({ sha256 }) => sha256).sort()).toEqual(
				lists.map(({ sha256 }) => sha256).sort()
			);
		},
		patienceMs
	);
});

describe('without a good snapshot', () => {
	test(
		'a damaged database is refused in a sentence, and left as it is',
		async () => {
			for (const { path } of listSnapshots(folder)) writeFileSync(path, 'not a snapshot');
			rmSync(join(folder, 'database/global'), { recursive: true });
			const before = readdirSync(folder).sort();
			await expect(open()).rejects.toThrow(
				/is damaged .* no good snapshot to restore\. Nothing was changed/
			);
			expect(readdirSync(folder).sort()).toEqual(before);
			expect(existsSync(join(folder, 'database/base'))).toBe(true);
		},
		patienceMs
	);
});
