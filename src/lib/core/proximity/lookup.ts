/**
 * Points and areas made ready for many questions: what is nearest to here, and is anything within
 * so many metres? Any distance, any number of answers. Memory: 70 bytes a point at most, and an area's own.
 */
import type { Geometry } from 'geojson';
import { buildAreaCells, findAreasAround, type AreaCells } from '../area-cells';
import type { LngLat } from '../domain';
import {
	ballRadius,
	chordToMetres,
	haversineMetres,
	metresToChord,
	shapeOf,
	squaredChordToEdges,
	squaredChordToShape,
	toUnitVector,
	type Shape
} from '../geo';
import { buildNearCells, findNearestPoint, type NearCells } from '../near-cells';
import {
	buildNearIndex,
	findNearest,
	ROUNDING,
	squaredToBox,
	turn,
	type Measure,
	type Measured,
	type NearIndex
} from '../near-index';
import type { Points } from './side';

export type Lookup = {
	points: Points;
	cells: NearCells;
	areas: readonly Shape[];
	areaIndex: NearIndex;
	areaCells: AreaCells | undefined;
	/** By area, in the frame of their index: centre and half extent. */
	areaBoxes: Float64Array;
	/** The edges of all areas together, from `edgeStarts[k]`: fewer places of memory to visit. */
	edges: Float64Array;
	edgeStarts: Uint32Array;
};

/** By which edges are straight on the sphere rather than in degrees, and more. */
const SLACK = 1e-7;

/** Numbers count the points first, then the areas. */
export function prepareLookup(points: Points, areas: readonly Geometry[]): Lookup {
	const balls = new Float64Array(points.lng.length * 4);
	for (let i = 0; i < points.lng.length; i++) {
		const [x, y, z] = toUnitVector([points.lng[i]!, points.lat[i]!]);
		balls[i * 4] = x;
		balls[i * 4 + 1] = y;
		balls[i * 4 + 2] = z;
	}
	const shapes = areas.map(shapeOf);
	const areaIndex = buildNearIndex(
		Float64Array.from(shapes.flatMap((shape) => [...shape.centre, ballRadius(shape)]))
	);
	const edgeStarts = new Uint32Array(shapes.length + 1);
	shapes.forEach(({ edges }, k) => (edgeStarts[k + 1] = edgeStarts[k]! + edges.length));
	const edges = new Float64Array(edgeStarts[shapes.length]!);
	shapes.forEach((shape, k) => edges.set(shape.edges, edgeStarts[k]!));
	return {
		points,
		cells: buildNearCells(buildNearIndex(balls, { leafItems: 16 })),
		areas: shapes,
		areaIndex,
		areaCells: buildAreaCells(areaIndex),
		areaBoxes: Float64Array.from(shapes.flatMap((shape) => boxOf(shape, areaIndex.frame))),
		edges,
		edgeStarts
	};
}

/** Around a shape: its vertices, and the bulge of the sphere between them. */
function boxOf({ points, edges, radius }: Shape, frame: Float64Array): number[] {
	const least = [Infinity, Infinity, Infinity];
	const most = [-Infinity, -Infinity, -Infinity];
	const turned = new Float64Array(3);
	for (const list of [points, edges]) {
		for (let i = 0; i < list.length; i += 3) {
			turn(frame, list[i]!, list[i + 1]!, list[i + 2]!, turned, 0);
			turned.forEach((each, axis) => {
				least[axis] = Math.min(least[axis]!, each);
				most[axis] = Math.max(most[axis]!, each);
			});
		}
	}
	const bulge = 1 - Math.cos(radius) + SLACK;
	return [
		...least.map((each, axis) => (each + most[axis]!) / 2),
		...least.map((each, axis) => (most[axis]! - each) / 2 + bulge)
	];
}

export type Found = { item: number; distanceMetres: number };

/** The `count` nearest that lie within `withinMetres`, limit included; 0 metres inside an area. */
export function findAround(lookup: Lookup, here: LngLat, withinMetres: number, count = 1): Found[] {
	const { points, cells } = lookup;
	const size = points.lng.length;
	const [x, y, z] = toUnitVector(here);
	const ball = [x, y, z, 0];
	const limit = (Math.sqrt(metresToChord(withinMetres)) + ROUNDING) ** 2;
	let found: Measured[];
	if (count === 1) {
		const point = findNearestPoint(cells, ball, limit);
		const area = findNearestArea(lookup, here, ball, point?.measured ?? limit);
		const nearest = area && !(point && point.measured <= area.measured) ? area : point;
		found = nearest ? [nearest] : [];
	} else {
		found = findNearest(cells.index, ball, count, undefined, limit);
		const farthest = found.length === count ? found[count - 1]!.measured : limit;
		for (const area of findAreas(lookup, here, ball, count, farthest)) found.push(area);
		found.sort((a, b) => a.measured - b.measured || a.item - b.item).splice(count);
	}
	const answers: Found[] = [];
	for (const { item, measured } of found) {
		let distanceMetres = chordToMetres(measured);
		// Where a chord has not the digits to say on which side of the limit a point lies, Turf does.
		if (item < size && (measured > 1 || Math.abs(distanceMetres - withinMetres) < 1e-6)) {
			distanceMetres = haversineMetres(here[0], here[1], points.lng[item]!, points.lat[item]!);
		}
		if (distanceMetres <= withinMetres) answers.push({ item, distanceMetres });
	}
	return answers;
}

const asked = new Float64Array(3);
const around: number[] = [];

function findNearestArea(
	lookup: Lookup,
	here: LngLat,
	ball: readonly number[],
	limit: number
): Measured | undefined {
	const { areaIndex, areaCells } = lookup;
	if (areaIndex.size === 0) return undefined;
	const [x, y, z] = turn(areaIndex.frame, ball[0]!, ball[1]!, ball[2]!, asked, 0);
	const count =
		areaCells &&
		findAreasAround(areaIndex, areaCells, x!, y!, z!, Math.sqrt(limit) + ROUNDING, around);
	if (count === undefined) return findAreas(lookup, here, ball, 1, limit)[0];
	let best: Measured | undefined;
	for (let i = 0; i < count; i++) {
		const area = around[i]!;
		const measured = measureArea(lookup, area, here, ball, best?.measured ?? limit);
		if (measured > (best?.measured ?? limit) || measured === Infinity) continue;
		const item = area + lookup.points.lng.length;
		if (!best || measured < best.measured || item < best.item) best = { item, measured };
	}
	return best;
}

function findAreas(
	lookup: Lookup,
	here: LngLat,
	ball: readonly number[],
	count: number,
	limit: number
): Measured[] {
	turn(lookup.areaIndex.frame, ball[0]!, ball[1]!, ball[2]!, asked, 0);
	const measure: Measure = (area, _, bound) => measureArea(lookup, area, here, ball, bound);
	return findNearest(lookup.areaIndex, ball, count, measure, limit).map(({ item, measured }) => ({
		item: item + lookup.points.lng.length,
		measured
	}));
}

/** The squared chord to an area, from what is also turned into `asked`; Infinity beyond `bound`. */
function measureArea(
	{ areas, areaBoxes, edges, edgeStarts }: Lookup,
	area: number,
	here: LngLat,
	ball: readonly number[],
	bound: number
): number {
	const toBox = squaredToBox(areaBoxes, area, asked[0]!, asked[1]!, asked[2]!);
	if (toBox > bound) return Infinity;
	// Outside its box nobody is inside an area: its edges say how far it is.
	return toBox > 0 && areas[area]!.points.length === 0
		? squaredChordToEdges(
				edges,
				edgeStarts[area]!,
				edgeStarts[area + 1]!,
				ball[0]!,
				ball[1]!,
				ball[2]!
			)
		: squaredChordToShape(here, areas[area]!);
}
