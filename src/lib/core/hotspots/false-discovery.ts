/**
 * Control of the false discovery rate over many tests: of what is called significant, the expected
 * share that is chance stays at most alpha.
 *
 * Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57; for local statistics of
 * space, whose tests depend on one another, Caldas de Castro & Singer 2006, Geographical Analysis 38.
 */

/**
 * The q-value of each p: the least rate at which it would be called significant. NaN stays NaN and
 * is no test.
 */
export function toQValues(p: ArrayLike<number>): Float64Array {
	const ranks = rank(p);
	const q = new Float64Array(p.length).fill(NaN);
	let least = 1;
	for (let i = ranks.length - 1; i >= 0; i--) {
		least = Math.min(least, (p[ranks[i]!]! * ranks.length) / (i + 1));
		q[ranks[i]!] = least;
	}
	return q;
}

/**
 * The largest p that is significant at a rate of alpha, as Caldas de Castro and Singer look it up on
 * the sorted p: the last p(i) that is at most i · alpha / n gives i · alpha / n. Where there is none,
 * Bonferroni's alpha / n, so that nothing is significant. p <= cut-off exactly where q <= alpha.
 */
export function fdrCutOff(p: ArrayLike<number>, alpha: number): number {
	const ranks = rank(p);
	for (let i = ranks.length; i >= 1; i--) {
		if (p[ranks[i - 1]!]! <= (i * alpha) / ranks.length) return (i * alpha) / ranks.length;
	}
	return alpha / Math.max(1, ranks.length);
}

/** Places of the numbers that are tests, smallest p first. */
function rank(p: ArrayLike<number>): Uint32Array {
	const tests = Uint32Array.from({ length: p.length }, (_, i) => i).filter((i) => p[i]! >= 0);
	return tests.sort((a, b) => p[a]! - p[b]!);
}
