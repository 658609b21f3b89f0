/**
 * The private keys beside a backup of the database, which holds none: sealed as they lie on disk, with
 * the secret where it was made in the data folder. With CORDON_SECRET the file alone opens nothing.
 */
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';

type KeyBackup = {
	format: 'cordon-key-backup/1';
	/** Path in the data folder -> content. */
	files: Record<string, string>;
};

const IS_KEY = /^keys\/[a-z0-9-]+\/\d+-[0-9a-f]{64}\.json$|^secret\.txt$/;

export const keyBackupOf = (backup: string) => `${backup.replace(/\.tar\.gz$/, '')}.keys.json`;

/** Undefined when there is no key yet. */
export function packKeys(dataFolder: string): string | undefined {
	const folder = join(dataFolder, 'keys');
	if (!existsSync(folder)) return undefined;
	const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const paths = ['secret.txt', ...found.map((file) => `keys/${file}`)].filter(
		(path) => IS_KEY.test(path) && existsSync(join(dataFolder, path))
	);
	const read = (path: string) => [path, readFileSync(join(dataFolder, path), 'utf8')];
	const backup: KeyBackup = {
		format: 'cordon-key-backup/1',
		files: Object.fromEntries(paths.map(read))
	};
	return JSON.stringify(backup, null, '\t');
}

/**
 * Puts keys back. What lies there and is sealed with another secret is moved aside, and what is the
 * same stays: a key is never overwritten. Returns where something was moved.
 */
export function unpackKeys(dataFolder: string, packed: string): string | undefined {
	const { format, files } = JSON.parse(packed) as KeyBackup;
	if (format !== 'cordon-key-backup/1') throw new Error('it is not a backup of keys');
	const pathOf = (path: string) => join(dataFolder, path);
	const secret = files['secret.txt'];
	const isForeign =
		existsSync(pathOf('secret.txt')) && readFileSync(pathOf('secret.txt'), 'utf8') !== secret;
	let aside: string | undefined;
	if (isForeign) {
		aside = pathOf(`replaced-keys-${new Date().toISOString().replace(/[-:.]/g, '')}`);
		if (existsSync(pathOf('keys'))) renameSync(pathOf('keys'), aside);
		renameSync(pathOf('secret.txt'), `${aside}.secret.txt`);
	}
	for (const [path, content] of Object.entries(files)) {
		if (IS_KEY.test(path) && !existsSync(pathOf(path))) writeDurably(pathOf(path), content);
	}
	return aside;
}
