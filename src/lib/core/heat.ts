/**
 * Allegation heat from released counts: the honest grid of H3 cells, and a smoothed picture of the
 * same numbers. Both have fixed classes that never change with zoom or data. Nothing drawn is not
 * "no allegations": counts below the mission's minimum are never released.
 */
import { contours } from 'd3-contour';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { cellToBoundary, cellToLatLng, getHexagonEdgeLengthAvg, getResolution } from 'h3-js';
import type { AllegationCell, LngLat } from './domain';
import { EARTH_RADIUS_METRES } from './geo';
import { classOf, COUNT_CLASSES, SURFACE_CLASSES } from './heat-classes';
import { kernelDensity, type Density, type Grid } from './hotspots/kde';

export { classOf, COUNT_CLASSES, SURFACE_CLASSES, type HeatClass } from './heat-classes';

export type CellProperties = { cell: string; count: number; class: number };

/** The grid: one hexagon a released cell, with its count and class. */
export function toCellFeatures(
	cells: readonly AllegationCell[]
): FeatureCollection<Polygon, CellProperties> {
	return {
		type: 'FeatureCollection',
		features: cells.map(({ cell, count }) => ({
			type: 'Feature',
			properties: { cell, count, class: classOf(COUNT_CLASSES, count) },
			geometry: { type: 'Polygon', coordinates: [cellRing(cell)] }
		}))
	};
}

/** A closed ring with continuous longitudes, also across the antimeridian. */
function cellRing(cell: string): Position[] {
	const ring = cellToBoundary(cell, true);
	const first = ring[0]![0]!;
	return ring.map(([lng, lat]) => [unwrapLng(lng!, first), lat!]);
}

/** The same meridian within half a turn of another. */
function unwrapLng(lng: number, near: number): number {
	return lng + Math.round((near - lng) / 360) * 360;
}

export type SurfaceProperties = { class: number; from: number; until: number | null };

export type Surface = FeatureCollection<MultiPolygon, SurfaceProperties> & {
	/** Standard deviation of the kernel, metres on the ground. */
	bandwidthMetres: number;
};

/**
 * The bandwidth of a resolution: one cell's edge, so that the picture is no finer than the grid of
 * which it is made (3.7 km at H3 resolution 6).
 */
export function bandwidthOf(resolution: number): number {
	return getHexagonEdgeLengthAvg(resolution, 'm');
}

/** Grid points per bandwidth, and how many bandwidths a kernel reaches. */
const STEPS_PER_BANDWIDTH = 4;
const KERNEL_REACH = 4;
const MAX_GRID_POINTS = 400_000;
const METRES_PER_DEGREE = (EARTH_RADIUS_METRES * Math.PI) / 180;
const SQUARE_METRES = 100e6; // 100 km²

/**
 * Gaussian smoothing of the released counts, as one polygon for each class of SURFACE_CLASSES that
 * occurs. Each is the whole area at or above the class's lower limit, so that they lie on one
 * another. Counts sit at the cells' centres; distances are metres on the ground.
 */
export function toSurface(cells: readonly AllegationCell[]): Surface {
	const resolution = cells[0] ? getResolution(cells[0].cell) : 6;
	const bandwidthMetres = bandwidthOf(resolution);
	const surface: Surface = { type: 'FeatureCollection', features: [], bandwidthMetres };
	if (cells.length === 0) return surface;
	const grid = densityGrid(cells, bandwidthMetres);
	surface.features = contours()
		.size([grid.columns, grid.rows])
		.thresholds(SURFACE_CLASSES.map((each) => each.from))([...grid.values])
		.map((contour, i) => toClassFeature(contour.coordinates, i, grid))
		.filter((feature) => feature.geometry.coordinates.length > 0);
	return surface;
}

/** The smoothed density at the points of a regular grid around the cells: reports per 100 km². */
export function densityGrid(cells: readonly AllegationCell[], bandwidthMetres: number): Density {
	const points = cells.map(({ cell, count }) => {
		const [lat, lng] = cellToLatLng(cell);
		return { lat, lng, count };
	});
	const firstLng = points[0]!.lng;
	for (const point of points) point.lng = unwrapLng(point.lng, firstLng);
	const density = kernelDensity(
		points.map(({ lng, lat }): LngLat => [lng, lat]),
		gridAround(points, bandwidthMetres),
		bandwidthMetres,
		{ kernel: 'gaussian', weights: points.map(({ count }) => count) }
	);
	return { ...density, values: density.values.map((each) => each * SQUARE_METRES) };
}

type Weighted = { lng: number; lat: number; count: number };

function cosOf(lat: number): number {
	return Math.max(0.01, Math.cos((lat * Math.PI) / 180));
}

function gridAround(points: readonly Weighted[], bandwidthMetres: number): Grid {
	const range = (values: number[]): [number, number] => [
		values.reduce((min, each) => Math.min(min, each), Infinity),
		values.reduce((max, each) => Math.max(max, each), -Infinity)
	];
	const margin = (KERNEL_REACH * bandwidthMetres) / METRES_PER_DEGREE;
	const [south, north] = range(points.map((point) => point.lat));
	const [west, east] = range(points.map((point) => point.lng));
	const marginLng = margin / Math.min(cosOf(south), cosOf(north));
	const height = north - south + 2 * margin;
	const width = east - west + 2 * marginLng;
	const stepFor = (perBandwidth: number): LngLat => {
		const stepLat = bandwidthMetres / perBandwidth / METRES_PER_DEGREE;
		return [stepLat / cosOf((south + north) / 2), stepLat];
	};
	let steps = STEPS_PER_BANDWIDTH;
	const pointsAt = ([stepLng, stepLat]: LngLat) => (width / stepLng) * (height / stepLat);
	while (steps > 1 && pointsAt(stepFor(steps)) > MAX_GRID_POINTS) steps--;
	const stepDegrees = stepFor(steps);
	const columns = Math.ceil(width / stepDegrees[0]) + 1;
	const rows = Math.ceil(height / stepDegrees[1]) + 1;
	const origin: LngLat = [west - marginLng, south - margin];
	return { origin, stepDegrees, columns, rows };
}

function toClassFeature(
	polygons: Position[][][],
	index: number,
	{ origin, stepDegrees }: Grid
): Feature<MultiPolygon, SurfaceProperties> {
	// d3-contour puts the value of column c at c + 0.5, and turns outer rings against RFC 7946 when
	// rows run north.
	const toDegrees = (position: Position): Position => [
		round(origin[0] + (position[0]! - 0.5) * stepDegrees[0]),
		round(origin[1] + (position[1]! - 0.5) * stepDegrees[1])
	];
	return {
		type: 'Feature',
		properties: { class: index, ...SURFACE_CLASSES[index]! },
		geometry: {
			type: 'MultiPolygon',
			coordinates: polygons.map((rings) =>
				rings.map((ring) => orient(ring.map(toDegrees), rings[0] === ring))
			)
		}
	};
}

/** Outer rings counterclockwise, holes clockwise (RFC 7946, the right-hand rule). */
function orient(ring: Position[], outer: boolean): Position[] {
	let doubleArea = 0;
	for (let i = 1; i < ring.length; i++) {
		const [[x1, y1], [x2, y2]] = [ring[i - 1] as LngLat, ring[i] as LngLat];
		doubleArea += x1 * y2 - x2 * y1;
	}
	return doubleArea > 0 === outer ? ring : ring.toReversed();
}

/** A metre, for a surface that is known to kilometres. */
function round(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}
