/**
 * A short way to what is nearest in a region: since the points of a NearIndex stand along a Hilbert
 * curve, each cell of a grid on its plane is a run of them, found without descending the tree. Where
 * the cells cannot say, the tree does. Memory: 2 to 8 bytes a point besides the index.
 */
import { alongHilbert } from './hilbert';
import { findNearest, keyOf, turn, unfold, type Measured, type NearIndex } from './near-index';

export type NearCells = {
	index: NearIndex;
	/** Of the plane's 65536 columns and rows, a cell has 2^shift. */
	shift: number;
	/** Where the run of each cell begins, cells along the curve, and after the last where it ends. */
	starts: Uint32Array;
};

/** For points, about one a cell. */
export function buildNearCells(index: NearIndex): NearCells {
	const { size, balls, plane } = index;
	const bits = Math.max(1, Math.min(12, Math.round(Math.log2(size + 1) / 2)));
	const shift = 16 - bits;
	const starts = new Uint32Array(4 ** bits + 1);
	for (let i = 0; i < size; i++) {
		unfold(balls[i * 4]!, balls[i * 4 + 1]!, balls[i * 4 + 2]!, onPlane, 0);
		starts[(keyOf(plane, onPlane[0]!, onPlane[1]!) >>> (2 * shift)) + 1]!++;
	}
	for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
	return { index, shift, starts };
}

/** More are left to the tree: many points in one cell, as of a town far from all others. */
const MANY = 512;
/** How many cells away it looks. */
const REACH_CELLS = 1;
const OWN_AND_OTHERS = [true, false];
/** Single precision on the plane, twice. */
const PLANE_ROUNDING = 1.5e-7;

const asked = new Float64Array(3);
const onPlane = new Float32Array(2);

/** As findNearest for one: the nearest point whose squared chord is at most `limit`, or none. */
export function findNearestPoint(
	{ index, shift, starts }: NearCells,
	ball: readonly number[],
	limit: number
): Measured | undefined {
	const { balls, items, frame, plane } = index;
	turn(frame, ball[0]!, ball[1]!, ball[2]!, asked, 0);
	const [x, y, z] = [asked[0]!, asked[1]!, asked[2]!];
	let best = -1;
	let measured = limit;
	// So that there are few cells.
	const reach = (REACH_CELLS * 2 ** shift) / plane.scale;
	// Far from the folds of the plane, where neighbours on the sphere are neighbours on it.
	if (z > 0.5 && reach < 0.5) {
		unfold(x, y, z, onPlane, 0);
		const [u, v] = [onPlane[0]!, onPlane[1]!];
		const column = (u - plane.left) * plane.scale;
		const row = (v - plane.bottom) * plane.scale;
		const ownColumn = onGrid(column) >> shift;
		const ownRow = onGrid(row) >> shift;
		let [west, south, east, north] = [ownColumn, ownRow, ownColumn, ownRow];
		let met = 0;
		// The own cell first: what it holds is mostly so near that few others can hold a nearer one.
		for (const isOwn of OWN_AND_OTHERS) {
			for (let r = south; r <= north; r++) {
				for (let c = west; c <= east && met <= MANY; c++) {
					if (!isOwn && c === ownColumn && r === ownRow) continue;
					const cell = alongHilbert(c << shift, r << shift) >>> (2 * shift);
					const end = starts[cell + 1]!;
					met += 1 + end - starts[cell]!;
					for (let i = starts[cell]!; i < end && met <= MANY; i++) {
						const dx = balls[i * 4]! - x;
						const dy = balls[i * 4 + 1]! - y;
						const dz = balls[i * 4 + 2]! - z;
						const squared = dx * dx + dy * dy + dz * dz;
						if (squared > measured) continue;
						if (squared === measured && best >= 0 && items[i]! > items[best]!) continue;
						best = i;
						measured = squared;
					}
				}
			}
			if (!isOwn) break;
			const chord = Math.min(reach, Math.sqrt(measured));
			const around = spreadOf(chord, u, v) * plane.scale;
			west = onGrid(column - around) >> shift;
			south = onGrid(row - around) >> shift;
			east = onGrid(column + around) >> shift;
			north = onGrid(row + around) >> shift;
		}
		// What lies beyond the cells is farther than the chord, or than the reach.
		if (met <= MANY && measured <= reach * reach) {
			return best < 0 ? undefined : { item: items[best]!, measured };
		}
	}
	return findNearest(index, ball, 1, undefined, measured)[0];
}

/** On the upper half of the plane, from (u, v), the most that so long a chord of the sphere spans. */
export function spreadOf(chord: number, u: number, v: number): number {
	return chord * (1 + Math.sqrt(3) * Math.max(Math.abs(u), Math.abs(v))) + PLANE_ROUNDING;
}

/** What lies beyond the plane's columns or rows belongs to the last. */
export function onGrid(place: number): number {
	return Math.max(0, Math.min(65_535, place));
}
