import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openEngine } from '../../lib/server/cordon.ts';
import { writeDurably } from '../../lib/server/durable-file.ts';
import { databaseOf, openEmbedded } from '../../lib/server/engine/embedded.ts';
import { keyBackupOf, packKeys, unpackKeys } from '../../lib/server/keys/key-backup.ts';
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
		'Writes a consistent copy of the embedded database, and the private keys beside it. While the server runs, copy the newest of snapshots/, keys/ and secret.txt instead.',
	options: {},
	async run(_values, [file]) {
		const target = need('FILE.tar.gz', file);
		const { dataFolder: folder } = requireEmbedded();
		if (!existsSync(databaseOf(folder))) throw new StartError(`There is no database in ${folder}.`);
		const engine = await openEmbedded({ folder });
		try {
			await engine.run([
				{ sql: 'set local role cordon_keeper' },
				{
					sql: `select cordon.record_act(m.id, 'backup_written', $1::text) from cordon.missions m`,
					params: [basename(target)]
				}
			]);
			writeDurably(target, await engine.dump());
		} finally {
			await engine.close();
		}
		const keys = packKeys(folder);
		if (keys) writeDurably(keyBackupOf(target), keys);
		console.log(
			`Written to ${target}. It holds everything, passwords' hashes too: keep it as you keep the data.${keys ? ` The private keys are in ${keyBackupOf(target)}, for whoever may sign for the missions.` : ''}`
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
		const settings = requireEmbedded();
		const { close } = await openEngine(settings, console.error, { name, bytes });
		try {
			if (existsSync(keyBackupOf(name))) {
				const aside = unpackKeys(settings.dataFolder, readFileSync(keyBackupOf(name), 'utf8'));
				if (aside) console.error(`The keys that were there are now ${aside}.`);
			}
		} finally {
			await close();
		}
		console.log('Restored.');
	}
});
