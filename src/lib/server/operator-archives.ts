/**
 * The operator's own map archives: PMTiles files in CORDON_DATA/basemap. What they hold is told from
 * their metadata; a file that is neither in our schema nor in Protomaps' is listed with the reason why
 * it is not used.
 */
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles';

export type OperatorArchive = {
	name: string;
	/** The file's name with its version, so that a replaced file is a new address. */
	url: string;
	bytes: number;
	schema: 'cordon' | 'protomaps' | null;
	/** Why it is not used; null when it is. */
	refusal: string | null;
};

/** A plain file name: no folder, no hidden file, nothing to climb with. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*\.pmtiles$/u;

export type ArchiveFile = { path: string; bytes: number; version: string };

/** The file of that name in the folder itself; undefined also for a link that leads elsewhere. */
export async function findArchive(
	dataFolder: string,
	name: string
): Promise<ArchiveFile | undefined> {
	if (!FILE_NAME.test(name) || name.includes('..')) return undefined;
	try {
		const folder = await realpath(join(dataFolder, 'basemap'));
		const path = await realpath(join(folder, name));
		const file = await stat(path);
		if (dirname(path) !== folder || !file.isFile()) return undefined;
		const version = `${file.size.toString(36)}-${Math.round(file.mtimeMs).toString(36)}`;
		return { path, bytes: file.size, version };
	} catch {
		return undefined;
	}
}

export class FileSource implements Source {
	readonly path: string;
	constructor(path: string) {
		this.path = path;
	}
	getKey = () => this.path;
	async getBytes(offset: number, length: number): Promise<RangeResponse> {
		const file = await open(this.path);
		try {
			const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
			return { data: buffer.slice(0, bytesRead).buffer };
		} finally {
			await file.close();
		}
	}
}

const holds = (layers: string[], ...wanted: string[]) => wanted.every((id) => layers.includes(id));

async function recognise(path: string): Promise<Pick<OperatorArchive, 'schema' | 'refusal'>> {
	try {
		const archive = new PMTiles(new FileSource(path));
		const { tileType } = await archive.getHeader();
		if (tileType !== TileType.Mvt)
			return { schema: null, refusal: 'It does not hold vector tiles.' };
		const metadata = (await archive.getMetadata()) as { vector_layers?: { id: string }[] };
		const layers = (metadata.vector_layers ?? []).map((layer) => layer.id);
		if (holds(layers, 'coverage', 'land', 'places')) return { schema: 'cordon', refusal: null };
		if (holds(layers, 'earth', 'roads', 'water')) return { schema: 'protomaps', refusal: null };
		return {
			schema: null,
			refusal: `Its layers (${layers.join(', ')}) are neither Cordon's nor those of Protomaps version 4.`
		};
	} catch (failure) {
		return { schema: null, refusal: `It could not be read: ${(failure as Error).message}` };
	}
}

/** By name, so that later ones lie on top in an order the operator decides. */
export async function listOperatorArchives(dataFolder: string): Promise<OperatorArchive[]> {
	let names: string[];
	try {
		names = await readdir(join(dataFolder, 'basemap'));
	} catch {
		return [];
	}
	return Promise.all(
		names
			.filter((name) => FILE_NAME.test(name))
			.sort()
			.map(async (name) => {
				const url = `/basemap/own/${encodeURIComponent(name)}`;
				const file = await findArchive(dataFolder, name);
				if (!file) {
					const refusal =
						'It is no file of this folder, but a link to elsewhere or something else.';
					return { name, url, bytes: 0, schema: null, refusal };
				}
				const { path, bytes, version } = file;
				return { name, url: `${url}?v=${version}`, bytes, ...(await recognise(path)) };
			})
	);
}
