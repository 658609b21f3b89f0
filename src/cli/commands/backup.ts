import { existsSync, readFileSync } from 'node:fs';
import { openEngine } from '../../lib/server/cordon.ts';
import { writeDurably } from '../../lib/server/durable-file.ts';
import { databaseOf, openEmbedded } from '../../lib/server/engine/embedded.ts';
import { readSettings, type Settings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { defineCommand, need } from './command.ts';

/** The embedded engine only: a PostgreSQL is backed up with its own pg_dump. */
function requireEmbedded(): Settings {
	const settings = readSettings();
	if (settings.engine.kind === 'embedded') return settings;
	throw new StartError(
		'Backups of a PostgreSQL or Supabase are made with their own tools, such as pg_dump.'
	);
}

export const backupCommand = defineCommand({
	name: 'backup',
	usage: 'npm run cordon -- backup FILE.tar.gz',
	summary:
		'Writes a consistent copy of the embedded database. While the server runs, copy the newest of snapshots/ instead.',
	options: {},
	async run(_values, [file]) {
		const target = need('FILE.tar.gz', file);
		const { dataFolder: folder } = requireEmbedded();
		if (!existsSync(databaseOf(folder))) throw new StartError(`There is no database in ${folder}.`);
		const engine = await openEmbedded({ folder });
		try {
			writeDurably(target, await engine.dump());
		} finally {
			await engine.close();
		}
		console.log(
			`Written to ${target}. It holds everything, passwords' hashes too: keep it as you keep the data.`
		);
	}
});

export const restoreCommand = defineCommand({
	name: 'restore',
	usage: 'npm run cordon -- restore FILE.tar.gz',
	summary: 'Puts a backup or snapshot in place of the embedded database, which is moved aside.',
	options: {},
	async run(_values, [file]) {
		const name = need('FILE.tar.gz', file);
		const bytes = readFileSync(name);
		const { close } = await openEngine(requireEmbedded(), console.error, { name, bytes });
		await close();
		console.log('Restored.');
	}
});
