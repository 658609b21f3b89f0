/** Points counted in the cells of an H3 grid, over a whole study area: places without points count. */
import { bboxClip, convex, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import {
	cellArea,
	cellToLatLng,
	getHexagonAreaAvg,
	POLYGON_TO_CELLS_FLAGS,
	polygonToCellsExperimental
} from 'h3-js';
import type { LngLat } from '../domain';
import type { Points } from '../proximity/side';
import { indexCells } from './h3-index';

/** More cells than this are refused: a finer grid than any count can fill. */
export const MAX_CELLS = 2_000_000;

/** Counts by cell, in the same order. */
export type CellCounts = { cells: string[]; counts: Float64Array };

/**
 * Counts points in every cell that touches the area, and in the cells that hold a point outside it.
 * Cells come in the order of their indexes. Throws when the area holds more than MAX_CELLS.
 */
export function countByCell(
	points: readonly LngLat[],
	resolution: number,
	area: Polygon | MultiPolygon | null
): CellCounts {
	const counted = new Map<string, number>();
	for (const cell of area ? listCells(area, resolution) : []) counted.set(cell, 0);
	const indexes = indexCells(toColumns(points), resolution).sort();
	for (let first = 0, end = 1; first < indexes.length; end++) {
		if (indexes[end] === indexes[first]) continue;
		counted.set(indexes[first]!.toString(16), end - first);
		first = end;
	}
	const cells = [...counted.keys()].sort();
	return { cells, counts: Float64Array.from(cells, (cell) => counted.get(cell)!) };
}

/** By a loop, since Float64Array.from with a function takes longer than to index the cells. */
function toColumns(points: readonly LngLat[]): Points {
	const columns = { lng: new Float64Array(points.length), lat: new Float64Array(points.length) };
	for (let i = 0; i < points.length; i++) [columns.lng[i], columns.lat[i]] = points[i]!;
	return columns;
}

/** Every cell that shares a point with the area, antimeridian and holes included. */
export function listCells(area: Polygon | MultiPolygon, resolution: number): string[] {
	const given = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
	const polygons = given.flatMap(cutWide);
	const expected = polygons.reduce((sum, rings) => sum + boxKm2(rings[0]!), 0);
	if (expected / getHexagonAreaAvg(resolution, 'km2') > 4 * MAX_CELLS) throw tooMany(resolution);
	const cells = new Set<string>();
	for (const rings of polygons) {
		const found = polygonToCellsExperimental(
			rings,
			resolution,
			POLYGON_TO_CELLS_FLAGS.containmentOverlapping,
			true
		);
		for (const cell of found) cells.add(cell);
		if (cells.size > MAX_CELLS) throw tooMany(resolution);
	}
	return [...cells];
}

const tooMany = (resolution: number) =>
	new RangeError(
		`The study area has more than ${MAX_CELLS} cells of resolution ${resolution}. Choose a coarser one or a smaller area.`
	);

/** Degrees of longitude. */
const BAND = 90;

/**
 * As H3 takes them: it reads what is 180 degrees wide as the other side of the globe, and leaves out
 * what lies beyond the antimeridian. Such a polygon goes in bands, cut there too.
 */
function cutWide(rings: Position[][]): Position[][][] {
	const [west, east] = extentOf(rings[0]!.map(([lng]) => lng!));
	const bands: Position[][][] = [];
	for (let from = west, until; from < east; from = until) {
		const antimeridian = Math.floor((from + 180) / 360) * 360 + 180;
		const isWhole = from === west && east <= antimeridian && east - west < 180;
		if (isWhole) return [turned(rings, from)];
		until = Math.min(from + BAND, antimeridian, east);
		const band = bboxClip(polygon(rings), [from, -90, until, 90]).geometry;
		const cut: Position[][][] =
			band.type === 'Polygon' ? [band.coordinates] : (band as MultiPolygon).coordinates;
		for (const each of cut) if (each.length > 0) bands.push(turned(each, from));
	}
	return bands;
}

/** By whole turns, so that `west` lies between -180 and 180. */
function turned(rings: Position[][], west: number): Position[][] {
	const turns = Math.floor((west + 180) / 360);
	return turns === 0
		? rings
		: rings.map((ring) => ring.map(([lng, lat]) => [lng! - turns * 360, lat!]));
}

function extentOf(values: readonly number[]): [number, number] {
	return values.reduce(
		([min, max], each) => [Math.min(min, each), Math.max(max, each)],
		[Infinity, -Infinity]
	);
}

/** An upper bound, to refuse before H3 runs out of memory. */
function boxKm2(ring: Position[]): number {
	const lats = ring.map(([, lat]) => lat!);
	const [[west, east], [south, north]] = [extentOf(ring.map(([lng]) => lng!)), extentOf(lats)];
	const middle = extentOf(lats.map(Math.abs))[0];
	return (east - west) * (north - south) * 111.32 ** 2 * Math.cos((middle * Math.PI) / 180);
}

/** A rectangle as given on a command line; west greater than east runs across the antimeridian. */
export function toBox(west: number, south: number, east: number, north: number): Polygon {
	const wrapped = west > east ? east + 360 : east;
	return {
		type: 'Polygon',
		coordinates: [
			[
				[west, south],
				[wrapped, south],
				[wrapped, north],
				[west, north],
				[west, south]
			]
		]
	};
}

/**
 * The convex hull of points: the study area when none is given. It says that points could have been
 * anywhere between those there are, and nothing about places further out. Null for fewer than three
 * points or points on one line.
 */
export function hullOf(points: readonly LngLat[]): Polygon | null {
	const first = points[0]?.[0] ?? 0;
	const positions = points.map(([lng, lat]) => [lng - Math.round((lng - first) / 360) * 360, lat]);
	const hull = convex({ type: 'MultiPoint', coordinates: positions });
	return hull?.geometry ?? null;
}

/** The middle of a cell. */
export function centreOf(cell: string): LngLat {
	const [lat, lng] = cellToLatLng(cell);
	return [lng, lat];
}

export function cellKm2(cell: string): number {
	return cellArea(cell, 'km2');
}
