/**
 * Emerging hotspots: where do counts gather, since when, and is it growing? A cube of cells and time
 * steps; Gi* of every bin over its cell and ring at the same step and the one before; the trend of
 * each cell's z by Mann-Kendall; and the classes that analysts know from Esri's "Emerging Hot Spot
 * Analysis", after its published definitions.
 */
import { giStar, type PValues } from './gi-star';
import { mannKendall, type Trend } from './mann-kendall';
import type { Neighbours } from './neighbours';

export const HOTSPOT_CLASSES = [
	'new',
	'consecutive',
	'intensifying',
	'persistent',
	'diminishing',
	'sporadic',
	'oscillating',
	'historical'
] as const;
export type HotspotClass = (typeof HOTSPOT_CLASSES)[number];

export type Emerging = {
	/** Hot (1), cold (-1) or neither (0) by step. */
	states: Int8Array;
	z: Float64Array;
	trend: Trend;
	/** Null: no pattern. A cold spot has the class that a hot spot of the same course would have. */
	pattern: { of: 'hot' | 'cold'; class: HotspotClass } | null;
};

/** What is significant: q of a bin over the whole cube, and p of a trend. */
export type EmergingOptions = { alpha?: number; pValues?: PValues };

/**
 * One answer a cell. `counts` holds, step by step, a count for every cell; values are compared with
 * the mean and variance of the whole cube. Steps are equal and in order.
 */
export function findEmerging(
	counts: readonly ArrayLike<number>[],
	neighbours: Neighbours,
	{ alpha = 0.05, pValues = 'normal' }: EmergingOptions = {}
): Emerging[] {
	const size = neighbours.starts.length - 1;
	const steps = counts.length;
	const cube = new Float64Array(size * steps);
	counts.forEach((step, t) => cube.set(step, t * size));
	const bins = giStar(cube, cubeNeighbours(neighbours, steps), pValues);
	return Array.from({ length: size }, (_, cell) => {
		const z = Float64Array.from({ length: steps }, (_, t) => bins.z[t * size + cell]!);
		const states = Int8Array.from(z, (each, t) =>
			bins.q[t * size + cell]! <= alpha ? Math.sign(each) : 0
		);
		const trend = mannKendall(z);
		return { states, z, trend, pattern: findPattern(states, trend, alpha) };
	});
}

/** Neighbours of a bin: those of its cell at its step and, from the second step, one step before. */
function cubeNeighbours({ starts, items }: Neighbours, steps: number): Neighbours {
	const size = starts.length - 1;
	const cubeStarts = new Int32Array(size * steps + 1);
	const cubeItems = new Int32Array(items.length * Math.max(0, 2 * steps - 1));
	let at = 0;
	for (let bin = 0; bin < size * steps; bin++) {
		const step = Math.floor(bin / size);
		const around = items.subarray(starts[bin % size]!, starts[(bin % size) + 1]!);
		for (let t = Math.max(0, step - 1); t <= step; t++) {
			for (const item of around) cubeItems[at++] = t * size + item;
		}
		cubeStarts[bin + 1] = at;
	}
	return { starts: cubeStarts, items: cubeItems };
}

/** Which of the eight courses the states of one cell took, first as hot, then as cold. */
export function findPattern(states: Int8Array, trend: Trend, alpha: number): Emerging['pattern'] {
	const hot = classify(states, trend, alpha);
	if (hot) return { of: 'hot', class: hot };
	const cold = classify(
		states.map((state) => -state),
		{ ...trend, z: -trend.z },
		alpha
	);
	return cold && { of: 'cold', class: cold };
}

function classify(states: Int8Array, trend: Trend, alpha: number): HotspotClass | null {
	const steps = states.length;
	const hot = states.filter((state) => state > 0).length;
	const mostly = hot >= 0.9 * steps;
	const isLastHot = states[steps - 1]! > 0;
	if (hot === 0) return null;
	if (!isLastHot) return mostly ? 'historical' : null;
	if (hot === 1) return 'new';
	if (mostly) {
		if (trend.p > alpha) return 'persistent';
		return trend.z > 0 ? 'intensifying' : 'diminishing';
	}
	const lastRun = steps - 1 - states.findLastIndex((state) => state <= 0);
	if (lastRun === hot) return 'consecutive';
	return states.some((state) => state < 0) ? 'oscillating' : 'sporadic';
}
