/**
 * The peer of own-files.bench.ts: places and sites by deck.gl's ScatterplotLayer over an empty ground
 * of MapLibre, drawn as its documentation begins, from objects, or from binary columns, as Arrow is.
 * Nothing is read, measured or listed here, and there is no basemap: all of that is in its favour.
 */
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

setWorkerUrl(workerUrl);
const container = document.getElementById('map')!;
container.style.inlineSize = '550px';
container.style.blockSize = '512px';

type Point = { position: [number, number] };
let sides: { positions: Float64Array; points: Point[] }[] = [];

/** What a page would hold already: not timed. */
async function give(urls: string[], how: 'objects' | 'binary') {
	sides = await Promise.all(
		urls.map(async (url) => {
			const positions = new Float64Array(await (await fetch(url)).arrayBuffer());
			const count = how === 'objects' ? positions.length / 2 : 0;
			const points = Array.from({ length: count }, (_, i): Point => ({
				position: [positions[i * 2]!, positions[i * 2 + 1]!]
			}));
			return { positions, points };
		})
	);
}

async function draw(how: 'objects' | 'binary') {
	const map = new MapLibreMap({
		container,
		style: {
			version: 8,
			sources: {},
			layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#f5f4f0' } }]
		},
		center: [20.9, 42.55],
		zoom: 7.2
	});
	await map.once('load');
	const looks = [
		{ id: 'places', getRadius: 3, getFillColor: [34, 48, 60] as [number, number, number] },
		{ id: 'sites', getRadius: 4.5, getFillColor: [23, 79, 143] as [number, number, number] }
	];
	const layers = sides.map(({ positions, points }, side) => {
		const look = { ...looks[side]!, radiusUnits: 'pixels' as const };
		return how === 'objects'
			? new ScatterplotLayer<Point>({ ...look, data: points, getPosition: (at) => at.position })
			: new ScatterplotLayer({
					...look,
					data: {
						length: positions.length / 2,
						attributes: { getPosition: { value: positions, size: 2 } }
					}
				});
	});
	await new Promise<void>((drawn) => {
		const overlay = new MapLibreOverlay({ layers, onAfterRender: () => drawn() });
		map.addControl(overlay);
	});
}

Object.assign(window, { give, draw });
