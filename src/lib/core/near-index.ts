/**
 * An index over balls in space: each shape's cap on the unit sphere fits in a ball around its
 * centre, and straight-line distance between unit vectors orders as great-circle distance does,
 * without trigonometry and without seams at the antimeridian or the poles. The index proposes;
 * geo.ts decides.
 *
 * Layout: items along a Hilbert curve, cut into 2^levels equal leaves; node i has children 2i + 1
 * and 2i + 2; a box bounds the balls below it. All stands in a frame turned so that the middle of
 * the items looks along z: a region of the earth then lies flat, and its boxes fit tightly.
 * After flatbush and kdbush (ISC). Memory: at most 60 bytes an item.
 */

import { alongHilbert } from './hilbert';
import { sortByKeys } from './radix-sort';

/** Numbers in the last digits, here on coordinates up to 1, must not lose a neighbour. */
export const ROUNDING = 1e-14;
const LEAF_ITEMS = 8;

export type NearIndex = {
	size: number;
	leaves: number;
	/** Where each leaf's items begin, and after the last where they end. */
	starts: Int32Array;
	/** Item numbers in the order of the leaves. */
	items: Uint32Array;
	/** Centre and ball radius in that order, in the frame: x, y, z, r. */
	balls: Float64Array;
	/** By node: centre and half extent along x, y and z. */
	boxes: Float64Array;
	frame: Frame;
	plane: Plane;
};

/** The rows of a rotation: two level directions and up at the middle of what is indexed. */
export type Frame = Float64Array;

/** The unfolded octahedron's square around all items, which is 65536 wide for the curve. */
export type Plane = { left: number; bottom: number; scale: number };

export type IndexOptions = {
	/** Items a leaf at most. */
	leafItems?: number;
	/** Of another index that this one is to be compared with node by node. */
	frame?: Frame;
};

/** Indexes balls given as x, y, z, r by their place in the array. */
export function buildNearIndex(
	given: Float64Array,
	{ leafItems = LEAF_ITEMS, frame = frameOf(given) }: IndexOptions = {}
): NearIndex {
	const size = given.length / 4;
	let leaves = 1;
	while (leaves * leafItems < size) leaves *= 2;
	const starts = new Int32Array(leaves + 1);
	for (let leaf = 0; leaf <= leaves; leaf++) starts[leaf] = Math.floor((leaf * size) / leaves);
	const { items, plane } = sortAlongCurve(given, frame);
	const balls = new Float64Array(size * 4);
	for (let at = 0; at < size; at++) {
		const from = items[at]! * 4;
		turn(frame, given[from]!, given[from + 1]!, given[from + 2]!, balls, at * 4);
		balls[at * 4 + 3] = given[from + 3]!;
	}
	const boxes = boxesOver(balls, leaves, starts);
	return { size, leaves, starts, items, balls, boxes, frame, plane };
}

/** A rotation that takes the mean direction to (0, 0, 1). */
function frameOf(balls: Float64Array): Frame {
	let [x, y, z] = [0, 0, 0];
	for (let at = 0; at < balls.length; at += 4) {
		x += balls[at]!;
		y += balls[at + 1]!;
		z += balls[at + 2]!;
	}
	const length = Math.hypot(x, y, z);
	if (!(length > 1e-9)) return Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
	[x, y, z] = [x / length, y / length, z / length];
	// Across from whichever axis is far from up, so that no digits are lost near a pole.
	const across = Math.abs(z) < 0.9 ? [-y, x, 0] : [0, -z, y];
	const width = Math.hypot(across[0]!, across[1]!, across[2]!);
	const [ax, ay, az] = [across[0]! / width, across[1]! / width, across[2]! / width];
	const along = [y * az - z * ay, z * ax - x * az, x * ay - y * ax];
	return Float64Array.of(ax, ay, az, along[0]!, along[1]!, along[2]!, x, y, z);
}

/** Writes a direction as it stands in a frame, and gives what it wrote to. */
export function turn(
	f: Frame,
	x: number,
	y: number,
	z: number,
	to: Float64Array,
	at: number
): Float64Array {
	to[at] = f[0]! * x + f[1]! * y + f[2]! * z;
	to[at + 1] = f[3]! * x + f[4]! * y + f[5]! * z;
	to[at + 2] = f[6]! * x + f[7]! * y + f[8]! * z;
	return to;
}

/** Item numbers along a Hilbert curve on the unfolded octahedron around the sphere. */
function sortAlongCurve(balls: Float64Array, frame: Frame): { items: Uint32Array; plane: Plane } {
	const size = balls.length / 4;
	const unfolded = new Float32Array(size * 2);
	const turned = new Float64Array(3);
	let left = Infinity;
	let right = -Infinity;
	let bottom = Infinity;
	let top = -Infinity;
	for (let i = 0; i < size; i++) {
		turn(frame, balls[i * 4]!, balls[i * 4 + 1]!, balls[i * 4 + 2]!, turned, 0);
		unfold(turned[0]!, turned[1]!, turned[2]!, unfolded, i * 2);
		const u = unfolded[i * 2]!;
		const v = unfolded[i * 2 + 1]!;
		if (u < left) left = u;
		if (u > right) right = u;
		if (v < bottom) bottom = v;
		if (v > top) top = v;
	}
	const plane = { left, bottom, scale: 65_535 / Math.max(right - left, top - bottom, 1e-12) };
	const keys = new Uint32Array(size);
	for (let i = 0; i < size; i++) keys[i] = keyOf(plane, unfolded[i * 2]!, unfolded[i * 2 + 1]!);
	return { items: sortByKeys(keys), plane };
}

/** Writes where a direction of the frame lies on the octahedron whose lower faces are folded out. */
export function unfold(x: number, y: number, z: number, to: Float32Array, at: number): void {
	const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
	let u = x / sum;
	let v = y / sum;
	if (z < 0) {
		const folded = (1 - Math.abs(v)) * (u < 0 ? -1 : 1);
		v = (1 - Math.abs(u)) * (v < 0 ? -1 : 1);
		u = folded;
	}
	to[at] = u;
	to[at + 1] = v;
}

/** Along the curve, by which the items stand in order. */
export function keyOf({ left, bottom, scale }: Plane, u: number, v: number): number {
	return alongHilbert((u - left) * scale, (v - bottom) * scale);
}

function boxesOver(balls: Float64Array, leaves: number, starts: Int32Array): Float64Array {
	const boxes = new Float64Array((2 * leaves - 1) * 6);
	for (let node = 2 * leaves - 2; node >= 0; node--) {
		const isLeaf = node >= leaves - 1;
		const from = isLeaf ? starts[node - leaves + 1]! : 2 * node + 1;
		const to = isLeaf ? starts[node - leaves + 2]! : 2 * node + 3;
		for (let axis = 0; axis < 3; axis++) {
			let [least, most] = [Infinity, -Infinity];
			for (let i = from; i < to; i++) {
				const middle = isLeaf ? balls[i * 4 + axis]! : boxes[i * 6 + axis]!;
				const half = isLeaf ? balls[i * 4 + 3]! : boxes[i * 6 + axis + 3]!;
				if (middle - half < least) least = middle - half;
				if (middle + half > most) most = middle + half;
			}
			boxes[node * 6 + axis] = to > from ? (least + most) / 2 : Infinity;
			boxes[node * 6 + axis + 3] = to > from ? (most - least) / 2 + ROUNDING : 0;
		}
	}
	return boxes;
}

/** Squared distance from a point of the frame to the box of a node; 0 inside. */
export function squaredToBox(
	boxes: Float64Array,
	node: number,
	x: number,
	y: number,
	z: number
): number {
	const at = node * 6;
	const dx = Math.abs(boxes[at]! - x) - boxes[at + 3]!;
	const dy = Math.abs(boxes[at + 1]! - y) - boxes[at + 4]!;
	const dz = Math.abs(boxes[at + 2]! - z) - boxes[at + 5]!;
	// d + |d| is twice d where that is positive and nothing otherwise.
	const gx = dx + Math.abs(dx);
	const gy = dy + Math.abs(dy);
	const gz = dz + Math.abs(dz);
	return (gx * gx + gy * gy + gz * gz) * 0.25;
}

const stack = new Int32Array(64);
const least = new Float64Array(64);
const asked = new Float64Array(3);

/** What findWithin found: the first `count` of the item numbers and squared chords of centres. */
export type Within = { items: Uint32Array; squaredChords: Float64Array; count: number };

/** Room for every item of an index. */
export function emptyWithin({ size }: NearIndex): Within {
	return { items: new Uint32Array(size), squaredChords: new Float64Array(size), count: 0 };
}

/**
 * Writes into `found` every item whose ball comes within `chord` of the unit vector (x, y, z); a
 * superset of the shapes that near. `found` is reused from call to call.
 */
export function findWithin(
	index: NearIndex,
	x: number,
	y: number,
	z: number,
	chord: number,
	found: Within
): void {
	const { leaves, size, starts, items, balls, boxes } = index;
	found.count = 0;
	if (size === 0) return;
	turn(index.frame, x, y, z, asked, 0);
	const [ax, ay, az] = [asked[0]!, asked[1]!, asked[2]!];
	const limit = chord + ROUNDING;
	const squaredLimit = limit * limit;
	let depth = 0;
	stack[depth++] = 0;
	while (depth > 0) {
		const node = stack[--depth]!;
		if (squaredToBox(boxes, node, ax, ay, az) > squaredLimit) continue;
		if (node < leaves - 1) {
			stack[depth++] = 2 * node + 1;
			stack[depth++] = 2 * node + 2;
			continue;
		}
		const leaf = node - leaves + 1;
		const end = starts[leaf + 1]!;
		for (let i = starts[leaf]!; i < end; i++) {
			const dx = balls[i * 4]! - ax;
			const dy = balls[i * 4 + 1]! - ay;
			const dz = balls[i * 4 + 2]! - az;
			const squared = dx * dx + dy * dy + dz * dz;
			const reach = limit + balls[i * 4 + 3]!;
			if (squared > reach * reach) continue;
			found.items[found.count] = items[i]!;
			found.squaredChords[found.count++] = squared;
		}
	}
}

export type Measured = { item: number; measured: number };

/**
 * How an item is measured, where the distance of the centres is not the answer. What is surely more
 * than `bound` need not be measured and may be Infinity.
 */
export type Measure = (item: number, squaredChord: number, bound: number) => number;

/**
 * The `count` items with the least measure, nearest first, of equals the lower number first: for
 * points the squared chord, else what `measure` says, which may be Infinity to leave an item out
 * and must not be less than the gap between the balls. `ball` holds the shape asked for: x, y, z, r;
 * nothing beyond `squaredLimit` is found.
 */
export function findNearest(
	index: NearIndex,
	ball: ArrayLike<number>,
	count: number,
	measure?: Measure,
	squaredLimit = Infinity
): Measured[] {
	const { leaves, size, starts, items, balls, boxes } = index;
	const best: Measured[] = [];
	if (size === 0 || count < 1) return best;
	turn(index.frame, ball[0]!, ball[1]!, ball[2]!, asked, 0);
	const [ax, ay, az, radius] = [asked[0]!, asked[1]!, asked[2]!, ball[3]!];
	let bound = squaredLimit;
	let reach = Math.sqrt(bound) + radius + ROUNDING;
	let depth = 0;
	stack[depth] = 0;
	least[depth++] = squaredToBox(boxes, 0, ax, ay, az);
	while (depth > 0) {
		const node = stack[--depth]!;
		if (least[depth]! > reach * reach) continue;
		if (node < leaves - 1) {
			const [a, b] = [2 * node + 1, 2 * node + 2];
			const toA = squaredToBox(boxes, a, ax, ay, az);
			const toB = squaredToBox(boxes, b, ax, ay, az);
			// The nearer child last on the stack, so that the other is mostly beyond when it comes.
			const isANearer = toA <= toB;
			stack[depth] = isANearer ? b : a;
			least[depth++] = isANearer ? toB : toA;
			stack[depth] = isANearer ? a : b;
			least[depth++] = isANearer ? toA : toB;
			continue;
		}
		const leaf = node - leaves + 1;
		const end = starts[leaf + 1]!;
		for (let i = starts[leaf]!; i < end; i++) {
			const dx = balls[i * 4]! - ax;
			const dy = balls[i * 4 + 1]! - ay;
			const dz = balls[i * 4 + 2]! - az;
			const squared = dx * dx + dy * dy + dz * dz;
			const far = reach + balls[i * 4 + 3]!;
			if (squared > far * far) continue;
			const item = items[i]!;
			const measured = measure ? measure(item, squared, bound) : squared;
			if (measured > bound || measured === Infinity) continue;
			insert(best, item, measured, count);
			if (best.length < count) continue;
			bound = best[count - 1]!.measured;
			reach = Math.sqrt(bound) + radius + ROUNDING;
		}
	}
	return best;
}

function insert(best: Measured[], item: number, measured: number, count: number): void {
	let at = best.length;
	while (at > 0) {
		const before = best[at - 1]!;
		if (before.measured < measured) break;
		if (before.measured === measured && before.item < item) break;
		at--;
	}
	if (at >= count) return;
	best.splice(at, 0, { item, measured });
	if (best.length > count) best.pop();
}
