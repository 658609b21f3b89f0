/**
 * A short way to the areas near a place of a region, beside the tree of their NearIndex: each cell of
 * a grid on its plane lists those that may reach into it. Memory: at most 200 bytes an area.
 */
import { onGrid, spreadOf } from './near-cells';
import { unfold, type NearIndex } from './near-index';

export type AreaCells = {
	/** A row of the grid has 2^bits cells. */
	bits: number;
	/** Where the list of each cell begins, row by row, and after the last where it ends. */
	starts: Uint32Array;
	items: Uint32Array;
	/** Those of too many cells, or too far away for the plane. */
	wide: Uint32Array;
};

/** More cells than so are not listed or looked into; */
const MANY_CELLS = 16;
/** and more wide areas are left to the tree. */
const MANY_WIDE = 64;

const onPlane = new Float32Array(2);
/** First column and row, last column and row. */
const block = new Int32Array(4);

/** Undefined for an index of areas that are mostly wide. */
export function buildAreaCells(index: NearIndex): AreaCells | undefined {
	const { size, items, balls } = index;
	const bits = Math.max(1, Math.min(10, Math.round(Math.log2(size + 1) / 2) + 2));
	const wide: number[] = [];
	const blocks = new Int32Array(size * 4);
	const starts = new Uint32Array(4 ** bits + 1);
	for (let i = 0; i < size; i++) {
		const [x, y, z, radius] = [
			balls[i * 4]!,
			balls[i * 4 + 1]!,
			balls[i * 4 + 2]!,
			balls[i * 4 + 3]!
		];
		if (!findBlock(index, bits, x, y, z, radius)) {
			wide.push(items[i]!);
			block.fill(0).fill(-1, 2);
		}
		blocks.set(block, i * 4);
		forEachCell(bits, (cell) => starts[cell + 1]!++);
	}
	if (wide.length > MANY_WIDE) return undefined;
	for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
	const listed = new Uint32Array(starts[starts.length - 1]!);
	const ends = starts.slice();
	for (let i = 0; i < size; i++) {
		block.set(blocks.subarray(i * 4, i * 4 + 4));
		forEachCell(bits, (cell) => (listed[ends[cell]!++] = items[i]!));
	}
	return { bits, starts, items: listed, wide: Uint32Array.from(wide) };
}

/** Into `block`, the cells within a chord of a direction of the frame; false where it cannot say. */
function findBlock(
	{ plane }: NearIndex,
	bits: number,
	x: number,
	y: number,
	z: number,
	chord: number
): boolean {
	// Near the folds of the plane, neighbours on the sphere are not neighbours on it.
	if (z < 0.5 || chord > 0.25) return false;
	unfold(x, y, z, onPlane, 0);
	const [u, v] = [onPlane[0]!, onPlane[1]!];
	const around = spreadOf(chord, u, v);
	const shift = 16 - bits;
	block[0] = onGrid((u - around - plane.left) * plane.scale) >> shift;
	block[1] = onGrid((v - around - plane.bottom) * plane.scale) >> shift;
	block[2] = onGrid((u + around - plane.left) * plane.scale) >> shift;
	block[3] = onGrid((v + around - plane.bottom) * plane.scale) >> shift;
	return (block[2]! - block[0]! + 1) * (block[3]! - block[1]! + 1) <= MANY_CELLS;
}

function forEachCell(bits: number, visit: (cell: number) => void): void {
	for (let row = block[1]!; row <= block[3]!; row++) {
		for (let column = block[0]!; column <= block[2]!; column++) visit((row << bits) | column);
	}
}

/**
 * Into `found`, the areas that may lie within a chord of a direction of the frame, some of them more
 * than once, and how many; undefined where the cells cannot say.
 */
export function findAreasAround(
	index: NearIndex,
	{ bits, starts, items, wide }: AreaCells,
	x: number,
	y: number,
	z: number,
	chord: number,
	found: number[]
): number | undefined {
	if (!findBlock(index, bits, x, y, z, chord)) return undefined;
	let count = 0;
	for (let i = 0; i < wide.length; i++) found[count++] = wide[i]!;
	for (let row = block[1]!; row <= block[3]!; row++) {
		// The cells of a row follow one another, and so do their lists.
		const end = starts[((row << bits) | block[2]!) + 1]!;
		for (let i = starts[(row << bits) | block[0]!]!; i < end; i++) found[count++] = items[i]!;
	}
	return count;
}
