/** What a database must do for Cordon, whichever engine runs it. */

/** One SQL statement with its bound parameters; values never become part of the text. */
export type Statement = { sql: string; params?: readonly unknown[] };
export type Row = Record<string, unknown>;

/** Inside one transaction; every call sees what the ones before it did. */
export type Transaction = {
	query<T = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
	/** A script of several statements, without parameters. */
	exec(sql: string): Promise<void>;
};

export type Engine = {
	readonly kind: 'embedded' | 'postgres';
	/**
	 * Runs the statements in one transaction and returns the rows of the last. Ends with
	 * EngineUnavailable when they take longer than the deadline; nothing of them is kept then.
	 */
	run<T extends Row = Row>(statements: readonly Statement[]): Promise<T[]>;
	/**
	 * One transaction with steps in between, for migrations, seeds and commands. It has no
	 * deadline and holds the embedded engine alone: never for what a request asks.
	 */
	transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

/** What the database said. `code` is the SQLSTATE. */
export class DatabaseError extends Error {
	override name = 'DatabaseError';
	readonly code: string;
	readonly hint: string | null;
	readonly detail: string | null;
	constructor(
		code: string,
		message: string,
		hint: string | null = null,
		detail: string | null = null
	) {
		super(message);
		this.code = code;
		this.hint = hint;
		this.detail = detail;
	}
}

/** The engine could not answer in time, is opening again, or has too much waiting. */
export class EngineUnavailable extends Error {
	override name = 'EngineUnavailable';
}
