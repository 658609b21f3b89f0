/**
 * Points and areas made ready for many questions: what is nearest to here, and is anything within
 * so many metres? Any distance, any number of answers. Memory: 60 bytes a point at most, and an area's own.
 */
import type { Geometry } from 'geojson';
import type { LngLat } from '../domain';
import {
	ballRadius,
	chordToMetres,
	haversineMetres,
	metresToChord,
	shapeOf,
	squaredChordToShape,
	toUnitVector
} from '../geo';
import { buildNearIndex, findNearest, ROUNDING, type NearIndex } from '../near-index';
import type { Points } from './side';

export type Lookup = { points: Points; areas: readonly Geometry[]; index: NearIndex };

/** Numbers count the points first, then the areas. */
export function prepareLookup(points: Points, areas: readonly Geometry[]): Lookup {
	const size = points.lng.length;
	const balls = new Float64Array((size + areas.length) * 4);
	for (let i = 0; i < size; i++) {
		const [x, y, z] = toUnitVector([points.lng[i]!, points.lat[i]!]);
		balls[i * 4] = x;
		balls[i * 4 + 1] = y;
		balls[i * 4 + 2] = z;
	}
	areas.forEach((area, k) => {
		const shape = shapeOf(area);
		balls.set([...shape.centre, ballRadius(shape)], (size + k) * 4);
	});
	return { points, areas, index: buildNearIndex(balls) };
}

export type Found = { item: number; distanceMetres: number };

/** The `count` nearest that lie within `withinMetres`, limit included; 0 metres inside an area. */
export function findAround(
	{ points, areas, index }: Lookup,
	[lng, lat]: LngLat,
	withinMetres: number,
	count = 1
): Found[] {
	const [x, y, z] = toUnitVector([lng, lat]);
	const size = points.lng.length;
	const limit = Math.sqrt(metresToChord(withinMetres)) + ROUNDING;
	// Only where an area is near, since a shape takes long to measure.
	const measure = (item: number, squared: number) =>
		item < size ? squared : squaredChordToShape([lng, lat], shapeOf(areas[item - size]!));
	return findNearest(
		index,
		[x, y, z, 0],
		count,
		areas.length > 0 ? measure : undefined,
		limit * limit
	)
		.map(({ item, measured }) => ({
			item,
			distanceMetres:
				item < size
					? haversineMetres(lng, lat, points.lng[item]!, points.lat[item]!)
					: chordToMetres(measured)
		}))
		.filter(({ distanceMetres }) => distanceMetres <= withinMetres);
}
