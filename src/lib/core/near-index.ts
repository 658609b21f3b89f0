/**
 * An index over balls in space: each shape's cap on the unit sphere fits in a ball around its
 * centre, and straight-line distance between unit vectors orders as great-circle distance does,
 * without trigonometry and without seams at the antimeridian or the poles. The index proposes;
 * geo.ts decides.
 *
 * Layout: items sorted by median splits into 2^levels equal leaves; node i has children 2i + 1 and
 * 2i + 2; six numbers a node bound the balls below it. After flatbush and kdbush (ISC).
 */
import { chordToMetres, type Shape } from './geo';

const LEAF_ITEMS = 8;

export type NearIndex = {
	size: number;
	leaves: number;
	/** Item numbers in the order of the leaves. */
	items: Int32Array;
	/** Centres and ball radius in that order: x, y, z, r. */
	balls: Float64Array;
	/** minX, minY, minZ, maxX, maxY, maxZ by node. */
	boxes: Float64Array;
};

/** Radius of the ball around a cap's centre that holds the whole cap. */
export function ballRadius(shape: Shape): number {
	return 2 * Math.sin(Math.min(Math.PI, shape.radius) / 2);
}

/** Indexes shapes by their place in the array. */
export function buildNearIndex(shapes: readonly Shape[]): NearIndex {
	const size = shapes.length;
	let leaves = 1;
	while (leaves * LEAF_ITEMS < size) leaves *= 2;
	const items = Int32Array.from(shapes.keys());
	sortByMedians(items, shapes, 0, size, leaves);
	const balls = new Float64Array(size * 4);
	items.forEach((item, at) => {
		const shape = shapes[item]!;
		balls.set(shape.centre, at * 4);
		balls[at * 4 + 3] = ballRadius(shape);
	});
	const boxes = new Float64Array((2 * leaves - 1) * 6);
	fillBoxes(boxes, balls, size, leaves);
	return { size, leaves, items, balls, boxes };
}

/** First item of leaf `leaf`; its last is one before the next leaf's first. */
function firstOf(leaf: number, leaves: number, size: number): number {
	return Math.floor((leaf * size) / leaves);
}

/** Halves a run of leaves along its widest axis until each leaf stands alone. */
function sortByMedians(
	items: Int32Array,
	shapes: readonly Shape[],
	firstLeaf: number,
	size: number,
	leaves: number,
	run = leaves
): void {
	if (run === 1) return;
	const [from, to] = [firstOf(firstLeaf, leaves, size), firstOf(firstLeaf + run, leaves, size)];
	const axis = widestAxis(items, shapes, from, to);
	items.subarray(from, to).sort((a, b) => shapes[a]!.centre[axis]! - shapes[b]!.centre[axis]!);
	sortByMedians(items, shapes, firstLeaf, size, leaves, run / 2);
	sortByMedians(items, shapes, firstLeaf + run / 2, size, leaves, run / 2);
}

function widestAxis(items: Int32Array, shapes: readonly Shape[], from: number, to: number): number {
	const spans = [0, 1, 2].map((axis) => {
		let [min, max] = [Infinity, -Infinity];
		for (let i = from; i < to; i++) {
			const value = shapes[items[i]!]!.centre[axis]!;
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		return max - min;
	});
	return spans.indexOf(Math.max(...spans));
}

function fillBoxes(boxes: Float64Array, balls: Float64Array, size: number, leaves: number): void {
	for (let node = 2 * leaves - 2; node >= 0; node--) {
		const box = boxes.subarray(node * 6, node * 6 + 6);
		box.fill(Infinity, 0, 3).fill(-Infinity, 3);
		if (node >= leaves - 1) {
			const leaf = node - (leaves - 1);
			for (let i = firstOf(leaf, leaves, size); i < firstOf(leaf + 1, leaves, size); i++) {
				const radius = balls[i * 4 + 3]!;
				for (let axis = 0; axis < 3; axis++) {
					const centre = balls[i * 4 + axis]!;
					box[axis] = Math.min(box[axis]!, centre - radius);
					box[axis + 3] = Math.max(box[axis + 3]!, centre + radius);
				}
			}
		} else {
			for (const child of [2 * node + 1, 2 * node + 2]) {
				for (let axis = 0; axis < 3; axis++) {
					box[axis] = Math.min(box[axis]!, boxes[child * 6 + axis]!);
					box[axis + 3] = Math.max(box[axis + 3]!, boxes[child * 6 + axis + 3]!);
				}
			}
		}
	}
}

function squaredToBox(boxes: Float64Array, node: number, x: number, y: number, z: number): number {
	const at = node * 6;
	const dx = Math.max(boxes[at]! - x, 0, x - boxes[at + 3]!);
	const dy = Math.max(boxes[at + 1]! - y, 0, y - boxes[at + 4]!);
	const dz = Math.max(boxes[at + 2]! - z, 0, z - boxes[at + 5]!);
	return dx * dx + dy * dy + dz * dz;
}

const stack = new Int32Array(128);

/** What findWithin found: item numbers and the squared chords between centres. */
export type Within = { items: number[]; squaredChords: number[]; count: number };

export function emptyWithin(): Within {
	return { items: [], squaredChords: [], count: 0 };
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
	const { leaves, size, items, balls, boxes } = index;
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
		const end = firstOf(leaf + 1, leaves, size);
		for (let i = firstOf(leaf, leaves, size); i < end; i++) {
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
	[x, y, z]: readonly [number, number, number],
	radius: number,
	metresTo: (item: number) => number
): { item: number; metres: number } {
	const { leaves, size, items, balls, boxes } = index;
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
		for (let i = firstOf(leaf, leaves, size); i < firstOf(leaf + 1, leaves, size); i++) {
			const squared =
				(balls[i * 4]! - x) ** 2 + (balls[i * 4 + 1]! - y) ** 2 + (balls[i * 4 + 2]! - z) ** 2;
			if (isBeyond(squared, balls[i * 4 + 3]!)) continue;
			const item = items[i]!;
			const metres = metresTo(item);
			if (metres < best.metres || (metres === best.metres && item < best.item)) {
				best.item = item;
				best.metres = metres;
			}
		}
	};
	if (size > 0) visit(0);
	return best.metres === Infinity ? { item: -1, metres: Infinity } : best;
}
