/**
 * The thread that holds the embedded database. Node runs this file as it is, so it imports packages
 * and types only. One message is one job; jobs queue on PGlite's own transaction(), because PGlite
 * has a single session and two requests that shared it would read each other's rows.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import type { Statement } from './engine.ts';

export type Job =
	| { kind: 'run'; statements: readonly Statement[] }
	| { kind: 'begin' }
	| { kind: 'query'; statement: Statement }
	| { kind: 'exec'; sql: string }
	| { kind: 'end'; commit: boolean }
	| { kind: 'dump' }
	| { kind: 'close' };
export type Failure = { code: string; message: string; hint: string | null; detail: string | null };
export type Answer =
	| { kind: 'open' }
	| { kind: 'running'; id: number }
	| { kind: 'done'; id: number; result: unknown }
	| { kind: 'failed'; id: number; failure: Failure };

const port = parentPort!;
const { folder, loadFrom } = workerData as { folder: string; loadFrom?: Uint8Array };
const say = (answer: Answer) => port.postMessage(answer);

const pg = await PGlite.create({
	dataDir: folder,
	extensions: { postgis, pgcrypto, btree_gist, pg_trgm, unaccent },
	...(loadFrom ? { loadDataDir: new Blob([loadFrom as Uint8Array<ArrayBuffer>]) } : {})
});

/** The transaction that steps from outside run in, and how to end it. */
let open: { tx: Transaction; end: (commit: boolean) => void; ended: Promise<unknown> } | undefined;

async function begin(): Promise<void> {
	await new Promise<void>((begun, refused) => {
		const ended = pg.transaction(async (tx) => {
			await new Promise<void>((resolve, reject) => {
				const end = (commit: boolean) => (commit ? resolve() : reject(new RolledBack()));
				open = { tx, end, ended };
				queueMicrotask(begun);
			});
		});
		ended.catch((error) => !(error instanceof RolledBack) && refused(error));
	});
}
class RolledBack extends Error {}

async function end(commit: boolean): Promise<void> {
	const { end, ended } = open!;
	open = undefined;
	end(commit);
	await ended.catch((error) => {
		if (!(error instanceof RolledBack)) throw error;
	});
}

async function run(id: number, statements: readonly Statement[]): Promise<unknown[]> {
	return pg.transaction(async (tx) => {
		say({ kind: 'running', id });
		let rows: unknown[] = [];
		for (const { sql, params } of statements) {
			rows = (await tx.query(sql, params as unknown[])).rows;
		}
		return rows;
	});
}

async function perform(id: number, job: Job): Promise<unknown> {
	switch (job.kind) {
		case 'run':
			return run(id, job.statements);
		case 'begin':
			return begin();
		case 'query':
			return (await open!.tx.query(job.statement.sql, job.statement.params as unknown[])).rows;
		case 'exec':
			await open!.tx.exec(job.sql);
			return;
		case 'end':
			return end(job.commit);
		case 'dump':
			return new Uint8Array(await (await pg.dumpDataDir('gzip')).arrayBuffer());
		case 'close':
			return pg.close();
	}
}

function toFailure(error: unknown): Failure {
	const { code, message, hint, detail } = error as Partial<Failure>;
	return {
		code: code ?? 'XX000',
		message: message ?? String(error),
		hint: hint ?? null,
		detail: detail ?? null
	};
}

port.on('message', ({ id, job }: { id: number; job: Job }) => {
	perform(id, job).then(
		(result) => say({ kind: 'done', id, result }),
		(error) => say({ kind: 'failed', id, failure: toFailure(error) })
	);
});
say({ kind: 'open' });
