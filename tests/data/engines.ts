/**
 * The two engines the policies are played on: the embedded one in this process, and a PostgreSQL
 * with PostGIS that `real-postgres.ts` starts. Both get bootstrap, migrations and nothing else.
 */
import { createHash } from 'node:crypto';
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { postgis } from '@electric-sql/pglite-postgis';
import postgres from 'postgres';
import type { SeedDb } from '../../supabase/seed/kosovo';
import { startPostgres } from './real-postgres';

export type Row = Record<string, unknown>;

/** What a database said: SQLSTATE, sentence and message key. */
export class Refusal extends Error {
	readonly code: string;
	readonly hint: string | null;
	constructor(code: string, message: string, hint: string | null) {
		super(message);
		this.code = code;
		this.hint = hint;
	}
}

export type TestEngine = {
	name: string;
	/** One transaction as the migration's own role. */
	owner<T>(work: (db: SeedDb) => Promise<T>): Promise<T>;
	/** One transaction under a request's role and claims; `user` null is a caller without token. */
	as<T>(user: string | null, work: (db: SeedDb) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

const root = join(import.meta.dirname, '../..');

/** Bootstrap and migrations in order. */
export function readChapters(): string[] {
	const folder = join(root, 'supabase/migrations');
	return [
		readFileSync(join(root, 'src/lib/server/engine/bootstrap.sql'), 'utf8'),
		...readdirSync(folder)
			.sort()
			.map((file) => readFileSync(join(folder, file), 'utf8'))
	];
}

async function enter(db: SeedDb, user: string | null): Promise<void> {
	const role = user ? 'authenticated' : 'anon';
	const claims = user ? { sub: user, role } : { role };
	await db.query(`select set_config('request.jwt.claims', $1::text, true)`, [
		JSON.stringify(claims)
	]);
	await db.exec(`set local role ${role}`);
}

function refuse(error: unknown): never {
	const { code, message, hint } = error as { code?: string; message: string; hint?: string };
	if (!code) throw error;
	throw new Refusal(code, message, hint ?? null);
}

export type Prepare = (db: SeedDb) => Promise<void>;

/**
 * Where the prepared database is kept for the next test file: making it costs ten seconds of a core.
 * Its name holds all that goes into it, the day included, because the demo is told relative to today.
 */
function snapshotPath(engine: 'embedded' | 'postgres'): string {
	const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
	for (const chapter of readChapters()) hash.update(chapter);
	for (const folder of ['supabase/seed', 'tests/data']) {
		for (const file of readdirSync(join(root, folder)).sort()) {
			if (/\.(ts|json)$/.test(file) && !file.endsWith('.test.ts')) {
				hash.update(readFileSync(join(root, folder, file)));
			}
		}
	}
	return join(tmpdir(), `cordon-test-${engine}-${hash.digest('hex').slice(0, 32)}`);
}

function forgetOldSnapshots(): void {
	for (const file of readdirSync(tmpdir()).filter((name) => name.startsWith('cordon-test-'))) {
		const path = join(tmpdir(), file);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
		if (age > 86_400_000) rmSync(path, { recursive: true, force: true });
	}
}

export async function openEmbedded(prepare: Prepare): Promise<TestEngine> {
	const snapshot = snapshotPath('embedded');
	const isPrepared = existsSync(snapshot);
	const pg = await PGlite.create({
		extensions: { postgis, btree_gist },
		...(isPrepared ? { loadDataDir: new Blob([readFileSync(snapshot)]) } : {})
	});
	const transaction = <T>(work: (db: SeedDb) => Promise<T>): Promise<T> =>
		pg
			.transaction((tx) =>
				work({
					exec: async (sql) => void (await tx.exec(sql)),
					query: async <R>(sql: string, params?: unknown[]) => (await tx.query<R>(sql, params)).rows
				})
			)
			.catch(refuse) as Promise<T>;
	const engine: TestEngine = {
		name: 'embedded',
		owner: transaction,
		as: (user, work) =>
			transaction(async (db) => {
				await enter(db, user);
				return work(db);
			}),
		close: () => pg.close()
	};
	if (isPrepared) return engine;
	await engine.owner(async (db) => {
		for (const chapter of readChapters()) await db.exec(chapter);
		await prepare(db);
	});
	const dump = await pg.dumpDataDir('gzip');
	const partial = `${snapshot}.${process.pid}`;
	writeFileSync(partial, new Uint8Array(await dump.arrayBuffer()));
	renameSync(partial, snapshot);
	forgetOldSnapshots();
	return engine;
}

export async function openPostgres(prepare: Prepare): Promise<TestEngine> {
	const snapshot = snapshotPath('postgres');
	if (!existsSync(snapshot)) await preparePostgres(prepare, snapshot);
	const server = await startPostgres(snapshot);
	const sql = connect(server.url);
	const transaction = <T>(work: (db: SeedDb) => Promise<T>): Promise<T> =>
		sql.begin((tx) => work(toDb(tx))).catch(refuse) as Promise<T>;
	return {
		name: 'PostgreSQL',
		owner: transaction,
		as: (user, work) =>
			transaction(async (db) => {
				await enter(db, user);
				return work(db);
			}),
		close: async () => {
			await sql.end({ timeout: 5 });
			await server.stop();
		}
	};
}

async function preparePostgres(prepare: Prepare, snapshot: string): Promise<void> {
	const server = await startPostgres();
	const sql = connect(server.url);
	await sql.begin(async (tx) => {
		const db = toDb(tx);
		for (const chapter of readChapters()) await db.exec(chapter);
		await prepare(db);
	});
	await sql.end({ timeout: 5 });
	await server.stop(snapshot);
	forgetOldSnapshots();
}

const connect = (url: string) => postgres(url, { max: 24, onnotice: () => {} });
const toDb = (tx: postgres.TransactionSql): SeedDb => ({
	exec: async (text) => void (await tx.unsafe(text)),
	query: async <R>(text: string, params?: unknown[]) =>
		(await tx.unsafe(text, params as never[])) as unknown as R[]
});
