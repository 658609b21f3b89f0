import postgres from 'postgres';
import { StartError } from '../start-error.ts';
import {
	DatabaseError,
	EngineUnavailable,
	type Engine,
	type Row,
	type Statement
} from './engine.ts';

export type PostgresOptions = {
	url: string;
	/** How long one request may hold a connection; the server itself ends the statement earlier. */
	deadlineMs?: number;
	/** Connections of this process. */
	connections?: number;
};

/** A PostgreSQL with PostGIS that the operator runs. Durability is the server's own. */
export async function openPostgres(options: PostgresOptions): Promise<Engine> {
	const deadlineMs = options.deadlineMs ?? 10_000;
	const sql = postgres(options.url, {
		max: options.connections ?? 8,
		onnotice: () => {},
		connect_timeout: 10,
		connection: { application_name: 'cordon' }
	});
	try {
		await sql`select 1`;
	} catch (error) {
		await sql.end({ timeout: 1 });
		throw new StartError(
			`The database at DATABASE_URL cannot be reached (${(error as Error).message}). Check the address, the name and the password.`,
			{ cause: error }
		);
	}

	return {
		kind: 'postgres',
		async run<T extends Row>(statements: readonly Statement[]) {
			try {
				return (await sql.begin(async (tx) => {
					// Below the deadline: ending the wait here would leave the statement running there.
					await tx.unsafe(`set local statement_timeout = ${Math.floor(deadlineMs * 0.9)}`);
					let rows: unknown = [];
					for (const { sql: text, params } of statements) {
						rows = await tx.unsafe(text, params as never[]);
					}
					return rows;
				})) as unknown as T[];
			} catch (error) {
				throw toEngineError(error);
			}
		},
		async transaction(work) {
			try {
				return (await sql.begin((tx) =>
					work({
						query: async <T>(text: string, params?: readonly unknown[]) =>
							(await tx.unsafe(text, params as never[])) as unknown as T[],
						exec: async (text) => {
							await tx.unsafe(text);
						}
					})
				)) as Awaited<ReturnType<typeof work>>;
			} catch (error) {
				throw toEngineError(error);
			}
		},
		close: () => sql.end({ timeout: 5 })
	};
}

function toEngineError(error: unknown): unknown {
	if (error instanceof postgres.PostgresError) {
		if (error.code === '57014') {
			return new EngineUnavailable(
				'The database took too long over this and was stopped. Nothing was changed.'
			);
		}
		return new DatabaseError(error.code, error.message, error.hint ?? null, error.detail ?? null);
	}
	// Anything about the connection rather than the statement has a code that is not a SQLSTATE.
	if ((error as { code?: string }).code && !(error instanceof DatabaseError)) {
		return new EngineUnavailable('The database cannot be reached. Try again in a moment.', {
			cause: error
		});
	}
	return error;
}
