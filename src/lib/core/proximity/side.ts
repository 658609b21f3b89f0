/**
 * One side of a comparison, flat for the inner loops: positions indexed by nearness, and, where
 * there are any, shapes, accuracies and periods by item.
 */
import type { Geometry } from 'geojson';
import type { Period } from '../domain';
import {
	ballRadius,
	chordToMetres,
	distanceBetweenShapes,
	haversineMetres,
	pointShape,
	shapeOf,
	squaredChordBetween,
	toUnitVector,
	type Shape
} from '../geo';
import { buildNearIndex, type Frame, type NearIndex } from '../near-index';

/** Positions in degrees, by number. */
export type Points = { lng: Float64Array; lat: Float64Array };

export type Side = Points & {
	size: number;
	index: NearIndex;
	/** Of those that are not points; null when all are. */
	shapes: Map<number, Shape> | null;
	/** In metres; null when all positions are exact. */
	accuracies: Float64Array | null;
	/** In milliseconds, ends open as infinities; null when all exist together. */
	periods: { from: Float64Array; until: Float64Array } | null;
};

export type Located = { geometry: Geometry; accuracyMetres: number };

/** The frame is that of the side which this one is to be compared with. */
export function sideOfPoints(points: Points, frame?: Frame, leafItems?: number): Side {
	const size = points.lng.length;
	const balls = new Float64Array(size * 4);
	for (let i = 0; i < size; i++) putBall(balls, i, points.lng[i]!, points.lat[i]!);
	const index = buildNearIndex(balls, { frame, leafItems });
	return { ...points, size, index, shapes: null, accuracies: null, periods: null };
}

/** `periods`: when each exists within the time asked for, where that matters. */
export function sideOfLocated(
	located: readonly Located[],
	periods: readonly Period[] | null,
	frame?: Frame
): Side {
	const size = located.length;
	const balls = new Float64Array(size * 4);
	const shapes = new Map<number, Shape>();
	const [lng, lat] = [new Float64Array(size), new Float64Array(size)];
	located.forEach(({ geometry }, i) => {
		if (geometry.type === 'Point') {
			[lng[i], lat[i]] = geometry.coordinates as [number, number];
			putBall(balls, i, lng[i]!, lat[i]!);
		} else {
			const shape = shapeOf(geometry);
			shapes.set(i, shape);
			balls.set(shape.centre, i * 4);
			balls[i * 4 + 3] = ballRadius(shape);
		}
	});
	return {
		lng,
		lat,
		size,
		index: buildNearIndex(balls, { frame }),
		shapes: shapes.size > 0 ? shapes : null,
		accuracies: located.some(({ accuracyMetres }) => accuracyMetres !== 0)
			? Float64Array.from(located, ({ accuracyMetres }) => accuracyMetres)
			: null,
		periods: periods && {
			from: Float64Array.from(periods, ({ from }) =>
				from === null ? -Infinity : Date.parse(from)
			),
			until: Float64Array.from(periods, ({ until }) =>
				until === null ? Infinity : Date.parse(until)
			)
		}
	};
}

function putBall(balls: Float64Array, i: number, lng: number, lat: number): void {
	const [x, y, z] = toUnitVector([lng, lat]);
	balls[i * 4] = x;
	balls[i * 4 + 1] = y;
	balls[i * 4 + 2] = z;
}

/** Whether a pair existed together within the time asked for. */
export function coexist(a: Side, i: number, b: Side, j: number): boolean {
	if (!a.periods || !b.periods) return true;
	return a.periods.from[i]! < b.periods.until[j]! && b.periods.from[j]! < a.periods.until[i]!;
}

/** Squared chord between the nearest points of a pair, given that between the centres. */
export function squaredChordOf(a: Side, i: number, b: Side, j: number, centres: number): number {
	if (arePoints(a, i, b, j)) return centres;
	return squaredChordBetween(shapeAt(a, i), shapeAt(b, j));
}

/** Metres between the nearest points of a pair; between points by Turf's formula. */
export function metresBetween(a: Side, i: number, b: Side, j: number): number {
	if (arePoints(a, i, b, j)) return haversineMetres(a.lng[i]!, a.lat[i]!, b.lng[j]!, b.lat[j]!);
	return distanceBetweenShapes(shapeAt(a, i), shapeAt(b, j));
}

/** Below about 100 m a chord between unit vectors has not the digits, nor near the antipodes. */
const SHORT_CHORD = 2.5e-10;
const LONG_CHORD = 1;

/** As metresBetween, given the squared chord, which mostly has digits enough. */
export function metresOf(a: Side, i: number, b: Side, j: number, squaredChord: number): number {
	const isClear = squaredChord > SHORT_CHORD && squaredChord < LONG_CHORD;
	return isClear ? chordToMetres(squaredChord) : metresBetween(a, i, b, j);
}

function arePoints(a: Side, i: number, b: Side, j: number): boolean {
	return !a.shapes?.has(i) && !b.shapes?.has(j);
}

function shapeAt(side: Side, i: number): Shape {
	return side.shapes?.get(i) ?? pointShape(toUnitVector([side.lng[i]!, side.lat[i]!]));
}
