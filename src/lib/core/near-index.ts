/**
 * An index over balls in space: each shape's cap on the unit sphere fits in a ball around its
 * centre, and straight-line distance between unit vectors orders as great-circle distance does,
 * without trigonometry and without seams at the antimeridian or the poles. The index proposes;
 * geo.ts decides.
 *
 * Layout: items sorted by median splits into 2^levels equal leaves; node i has children 2i + 1 and
 * 2i + 2; six numbers a node bound the balls below it. After flatbush and kdbush (ISC).
 */
import { chordToMetres } from './geo';

const LEAF_ITEMS = 8;

export type NearIndex = {
	size: number;
	leaves: number;
	/** Where each leaf's items begin, and after the last where they end. */
	starts: Int32Array;
	/** Item numbers in the order of the leaves. */
	items: Int32Array;
	/** Centres and ball radius in that order: x, y, z, r. */
	balls: Float64Array;
	/** minX, minY, minZ, maxX, maxY, maxZ by node. */
	boxes: Float64Array;
};

/** Indexes balls given as x, y, z, r by their place in the array. */
export function buildNearIndex(given: Float64Array): NearIndex {
	const size = given.length / 4;
	let leaves = 1;
	while (leaves * LEAF_ITEMS < size) leaves *= 2;
	const starts = new Int32Array(leaves + 1);
	for (let leaf = 0; leaf <= leaves; leaf++) starts[leaf] = Math.floor((leaf * size) / leaves);
	const items = new Int32Array(size);
	for (let item = 0; item < size; item++) items[item] = item;
	sortByMedians(items, given, 0, leaves, starts);
	const balls = new Float64Array(size * 4);
	for (let at = 0; at < size; at++) {
		for (let k = 0; k < 4; k++) balls[at * 4 + k] = given[items[at]! * 4 + k]!;
	}
	const boxes = new Float64Array((2 * leaves - 1) * 6);
	fillBoxes(boxes, balls, leaves, starts);
	return { size, leaves, starts, items, balls, boxes };
}

/** Halves a run of leaves along its widest axis until each leaf stands alone. */
function sortByMedians(
	items: Int32Array,
	given: Float64Array,
	firstLeaf: number,
	run: number,
	starts: Int32Array
): void {
	if (run === 1) return;
	const from = starts[firstLeaf]!;
	const middle = starts[firstLeaf + run / 2]!;
	const to = starts[firstLeaf + run]!;
	if (middle > from && middle < to) {
		select(items, given, widestAxis(items, given, from, to), middle, from, to - 1);
	}
	sortByMedians(items, given, firstLeaf, run / 2, starts);
	sortByMedians(items, given, firstLeaf + run / 2, run / 2, starts);
}

function widestAxis(items: Int32Array, given: Float64Array, from: number, to: number): number {
	let widest = 0;
	let widestSpan = -1;
	for (let axis = 0; axis < 3; axis++) {
		let min = Infinity;
		let max = -Infinity;
		for (let i = from; i < to; i++) {
			const value = given[items[i]! * 4 + axis]!;
			if (value < min) min = value;
			if (value > max) max = value;
		}
		if (max - min > widestSpan) {
			widest = axis;
			widestSpan = max - min;
		}
	}
	return widest;
}

/** Hoare's selection: afterwards none before `middle` is greater, and none after it less. */
function select(
	items: Int32Array,
	given: Float64Array,
	axis: number,
	middle: number,
	from: number,
	to: number
): void {
	while (from < to) {
		const pivot = given[items[(from + to) >> 1]! * 4 + axis]!;
		let left = from;
		let right = to;
		while (left <= right) {
			while (given[items[left]! * 4 + axis]! < pivot) left++;
			while (given[items[right]! * 4 + axis]! > pivot) right--;
			if (left > right) break;
			const held = items[left]!;
			items[left++] = items[right]!;
			items[right--] = held;
		}
		if (middle <= right) to = right;
		else if (middle >= left) from = left;
		else return;
	}
}

function fillBoxes(
	boxes: Float64Array,
	balls: Float64Array,
	leaves: number,
	starts: Int32Array
): void {
	for (let node = 2 * leaves - 2; node >= 0; node--) {
		const at = node * 6;
		boxes.fill(Infinity, at, at + 3).fill(-Infinity, at + 3, at + 6);
		if (node < leaves - 1) {
			for (let axis = 0; axis < 3; axis++) {
				const [a, b] = [(2 * node + 1) * 6 + axis, (2 * node + 2) * 6 + axis];
				boxes[at + axis] = Math.min(boxes[a]!, boxes[b]!);
				boxes[at + axis + 3] = Math.max(boxes[a + 3]!, boxes[b + 3]!);
			}
			continue;
		}
		const leaf = node - (leaves - 1);
		for (let i = starts[leaf]!; i < starts[leaf + 1]!; i++) {
			const radius = balls[i * 4 + 3]!;
			for (let axis = 0; axis < 3; axis++) {
				const centre = balls[i * 4 + axis]!;
				boxes[at + axis] = Math.min(boxes[at + axis]!, centre - radius);
				boxes[at + axis + 3] = Math.max(boxes[at + axis + 3]!, centre + radius);
			}
		}
	}
}

function squaredToBox(boxes: Float64Array, node: number, x: number, y: number, z: number): number {
	const at = node * 6;
	const dx = x < boxes[at]! ? boxes[at]! - x : x > boxes[at + 3]! ? x - boxes[at + 3]! : 0;
	const dy = y < boxes[at + 1]! ? boxes[at + 1]! - y : y > boxes[at + 4]! ? y - boxes[at + 4]! : 0;
	const dz = z < boxes[at + 2]! ? boxes[at + 2]! - z : z > boxes[at + 5]! ? z - boxes[at + 5]! : 0;
	return dx * dx + dy * dy + dz * dz;
}

const stack = new Int32Array(128);

/** What findWithin found: the first `count` of the item numbers and squared chords of centres. */
export type Within = { items: Int32Array; squaredChords: Float64Array; count: number };

/** Room for every item of an index. */
export function emptyWithin({ size }: NearIndex): Within {
	return { items: new Int32Array(size), squaredChords: new Float64Array(size), count: 0 };
}

/**
 * Writes into `found` every item whose ball comes within `chord` of the point (x, y, z); a superset
 * of the shapes that near. `found` is reused from call to call.
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
	// Rounding in the last digits must not lose an item that lies exactly on the limit.
	const limit = chord + 1e-12;
	const squaredLimit = limit * limit;
	let depth = 0;
	stack[depth++] = 0;
	while (depth > 0) {
		const node = stack[--depth]!;
		if (squaredToBox(boxes, node, x, y, z) > squaredLimit) continue;
		if (node < leaves - 1) {
			stack[depth++] = 2 * node + 1;
			stack[depth++] = 2 * node + 2;
			continue;
		}
		const leaf = node - (leaves - 1);
		const end = starts[leaf + 1]!;
		for (let i = starts[leaf]!; i < end; i++) {
			const dx = balls[i * 4]! - x;
			const dy = balls[i * 4 + 1]! - y;
			const dz = balls[i * 4 + 2]! - z;
			const squared = dx * dx + dy * dy + dz * dz;
			const reach = limit + balls[i * 4 + 3]!;
			if (squared > reach * reach) continue;
			found.items[found.count] = items[i]!;
			found.squaredChords[found.count++] = squared;
		}
	}
}

/**
 * The item with the least `metresTo`, the lower number when two are equally near; -1 when all are
 * infinitely far. `radius` is the ball radius of the shape asked for.
 */
export function findNearest(
	index: NearIndex,
	x: number,
	y: number,
	z: number,
	radius: number,
	metresTo: (item: number, squaredChord: number) => number
): { item: number; metres: number } {
	const { leaves, size, starts, items, balls, boxes } = index;
	const best = { item: -1, metres: Infinity };
	const isBeyond = (squared: number, otherRadius: number) =>
		chordToMetres(Math.max(0, Math.sqrt(squared) - radius - otherRadius - 1e-12) ** 2) >
		best.metres;
	const visit = (node: number): void => {
		if (isBeyond(squaredToBox(boxes, node, x, y, z), 0)) return;
		if (node < leaves - 1) {
			// The nearer child first, so that the other is mostly beyond.
			const [a, b] = [2 * node + 1, 2 * node + 2];
			const aFirst = squaredToBox(boxes, a, x, y, z) <= squaredToBox(boxes, b, x, y, z);
			visit(aFirst ? a : b);
			visit(aFirst ? b : a);
			return;
		}
		const leaf = node - (leaves - 1);
		for (let i = starts[leaf]!; i < starts[leaf + 1]!; i++) {
			const squared =
				(balls[i * 4]! - x) ** 2 + (balls[i * 4 + 1]! - y) ** 2 + (balls[i * 4 + 2]! - z) ** 2;
			if (isBeyond(squared, balls[i * 4 + 3]!)) continue;
			const item = items[i]!;
			const metres = metresTo(item, squared);
			if (metres < best.metres || (metres === best.metres && item < best.item)) {
				best.item = item;
				best.metres = metres;
			}
		}
	};
	if (size > 0) visit(0);
	return best.metres === Infinity ? { item: -1, metres: Infinity } : best;
}
