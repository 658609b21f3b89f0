/** An area without a mouse: corners or a circle typed as coordinates, degrees or MGRS. */
import { destination, kinks } from '@turf/turf';
import type { Polygon, Position } from 'geojson';
import { parseCoordinates } from '$lib/core/coordinates';
import type { LngLat } from '$lib/core/domain';

export type AreaError =
	| { key: 'cornersWrong'; line: number }
	| { key: 'cornersFew' | 'cornersCross' | 'centreWrong' | 'radiusWrong' };
export type AreaResult = { area: Polygon } | { error: AreaError };

const SHORTEST_RADIUS_METRES = 10;
const LONGEST_RADIUS_METRES = 50_000;
const CIRCLE_CORNERS = 72;
/** A decimetre: finer than any corner can be named. */
const round = (value: number) => Number(value.toFixed(6));
const rounded = ([lng = 0, lat = 0]: Position): LngLat => [round(lng), round(lat)];

/** One corner on each line, in order around the area; the ring is closed here. */
export function parseCorners(text: string): AreaResult {
	const lines = text.split(/\r?\n/);
	const ring: LngLat[] = [];
	for (const [index, line] of lines.entries()) {
		if (line.trim() === '') continue;
		const parsed = parseCoordinates(line);
		if (!parsed) return { error: { key: 'cornersWrong', line: index + 1 } };
		ring.push(rounded(parsed.position));
	}
	const [first, last] = [ring[0], ring.at(-1)];
	if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
	// Three corners and the first one again.
	if (!first || ring.length < 4) return { error: { key: 'cornersFew' } };
	const area: Polygon = { type: 'Polygon', coordinates: [ring] };
	return kinks(area).features.length > 0 ? { error: { key: 'cornersCross' } } : { area };
}

/**
 * A circle as a polygon around it: its corners lie outside by the secant, so that no place within
 * the radius is left out. With 72 corners it reaches at most 0.1 % too far.
 */
export function parseCircle(centre: string, radiusMetres: number): AreaResult {
	const parsed = parseCoordinates(centre);
	if (!parsed) return { error: { key: 'centreWrong' } };
	if (!(radiusMetres >= SHORTEST_RADIUS_METRES && radiusMetres <= LONGEST_RADIUS_METRES))
		return { error: { key: 'radiusWrong' } };
	const outer = radiusMetres / Math.cos(Math.PI / CIRCLE_CORNERS);
	const ring = Array.from({ length: CIRCLE_CORNERS }, (_, corner) =>
		rounded(
			// Counter-clockwise, as RFC 7946 asks of an outer ring.
			destination(parsed.position, outer, (-360 * corner) / CIRCLE_CORNERS, { units: 'meters' })
				.geometry.coordinates
		)
	);
	return { area: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } };
}
