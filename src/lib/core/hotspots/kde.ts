/**
 * Kernel density on a grid: the picture of where points gather. Distances are great circles, so that
 * a bandwidth means the same metres everywhere, also across the antimeridian and near the poles.
 */
import type { LngLat } from '../domain';
import { chordToMetres, EARTH_RADIUS_METRES, toUnitVector } from '../geo';

/**
 * How a point's weight is spread. Quartic (Silverman 1986, eq. 4.5; what ArcGIS and QGIS draw) and
 * Epanechnikov end at the bandwidth; for Gaussian the bandwidth is the standard deviation and the
 * kernel is cut at four of them.
 */
export const KERNELS = ['quartic', 'epanechnikov', 'gaussian'] as const;
export type Kernel = (typeof KERNELS)[number];

/** How many bandwidths a kernel reaches. */
const REACH: Record<Kernel, number> = { quartic: 1, epanechnikov: 1, gaussian: 4 };

/** A kernel's height at its middle times its bandwidth squared: each spreads a weight of 1. */
const PEAK: Record<Kernel, number> = {
	quartic: 3 / Math.PI,
	epanechnikov: 2 / Math.PI,
	gaussian: 1 / (2 * Math.PI * (1 - Math.exp(-8)))
};

/** Points of a regular grid in degrees, `origin` the most south-western. */
export type Grid = { origin: LngLat; stepDegrees: LngLat; columns: number; rows: number };

export type Density = Grid & {
	/** Weight per square metre, row by row from the south. */
	values: Float64Array;
};

const DEGREES = Math.PI / 180;
const METRES_PER_DEGREE = EARTH_RADIUS_METRES * DEGREES;

/**
 * A grid that fills a box with cells of about so many metres (at the box's middle latitude): its
 * points are the middles of the cells. A box with west beyond east runs across the antimeridian.
 */
export function gridOver(
	[west, south, east, north]: readonly [number, number, number, number],
	cellMetres: number
): Grid {
	const width = (west > east ? east + 360 : east) - west;
	const stepLat = cellMetres / METRES_PER_DEGREE;
	const stepLng = Math.min(360, stepLat / Math.cos(((south + north) / 2) * DEGREES));
	return {
		origin: [west + stepLng / 2, south + stepLat / 2],
		stepDegrees: [stepLng, stepLat],
		// Rounding must not add a column beyond a box that cells fill exactly.
		columns: Math.max(1, Math.ceil(width / stepLng - 1e-9)),
		rows: Math.max(1, Math.ceil((north - south) / stepLat - 1e-9))
	};
}

/** The density of weighted points (each 1 where no weights are given) at the points of a grid. */
export function kernelDensity(
	points: readonly LngLat[],
	grid: Grid,
	bandwidthMetres: number,
	{ kernel = 'quartic', weights }: { kernel?: Kernel; weights?: ArrayLike<number> } = {}
): Density {
	if (!(bandwidthMetres > 0)) throw new RangeError(`not a bandwidth: ${bandwidthMetres}`);
	const { origin, stepDegrees, columns, rows } = grid;
	const [west, south] = origin;
	const [stepLng, stepLat] = stepDegrees;
	const east = west + (columns - 1) * stepLng;
	const surface = prepare(grid, bandwidthMetres, kernel);
	const peak = PEAK[kernel] / bandwidthMetres ** 2;
	const reach = surface.reach / METRES_PER_DEGREE + ROUNDING;
	for (let i = 0; i < points.length; i++) {
		const [lng, lat] = points[i]!;
		const height = peak * (weights ? weights[i]! : 1);
		const first = Math.max(0, Math.ceil((lat - reach - south) / stepLat));
		const last = Math.min(rows - 1, Math.floor((lat + reach - south) / stepLat));
		const turn = turnOf(lat, reach);
		if (turn === 180) {
			addPoint(surface, lng, lat, height, first, last, 0, columns - 1);
			continue;
		}
		// The same meridian has many names; under each one the grid may hold it.
		let named = lng + Math.ceil((west - turn - lng) / 360) * 360;
		for (; named - turn <= east; named += 360) {
			const from = Math.max(0, Math.ceil((named - turn - west) / stepLng));
			const to = Math.min(columns - 1, Math.floor((named + turn - west) / stepLng));
			addPoint(surface, lng, lat, height, first, last, from, to);
		}
	}
	return { ...grid, values: surface.values };
}

/** Degrees: more than the last digits of what is computed with them, and nothing on a grid. */
const ROUNDING = 1e-9;

/** How far east and west a cap of so many degrees around a place reaches: 180 where a pole is in it. */
function turnOf(lat: number, reach: number): number {
	if (Math.abs(lat) + reach >= 90) return 180;
	return Math.asin(Math.sin(reach * DEGREES) / Math.cos(lat * DEGREES)) / DEGREES + ROUNDING;
}

type Surface = {
	values: Float64Array;
	columns: number;
	/** Of rows. */
	cosLat: Float64Array;
	sinLat: Float64Array;
	/** Of half the longitudes of columns. */
	cosHalf: Float64Array;
	sinHalf: Float64Array;
	kernel: Kernel;
	/** Where the kernel ends, in metres, and one over its square on the unit sphere. */
	reach: number;
	perSquaredReach: number;
	/** By column, what crossing the meridians from the point at work to it adds to a chord. */
	across: Float64Array;
};

function prepare(grid: Grid, bandwidthMetres: number, kernel: Kernel): Surface {
	const { origin, stepDegrees, columns, rows } = grid;
	const lats = Float64Array.from({ length: rows }, (_, row) => origin[1] + row * stepDegrees[1]);
	const lngs = Float64Array.from({ length: columns }, (_, i) => origin[0] + i * stepDegrees[0]);
	const reach = REACH[kernel] * bandwidthMetres;
	return {
		values: new Float64Array(columns * rows),
		columns,
		cosLat: lats.map((lat) => Math.cos(lat * DEGREES)),
		sinLat: lats.map((lat) => Math.sin(lat * DEGREES)),
		cosHalf: lngs.map((lng) => Math.cos((lng * DEGREES) / 2)),
		sinHalf: lngs.map((lng) => Math.sin((lng * DEGREES) / 2)),
		kernel,
		reach,
		perSquaredReach: (EARTH_RADIUS_METRES / reach) ** 2,
		across: new Float64Array(columns)
	};
}

/** Adds a point's kernel, of so much height in its middle, to some rows and columns around it. */
function addPoint(
	{ values, columns, cosLat, sinLat, cosHalf, sinHalf, kernel, perSquaredReach, across }: Surface,
	lng: number,
	lat: number,
	height: number,
	firstRow: number,
	lastRow: number,
	first: number,
	last: number
): void {
	const [sinPoint, cosPoint] = [Math.sin(lat * DEGREES), Math.cos(lat * DEGREES)];
	const [sinPointHalf, cosPointHalf] = [
		Math.sin((lng * DEGREES) / 2),
		Math.cos((lng * DEGREES) / 2)
	];
	for (let column = first; column <= last; column++) {
		const sine = sinHalf[column]! * cosPointHalf - cosHalf[column]! * sinPointHalf;
		across[column] = 4 * cosPoint * sine * sine;
	}
	for (let row = firstRow; row <= lastRow; row++) {
		// chord² = (rowCos - cosLat)² + (rowSin - sinLat)² + 4 rowCos cosLat sin²(turn / 2)
		const rowCos = cosLat[row]!;
		const atMeridian = (rowCos - cosPoint) ** 2 + (sinLat[row]! - sinPoint) ** 2;
		const start = row * columns;
		// A loop for each kernel: asked within one, the question would take longer than the answer.
		if (kernel === 'gaussian') {
			for (let column = first; column <= last; column++) {
				const share = squaredArc(atMeridian + rowCos * across[column]!) * perSquaredReach;
				if (share < 1) values[start + column]! += height * Math.exp(-8 * share);
			}
		} else if (kernel === 'quartic') {
			for (let column = first; column <= last; column++) {
				const share = squaredArc(atMeridian + rowCos * across[column]!) * perSquaredReach;
				const left = twiceAboveZero(1 - share);
				values[start + column]! += (height / 4) * left * left;
			}
		} else {
			for (let column = first; column <= last; column++) {
				const share = squaredArc(atMeridian + rowCos * across[column]!) * perSquaredReach;
				values[start + column]! += (height / 2) * twiceAboveZero(1 - share);
			}
		}
	}
}

/** Twice a number where it is positive, otherwise 0: without a question, which would cost more. */
function twiceAboveZero(value: number): number {
	return value + Math.abs(value);
}

/** The square of an arc from that of its chord: ten digits up to 1,000 km. */
function squaredArc(chord: number): number {
	return chord * (1 + chord * (1 / 12 + chord / 90));
}

/**
 * Silverman's rule for a bandwidth in metres (1986, section 4.3.2): the standard deviation of an axis
 * times n^(-1/6), for the quartic kernel times 2.78, for Epanechnikov's times 2.40. Best for a single
 * round cluster and too wide for several: a first look, not a finding. NaN for fewer than two points.
 */
export function ruleOfThumbMetres(points: readonly LngLat[], kernel: Kernel = 'quartic'): number {
	const vectors = points.map(toUnitVector);
	const middle = [0, 1, 2].map((axis) => vectors.reduce((sum, each) => sum + each[axis]!, 0));
	const length = Math.hypot(...middle);
	const squares = vectors.reduce((sum, vector) => {
		const chord = vector.reduce(
			(square, each, axis) => square + (each - middle[axis]! / length) ** 2,
			0
		);
		return sum + chordToMetres(chord) ** 2;
	}, 0);
	const deviation = Math.sqrt(squares / 2 / (points.length - 1));
	const factor = { quartic: 2.78, epanechnikov: 2.4, gaussian: 1 }[kernel];
	return factor * deviation * points.length ** (-1 / 6);
}
