/** The likelihood ratio of a zone, and how many cases it takes to beat a given one. */

/** x ln x for 0, 1, 2, ..., with 0 at 0. */
export function tableOfXLogX(most: number): Float64Array {
	return Float64Array.from({ length: most + 1 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)));
}

/**
 * Logarithm of the likelihood ratio of a zone that holds `cases` of `total` cases and a share of what
 * chance expects: c ln(c/E) + (C - c) ln((C - c)/(C - E)) with E = C · share. Zero where there are no
 * more cases than expected: high rates alone are sought.
 */
export function logLikelihoodRatio(cases: number, total: number, share: number): number {
	if (cases <= total * share) return 0;
	const inside = cases * Math.log(cases / (total * share));
	const rest = total - cases;
	return rest === 0 ? inside : inside + rest * Math.log(rest / (total * (1 - share)));
}

/**
 * For shares that rise from bucket to bucket, writes to `thresholds` the most cases that do not
 * exceed a ratio at each bucket's lower edge. A zone of the bucket with no more cases cannot exceed
 * it either, because its share is larger.
 */
export function fillThresholds(
	thresholds: Int32Array,
	ratio: number,
	total: number,
	{ logFloors, logRests }: { logFloors: Float64Array; logRests: Float64Array },
	xLogX: Float64Array
): void {
	const limit = ratio + xLogX[total]!;
	let cases = 0;
	for (let bucket = 0; bucket < thresholds.length; bucket++) {
		const logFloor = logFloors[bucket]!;
		const logRest = logRests[bucket]!;
		const least = total * Math.exp(logFloor);
		while (cases < total) {
			const next = cases + 1;
			const exceeds =
				next > least &&
				xLogX[next]! + xLogX[total - next]! - next * logFloor - (total - next) * logRest > limit;
			if (exceeds) break;
			cases = next;
		}
		thresholds[bucket] = cases;
	}
}
