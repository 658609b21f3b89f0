import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded, type EmbeddedEngine } from '$lib/server/engine/embedded';
import { EngineUnavailable } from '$lib/server/engine/engine';
import { lockFolder } from '$lib/server/engine/folder-lock';
import { migrate } from '$lib/server/engine/migrations';
import { keepSnapshot, readGoodSnapshots } from '$lib/server/keep/snapshots';

const root = resolve(import.meta.dirname, '../..');
const modules = ['--import', './src/cli/modules.js'];
const endless = { sql: 'select count(*) from generate_series(1, 1000000000000)' };
const value = (engine: EmbeddedEngine, sql: string) =>
	engine.run<{ v: unknown }>([{ sql: `select ${sql} as v` }]).then(([row]) => row!.v);

const folders: string[] = [];
const makeFolder = () => {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-embedded-'));
	folders.push(folder);
	return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('a query that runs away', () => {
	let engine: EmbeddedEngine;
	const said: string[] = [];
	beforeAll(async () => {
		engine = await openEmbedded({
			folder: makeFolder(),
			deadlineMs: 1_000,
			queueLimit: 50,
			report: (sentence) => said.push(sentence)
		});
		await engine.run([
			{ sql: 'create table kept (n int)' },
			{ sql: 'insert into kept values (1)' }
		]);
	});
	afterAll(() => engine.close());

	test('is ended with a sentence; who waits behind it is answered; the data is whole', async () => {
		const runaway = engine.run([{ sql: 'insert into kept values (2)' }, endless]);
		const behind = Array.from({ length: 20 }, (_, i) => value(engine, `${i}`));
		await expect(runaway).rejects.toThrow(/took too long.*Nothing was changed/);
		await expect(runaway).rejects.toBeInstanceOf(EngineUnavailable);
		expect(await Promise.all(behind)).toEqual(Array.from({ length: 20 }, (_, i) => i));
		expect(await value(engine, '(select sum(n)::int from kept)')).toBe(1);
		expect(said).toHaveLength(1);
	});

	test('never holds up the event loop', async () => {
		let longestMs = 0;
		let last = performance.now();
		const beat = setInterval(() => {
			longestMs = Math.max(longestMs, performance.now() - last);
			last = performance.now();
		}, 10);
		await engine.run([endless]).catch(() => {});
		clearInterval(beat);
		// The query runs for a second and the thread opens again for seconds more.
		expect(longestMs).toBeLessThan(700);
	});

	test('leaves nothing behind on the disk', async () => {
		await value(engine, '1');
		const spilled = join(folders.at(-1)!, 'database/base/pgsql_tmp');
		expect(() => readdirSync(spilled)).toThrow('ENOENT');
	});

	test('cannot make the queue grow without end', async () => {
		const calls = Array.from({ length: 80 }, () => value(engine, '1').then(() => 'answered'));
		const outcomes = await Promise.allSettled(calls);
		const refused = outcomes.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(30);
		expect(String((refused[0] as PromiseRejectedResult).reason)).toMatch(/too much waiting/);
	});
});

describe('the data folder', () => {
	test('is refused to a second process, and given back after kill -9', async () => {
		const folder = makeFolder();
		const script = `import { lockFolder } from './src/lib/server/engine/folder-lock.ts';
			lockFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
		const start = () =>
			spawn(process.execPath, [...modules, '--input-type=module', '-e', script, folder], {
				cwd: root
			});
		const holder = start();
		await once(holder.stdout, 'data');
		expect(() => lockFolder(folder)).toThrow(/in use by another Cordon/);
		holder.kill('SIGSTOP');
		expect(() => lockFolder(folder)).toThrow(/in use by another Cordon/);
		holder.kill('SIGKILL');
		await once(holder, 'exit');
		lockFolder(folder).release();
	});

	test('of a newer Cordon is refused, and nothing in it changes', async () => {
		const folder = makeFolder();
		const old = { version: '0001', name: 'first', sql: 'create table first (a int)' };
		const newer = { version: '0002', name: 'second', sql: 'create table second (a int)' };
		const engine = await openEmbedded({ folder });
		await migrate(engine, [old, newer]);
		const count = `(select count(*)::int from pg_class)`;
		const before = await value(engine, count);
		await expect(migrate(engine, [old])).rejects.toThrow(/newer Cordon.*0002.*nothing was changed/);
		await expect(
			migrate(engine, [{ ...old, sql: 'create table other ()' }, newer])
		).rejects.toThrow(/another text of.*0001_first\.sql/);
		expect(await value(engine, count)).toBe(before);
		await engine.close();
	});

	test('gets a chapter whole or not at all, in a ledger that the Supabase CLI reads', async () => {
		const engine = await openEmbedded({ folder: makeFolder() });
		const good = { version: '0001', name: 'good', sql: 'create table good (a int)' };
		const bad = { version: '0002', name: 'bad', sql: 'create table half (a int); select 1/0' };
		await expect(migrate(engine, [good, bad])).rejects.toThrow(/division by zero/);
		expect(await value(engine, `to_regclass('half') is null`)).toBe(true);
		await migrate(engine, [good]);
		const ledger = await engine.run([
			{ sql: 'select version, name, statements from supabase_migrations.schema_migrations' }
		]);
		expect(ledger).toEqual([{ version: '0001', name: 'good', statements: [good.sql] }]);
		await engine.close();
	});
});

describe('kill -9', () => {
	test('at any moment loses no row that was acknowledged', async () => {
		const folder = makeFolder();
		let acknowledged = 0;
		for (let round = 0; round < 5; round++) {
			const writer = spawn(process.execPath, [...modules, 'tests/server/writer.ts', folder], {
				cwd: root
			});
			let output = '';
			const wanted = 20 + round * 35;
			await new Promise<void>((done, failed) => {
				writer.stdout.on('data', (chunk: Buffer) => {
					output += chunk.toString();
					if (output.split('\n').length > wanted) done();
				});
				writer.once('exit', () => failed(new Error('the writer ended by itself')));
			});
			writer.kill('SIGKILL');
			await once(writer, 'exit');
			// The last line may be cut in the middle of a number.
			const ids = output.split('\n').slice(0, -1).map(Number);
			acknowledged = Math.max(acknowledged, ...ids);
			const engine = await openEmbedded({ folder });
			const rows = await engine.run<{ n: number; top: number }>([
				{ sql: 'select count(*)::int as n, max(id) as top from rows' }
			]);
			expect(rows[0]!.top).toBeGreaterThanOrEqual(acknowledged);
			expect(rows[0]!.n).toBe(rows[0]!.top);
			acknowledged = rows[0]!.top;
			await engine.close();
		}
		expect(acknowledged).toBeGreaterThan(300);
	}, 240_000);
});

describe('a snapshot', () => {
	test('that was tampered with is passed over for the one before', () => {
		const folder = makeFolder();
		const first = keepSnapshot(folder, Buffer.from('first'), new Date('2026-01-01T00:00:00Z'));
		const second = keepSnapshot(folder, Buffer.from('second'), new Date('2026-01-02T00:00:00Z'));
		const listGood = () => [...readGoodSnapshots(folder)].map(({ path }) => path);
		expect(listGood()).toEqual([second.path, first.path]);
		writeFileSync(second.path, 'secon?');
		expect(listGood()).toEqual([first.path]);
		expect(readFileSync(first.path, 'utf8')).toBe('first');
	});

	test('of old is let go: the four newest and one a day for a week stay', () => {
		const folder = makeFolder();
		for (let hour = 0; hour < 24 * 10; hour += 6) {
			const at = new Date(Date.UTC(2026, 0, 1, hour));
			keepSnapshot(folder, Buffer.from(String(hour)), at);
		}
		const days = readdirSync(join(folder, 'snapshots')).map((name) => name.slice(0, 11));
		expect(days.sort()).toEqual([
			...['20260104T18', '20260105T18', '20260106T18', '20260107T18', '20260108T18', '20260109T18'],
			...['20260110T00', '20260110T06', '20260110T12', '20260110T18']
		]);
	});
});

test('Node finds the thread as it is, without a bundler', () => {
	const file = join(root, 'src/lib/server/engine/embedded-worker.ts');
	const { status, stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
	expect([status, stderr]).toEqual([0, '']);
});
