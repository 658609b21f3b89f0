// Cuts GeoJSON layers into vector tiles, one geojson-vt index per layer.
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';

const EXTENT = 4096;

/** Column and row of the tile that holds a position, as fractions. */
export function tileAt([lng, lat], z) {
	const phi = (lat * Math.PI) / 180;
	return [((lng + 180) / 360) * 2 ** z, ((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * 2 ** z];
}

/** All tiles of zoom `z` under one of the given coarser tiles; the whole world without them. */
function* tilesUnder(roots, z) {
	const parents = roots ?? [[0, 0, 0]];
	for (const [rootZ, rootX, rootY] of parents) {
		const side = 2 ** (z - rootZ);
		for (let x = rootX * side; x < (rootX + 1) * side; x++)
			for (let y = rootY * side; y < (rootY + 1) * side; y++) yield [x, y];
	}
}

/**
 * @param {Record<string, {features: object[], tolerance?: number, buffer?: number}>} layers a feature's
 *   `from` (zoom) keeps it out of lower zooms; it is not written
 * @param {{minZoom: number, maxZoom: number, roots?: [number, number, number][]}} range
 */
export function cutTiles(layers, { minZoom, maxZoom, roots }) {
	const indexes = Object.entries(layers).map(([name, { features, tolerance = 4, buffer = 64 }]) => {
		const byZoom = new Map();
		const indexFor = (z) => {
			// One index for each set of features that a zoom admits.
			const admitted = features.filter((f) => (f.from ?? 0) <= z);
			const key = admitted.length;
			if (!byZoom.has(key))
				byZoom.set(
					key,
					new GeoJSONVT(
						{
							type: 'FeatureCollection',
							features: admitted.map(({ geometry, properties }) => ({
								type: 'Feature',
								geometry,
								properties
							}))
						},
						{ maxZoom, indexMaxZoom: minZoom, indexMaxPoints: 0, tolerance, buffer, extent: EXTENT }
					)
				);
			return byZoom.get(key);
		};
		return { name, indexFor };
	});
	const tiles = [];
	for (let z = minZoom; z <= maxZoom; z++) {
		const at = indexes.map(({ name, indexFor }) => ({ name, index: indexFor(z) }));
		for (const [x, y] of tilesUnder(roots, z)) {
			const content = {};
			for (const { name, index } of at) {
				const tile = index.getTile(z, x, y);
				if (tile && tile.features.length) content[name] = tile;
			}
			if (!Object.keys(content).length) continue;
			tiles.push({ z, x, y, data: fromGeojsonVt(content, { version: 2, extent: EXTENT }) });
		}
	}
	return tiles;
}
