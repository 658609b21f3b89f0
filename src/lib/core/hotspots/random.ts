/** Seeded chance: the same numbers from the same seed on every machine. */

export type Random = () => number;

/**
 * Uniform numbers in [0, 1) with 32 bits: xoshiro128** (Blackman & Vigna 2021, ACM Transactions on
 * Mathematical Software 47), its state filled from seed and stream by splitmix32. Each stream of a
 * seed is a sequence of its own, so that replica 7 is the same whoever draws it and in which order.
 */
export function seededRandom(seed: number, stream = 0): Random {
	let mixed = (Math.imul(seed, 0x9e3779b9) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0;
	const splitMix = () => {
		mixed = (mixed + 0x9e3779b9) | 0;
		let word = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
		return word ^ (word >>> 15);
	};
	let [a, b, c, d] = [splitMix(), splitMix(), splitMix(), splitMix()];
	return () => {
		const fiveB = Math.imul(b, 5);
		const drawn = Math.imul((fiveB << 7) | (fiveB >>> 25), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = (d << 11) | (d >>> 21);
		return drawn / 4294967296;
	};
}

/** A Poisson number by inversion; means above 30 are drawn in parts. */
export function drawPoisson(mean: number, random: Random): number {
	let drawn = 0;
	let rest = mean;
	for (; rest > 30; rest -= 30) drawn += drawSmallPoisson(30, random);
	return drawn + drawSmallPoisson(rest, random);
}

function drawSmallPoisson(mean: number, random: Random): number {
	let left = random();
	let chance = Math.exp(-mean);
	let drawn = 0;
	// Beyond 200 the chance is below every number that can be drawn.
	while (left >= chance && drawn < 200) {
		left -= chance;
		chance *= mean / ++drawn;
	}
	return drawn;
}

/**
 * Draws indices in proportion to weights, each in constant time (alias method; Walker 1977, Vose
 * 1991). Weights are finite and not negative, and not all zero.
 */
export function aliasSampler(weights: ArrayLike<number>): (random: Random) => number {
	const size = weights.length;
	let total = 0;
	for (let i = 0; i < size; i++) total += weights[i]!;
	if (!(total > 0)) throw new Error('no weight to draw by');
	const keep = Float64Array.from(weights, (weight) => (weight * size) / total);
	const alias = new Int32Array(size);
	const poor: number[] = [];
	const rich: number[] = [];
	keep.forEach((share, i) => (share < 1 ? poor : rich).push(i));
	while (poor.length > 0 && rich.length > 0) {
		const [small, large] = [poor.pop()!, rich.pop()!];
		alias[small] = large;
		keep[large] = keep[large]! - (1 - keep[small]!);
		(keep[large] < 1 ? poor : rich).push(large);
	}
	// What rounding left over stands for itself.
	for (const i of [...poor, ...rich]) keep[i] = 1;
	return (random) => {
		const at = random() * size;
		const i = Math.floor(at);
		return random() < keep[i]! ? i : alias[i]!;
	};
}
