/**
 * Getis-Ord Gi*: is the sum over a place and its neighbours higher or lower than chance allows, given
 * all values of the study area? (Getis & Ord 1992; Ord & Getis 1995, Geographical Analysis 27, with
 * binary weights and the place itself among its neighbours.)
 */
import { toQValues } from './false-discovery';
import type { Neighbours } from './neighbours';
import { twoSidedP } from './normal';
import { sumTails } from './sum-tails';

/** Where p comes from: the normal approximation, or every way of shuffling the values, counted. */
export const P_VALUES = ['normal', 'exact'] as const;
export type PValues = (typeof P_VALUES)[number];

/** By item. NaN where nothing can be said: all values equal, or neighbours with everything. */
export type GiStar = { z: Float64Array; p: Float64Array; q: Float64Array };

/**
 * z, two-sided p and the false-discovery q of each item. Exact p need whole values that are not
 * negative, and are what sparse counts need: their sums are skewed, and the normal approximation
 * then calls chance significant.
 */
export function giStar(
	values: ArrayLike<number>,
	neighbours: Neighbours,
	pValues: PValues = 'normal'
): GiStar {
	const z = giStarZ(values, neighbours);
	const p = pValues === 'normal' ? z.map(twoSidedP) : exactP(values, neighbours, z);
	return { z, p, q: toQValues(p) };
}

/**
 * z = (sum - W mean) / (s sqrt((n W - W²) / (n - 1))), with W neighbours, s² = mean square - mean².
 */
export function giStarZ(values: ArrayLike<number>, neighbours: Neighbours): Float64Array {
	const size = values.length;
	let total = 0;
	for (let i = 0; i < size; i++) total += values[i]!;
	const mean = total / size;
	let squares = 0;
	for (let i = 0; i < size; i++) squares += (values[i]! - mean) ** 2;
	const deviation = Math.sqrt(squares / size);
	// Rounding of the mean alone is no variation.
	const isConstant = !(deviation > Math.abs(mean) * 1e-14);
	const z = new Float64Array(size);
	const { starts, items } = neighbours;
	// Most have as many neighbours as the one before.
	let known = -1;
	let spread = NaN;
	for (let i = 0, at = 0; i < size; i++) {
		const end = starts[i + 1]!;
		const weight = end - at;
		let sum = 0;
		for (; at < end; at++) sum += values[items[at]!]!;
		if (weight !== known) {
			known = weight;
			const isUnknown = isConstant || weight === size;
			spread = isUnknown ? NaN : deviation * Math.sqrt((weight * (size - weight)) / (size - 1));
		}
		z[i] = (sum - weight * mean) / spread;
	}
	return z;
}

function exactP(
	values: ArrayLike<number>,
	{ starts, items }: Neighbours,
	z: Float64Array
): Float64Array {
	let most = 0;
	for (let i = 0; i < z.length; i++) most = Math.max(most, starts[i + 1]! - starts[i]!);
	const tails = sumTails(values, most);
	return z.map((each, i) => {
		if (Number.isNaN(each)) return NaN;
		let sum = 0;
		for (let at = starts[i]!; at < starts[i + 1]!; at++) sum += values[items[at]!]!;
		const { atLeast, atMost } = tails(starts[i + 1]! - starts[i]!, sum);
		return Math.min(1, 2 * Math.min(atLeast, atMost));
	});
}
