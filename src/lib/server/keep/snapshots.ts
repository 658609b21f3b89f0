import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';

export type Snapshot = { path: string; takenAt: string; digest: string };

const folderOf = (dataFolder: string) => join(dataFolder, 'snapshots');
const digestOf = (bytes: Uint8Array) =>
	createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Snapshots on disk, newest first. The name carries the instant and the digest of the content. */
export function listSnapshots(dataFolder: string): Snapshot[] {
	const folder = folderOf(dataFolder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.sort()
		.reverse()
		.flatMap((file) => {
			const [, takenAt, digest] = /^(\d{8}T\d{9}Z)-([0-9a-f]{32})\.tar\.gz$/.exec(file) ?? [];
			return takenAt && digest ? [{ path: join(folder, file), takenAt, digest }] : [];
		});
}

/** Keeps a consistent copy of the database (EmbeddedEngine.dump), and lets old ones go. */
export function keepSnapshot(dataFolder: string, bytes: Uint8Array, at: Date): Snapshot {
	const takenAt = at.toISOString().replace(/[-:.]/g, '');
	const digest = digestOf(bytes);
	const path = join(folderOf(dataFolder), `${takenAt}-${digest}.tar.gz`);
	writeDurably(path, bytes);
	for (const old of listOutdated(listSnapshots(dataFolder))) rmSync(old.path, { force: true });
	return { path, takenAt, digest };
}

/** All but the four newest and the newest of each of the last seven days that have one. */
export function listOutdated(newestFirst: readonly Snapshot[]): Snapshot[] {
	const days = new Map<string, Snapshot>();
	for (const snapshot of newestFirst) {
		const day = snapshot.takenAt.slice(0, 8);
		if (!days.has(day)) days.set(day, snapshot);
	}
	const kept = new Set([...newestFirst.slice(0, 4), ...[...days.values()].slice(0, 7)]);
	return newestFirst.filter((snapshot) => !kept.has(snapshot));
}

/** Snapshots whose content is what their name says, newest first. */
export function* readGoodSnapshots(
	dataFolder: string
): Generator<Snapshot & { bytes: Uint8Array }, undefined> {
	for (const snapshot of listSnapshots(dataFolder)) {
		const bytes = readFileSync(snapshot.path);
		if (digestOf(bytes) === snapshot.digest) yield { ...snapshot, bytes };
	}
}
