import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds supabase/, found upwards from this file, so that the same code finds its
 * migrations from src (dev, tests, terminal) and from build (production).
 */
export function findProjectRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'supabase', 'migrations'))) {
		const parent = dirname(folder);
		if (parent === folder) {
			throw new Error('Cordon cannot find its folder supabase/migrations beside the build.');
		}
		folder = parent;
	}
	return folder;
}
