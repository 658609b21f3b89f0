/** Opens a committed archive the way the map does, but from disk. */
import { readFileSync } from 'node:fs';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';

export const BASEMAP = 'static/basemap/';

export function openArchive(name: string) {
	const bytes = readFileSync(`${BASEMAP}${name}.pmtiles`);
	const archive = new PMTiles({
		getKey: () => name,
		getBytes: async (offset, length) => ({
			data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length)
		})
	});
	const features = async (z: number, x: number, y: number, layer: string) => {
		const tile = await archive.getZxy(z, x, y);
		const found = tile && new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[layer];
		const list: VectorTileFeature[] = [];
		for (let i = 0; found && i < found.length; i++) list.push(found.feature(i));
		return list;
	};
	return { archive, bytes: bytes.length, features };
}

export function tileOf([lng, lat]: [number, number], z: number): [number, number] {
	const phi = (lat * Math.PI) / 180;
	return [
		Math.floor(((lng + 180) / 360) * 2 ** z),
		Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * 2 ** z)
	];
}
