/** How measured values are distributed, and the range that a reader takes out of them. */
import type { Count, Nearest } from './proximity';

/** From `from` on and below `below`; null: open on that side. */
export type Range = { from: number | null; below: number | null };

export const isWithin = (value: number, { from, below }: Range): boolean =>
	(from === null || value >= from) && (below === null || value < below);

/** The least of 1, 2 and 5 times a power of ten that divides a length into at most so many steps. */
export function stepOf(length: number, most: number): number {
	const least = Math.max(length, 1) / most;
	const power = 10 ** Math.floor(Math.log10(least));
	return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least)!;
}

/** Numbers of one step from zero to beyond the greatest value. */
export function edgesOf(greatest: number, step: number): number[] {
	return Array.from({ length: Math.floor(greatest / step) + 2 }, (_, i) => i * step);
}

export type Bin = { from: number; below: number; count: Count };
export type Distribution = {
	bins: Bin[];
	/** Records with nothing to measure to: no data, not zero. */
	none: number;
};

/**
 * Nearest distances by class. A count is taken at the recorded positions; `definite` are those that
 * lie in their class wherever within the accuracies the true positions are, `possible` those that may.
 */
export function distributeNearest(
	nearest: readonly (Nearest | null)[],
	edges: readonly number[]
): Distribution {
	const bins = edges.slice(1).map((below, i) => ({
		from: edges[i]!,
		below,
		count: { measured: 0, definite: 0, possible: 0 }
	}));
	const step = edges[1]! - edges[0]!;
	const binOf = (distance: number) => Math.min(bins.length - 1, Math.floor(distance / step));
	let none = 0;
	for (const each of nearest) {
		if (!each) {
			none++;
			continue;
		}
		const first = binOf(Math.max(0, each.distanceMetres - each.uncertaintyMetres));
		const last = binOf(each.distanceMetres + each.uncertaintyMetres);
		bins[binOf(each.distanceMetres)]!.count.measured++;
		if (first === last) bins[first]!.count.definite++;
		for (let i = first; i <= last; i++) bins[i]!.count.possible++;
	}
	return { bins, none };
}

/** How many are within a range: at the recorded positions, certainly, and possibly. */
export function countWithin(nearest: readonly (Nearest | null)[], range: Range): Count {
	const count = { measured: 0, definite: 0, possible: 0 };
	for (const each of nearest) {
		if (!each) continue;
		const { distanceMetres: distance, uncertaintyMetres: reach } = each;
		const low = Math.max(0, distance - reach);
		if (isWithin(distance, range)) count.measured++;
		if (isWithin(low, range) && isWithin(distance + reach, range)) count.definite++;
		if (overlaps(low, distance + reach, range)) count.possible++;
	}
	return count;
}

const overlaps = (low: number, high: number, { from, below }: Range) =>
	(from === null || high >= from) && (below === null || low < below);
