import { mkdirSync, openSync, closeSync, fsyncSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that is there whole or not at all, also after a power cut: to a name beside it,
 * flushed, renamed, and the folder flushed as well. Readable by this user only.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
	const folder = dirname(path);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const draft = `${path}.${process.pid}.part`;
	const file = openSync(draft, 'w', 0o600);
	try {
		const bytes = typeof content === 'string' ? Buffer.from(content) : content;
		for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(draft, path);
	const directory = openSync(folder, 'r');
	try {
		fsyncSync(directory);
	} finally {
		closeSync(directory);
	}
}
