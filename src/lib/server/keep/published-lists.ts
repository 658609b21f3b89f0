import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { moveDurably, writeDurably } from '../durable-file.ts';
import type { Engine } from '../engine/engine.ts';

export type PublishedFile = {
	slug: string;
	sequence: number;
	sha256: string;
	path: string;
	/** Set aside by a restore: it was published, and the database knows only that it was. */
	isLost: boolean;
};

const folderOf = (dataFolder: string) => join(dataFolder, 'published');

/**
 * Published lists on disk that are what their names say: `<mission>/<sequence>-<sha256>.json`, and
 * in `<mission>/lost/` those that a restored database lacks.
 */
export function listPublishedFiles(dataFolder: string): PublishedFile[] {
	const folder = folderOf(dataFolder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
		const [, slug, lost, sequence, sha256] =
			/^([^/]+)\/(lost\/)?(\d+)-([0-9a-f]{64})\.json$/.exec(file) ?? [];
		if (!slug || !sequence || !sha256) return [];
		const path = join(folder, file);
		const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
		if (digest !== sha256) return [];
		return [{ slug, sequence: Number(sequence), sha256, path, isLost: lost !== undefined }];
	});
}

/**
 * Writes every published list that is not on disk yet. They are immutable and named by their
 * content, so whatever is there already is right.
 */
export async function writePublishedLists(
	engine: Engine,
	dataFolder: string,
	written: Map<string, number>
): Promise<void> {
	const rows = await engine.run<{ slug: string; sequence: number; sha256: string; text: string }>([
		{
			sql: `select m.slug, b.sequence, b.sha256, b.text
				from cordon.bundles b join cordon.missions m on m.id = b.mission_id
				where b.sequence > coalesce(($1::text::jsonb ->> m.slug)::int, 0)
				order by m.slug, b.sequence`,
			params: [JSON.stringify(Object.fromEntries(written))]
		}
	]);
	for (const { slug, sequence, sha256, text } of rows) {
		const name = `${String(sequence).padStart(6, '0')}-${sha256}.json`;
		const path = join(folderOf(dataFolder), slug, name);
		if (!existsSync(path)) writeDurably(path, text);
		written.set(slug, sequence);
	}
}

/** Published lists on disk that the database does not hold, in order: it lost something. */
export async function findLostLists(engine: Engine, dataFolder: string): Promise<PublishedFile[]> {
	const files = listPublishedFiles(dataFolder);
	const lost = await engine.run<{ sha256: string }>([
		{
			sql: `select given.sha256
				from jsonb_to_recordset($1::text::jsonb) as given (slug text, sequence int, sha256 text)
				where not exists (
					select from cordon.bundles b join cordon.missions m on m.id = b.mission_id
					where m.slug = given.slug and b.sequence = given.sequence
						and b.sha256 = given.sha256)`,
			params: [JSON.stringify(files)]
		}
	]);
	const hashes = new Set(lost.map(({ sha256 }) => sha256));
	return files
		.filter(({ sha256 }) => hashes.has(sha256))
		.sort((a, b) => a.slug.localeCompare(b.slug) || a.sequence - b.sequence);
}

/**
 * Tells a restored database which lists were published and are not in it, so that the next one
 * follows the last of them: a phone never goes back to an older list.
 */
export async function recordLostLists(
	engine: Engine,
	lists: readonly PublishedFile[]
): Promise<void> {
	await engine.run([
		{ sql: 'set local role cordon_keeper' },
		{
			sql: `insert into cordon.lost_lists (slug, sequence, sha256)
				select slug, sequence, sha256
				from jsonb_to_recordset($1::text::jsonb) as given (slug text, sequence int, sha256 text)
				on conflict do nothing`,
			params: [JSON.stringify(lists)]
		}
	]);
}

/** Puts the files of lost lists where they are kept for people to read and no start finds them missing. */
export function setLostListsAside(dataFolder: string, lists: readonly PublishedFile[]): void {
	for (const { slug, path, isLost } of lists) {
		if (!isLost) moveDurably(path, join(folderOf(dataFolder), slug, 'lost', basename(path)));
	}
}
