import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../project-root.ts';
import { StartError } from '../start-error.ts';
import type { Engine, Transaction } from './engine.ts';

type Chapter = { version: string; name: string; sql: string };

/** supabase/migrations in order; the names are Supabase CLI's: `<version>_<name>.sql`. */
export function readChapters(folder = join(findProjectRoot(), 'supabase/migrations')): Chapter[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => {
			const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
			if (!version || !name) throw new Error(`a migration without a number: ${file}`);
			return { version, name, sql: readFileSync(join(folder, file), 'utf8') };
		});
}

/**
 * Brings the database to the chapters on disk. The ledger is the Supabase CLI's own
 * (supabase_migrations.schema_migrations), so a database begun here can be carried on with it.
 * Refuses, before anything is changed, data that a newer Cordon has written.
 */
export async function migrate(
	engine: Engine,
	chapters = readChapters(),
	report: (sentence: string) => void = () => {}
): Promise<void> {
	await engine.transaction(async (tx) => {
		// Several processes may start on one PostgreSQL at once.
		await tx.query(`select pg_advisory_xact_lock(hashtextextended('cordon.migrate', 0))`);
		const applied = await readLedger(tx);
		refuseWhatIsNotOurs(applied, chapters);

		const read = (file: string) =>
			readFileSync(join(findProjectRoot(), 'src/lib/server/engine', file), 'utf8');
		await tx.exec(read('bootstrap.sql'));
		await tx.exec(read('sessions.sql'));
		await tx.exec(`create schema if not exists supabase_migrations;
			create table if not exists supabase_migrations.schema_migrations (
				version text primary key, statements text[], name text
			)`);

		for (const { version, name, sql } of chapters) {
			if (applied.has(version)) continue;
			report(`Applying ${version}_${name}.sql.`);
			await tx.exec(sql);
			await tx.query(
				`insert into supabase_migrations.schema_migrations (version, name, statements)
				 values ($1::text, $2::text, array[$3::text])`,
				[version, name, sql]
			);
		}
	});
}

/** version -> the statements as they were applied. */
async function readLedger(tx: Transaction): Promise<Map<string, string>> {
	const [ledger] = await tx.query<{ present: boolean }>(
		`select to_regclass('supabase_migrations.schema_migrations') is not null as present`
	);
	if (!ledger?.present) return new Map();
	const rows = await tx.query<{ version: string; text: string | null }>(
		`select version, array_to_string(statements, E'\\n') as text
		 from supabase_migrations.schema_migrations`
	);
	return new Map(rows.map(({ version, text }) => [version, text ?? '']));
}

function refuseWhatIsNotOurs(applied: Map<string, string>, chapters: readonly Chapter[]): void {
	const known = new Map(chapters.map((chapter) => [chapter.version, chapter]));
	for (const [version, text] of applied) {
		const chapter = known.get(version);
		if (!chapter) {
			throw new StartError(
				`This data was written by a newer Cordon (its chapter ${version} is unknown here). Update Cordon; nothing was changed.`
			);
		}
		if (text !== chapter.sql) {
			throw new StartError(
				`This data was made with another text of supabase/migrations/${version}_${chapter.name}.sql. Bring back that file, or start with a new data folder; nothing was changed.`
			);
		}
	}
}
