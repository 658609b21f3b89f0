import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The checkout, found upwards from this file, so that the same code finds supabase/ and the database's
 * thread from src (dev, tests, terminal) and from build (production).
 */
export function findProjectRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'svelte.config.js'))) {
		const parent = dirname(folder);
		if (parent === folder) {
			throw new Error(
				'Cordon runs inside its checkout: there is no svelte.config.js above its code.'
			);
		}
		folder = parent;
	}
	return folder;
}
