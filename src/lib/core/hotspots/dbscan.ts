/**
 * DBSCAN on the sphere (Ester, Kriegel, Sander & Xu 1996): points with at least so many points within
 * a radius, themselves included, are cores; cores within the radius of one another are a cluster; a
 * point near a core but not one itself belongs to the border.
 *
 * Points are gathered in squares whose diagonal is the radius, so that a square with enough points
 * holds only cores, and all cores of a square are one cluster (Gunawan 2013).
 */
import type { LngLat } from '../domain';
import { distanceMetres, metresToChord, toUnitVector } from '../geo';
import { sortByWholeNumbers } from '../radix-sort';

export const NOISE = -1;

/** Below this the globe has more squares than a number can count. */
export const MIN_RADIUS_METRES = 0.5;

/**
 * The cluster of each point from 0, in the order of their first cores in the input; NOISE (-1) for
 * points near no core. A border point near several clusters belongs to the one with the lowest
 * number. "Within" is at most the radius, as Turf measures. Throws on a radius below MIN_RADIUS_METRES
 * or beyond 1,000 km.
 */
export function findClusters(
	points: readonly LngLat[],
	radiusMetres: number,
	minPoints: number
): Int32Array {
	if (!(radiusMetres >= MIN_RADIUS_METRES && radiusMetres <= 1e6))
		throw new RangeError(`not a radius: ${radiusMetres}`);
	const squares = gather(points, radiusMetres);
	const isCore = findCores(squares, minPoints);
	const clusterOf = joinSquares(squares, isCore);
	return label(squares, isCore, clusterOf);
}

type Squares = {
	count: number;
	/** Points of square s: `members` from `starts[s]` up to `starts[s + 1]`, in the order given. */
	starts: Int32Array;
	members: Uint32Array;
	/** Unit vectors in that order, three numbers a member. */
	vectors: Float64Array;
	/**
	 * Squares that may hold points within the radius, not s itself, in runs of which each is the first
	 * and the one after the last: `runs` from `runStarts[s]` up to `runStarts[s + 1]`.
	 */
	runStarts: Int32Array;
	runs: Int32Array;
	/** Whether two members lie within the radius of one another. */
	isNear: (a: number, b: number) => boolean;
};

function gather(points: readonly LngLat[], radiusMetres: number): Squares {
	const lattice = toLattice(radiusMetres);
	const keyOfPoint = new Float64Array(points.length);
	const given = new Float64Array(points.length * 3);
	for (let i = 0; i < points.length; i++) {
		keyOfPoint[i] = lattice.keyOf(points[i]!);
		const [x, y, z] = toUnitVector(points[i]!);
		given[i * 3] = x;
		given[i * 3 + 1] = y;
		given[i * 3 + 2] = z;
	}
	const members = sortByWholeNumbers(keyOfPoint);
	const vectors = new Float64Array(given.length);
	const keys: number[] = [];
	const starts: number[] = [];
	let last = NaN;
	for (let at = 0; at < members.length; at++) {
		const point = members[at]!;
		vectors[at * 3] = given[point * 3]!;
		vectors[at * 3 + 1] = given[point * 3 + 1]!;
		vectors[at * 3 + 2] = given[point * 3 + 2]!;
		if (keyOfPoint[point] === last) continue;
		last = keyOfPoint[point]!;
		keys.push(last);
		starts.push(at);
	}
	const count = keys.length;
	starts.push(members.length);

	const runStarts = new Int32Array(count + 1);
	let runs = new Int32Array(count * 8 + MOST_RUNS * 2);
	let used = 0;
	const keyRuns = new Float64Array(MOST_RUNS * 2);
	// Squares come in the order of their keys, and so do the runs around them: mostly a step onwards.
	const places = new Int32Array(MOST_RUNS * 2);
	const putRun = (first: number, end: number) => {
		if (first === end) return;
		runs[used++] = first;
		runs[used++] = end;
	};
	for (let square = 0; square < count; square++) {
		if (used + MOST_RUNS * 2 + 2 > runs.length) {
			const longer = new Int32Array(runs.length * 2);
			longer.set(runs);
			runs = longer;
		}
		const keysUsed = lattice.putRuns(keys[square]!, keyRuns);
		for (let k = 0; k < keysUsed; k += 2) {
			const first = (places[k] = findKey(keys, keyRuns[k]!, places[k]!));
			const end = (places[k + 1] = findKey(keys, keyRuns[k + 1]! + 1, places[k + 1]!));
			if (square >= first && square < end) {
				putRun(first, square);
				putRun(square + 1, end);
			} else putRun(first, end);
		}
		runStarts[square + 1] = used;
	}

	// Chords decide, except so near the radius that their rounding might: there Turf does.
	const limit = metresToChord(radiusMetres);
	const doubt = limit * 1e-9 + 1e-15 * Math.sqrt(limit);
	const isNear = (a: number, b: number) => {
		const dx = vectors[a * 3]! - vectors[b * 3]!;
		const dy = vectors[a * 3 + 1]! - vectors[b * 3 + 1]!;
		const dz = vectors[a * 3 + 2]! - vectors[b * 3 + 2]!;
		const chord = dx * dx + dy * dy + dz * dz;
		if (chord > limit + doubt) return false;
		if (chord < limit - doubt) return true;
		return distanceMetres(points[members[a]!]!, points[members[b]!]!) <= radiusMetres;
	};
	return {
		...{ count, members, vectors, runStarts, runs, isNear },
		starts: Int32Array.from(starts)
	};
}

const DEGREES = Math.PI / 180;

/**
 * Rows of equal latitude, cut into squares of equal width: at a row's edge nearest the equator a
 * square is as wide as it is high, and elsewhere narrower. A key is row and column in one number.
 */
function toLattice(radiusMetres: number) {
	// A hair smaller than the radius over the square root of two, so that rounding keeps the promise.
	const height = Math.sqrt(metresToChord(radiusMetres) / 2) * (1 - 1e-9);
	const arc = 2 * Math.asin(Math.min(1, Math.sqrt(metresToChord(radiusMetres)) / 2));
	const rows = Math.ceil(Math.PI / height);
	const perRow = Math.ceil((2 * Math.PI) / height) + 1;
	const edgesOf = (row: number): [number, number] => [
		row * height - Math.PI / 2,
		Math.min(Math.PI / 2, (row + 1) * height - Math.PI / 2)
	];
	const columnsOf = (row: number): number => {
		// The edge nearest the equator, or the equator itself.
		const [south, north] = edgesOf(row);
		const widest = Math.cos(Math.max(0, south, -north));
		return Math.max(1, Math.ceil((2 * Math.PI * widest) / height));
	};
	const keyOf = ([lng, lat]: LngLat): number => {
		const row = Math.min(rows - 1, Math.floor((lat * DEGREES + Math.PI / 2) / height));
		const columns = columnsOf(row);
		const turn = lng / 360 - Math.floor(lng / 360);
		return row * perRow + Math.min(columns - 1, Math.floor(turn * columns));
	};
	// Of the row last asked for and two rows on either side: squares come row by row.
	let known = NaN;
	let turn = 0;
	const widths = new Float64Array(5);
	/** Writes first and last key of each run of squares within the radius of one of this square. */
	const putRuns = (key: number, runs: Float64Array): number => {
		const row = Math.floor(key / perRow);
		const column = key % perRow;
		if (row !== known) {
			known = row;
			for (let k = 0; k < 5; k++) widths[k] = columnsOf(row + k - 2);
			// How far a great circle of the radius turns from the square's edge nearest a pole.
			const [south, north] = edgesOf(row);
			const cosine = Math.min(Math.cos(south), Math.cos(north));
			turn = Math.sin(arc) < cosine ? Math.asin(Math.sin(arc) / cosine) / (2 * Math.PI) : 0.5;
		}
		const columns = widths[2]!;
		const [west, east] = [column / columns - turn, (column + 1) / columns + turn];
		let used = 0;
		for (let other = Math.max(0, row - 2); other <= Math.min(rows - 1, row + 2); other++) {
			const width = widths[other - row + 2]!;
			const isRound = (east - west) * width >= width - 2;
			const first = isRound ? 0 : Math.floor(west * width - 1e-9);
			const last = isRound ? width - 1 : Math.floor(east * width + 1e-9);
			const start = other * perRow;
			runs[used++] = start + Math.max(0, first);
			runs[used++] = start + Math.min(width - 1, last);
			// A run across the antimeridian is two.
			if (first >= 0 && last < width) continue;
			runs[used++] = start + (first < 0 ? first + width : 0);
			runs[used++] = start + (first < 0 ? width - 1 : last - width);
		}
		return used;
	};
	return { keyOf, putRuns };
}

/** Five rows, each cut in two by the antimeridian. */
const MOST_RUNS = 10;

/** The place of the first key that is not less; looked for from a place that may be near. */
function findKey(keys: readonly number[], key: number, near: number): number {
	if (near > 0 && keys[near - 1]! >= key) near = 0;
	let step = 1;
	while (near + step < keys.length && keys[near + step]! < key) {
		near += step;
		step *= 2;
	}
	let [low, high] = [near, Math.min(keys.length, near + step)];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (keys[middle]! < key) low = middle + 1;
		else high = middle;
	}
	return low;
}

function findCores(squares: Squares, minPoints: number): Uint8Array {
	const { count, starts, runStarts, runs, isNear } = squares;
	const isCore = new Uint8Array(squares.members.length);
	for (let square = 0; square < count; square++) {
		const [from, to] = [starts[square]!, starts[square + 1]!];
		if (to - from >= minPoints) {
			isCore.fill(1, from, to);
			continue;
		}
		for (let a = from; a < to; a++) {
			let near = to - from;
			for (let k = runStarts[square]!; near < minPoints && k < runStarts[square + 1]!; k += 2) {
				const end = starts[runs[k + 1]!]!;
				for (let b = starts[runs[k]!]!; b < end && near < minPoints; b++) {
					if (isNear(a, b)) near++;
				}
			}
			if (near >= minPoints) isCore[a] = 1;
		}
	}
	return isCore;
}

/** Joins squares with cores within the radius of one another; the root square of each square. */
function joinSquares(
	{ count, starts, runStarts, runs, isNear }: Squares,
	isCore: Uint8Array
): (square: number) => number {
	const parent = Int32Array.from({ length: count }, (_, square) => square);
	const rootOf = (square: number): number => {
		while (parent[square] !== square) {
			parent[square] = parent[parent[square]!]!;
			square = parent[square]!;
		}
		return square;
	};
	const areJoined = (one: number, other: number): boolean => {
		for (let a = starts[one]!; a < starts[one + 1]!; a++) {
			if (isCore[a] === 0) continue;
			for (let b = starts[other]!; b < starts[other + 1]!; b++) {
				if (isCore[b] === 1 && isNear(a, b)) return true;
			}
		}
		return false;
	};
	for (let square = 0; square < count; square++) {
		for (let k = runStarts[square]!; k < runStarts[square + 1]!; k += 2) {
			const end = Math.min(square, runs[k + 1]!);
			for (let other = runs[k]!; other < end; other++) {
				const [a, b] = [rootOf(square), rootOf(other)];
				if (a !== b && areJoined(square, other)) parent[a] = b;
			}
		}
	}
	return rootOf;
}

function label(
	{ count, starts, members, runStarts, runs, isNear }: Squares,
	isCore: Uint8Array,
	rootOf: (square: number) => number
): Int32Array {
	// Clusters are numbered by their first cores.
	const firstCore = new Map<number, number>();
	for (let square = 0; square < count; square++) {
		for (let a = starts[square]!; a < starts[square + 1]!; a++) {
			if (isCore[a] === 0) continue;
			const root = rootOf(square);
			firstCore.set(root, Math.min(firstCore.get(root) ?? Infinity, members[a]!));
			break;
		}
	}
	const roots = [...firstCore.keys()].sort((a, b) => firstCore.get(a)! - firstCore.get(b)!);
	const numbers = new Int32Array(count).fill(NOISE);
	roots.forEach((root, number) => (numbers[root] = number));

	const labels = new Int32Array(members.length).fill(NOISE);
	const lowestNear = (a: number, square: number, lowest: number): number => {
		const number = numbers[rootOf(square)]!;
		if (number === NOISE || (lowest !== NOISE && number >= lowest)) return lowest;
		for (let b = starts[square]!; b < starts[square + 1]!; b++) {
			if (isCore[b] === 1 && isNear(a, b)) return number;
		}
		return lowest;
	};
	for (let square = 0; square < count; square++) {
		for (let a = starts[square]!; a < starts[square + 1]!; a++) {
			let found = isCore[a] === 1 ? numbers[rootOf(square)]! : lowestNear(a, square, NOISE);
			for (let k = runStarts[square]!; isCore[a] === 0 && k < runStarts[square + 1]!; k += 2) {
				for (let near = runs[k]!; near < runs[k + 1]!; near++) found = lowestNear(a, near, found);
			}
			labels[members[a]!] = found;
		}
	}
	return labels;
}
