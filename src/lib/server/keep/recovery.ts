import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeDurably } from '../durable-file.ts';
import {
	databaseOf,
	openDatabase,
	openEmbedded,
	type EmbeddedEngine,
	type EmbeddedOptions
} from '../engine/embedded.ts';
import { DatabaseError, type Engine } from '../engine/engine.ts';
import { migrate } from '../engine/migrations.ts';
import { StartError } from '../start-error.ts';
import {
	findLostLists,
	listPublishedFiles,
	recordLostLists,
	setLostListsAside,
	type PublishedFile
} from './published-lists.ts';
import { recordRestore, setLostHeadsAside } from './audit-heads.ts';
import { keepSnapshot, listSnapshots, readGoodSnapshots } from './snapshots.ts';

/** Says that this data folder is open, and during which start of the machine. */
const markOf = (dataFolder: string) => join(dataFolder, 'open-since.txt');

const bootId = () => {
	const file = '/proc/sys/kernel/random/boot_id';
	return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
};

export const markOpen = (dataFolder: string) => writeDurably(markOf(dataFolder), bootId());
export const markClosed = (dataFolder: string) => rmSync(markOf(dataFolder), { force: true });

/** Whether the machine went down while this folder was open. A killed process alone loses nothing. */
function wasPowerCut(dataFolder: string): boolean {
	const mark = markOf(dataFolder);
	return existsSync(mark) && readFileSync(mark, 'utf8') !== bootId();
}

type Options = EmbeddedOptions & { report: (sentence: string) => void };
/** A copy of the database, and what to call it. */
type Copy = { name: string; bytes: Uint8Array };

/**
 * Opens the embedded database; where that is not whole, the newest good snapshot in its place.
 * `restoreFrom` takes its place in any case.
 */
export function openKept(options: Options, restoreFrom?: Copy): Promise<EmbeddedEngine> {
	const { folder, report } = options;
	return openEmbedded(options, async () => {
		if (restoreFrom) await replaceDatabase(options, restoreFrom, 'replaced');
		const opened = await openDatabase(options).catch((error: Error) => error);
		const damage = opened instanceof Error ? opened.message : await findDamage(opened, options);
		if (damage === undefined) return opened as EmbeddedEngine;

		if (!(opened instanceof Error)) await opened.close();
		for (const { takenAt, bytes } of readGoodSnapshots(folder)) {
			const name = `The snapshot of ${sayInstant(takenAt)}`;
			try {
				await replaceDatabase(options, { name, bytes }, 'damaged');
			} catch (error) {
				report((error as Error).message);
				continue;
			}
			report(
				`${name} was restored, because the database was damaged (${damage}). What was entered after that is missing; check the newest list before relying on it.`
			);
			return openDatabase(options);
		}
		throw new StartError(
			`The database in ${folder} is damaged (${damage}) and there is no good snapshot to restore. Nothing was changed; restore a backup of this folder.`
		);
	});
}

/**
 * Makes a database from a copy beside the present one, and puts it in place only once it has opened,
 * is whole and is one of Cordon. Nothing that was a database is ever deleted.
 */
async function replaceDatabase(
	options: Options,
	{ name, bytes }: Copy,
	as: 'replaced' | 'damaged'
): Promise<void> {
	const { folder, report } = options;
	const staged = join(folder, 'restoring');
	const clear = () => rmSync(staged, { recursive: true, force: true });
	clear();
	const prepared = prepare(options, staged, { name, bytes }, as);
	const { snapshot, lost, lostHeads } = await prepared.catch((error: Error) => {
		clear();
		const why =
			error instanceof StartError
				? `. ${error.message}`
				: ` (${error.message}). Nothing was changed.`;
		throw new StartError(`${name} cannot be restored${why}`);
	});

	const present = databaseOf(folder);
	if (existsSync(present)) {
		const aside = join(folder, `${as}-${new Date().toISOString().replace(/[-:.]/g, '')}`);
		renameSync(present, aside);
		report(`The database that was there is now ${aside}.`);
	}
	renameSync(staged, present);
	keepSnapshot(folder, snapshot, new Date());
	setLostListsAside(folder, lost);
	setLostHeadsAside(folder, lostHeads);
	const news = lost.filter(({ isLost }) => !isLost);
	for (const lists of Map.groupBy(news, ({ slug }) => slug).values()) report(sayLost(lists));
}

/** Opens a copy at another place, reads all of it, brings it up to date and tells it what it lacks. */
async function prepare(
	options: Options,
	at: string,
	{ name, bytes }: Copy,
	as: 'replaced' | 'damaged'
) {
	// For its checksum: what is cut off or altered is told before it is unpacked.
	gunzipSync(bytes);
	const engine = await openDatabase(options, at, bytes);
	try {
		if (!(await hasTables(engine))) throw new Error('it is not a database of Cordon');
		const unreadable = await findUnreadable(engine);
		if (unreadable) throw new Error(unreadable);
		await migrate(engine);
		const lost = await findLostLists(engine, options.folder);
		await recordLostLists(engine, lost);
		const lostHeads = await engine.transaction((tx) =>
			recordRestore(tx, options.folder, basename(name), as)
		);
		return { snapshot: await engine.dump(), lost, lostHeads };
	} finally {
		await engine.close();
	}
}

function sayLost(lists: PublishedFile[]): string {
	const [first, last] = [lists[0]!, lists.at(-1)!];
	const are =
		first === last ? `List ${first.sequence}` : `Lists ${first.sequence} to ${last.sequence}`;
	return `${are} of ${first.slug} had been published and the restored database does not hold them. Their texts are safe in published/${first.slug}/lost: publish their directives again. The next list is numbered above them, so that no phone takes it for an older one.`;
}

/** Why the data cannot be relied on; undefined when it can. */
async function findDamage(
	engine: Engine,
	{ folder, report }: Options
): Promise<string | undefined> {
	try {
		if (!(await hasTables(engine))) {
			const wasUsed = listPublishedFiles(folder).length > 0 || listSnapshots(folder).length > 0;
			return wasUsed ? 'its tables are gone' : undefined;
		}
		const lost = (await findLostLists(engine, folder)).findLast(({ isLost }) => !isLost);
		if (lost) return `list ${lost.sequence} of ${lost.slug} was published and is not in it`;
	} catch (error) {
		if (error instanceof DatabaseError) return error.message;
		await engine.close();
		throw error;
	}
	if (wasPowerCut(folder)) {
		report('The machine went down while the database was open: reading all of it.');
		return findUnreadable(engine);
	}
}

async function hasTables(engine: Engine): Promise<boolean> {
	const [row] = await engine.run<{ present: boolean }>([
		{ sql: `select to_regclass('cordon.bundles') is not null as present` }
	]);
	return row!.present;
}

/** Reads every row of every table; a torn page fails its checksum. */
async function findUnreadable(engine: Engine): Promise<string | undefined> {
	const tables = await engine.run<{ name: string }>([
		{
			sql: `select format('%I.%I', schemaname, tablename) as name from pg_tables
				where schemaname not in ('information_schema')`
		}
	]);
	for (const { name } of tables) {
		try {
			// The name comes from the catalogue, quoted by the database itself. In a transaction of steps,
			// because that has no deadline: a large table is not a damaged one.
			await engine.transaction((tx) => tx.query(`select count(t.*::text) from ${name} t`));
		} catch (error) {
			return `${name} cannot be read (${(error as Error).message})`;
		}
	}
}

const sayInstant = (name: string) =>
	name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d).*/, '$1-$2-$3 $4:$5 UTC');
