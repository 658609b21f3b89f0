/**
 * The H3 cells of very many positions: the same cells as h3-js names, several times as fast.
 *
 * H3 (Uber Technologies, Apache-2.0; h3geo.org/docs/core-library) lays a hexagonal grid on each face
 * of an icosahedron, seen from the middle of the globe. Here that view is dot products and one
 * division; the cell is the nearest point of the grid, and its digits follow by whole numbers. Where
 * rounding might tell two cells apart, and where a base cell is first met on a face, h3-js decides.
 * It supplies the icosahedron as well: none of its tables is copied.
 */
import { cellToLatLng, getPentagons, latLngToCell } from 'h3-js';
import { toUnitVector } from '../geo';
import type { Points } from '../proximity/side';

const DEGREES = Math.PI / 180;
/** On the unit sphere; thousands of times what rounding does in H3's formulas and in these. */
const DOUBT = 1e-11;
/** Cosine of 640 m: nearer to the middle of a face the arc cosine in H3's formula loses digits. */
const NEAR_MIDDLE = 1 - 5e-9;
/** Between neighbouring centres of resolution 0, on the plane that touches a face in its middle. */
const STEP = (3 - Math.sqrt(5)) / 2;
/** By which the grids of odd resolutions are turned against those of even ones. */
const TURN = Math.asin(Math.sqrt(3 / 28));

/**
 * The cell of each position; its hexadecimal spelling is h3-js's. Throws on positions that are not
 * finite, and on a resolution other than 0 to 15.
 */
export function indexCells({ lng, lat }: Points, resolution: number): BigUint64Array {
	if (!Number.isInteger(resolution) || resolution < 0 || resolution > 15) {
		throw new RangeError(`not a resolution: ${resolution}`);
	}
	const faces = viewFaces(resolution);
	const clear = 1 - (2 * DOUBT * Math.sqrt(7) ** resolution) / STEP;
	const cells = new BigUint64Array(lng.length);
	// The low word comes first on every machine that a browser runs on.
	const words = new Uint32Array(cells.buffer);
	let at = 0;
	for (let n = 0; n < cells.length; n++) {
		const cosLat = Math.cos(lat[n]! * DEGREES);
		const x = cosLat * Math.cos(lng[n]! * DEGREES);
		const y = cosLat * Math.sin(lng[n]! * DEGREES);
		const z = Math.sin(lat[n]! * DEGREES);
		// Neighbours in the list mostly share a face.
		let isClear = isWithin(faces, at, x, y, z);
		if (!isClear) {
			at = nearestFace(faces, x, y, z);
			isClear = isWithin(faces, at, x, y, z);
		}
		const depth = faces[at]! * x + faces[at + 1]! * y + faces[at + 2]! * z;
		const u = (faces[at + 3]! * x + faces[at + 4]! * y + faces[at + 5]! * z) / depth;
		const v = (faces[at + 6]! * x + faces[at + 7]! * y + faces[at + 8]! * z) / depth;

		// The rounded point of the grid, or the neighbour beyond whose edge the position lies most.
		let i = Math.floor(u + 0.5);
		let j = Math.floor(v + 0.5);
		let overI = 2 * (u - i) - (v - j);
		let overJ = 2 * (v - j) - (u - i);
		if (Math.abs(overI) > 1 || Math.abs(overJ) > 1) {
			if (Math.abs(overI) > Math.abs(overJ)) i += Math.sign(overI);
			else j += Math.sign(overJ);
			overI = 2 * (u - i) - (v - j);
			overJ = 2 * (v - j) - (u - i);
		}
		const over = Math.max(Math.abs(overI), Math.abs(overJ), Math.abs(overI + overJ));
		isClear = isClear && over < clear && depth < NEAR_MIDDLE;
		if (isClear && putCell(words, 2 * n, at / FACE, i, j, resolution)) continue;
		cells[n] = BigInt(`0x${latLngToCell(lat[n]!, lng[n]!, resolution)}`);
		if (isClear) learn(words[2 * n]!, words[2 * n + 1]!);
	}
	return cells;
}

/** Numbers a face: its middle; what projects to steps along i and along j; its edges' normals. */
const FACE = 18;

/** The twenty faces, with any of their corners on the i axis: orientations are learnt. */
function viewFaces(resolution: number): Float64Array {
	const corners = getPentagons(0).map((cell) => toUnitVector(cellToLatLng(cell).toReversed()));
	const scale = Math.sqrt(7) ** resolution / STEP;
	const turn = resolution % 2 === 1 ? TURN : 0;
	const faces: number[] = [];
	for (const [k, a] of corners.entries()) {
		for (const [l, b] of corners.entries()) {
			for (const c of corners.slice(l + 1)) {
				const areNeighbours = dot(a, b) > 0 && dot(b, c) > 0 && dot(c, a) > 0;
				if (l <= k || !areNeighbours) continue;
				const middle = unit(sum(sum(a, 1, b, 1), 1, c, 1));
				const up = unit(cross(middle, a));
				const right = cross(up, middle);
				// A point of the grid lies i - j / 2 to the right and j √3/2 up.
				const j = sum(
					up,
					(2 / Math.sqrt(3)) * Math.cos(turn),
					right,
					(-2 / Math.sqrt(3)) * Math.sin(turn)
				);
				const i = sum(sum(right, Math.cos(turn), up, Math.sin(turn)), 1, j, 0.5);
				faces.push(...middle, ...i.map((each) => each * scale), ...j.map((each) => each * scale));
				for (const [from, to] of [
					[a, b],
					[b, c],
					[c, a]
				] as const) {
					const normal = unit(cross(from, to));
					faces.push(...normal.map((each) => each * Math.sign(dot(normal, middle))));
				}
			}
		}
	}
	return Float64Array.from(faces);
}

type Vector = [number, number, number];
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
	a[1] * b[2] - a[2] * b[1],
	a[2] * b[0] - a[0] * b[2],
	a[0] * b[1] - a[1] * b[0]
];
const sum = (a: Vector, s: number, b: Vector, t: number): Vector => [
	a[0] * s + b[0] * t,
	a[1] * s + b[1] * t,
	a[2] * s + b[2] * t
];
const unit = (a: Vector) => sum(a, 1 / Math.hypot(...a), a, 0);

/** Whether a direction lies within a face, and not within a doubt of its edges. */
function isWithin(faces: Float64Array, at: number, x: number, y: number, z: number): boolean {
	return (
		faces[at + 9]! * x + faces[at + 10]! * y + faces[at + 11]! * z > DOUBT &&
		faces[at + 12]! * x + faces[at + 13]! * y + faces[at + 14]! * z > DOUBT &&
		faces[at + 15]! * x + faces[at + 16]! * y + faces[at + 17]! * z > DOUBT
	);
}

function nearestFace(faces: Float64Array, x: number, y: number, z: number): number {
	let nearest = 0;
	let most = -1;
	for (let at = 0; at < faces.length; at += FACE) {
		const depth = faces[at]! * x + faces[at + 1]! * y + faces[at + 2]! * z;
		if (depth > most) [nearest, most] = [at, depth];
	}
	return nearest;
}

/**
 * How the digits of a face turn into those of its base cells, in steps of 60 degrees: the number of
 * the base cell times six, and the steps, and one; 0 while not known. By face, base cell on it and
 * first digit that is not 0, since a pentagon lacks a direction and closes the gap.
 */
const orientations = new Int16Array(20 * 25 * 8);

/** What putCell last found on a face, of eight digits and seven. */
const last = { upper: 0, lower: 0, key: 0 };

/** The digit of a step, by 3 · (step along i + 1) + step along j + 1. */
const DIGITS = Uint8Array.of(1, 3, 0, 5, 0, 2, 0, 4, 6);
/** So that numbers divided by 7 are positive. */
const LARGE = 1 << 26;

/** Writes the cell at (i, j) of a face; false where its orientation is not known yet. */
function putCell(
	words: Uint32Array,
	at: number,
	face: number,
	i: number,
	j: number,
	resolution: number
): boolean {
	i |= 0;
	j |= 0;
	let upper = 0;
	let lower = 0;
	let leading = 0;
	for (let level = resolution; level > 0; level--) {
		// The nearest point of the next coarser grid, and the step from there: its seventh.
		const isTurned = (level & 1) === 1;
		const p = isTurned ? 3 * i - j : 2 * i + j;
		const q = isTurned ? i + 2 * j : 3 * j - i;
		const coarseI = (((p + 3 + 7 * LARGE) / 7) | 0) - LARGE;
		const coarseJ = (((q + 3 + 7 * LARGE) / 7) | 0) - LARGE;
		const stepI = i - (isTurned ? 2 * coarseI + coarseJ : 3 * coarseI - coarseJ);
		const stepJ = j - (isTurned ? 3 * coarseJ - coarseI : coarseI + 2 * coarseJ);
		const digit = DIGITS[3 * stepI + stepJ + 4]!;
		if (digit !== 0) leading = digit;
		if (level > 8) lower |= digit << (3 * (15 - level));
		else upper |= digit << (3 * (8 - level));
		i = coarseI;
		j = coarseJ;
	}
	last.upper = upper;
	last.lower = lower;
	last.key = ((face * 5 + i + 2) * 5 + j + 2) * 8 + leading;
	const orientation = orientations[last.key]! - 1;
	if (orientation < 0) return false;
	const baseCell = (orientation / 6) | 0;
	for (let turn = baseCell * 6; turn < orientation; turn++) {
		upper = rotate(upper);
		lower = rotate(lower);
	}
	upper |= unusedUpper(resolution);
	lower |= unusedLower(resolution);
	words[at] = (upper << 21) | lower;
	words[at + 1] = (1 << 27) | (resolution << 20) | (baseCell << 13) | (upper >>> 11);
	return true;
}

/** Digits turned by 60 degrees: 1, 5, 4, 6, 2, 3 and 1 again. Their bits are steps along i, j and k. */
function rotate(digits: number): number {
	const i = (digits >>> 2) & 0o11111111;
	const j = (digits >>> 1) & 0o11111111;
	const k = digits & 0o11111111;
	return (((i | k) & ~j) << 2) | (((i | j) & ~k) << 1) | ((j | k) & ~i);
}

/** Learns from a cell of h3-js how the digits that putCell last found are turned. */
function learn(low: number, high: number): void {
	const resolution = (high >>> 20) & 15;
	const baseCell = (high >>> 13) & 127;
	let { upper, lower } = last;
	for (let turns = 0; turns < 6; turns++) {
		const isSame =
			(upper | unusedUpper(resolution)) === (((high << 11) | (low >>> 21)) & 0o77777777) &&
			(lower | unusedLower(resolution)) === (low & 0o7777777);
		if (isSame) {
			orientations[last.key] = baseCell * 6 + turns + 1;
			return;
		}
		upper = rotate(upper);
		lower = rotate(lower);
	}
}

/** Digits finer than the resolution are 7. */
const unusedUpper = (resolution: number) => 0o77777777 >>> (3 * Math.min(8, resolution));
const unusedLower = (resolution: number) => 0o7777777 >>> (3 * Math.max(0, resolution - 8));
