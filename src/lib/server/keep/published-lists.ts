import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import type { Engine } from '../engine/engine.ts';

export type PublishedFile = { slug: string; sequence: number; sha256: string; path: string };

const folderOf = (dataFolder: string) => join(dataFolder, 'published');

/** Published lists on disk that are what their names say: `<mission>/<sequence>-<sha256>.json`. */
export function listPublishedFiles(dataFolder: string): PublishedFile[] {
	const folder = folderOf(dataFolder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((slug) =>
		readdirSync(join(folder, slug)).flatMap((file) => {
			const [, sequence, sha256] = /^(\d+)-([0-9a-f]{64})\.json$/.exec(file) ?? [];
			if (!sequence || !sha256) return [];
			const path = join(folder, slug, file);
			const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
			return digest === sha256 ? [{ slug, sequence: Number(sequence), sha256, path }] : [];
		})
	);
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

/** The newest published list on disk that the database does not hold: a sign that it lost something. */
export async function findLostList(
	engine: Engine,
	dataFolder: string
): Promise<PublishedFile | undefined> {
	const newest = new Map<string, PublishedFile>();
	for (const file of listPublishedFiles(dataFolder)) {
		if (file.sequence > (newest.get(file.slug)?.sequence ?? 0)) newest.set(file.slug, file);
	}
	for (const file of newest.values()) {
		const found = await engine.run([
			{
				sql: `select from cordon.bundles b join cordon.missions m on m.id = b.mission_id
					where m.slug = $1::text and b.sequence = $2::text::int and b.sha256 = $3::text`,
				params: [file.slug, String(file.sequence), file.sha256]
			}
		]);
		if (found.length === 0) return file;
	}
}
