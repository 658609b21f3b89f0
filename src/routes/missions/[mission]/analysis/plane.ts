/** A small map's projection: degrees east are narrowed as they are in the middle of its area. */
import type { Geometry, Position } from 'geojson';
import type { Bounds } from '$lib/map/camera';

export function toPlane([west, south, east, north]: Bounds) {
	const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const project = (node: unknown): unknown =>
		Array.isArray(node)
			? typeof node[0] === 'number'
				? [(node as Position)[0]! * narrow, node[1]]
				: node.map(project)
			: node;
	return {
		/** Width for one of height. */
		aspect: ((east - west) * narrow) / (north - south),
		project: <G extends Geometry>(geometry: G): G =>
			'coordinates' in geometry
				? { ...geometry, coordinates: project(geometry.coordinates) }
				: geometry
	};
}
