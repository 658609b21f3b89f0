import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import type { Engine } from '../engine/engine.ts';
import { moveAside, type Recovery } from '../engine/embedded.ts';
import { StartError } from '../start-error.ts';
import { findLostList, listPublishedFiles } from './published-lists.ts';
import { readNewestGood } from './snapshots.ts';

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

/** How the embedded engine finds out that its data is damaged, and what it starts from instead. */
export function planRecovery(dataFolder: string, report: (sentence: string) => void): Recovery {
	return {
		async findDamage(engine) {
			if (!(await hasMissions(engine))) {
				return listPublishedFiles(dataFolder).length > 0
					? 'published lists are on disk and its tables are gone'
					: undefined;
			}
			const lost = await findLostList(engine, dataFolder);
			if (lost) return `list ${lost.sequence} of ${lost.slug} was published and is not in it`;
			if (wasPowerCut(dataFolder)) {
				report('The machine went down while the database was open: reading all of it.');
				return findUnreadable(engine);
			}
		},
		takeSnapshot(reason) {
			const snapshot = readNewestGood(dataFolder);
			if (!snapshot) {
				throw new StartError(
					`The database in ${dataFolder} is damaged (${reason}) and there is no good snapshot to restore. Nothing was changed; restore a backup of this folder.`
				);
			}
			const aside = moveAside(dataFolder, 'damaged');
			report(
				`The database was damaged (${reason}). It was moved to ${aside}, and the snapshot of ${sayInstant(snapshot.takenAt)} is restored. What was entered after that is missing; check the newest list before relying on it.`
			);
			return snapshot.bytes;
		},
		afterRestore: async (engine) => {
			const lost = await findLostList(engine, dataFolder);
			if (!lost) return;
			report(
				`List ${lost.sequence} of ${lost.slug} was published after that snapshot. It is safe in ${lost.path}; publish its directive again.`
			);
		}
	};
}

async function hasMissions(engine: Engine): Promise<boolean> {
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
			// The name comes from the catalogue, quoted by the database itself.
			await engine.run([{ sql: `select count(t.*::text) from ${name} t` }]);
		} catch (error) {
			return `${name} cannot be read (${(error as Error).message})`;
		}
	}
}

const sayInstant = (name: string) =>
	name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d).*/, '$1-$2-$3 $4:$5 UTC');
