import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../start-error.ts';

/**
 * Holds the data folder for this process alone: two processes on one embedded database destroy it
 * without a word. SQLite's exclusive lock is the operating system's, so it goes with the process
 * even after kill -9, and stays with one that is merely frozen. Not for network file systems.
 */
export function lockFolder(folder: string): { release(): void } {
	const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
	try {
		lock.exec('pragma busy_timeout = 0; begin exclusive');
	} catch {
		lock.close();
		throw new StartError(
			`The data folder ${folder} is in use by another Cordon. Stop that one, or set CORDON_DATA to a different folder.`
		);
	}
	return { release: () => lock.close() };
}
