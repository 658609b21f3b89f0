/** Where the map looks, apart from any map: pure, so that it can be tested and put into an address. */
import type { Geometry, Position } from 'geojson';
import type { LngLat } from '$lib/core/domain';

export type Camera = { center: LngLat; zoom: number };
/** West, south, east, north. */
export type Bounds = [number, number, number, number];

/** Earth's circumference at the equator in metres over the 512 pixels of the world at zoom 0. */
const METRES_PER_PIXEL_AT_EQUATOR = 40_075_016.686 / 512;

/** Ground metres that one CSS pixel covers in Web Mercator at a latitude and zoom. */
export function metresPerPixel(latitude: number, zoom: number): number {
	return (METRES_PER_PIXEL_AT_EQUATOR * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
}

/** The greatest of 1, 2, 5 times a power of ten that is not more than `metres`. */
export function roundLength(metres: number): number {
	const power = 10 ** Math.floor(Math.log10(metres));
	const step = [5, 2, 1].find((candidate) => candidate * power <= metres) ?? 1;
	return step * power;
}

function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
	if (geometry.type === 'GeometryCollection') {
		for (const part of geometry.geometries) eachPosition(part, visit);
		return;
	}
	const walk = (value: unknown): void => {
		if (!Array.isArray(value)) return;
		if (typeof value[0] === 'number') visit(value as Position);
		else value.forEach(walk);
	};
	walk(geometry.coordinates);
}

/** The box around geometries, or undefined when there is none. Does not cross the antimeridian. */
export function boundsOf(geometries: Iterable<Geometry | null>): Bounds | undefined {
	let bounds: Bounds | undefined;
	for (const geometry of geometries) {
		if (!geometry) continue;
		eachPosition(geometry, ([lng, lat]) => {
			if (lng === undefined || lat === undefined) return;
			bounds = bounds
				? [
						Math.min(bounds[0], lng),
						Math.min(bounds[1], lat),
						Math.max(bounds[2], lng),
						Math.max(bounds[3], lat)
					]
				: [lng, lat, lng, lat];
		});
	}
	return bounds;
}

/** A box grown on every side by metres, for a circle around what it holds. */
export function growBounds([west, south, east, north]: Bounds, metres: number): Bounds {
	const metresPerDegree = 111_320;
	const latitude = metres / metresPerDegree;
	const widest = Math.max(Math.abs(south), Math.abs(north));
	const longitude = latitude / Math.max(0.01, Math.cos((widest * Math.PI) / 180));
	return [west - longitude, south - latitude, east + longitude, north + latitude];
}

export const isWithin = ([lng, lat]: LngLat, [west, south, east, north]: Bounds): boolean =>
	lng >= west && lng <= east && lat >= south && lat <= north;
