/** The nearest of the other side for every item, at whatever distance. */
import { findNearest, ROUNDING, type NearIndex } from '../near-index';
import { coexist, squaredChordOf, type Side } from './side';

/** By item; -1 and Infinity where there is none. Of coincident ones, the lower number. */
export type NearestItems = { items: Int32Array; squaredChords: Float64Array };

export function noneNearest(size: number): NearestItems {
	return {
		items: new Int32Array(size).fill(-1),
		squaredChords: new Float64Array(size).fill(Infinity)
	};
}

/**
 * Improves on what was found before among others of lower numbers; the first of these others has
 * the number `from`.
 */
export function findNearestItems(
	own: Side,
	others: Side,
	found: NearestItems = noneNearest(own.size),
	from = 0
): NearestItems {
	if (own.size === 0 || others.size === 0) return found;
	const isPlain = !own.shapes && !others.shapes && !own.periods;
	if (isPlain) searchInBlocks(own.index, others.index, found, from);
	else searchOneByOne(own, others, found, from);
	return found;
}

function searchOneByOne(own: Side, others: Side, found: NearestItems, from: number): void {
	const { items, balls, frame } = own.index;
	for (let at = 0; at < own.size; at++) {
		const i = items[at]!;
		const ball = turnBack(frame, balls, at * 4);
		const [nearest] = findNearest(others.index, ball, 1, (j, centres) =>
			coexist(own, i, others, j) ? squaredChordOf(own, i, others, j, centres) : Infinity
		);
		if (!nearest || nearest.measured >= found.squaredChords[i]!) continue;
		found.items[i] = nearest.item + from;
		found.squaredChords[i] = nearest.measured;
	}
}

function turnBack(f: Float64Array, balls: Float64Array, at: number): number[] {
	const [x, y, z, radius] = [balls[at]!, balls[at + 1]!, balls[at + 2]!, balls[at + 3]!];
	return [
		f[0]! * x + f[3]! * y + f[6]! * z,
		f[1]! * x + f[4]! * y + f[7]! * z,
		f[2]! * x + f[5]! * y + f[8]! * z,
		radius
	];
}

/**
 * Points only. Neighbours along the curve are searched together, since they mostly share the
 * nearest: what is farther from their box than the worst of their best so far is passed over.
 */
function searchInBlocks(
	own: NearIndex,
	others: NearIndex,
	found: NearestItems,
	firstNumber: number
): void {
	// Where others are few, many neighbours share them; measured, not derived.
	const length = Math.max(1, Math.min(32, Math.round((own.size / others.size) ** 0.6)));
	const block = {
		from: 0,
		to: 0,
		box: new Float64Array(6),
		best: new Int32Array(length),
		squared: new Float64Array(length)
	};
	let guess = 0;
	for (let from = 0; from < own.size; from += length) {
		block.from = from;
		block.to = Math.min(own.size, from + length);
		putBox(own.balls, block);
		for (let at = from; at < block.to; at++) {
			block.squared[at - from] = found.squaredChords[own.items[at]!]!;
		}
		block.best.fill(-1);
		searchBlock(own, others, block, guess);
		for (let at = from; at < block.to; at++) {
			const best = block.best[at - from]!;
			if (best < 0) continue;
			guess = best;
			found.items[own.items[at]!] = others.items[best]! + firstNumber;
			found.squaredChords[own.items[at]!] = block.squared[at - from]!;
		}
	}
}

/** A run of items, its box as centre and half extent, and the best found for each. */
type Block = {
	from: number;
	to: number;
	box: Float64Array;
	best: Int32Array;
	squared: Float64Array;
};

function putBox(balls: Float64Array, { from, to, box }: Block): void {
	for (let axis = 0; axis < 3; axis++) {
		let least = Infinity;
		let most = -Infinity;
		for (let i = from; i < to; i++) {
			const value = balls[i * 4 + axis]!;
			if (value < least) least = value;
			if (value > most) most = value;
		}
		box[axis] = (least + most) / 2;
		box[axis + 3] = (most - least) / 2 + ROUNDING;
	}
}

const stack = new Int32Array(64);

/** `guess` is the nearest of a neighbour, and a good bound to begin with. */
function searchBlock(own: NearIndex, others: NearIndex, block: Block, guess: number): void {
	const { leaves, boxes } = others;
	const cx = block.box[0]!;
	const cy = block.box[1]!;
	const cz = block.box[2]!;
	const hx = block.box[3]!;
	const hy = block.box[4]!;
	const hz = block.box[5]!;
	let bound = compare(own, others, block, guess, guess + 1, Infinity);
	let depth = 0;
	stack[depth++] = 0;
	while (depth > 0) {
		const node = stack[--depth]!;
		const at = node * 6;
		const dx = Math.abs(cx - boxes[at]!) - hx - boxes[at + 3]!;
		const dy = Math.abs(cy - boxes[at + 1]!) - hy - boxes[at + 4]!;
		const dz = Math.abs(cz - boxes[at + 2]!) - hz - boxes[at + 5]!;
		// d + |d| is twice d where that is positive and nothing otherwise.
		const gx = dx + Math.abs(dx);
		const gy = dy + Math.abs(dy);
		const gz = dz + Math.abs(dz);
		if ((gx * gx + gy * gy + gz * gz) * 0.25 > bound) continue;
		if (node >= leaves - 1) {
			const leaf = node - leaves + 1;
			bound = compare(own, others, block, others.starts[leaf]!, others.starts[leaf + 1]!, bound);
			continue;
		}
		const child = at * 2 + 6;
		const toFirst = Math.abs(boxes[child]! - cx) + Math.abs(boxes[child + 1]! - cy);
		const toSecond = Math.abs(boxes[child + 6]! - cx) + Math.abs(boxes[child + 7]! - cy);
		// The nearer child last on the stack, so that the other is mostly beyond when it comes.
		const isFirstNearer = toFirst < toSecond ? 1 : 0;
		stack[depth++] = 2 * node + 1 + isFirstNearer;
		stack[depth++] = 2 * node + 2 - isFirstNearer;
	}
}

/** Compares a block with others from `first` up to `end`; the worst of the best afterwards. */
function compare(
	own: NearIndex,
	others: NearIndex,
	{ from, to, box, best, squared }: Block,
	first: number,
	end: number,
	bound: number
): number {
	const { balls } = own;
	for (let other = first; other < end; other++) {
		const x = others.balls[other * 4]!;
		const y = others.balls[other * 4 + 1]!;
		const z = others.balls[other * 4 + 2]!;
		const ux = Math.abs(x - box[0]!) - box[3]!;
		const uy = Math.abs(y - box[1]!) - box[4]!;
		const uz = Math.abs(z - box[2]!) - box[5]!;
		const gx = ux + Math.abs(ux);
		const gy = uy + Math.abs(uy);
		const gz = uz + Math.abs(uz);
		if ((gx * gx + gy * gy + gz * gz) * 0.25 > bound) continue;
		let worst = 0;
		for (let i = from; i < to; i++) {
			const dx = balls[i * 4]! - x;
			const dy = balls[i * 4 + 1]! - y;
			const dz = balls[i * 4 + 2]! - z;
			const now = dx * dx + dy * dy + dz * dz;
			const before = squared[i - from]!;
			// Of what was found before, all numbers are lower: no tie is broken against it.
			const known = best[i - from]!;
			if (
				now < before ||
				(now === before && known >= 0 && others.items[other]! < others.items[known]!)
			) {
				best[i - from] = other;
				squared[i - from] = now;
			}
			worst = Math.max(worst, Math.min(now, before));
		}
		bound = worst;
	}
	return bound;
}
