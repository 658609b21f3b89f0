import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeFolder } from '../durable-file.ts';
import { findProjectRoot } from '../project-root.ts';
import { StartError } from '../start-error.ts';
import {
	DatabaseError,
	EngineUnavailable,
	type Engine,
	type Row,
	type Statement,
	type Transaction
} from './engine.ts';
import type { Answer, Failure, Job } from './embedded-worker.ts';
import { lockFolder } from './folder-lock.ts';

export type EmbeddedOptions = {
	/** The data folder; the database lives in its `database`. */
	folder: string;
	/** How long one request may hold the database. */
	deadlineMs?: number;
	/** Jobs that may wait before new ones are refused. */
	queueLimit?: number;
	/** Told in one sentence what the engine had to do by itself. */
	report?: (sentence: string) => void;
};

export type EmbeddedEngine = Engine & {
	/** A consistent copy of the whole database: a gzipped archive of its folder. */
	dump(): Promise<Uint8Array>;
};

type Pending = {
	job: Job;
	started: boolean;
	timer?: NodeJS.Timeout;
	resolve: (result: unknown) => void;
	reject: (error: Error) => void;
};

const tooLong = 'The database took too long over this and was stopped. Nothing was changed.';
const tooMany = 'The database has too much waiting. Try again in a moment.';
const lost = 'The database stopped and is opening again. Try again in a moment.';
const closed = 'The database is closed.';

/**
 * PostgreSQL and PostGIS in a thread of this process (PGlite). A query cannot be interrupted there,
 * so one that outlives the deadline ends with its thread; the data is as a crash would leave it,
 * whole, and the thread opens again with whatever was waiting behind. `open` runs under the lock.
 */
export async function openEmbedded(
	options: EmbeddedOptions,
	open = openDatabase
): Promise<EmbeddedEngine> {
	const { folder } = options;
	makeFolder(folder);
	const lock = lockFolder(folder);
	try {
		const engine = await open(options);
		const close = async () => {
			await engine.close();
			lock.release();
		};
		return { ...engine, close };
	} catch (error) {
		lock.release();
		if (error instanceof StartError) throw error;
		const why = (error as Error).message;
		throw new StartError(`The database in ${folder} does not open (${why}).`, { cause: error });
	}
}

/** Where in the data folder the database lives. */
export const databaseOf = (folder: string) => join(folder, 'database');

/** For whoever holds the folder's lock. `loadFrom` is a dump that fills an empty `at`. */
export async function openDatabase(
	options: EmbeddedOptions,
	at = databaseOf(options.folder),
	loadFrom?: Uint8Array
): Promise<EmbeddedEngine> {
	makeFolder(at);
	const thread = new Thread(options, at, loadFrom);
	await thread.opened;
	return toEngine(thread);
}

function toEngine(thread: Thread): EmbeddedEngine {
	// One transaction with steps at a time: the thread keeps a single open one.
	let turn: Promise<unknown> = Promise.resolve();
	return {
		kind: 'embedded',
		run: <T extends Row>(statements: readonly Statement[]) =>
			thread.ask({ kind: 'run', statements }) as Promise<T[]>,
		transaction: (work) => {
			const mine = turn.then(() => inTransaction(thread, work));
			turn = mine.catch(() => {});
			return mine;
		},
		dump: () => thread.ask({ kind: 'dump' }) as Promise<Uint8Array>,
		close: () => thread.close()
	};
}

async function inTransaction<T>(thread: Thread, work: (tx: Transaction) => Promise<T>): Promise<T> {
	await thread.ask({ kind: 'begin' });
	try {
		const result = await work({
			query: <R>(sql: string, params?: readonly unknown[]) =>
				thread.ask({ kind: 'query', statement: { sql, params } }) as Promise<R[]>,
			exec: (sql) => thread.ask({ kind: 'exec', sql }) as Promise<void>
		});
		await thread.ask({ kind: 'end', commit: true });
		return result;
	} catch (error) {
		await thread.ask({ kind: 'end', commit: false }).catch(() => {});
		throw error;
	}
}

/** The worker thread, opened again when it must be ended or ends by itself. */
class Thread {
	opened: Promise<void>;
	#worker!: Worker;
	#pending = new Map<number, Pending>();
	#nextId = 1;
	#ready = false;
	#closing = false;
	readonly #options: EmbeddedOptions;
	readonly #at: string;

	constructor(options: EmbeddedOptions, at: string, loadFrom?: Uint8Array) {
		this.#options = options;
		this.#at = at;
		this.opened = this.#open(loadFrom);
	}

	ask(job: Job): Promise<unknown> {
		if (this.#closing) return Promise.reject(new EngineUnavailable(closed));
		if (this.#pending.size >= (this.#options.queueLimit ?? 5_000)) {
			return Promise.reject(new EngineUnavailable(tooMany));
		}
		return this.#send(job);
	}

	async close(): Promise<void> {
		if (this.#closing) return;
		this.#closing = true;
		await this.opened.catch(() => {});
		if (this.#ready) await this.#send({ kind: 'close' }).catch(() => {});
		this.#ready = false;
		await this.#worker.terminate();
	}

	#send(job: Job): Promise<unknown> {
		const id = this.#nextId++;
		return new Promise((resolve, reject) => {
			this.#pending.set(id, { job, started: false, resolve, reject });
			if (this.#ready) this.#post(id, job);
		});
	}

	#post(id: number, job: Job): void {
		// Everything but `run` counts as started at once: it cannot be handed to a new thread.
		this.#pending.get(id)!.started = job.kind !== 'run';
		this.#worker.postMessage({ id, job });
	}

	#open(loadFrom?: Uint8Array): Promise<void> {
		// What an ended query had spilled to disk; PGlite, unlike a server, leaves it lying.
		rmSync(join(this.#at, 'base/pgsql_tmp'), { recursive: true, force: true });
		const file = join(findProjectRoot(), 'src/lib/server/engine/embedded-worker.ts');
		const worker = new Worker(file, {
			workerData: { folder: this.#at, loadFrom },
			execArgv: ['--disable-warning=ExperimentalWarning']
		});
		this.#worker = worker;
		return new Promise((resolve, reject) => {
			let failure: Error | undefined;
			worker.on('message', (answer: Answer) => {
				if (answer.kind !== 'open') return this.#receive(answer);
				this.#ready = true;
				for (const [id, { job }] of this.#pending) this.#post(id, job);
				resolve();
			});
			worker.on('error', (error) => (failure = error as Error));
			worker.on('exit', () => {
				const cause = failure ?? new Error('its thread ended');
				reject(cause);
				if (this.#worker === worker && !this.#closing) {
					this.#reopen(cause, new EngineUnavailable(lost));
				}
			});
		});
	}

	#receive(answer: Exclude<Answer, { kind: 'open' }>): void {
		const pending = this.#pending.get(answer.id);
		if (!pending) return;
		if (answer.kind === 'running') {
			pending.started = true;
			pending.timer = setTimeout(() => this.#endRunaway(), this.#options.deadlineMs ?? 10_000);
			return;
		}
		clearTimeout(pending.timer);
		this.#pending.delete(answer.id);
		if (answer.kind === 'done') pending.resolve(answer.result);
		else pending.reject(toDatabaseError(answer.failure));
	}

	#endRunaway(): void {
		const worker = this.#worker;
		this.#ready = false;
		this.#options.report?.('A query outlived its deadline; the database is opened again.');
		// The exit handler of this worker must not open a second one.
		this.#worker = undefined as unknown as Worker;
		void worker.terminate().then(() => this.#reopen(undefined, new EngineUnavailable(tooLong)));
	}

	#reopen(cause: Error | undefined, answer: EngineUnavailable): void {
		const wasReady = this.#ready;
		this.#ready = false;
		for (const [id, pending] of this.#pending) {
			if (!pending.started) continue;
			clearTimeout(pending.timer);
			this.#pending.delete(id);
			pending.reject(answer);
		}
		// A thread that never opened would fail again: leave that to whoever is opening it.
		if (cause && !wasReady) return;
		if (cause)
			this.#options.report?.(`The database stopped (${cause.message}) and is opened again.`);
		this.opened = this.#open();
		this.opened.catch((error) => this.#giveUp(error));
	}

	#giveUp(error: Error): void {
		this.#closing = true;
		this.#options.report?.(`The database does not open (${error.message}).`);
		for (const pending of this.#pending.values()) pending.reject(new EngineUnavailable(closed));
		this.#pending.clear();
	}
}

function toDatabaseError({ code, message, hint, detail }: Failure): DatabaseError {
	return new DatabaseError(code, message, hint, detail);
}
