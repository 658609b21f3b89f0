import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '../../lib/server/engine/embedded.ts';
import { writeDurably } from '../../lib/server/durable-file.ts';
import { migrate } from '../../lib/server/engine/migrations.ts';
import { keepSnapshot } from '../../lib/server/keep/snapshots.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { defineCommand, need } from './command.ts';

/** The embedded engine only: a PostgreSQL is backed up with its own pg_dump. */
function requireEmbedded(): string {
	const { engine, dataFolder } = readSettings();
	if (engine.kind === 'embedded') return dataFolder;
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
		const folder = requireEmbedded();
		if (!existsSync(join(folder, 'database')))
			throw new StartError(`There is no database in ${folder}.`);
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
		const bytes = readFileSync(need('FILE.tar.gz', file));
		const folder = requireEmbedded();
		const engine = await openEmbedded({ folder, replaceWith: bytes });
		await migrate(engine);
		keepSnapshot(folder, await engine.dump(), new Date());
		await engine.close();
		console.log('Restored. What was there before is beside it, in replaced-….');
	}
});
