/**
 * Distance on Turf's sphere (mean radius of WGS 84), between positions, lines and areas. Against
 * the ellipsoid it is off by 0.56 % at most; method.md says so wherever a distance is shown.
 *
 * Edges follow RFC 7946: straight between two positions in longitude and latitude. Long edges are
 * cut so that the great circles measured here stay within 10 cm of that line.
 */
import { booleanPointInPolygon, distance, earthRadius } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import type { LngLat } from './domain';

export const EARTH_RADIUS_METRES = earthRadius;

/** Closer to an edge than this counts as on it, and a point on the boundary is inside. */
const ON_EDGE_METRES = 0.001;
const ON_EDGE_CHORD = (ON_EDGE_METRES / EARTH_RADIUS_METRES) ** 2;
const EDGE_TOLERANCE_METRES = 0.1;
const MAX_PIECES_PER_EDGE = 4096;
const DEGREES = Math.PI / 180;

/**
 * A geometry made ready for many measurements: unit vectors (x, y, z) of its points and edges, its
 * rings with continuous longitudes, and the cap that holds all of it.
 */
export type Shape = {
	/** Three numbers a point. */
	points: Float64Array;
	/** Six numbers an edge: both ends. */
	edges: Float64Array;
	/** Rings by polygon, longitudes unwrapped across the antimeridian. */
	polygons: Position[][][];
	/** Unit vector of the cap's centre and its angular radius in radians (pi: the whole sphere). */
	centre: [number, number, number];
	radius: number;
};

/** Great-circle distance in metres, by Turf. */
export function distanceMetres(a: LngLat, b: LngLat): number {
	return distance(a, b, { units: 'meters' });
}

/** As distanceMetres, to the last digit, without its arrays and options. */
export function haversineMetres(lngA: number, latA: number, lngB: number, latB: number): number {
	const sinLat = Math.sin((((latB - latA) % 360) * Math.PI) / 180 / 2);
	const sinLng = Math.sin((((lngB - lngA) % 360) * Math.PI) / 180 / 2);
	const part =
		sinLat * sinLat +
		sinLng * sinLng * Math.cos((latA * Math.PI) / 180) * Math.cos((latB * Math.PI) / 180);
	return 2 * Math.atan2(Math.sqrt(part), Math.sqrt(1 - part)) * EARTH_RADIUS_METRES;
}

/** Initial bearing from a to b in degrees clockwise from north, 0 up to 360; 0 when they coincide. */
export function bearingDegrees(a: LngLat, b: LngLat): number {
	const deltaLng = (b[0] - a[0]) * DEGREES;
	const [latA, latB] = [a[1] * DEGREES, b[1] * DEGREES];
	const east = Math.sin(deltaLng) * Math.cos(latB);
	const north =
		Math.cos(latA) * Math.sin(latB) - Math.sin(latA) * Math.cos(latB) * Math.cos(deltaLng);
	return (Math.atan2(east, north) / DEGREES + 360) % 360;
}

/** True for finite numbers with latitude within 90 and longitude within 180 degrees. */
export function isPosition(position: readonly number[]): position is LngLat {
	const [lng, lat] = position;
	return (
		Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90
	);
}

export function toUnitVector([lng, lat]: readonly number[]): [number, number, number] {
	const cosLat = Math.cos(lat! * DEGREES);
	return [
		cosLat * Math.cos(lng! * DEGREES),
		cosLat * Math.sin(lng! * DEGREES),
		Math.sin(lat! * DEGREES)
	];
}

/** Great-circle length in metres of a chord between two unit vectors, from its square. */
export function chordToMetres(squaredChord: number): number {
	// Under 60 km three terms of the series of 2 asin(c / 2) are exact to the last digit.
	if (squaredChord < 1e-4) {
		const terms =
			1 + squaredChord * (1 / 24 + squaredChord * (3 / 640 + (squaredChord * 5) / 7168));
		return EARTH_RADIUS_METRES * Math.sqrt(squaredChord) * terms;
	}
	return EARTH_RADIUS_METRES * 2 * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
}

/** Squared chord of a great-circle length in metres; beyond half the globe, the whole sphere. */
export function metresToChord(metres: number): number {
	const half = Math.min(Math.PI / 2, metres / EARTH_RADIUS_METRES / 2);
	return (2 * Math.sin(half)) ** 2;
}

const shapes = new WeakMap<Geometry, Shape>();

/** As prepareShape; the same geometry object, which must not change, is prepared once. */
export function shapeOf(geometry: Geometry): Shape {
	const known = shapes.get(geometry);
	if (known) return known;
	const shape = prepareShape(geometry);
	shapes.set(geometry, shape);
	return shape;
}

/** Prepares any GeoJSON geometry. Throws on one without a position. */
export function prepareShape(geometry: Geometry): Shape {
	if (geometry.type === 'Point') return pointShape(toUnitVector(geometry.coordinates));
	const points: number[] = [];
	const edges: number[] = [];
	const polygons: Position[][][] = [];
	collect(geometry, points, edges, polygons);
	if (points.length + edges.length === 0) throw new Error(`empty geometry: ${geometry.type}`);
	return {
		points: Float64Array.from(points),
		edges: Float64Array.from(edges),
		polygons,
		...enclosingCap(points, edges)
	};
}

const NO_NUMBERS = new Float64Array();

export function pointShape(centre: [number, number, number]): Shape {
	return { points: Float64Array.from(centre), edges: NO_NUMBERS, polygons: [], centre, radius: 0 };
}

function collect(
	geometry: Geometry,
	points: number[],
	edges: number[],
	polygons: Position[][][]
): void {
	switch (geometry.type) {
		case 'Point':
			points.push(...toUnitVector(geometry.coordinates));
			break;
		case 'MultiPoint':
			for (const position of geometry.coordinates) points.push(...toUnitVector(position));
			break;
		case 'LineString':
			collectEdges(unwrap(geometry.coordinates), edges);
			break;
		case 'MultiLineString':
			for (const line of geometry.coordinates) collectEdges(unwrap(line), edges);
			break;
		case 'Polygon':
			collectPolygon(geometry.coordinates, edges, polygons);
			break;
		case 'MultiPolygon':
			for (const rings of geometry.coordinates) collectPolygon(rings, edges, polygons);
			break;
		case 'GeometryCollection':
			for (const part of geometry.geometries) collect(part, points, edges, polygons);
	}
}

function collectPolygon(rings: Position[][], edges: number[], polygons: Position[][][]): void {
	const unwrapped = rings.map(unwrap);
	for (const ring of unwrapped) collectEdges(ring, edges);
	// Holes of a polygon across the antimeridian may have been written on the other side of it.
	const outerWest = Math.min(...(unwrapped[0] ?? []).map((position) => position[0]!));
	polygons.push(
		unwrapped.map((ring) => {
			const west = Math.min(...ring.map((position) => position[0]!));
			const turns = Math.ceil((outerWest - west) / 360 - 1e-9) * 360;
			return closeOverPole(ring).map(([lng, lat]) => [lng! + turns, lat!]);
		})
	);
}

/**
 * Longitudes without jumps: each position at most half a turn from the one before. A literal step
 * from -180 to 180, as in a box around the world, is kept.
 */
function unwrap(line: Position[]): Position[] {
	let turns = 0;
	return line.map((position, i) => {
		const step = i === 0 ? 0 : position[0]! - line[i - 1]![0]!;
		if (Math.abs(step) > 180 && Math.abs(step) < 360) turns -= Math.sign(step) * 360;
		return [position[0]! + turns, position[1]!];
	});
}

/** A ring that goes once around the globe encloses the pole on its side of the equator. */
function closeOverPole(ring: Position[]): Position[] {
	const first = ring[0]!;
	const last = ring[ring.length - 1]!;
	if (Math.abs(last[0]! - first[0]!) < 180) return ring;
	const meanLat = ring.reduce((sum, position) => sum + position[1]!, 0) / ring.length;
	const pole = meanLat < 0 ? -90 : 90;
	return [...ring, [last[0]!, pole], [first[0]!, pole], first];
}

function collectEdges(line: Position[], edges: number[]): void {
	for (let i = 1; i < line.length; i++) {
		const [fromLng, fromLat] = line[i - 1] as LngLat;
		const [toLng, toLat] = line[i] as LngLat;
		const pieces = countPieces(fromLng, fromLat, toLng, toLat);
		let from = toUnitVector([fromLng, fromLat]);
		for (let piece = 1; piece <= pieces; piece++) {
			const share = piece / pieces;
			const to = toUnitVector([
				fromLng + (toLng - fromLng) * share,
				fromLat + (toLat - fromLat) * share
			]);
			edges.push(...from, ...to);
			from = to;
		}
	}
}

/** A great circle bulges at most R dLng^2 / 16 off the straight line: cut until that is little. */
function countPieces(fromLng: number, fromLat: number, toLng: number, toLat: number): number {
	const deltaLng = Math.abs(toLng - fromLng) * DEGREES;
	const bulge = (EARTH_RADIUS_METRES * deltaLng ** 2) / 16;
	const forBulge = Math.ceil(Math.sqrt(bulge / EDGE_TOLERANCE_METRES));
	const forLength = Math.ceil((deltaLng + Math.abs(toLat - fromLat) * DEGREES) / (Math.PI / 4));
	return Math.min(MAX_PIECES_PER_EDGE, Math.max(1, forBulge, forLength));
}

function enclosingCap(points: number[], edges: number[]): Pick<Shape, 'centre' | 'radius'> {
	const all = [points, edges];
	const sum = [0, 0, 0];
	for (const list of all) list.forEach((value, i) => (sum[i % 3]! += value));
	const length = Math.hypot(...sum);
	const whole = { centre: [0, 0, 1] as [number, number, number], radius: Math.PI };
	if (length < 1e-9) return whole;
	const centre = sum.map((value) => value / length) as [number, number, number];
	let farthest = 0;
	for (const list of all) {
		for (let i = 0; i < list.length; i += 3) {
			farthest = Math.max(farthest, squaredChordAt(list, i, centre[0], centre[1], centre[2]));
		}
	}
	const radius = chordToMetres(farthest) / EARTH_RADIUS_METRES;
	// Beyond a quarter of the globe a cap no longer holds everything between its points.
	return radius > 1.5 ? whole : { centre, radius: radius + 1e-12 };
}

function squaredChordAt(
	vectors: ArrayLike<number>,
	at: number,
	x: number,
	y: number,
	z: number
): number {
	return (vectors[at]! - x) ** 2 + (vectors[at + 1]! - y) ** 2 + (vectors[at + 2]! - z) ** 2;
}

/** Chord of the radius of a shape's cap: a ball of it around the centre holds the whole shape. */
export function ballRadius(shape: Shape): number {
	return 2 * Math.sin(Math.min(Math.PI, shape.radius) / 2);
}

/** Metres from a position to the nearest point of a shape; 0 inside an area and on its boundary. */
export function distanceToShape(position: LngLat, shape: Shape): number {
	if (isInsideRings(position, shape.polygons)) return 0;
	const metres = distanceToEdges(position, shape);
	return shape.polygons.length > 0 && metres <= ON_EDGE_METRES ? 0 : metres;
}

/** Metres to the nearest edge or point, also from inside; how deep a position lies in an area. */
export function distanceToEdges(position: LngLat, shape: Shape): number {
	const [x, y, z] = toUnitVector(position);
	const { points, edges } = shape;
	let nearest = Infinity;
	for (let i = 0; i < points.length; i += 3) {
		nearest = Math.min(nearest, squaredChordAt(points, i, x, y, z));
	}
	return chordToMetres(Math.min(nearest, squaredChordToEdges(edges, 0, edges.length, x, y, z)));
}

/** Squared chord from a unit vector to the nearest of the edges from `from` up to `to`. */
export function squaredChordToEdges(
	edges: Float64Array,
	from: number,
	to: number,
	x: number,
	y: number,
	z: number
): number {
	let nearest = Infinity;
	for (let i = from; i < to; i += 6) {
		const squared = squaredChordToEdge(edges, i, x, y, z);
		if (squared < nearest) nearest = squared;
	}
	return nearest;
}

/** As distanceToShape, as the square of a chord of the unit sphere. */
export function squaredChordToShape(position: LngLat, shape: Shape): number {
	return metresToChord(distanceToShape(position, shape));
}

/** As distanceToShape, for a single use. */
export function distanceToGeometry(position: LngLat, geometry: Geometry): number {
	return distanceToShape(position, shapeOf(geometry));
}

/** True inside an area of the geometry or on its boundary; false for points and lines. */
export function isInsideShape(position: LngLat, shape: Shape): boolean {
	return shape.polygons.length > 0 && distanceToShape(position, shape) === 0;
}

/** Metres between the nearest points of two shapes; 0 when they touch, cross or contain. */
export function distanceBetweenShapes(a: Shape, b: Shape): number {
	return chordToMetres(squaredChordBetween(a, b));
}

/** As distanceBetweenShapes, as the square of a chord of the unit sphere. */
export function squaredChordBetween(a: Shape, b: Shape): number {
	if (touches(a, b) || touches(b, a) || crosses(a, b)) return 0;
	const nearest = Math.min(nearestVertex(a, b), nearestVertex(b, a));
	const isArea = a.polygons.length + b.polygons.length > 0;
	return isArea && nearest <= ON_EDGE_CHORD ? 0 : nearest;
}

/** Whether some vertex of `a` lies in an area of `b`. One vertex per part is enough to ask. */
function touches(a: Shape, b: Shape): boolean {
	if (b.polygons.length === 0) return false;
	for (const list of [a.points, a.edges]) {
		for (let i = 0; i < list.length; i += 3) {
			if (isInsideRings(toLngLat(list[i]!, list[i + 1]!, list[i + 2]!), b.polygons)) return true;
		}
	}
	return false;
}

/** The position of a unit vector. */
export function toLngLat(x: number, y: number, z: number): LngLat {
	return [Math.atan2(y, x) / DEGREES, Math.atan2(z, Math.hypot(x, y)) / DEGREES];
}

function crosses(a: Shape, b: Shape): boolean {
	for (let i = 0; i < a.edges.length; i += 6) {
		for (let j = 0; j < b.edges.length; j += 6) {
			if (edgesCross(a.edges, i, b.edges, j)) return true;
		}
	}
	return false;
}

/** Two arcs cross where each one's ends lie on both sides of the other's plane, on one hemisphere. */
function edgesCross(p: Float64Array, i: number, q: Float64Array, j: number): boolean {
	const n = cross(p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!, p[i + 4]!, p[i + 5]!);
	const m = cross(q[j]!, q[j + 1]!, q[j + 2]!, q[j + 3]!, q[j + 4]!, q[j + 5]!);
	const side = (v: number[], w: Float64Array, k: number) =>
		v[0]! * w[k]! + v[1]! * w[k + 1]! + v[2]! * w[k + 2]!;
	const [q1, q2] = [side(n, q, j), side(n, q, j + 3)];
	const [p1, p2] = [side(m, p, i), side(m, p, i + 3)];
	const sameHemisphere = side([p[i]!, p[i + 1]!, p[i + 2]!], q, j) > 0;
	return sameHemisphere && q1 * q2 < 0 && p1 * p2 < 0;
}

function nearestVertex(from: Shape, to: Shape): number {
	let nearest = Infinity;
	for (const list of [from.points, from.edges]) {
		for (let i = 0; i < list.length; i += 3) {
			const [x, y, z] = [list[i]!, list[i + 1]!, list[i + 2]!];
			for (let j = 0; j < to.points.length; j += 3) {
				nearest = Math.min(nearest, squaredChordAt(to.points, j, x, y, z));
			}
			for (let j = 0; j < to.edges.length; j += 6) {
				nearest = Math.min(nearest, squaredChordToEdge(to.edges, j, x, y, z));
			}
		}
	}
	return nearest;
}

function cross(
	ax: number,
	ay: number,
	az: number,
	bx: number,
	by: number,
	bz: number
): [number, number, number] {
	return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

/** Squared chord from a unit vector to the nearest point of the arc at `edges[i]`. */
function squaredChordToEdge(
	edges: Float64Array,
	i: number,
	x: number,
	y: number,
	z: number
): number {
	const [ax, ay, az] = [edges[i]!, edges[i + 1]!, edges[i + 2]!];
	const [bx, by, bz] = [edges[i + 3]!, edges[i + 4]!, edges[i + 5]!];
	// a x (b - a) rather than a x b: short edges keep their digits.
	const [ex, ey, ez] = [bx - ax, by - ay, bz - az];
	const nx = ay * ez - az * ey;
	const ny = az * ex - ax * ez;
	const nz = ax * ey - ay * ex;
	const squaredLength = nx * nx + ny * ny + nz * nz;
	if (squaredLength > 0) {
		const [fromX, fromY, fromZ] = [x - ax, y - ay, z - az];
		const pastStart =
			(ny * az - nz * ay) * fromX + (nz * ax - nx * az) * fromY + (nx * ay - ny * ax) * fromZ >= 0;
		const beforeEnd =
			(ny * bz - nz * by) * (x - bx) +
				(nz * bx - nx * bz) * (y - by) +
				(nx * by - ny * bx) * (z - bz) <=
			0;
		if (pastStart && beforeEnd) {
			const across = nx * fromX + ny * fromY + nz * fromZ;
			const squaredSine = (across * across) / squaredLength;
			return (2 * squaredSine) / (1 + Math.sqrt(Math.max(0, 1 - squaredSine)));
		}
	}
	return Math.min(squaredChordAt(edges, i, x, y, z), squaredChordAt(edges, i + 3, x, y, z));
}

function isInsideRings([lng, lat]: LngLat, polygons: Position[][][]): boolean {
	return polygons.some((rings) => {
		const [west, south, east, north] = boundsOf(rings[0]!);
		if (lat < south || lat > north) return false;
		// The same meridian has many names; ask under each one that the ring uses.
		const first = lng + Math.ceil((west - 1e-12 - lng) / 360) * 360;
		for (let named = first; named <= east + 1e-12; named += 360) {
			const polygon = { type: 'Polygon' as const, coordinates: rings };
			if (booleanPointInPolygon([named, lat], polygon)) return true;
		}
		return false;
	});
}

type Bounds = [west: number, south: number, east: number, north: number];
const bounds = new WeakMap<Position[], Bounds>();

/** Of a prepared ring, which does not change. */
function boundsOf(ring: Position[]): Bounds {
	const known = bounds.get(ring);
	if (known) return known;
	const found: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
	for (const position of ring) {
		found[0] = Math.min(found[0], position[0]!);
		found[1] = Math.min(found[1], position[1]!);
		found[2] = Math.max(found[2], position[0]!);
		found[3] = Math.max(found[3], position[1]!);
	}
	bounds.set(ring, found);
	return found;
}

/** A position to list or label a geometry by: a point itself, otherwise the middle of its cap. */
export function middleOf(geometry: Geometry): LngLat {
	if (geometry.type === 'Point') return geometry.coordinates.slice(0, 2) as LngLat;
	return toLngLat(...shapeOf(geometry).centre);
}
