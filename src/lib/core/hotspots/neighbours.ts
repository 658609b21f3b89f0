/** Who is whose neighbour: the binary weights of local statistics. */
import { gridDisk } from 'h3-js';
import type { LngLat } from '../domain';
import { metresToChord, toUnitVector } from '../geo';
import { buildNearIndex, emptyWithin, findWithin } from '../near-index';

/** Neighbours of item i: `items` from `starts[i]` up to `starts[i + 1]`, i itself among them. */
export type Neighbours = { starts: Int32Array; items: Int32Array };

/** More than these fill the memory. */
const MAX_LINKS = 100_000_000;

/** Each cell with the cells of `cells` at most `ring` steps away on the H3 grid; others are left out. */
export function ringNeighbours(cells: readonly string[], ring: number): Neighbours {
	const places = new Map(cells.map((cell, i) => [cell, i]));
	return collect(cells.length, (i, add) => {
		for (const cell of gridDisk(cells[i]!, ring)) {
			const place = places.get(cell);
			if (place !== undefined) add(place);
		}
	});
}

/** Each position with those at most so many metres away on the sphere. */
export function bandNeighbours(positions: readonly LngLat[], metres: number): Neighbours {
	const vectors = positions.map(toUnitVector);
	const index = buildNearIndex(Float64Array.from(vectors.flatMap((vector) => [...vector, 0])));
	const chord = Math.sqrt(metresToChord(metres));
	const found = emptyWithin(index);
	return collect(positions.length, (i, add) => {
		findWithin(index, ...vectors[i]!, chord, found);
		for (let k = 0; k < found.count; k++) add(found.items[k]!);
	});
}

function collect(
	size: number,
	list: (item: number, add: (neighbour: number) => void) => void
): Neighbours {
	const starts = new Int32Array(size + 1);
	const items: number[] = [];
	const add = (neighbour: number) => {
		if (items.push(neighbour) > MAX_LINKS) {
			throw new RangeError(
				`The cells have more than ${MAX_LINKS} neighbours in all. Choose a smaller neighbourhood or larger cells.`
			);
		}
	};
	for (let i = 0; i < size; i++) {
		list(i, add);
		starts[i + 1] = items.length;
	}
	return { starts, items: Int32Array.from(items) };
}
