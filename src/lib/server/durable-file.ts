import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	writeSync
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * A folder for this user only, with those above it. One by one: Node's own `recursive` never returns
 * where a parent takes no folders, such as /proc.
 */
export function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Somebody else may have been quicker.
		if (!existsSync(folder)) throw error;
	}
}

/**
 * Writes a file that is there whole or not at all, also after a power cut: to a name beside it,
 * flushed, renamed, and the folder flushed as well. Readable by this user only.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
	const folder = dirname(path);
	makeFolder(folder);
	const draft = `${path}.${process.pid}.part`;
	const file = openSync(draft, 'w', 0o600);
	try {
		const bytes = typeof content === 'string' ? Buffer.from(content) : content;
		for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	moveDurably(draft, path);
}

/** Renames a file or folder, flushed, so that a power cut does not take it back. */
export function moveDurably(from: string, to: string): void {
	makeFolder(dirname(to));
	renameSync(from, to);
	const folder = openSync(dirname(to), 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
