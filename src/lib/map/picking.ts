import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { Pick } from './map-context';

/** How far from a finger or pointer a symbol still counts as meant, in pixels: half of 44. */
const REACH = 22;

/**
 * The record under a pixel: what is drawn exactly there, topmost first, else the nearest symbol in
 * reach of a finger. `pickable` maps a layer to the kind of record it draws.
 */
export function pickAt(
	map: MapLibreMap,
	{ x, y }: { x: number; y: number },
	pickable: Readonly<Record<string, string>>
): Pick | null {
	const layers = Object.keys(pickable).filter((layer) => map.getLayer(layer));
	if (layers.length === 0) return null;
	const [there] = map.queryRenderedFeatures([x, y] as PointLike, { layers });
	if (there && there.geometry.type === 'Point') return toPick(there);
	const distance = (feature: MapGeoJSONFeature) => {
		if (feature.geometry.type !== 'Point') return Infinity;
		const [lng = 0, lat = 0] = feature.geometry.coordinates;
		const pixel = map.project([lng, lat]);
		return Math.hypot(pixel.x - x, pixel.y - y);
	};
	const box: [PointLike, PointLike] = [
		[x - REACH, y - REACH],
		[x + REACH, y + REACH]
	];
	const near = map
		.queryRenderedFeatures(box, { layers })
		.map((feature) => ({ feature, pixels: distance(feature) }))
		.filter(({ pixels }) => pixels <= REACH)
		.sort((a, b) => a.pixels - b.pixels)[0];
	return near ? toPick(near.feature) : there ? toPick(there) : null;

	function toPick({ layer, properties }: MapGeoJSONFeature): Pick | null {
		const kind = pickable[layer.id];
		// MapLibre gives a cluster an id of its own.
		const id: unknown = properties.id ?? properties.cluster_id;
		return kind && id !== undefined ? { kind, id: String(id) } : null;
	}
}
