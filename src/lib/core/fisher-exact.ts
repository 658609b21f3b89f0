/**
 * Fisher's exact test of two by two counts, with the conditional estimate of the odds ratio and its
 * exact interval (Fisher 1935; Cornfield 1956), as fisher.test of R computes them. Given the margins,
 * the first count follows a noncentral hypergeometric law whose parameter is the odds ratio; for
 * Poisson counts before and after, near and far, that is the ratio of the two changes.
 */

/** Rows are groups, columns outcomes. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

export type ExactTest = {
	/** Zero and infinity where the first count is the least or most that its margins allow. */
	oddsRatio: number;
	/** 95 %; it ends at infinity where the data set it no end. */
	interval: [lower: number, upper: number];
	/** Two-sided: of all tables with these margins, those no likelier than this one. */
	p: number;
	/** The smallest p that any table with these margins could have (Tarone 1990, Biometrics 46). */
	leastP: number;
};

const TAIL = 0.025;
/** Tables that are equally likely may differ by rounding; R's allowance. */
const EQUALLY_LIKELY = 1 + 1e-7;

/** Undefined when the margins leave only one table: nothing can be learnt from it. */
export function testExactly([[a, b], [c, d]]: TwoByTwo): ExactTest | undefined {
	const [least, most] = [Math.max(0, a - d), Math.min(a + b, a + c)];
	if (least === most) return undefined;
	const logChances = Float64Array.from({ length: most - least + 1 }, (_, i) => {
		const x = least + i;
		return logChoose(a + b, x) + logChoose(c + d, a + c - x);
	});

	const chances = (logOdds: number) => {
		const logs = logChances.map((each, i) => each + logOdds * (least + i));
		const largest = logs.reduce((one, other) => Math.max(one, other));
		const weights = logs.map((each) => Math.exp(each - largest));
		const sum = weights.reduce((total, each) => total + each, 0);
		return weights.map((each) => each / sum);
	};
	const sumWhere = (logOdds: number, wanted: (x: number) => boolean) =>
		chances(logOdds).reduce((sum, chance, i) => sum + (wanted(least + i) ? chance : 0), 0);
	const mean = (logOdds: number) =>
		chances(logOdds).reduce((sum, chance, i) => sum + chance * (least + i), 0);

	const even = chances(0);
	const noLikelierThan = (chance: number) =>
		even.reduce((sum, each) => sum + (each <= chance * EQUALLY_LIKELY ? each : 0), 0);
	return {
		oddsRatio: a === least ? 0 : a === most ? Infinity : findOdds((odds) => mean(odds) - a),
		interval: [
			a === least ? 0 : findOdds((odds) => sumWhere(odds, (x) => x >= a) - TAIL),
			a === most ? Infinity : findOdds((odds) => TAIL - sumWhere(odds, (x) => x <= a))
		],
		p: Math.min(1, noLikelierThan(even[a - least]!)),
		leastP: Math.min(1, noLikelierThan(even.reduce((one, other) => Math.min(one, other))))
	};
}

/** The odds at which a function that ascends in their logarithm is zero, by bisection. */
function findOdds(ascending: (logOdds: number) => number): number {
	let [low, high] = [-50, 50];
	for (let i = 0; i < 80; i++) {
		const middle = (low + high) / 2;
		if (ascending(middle) < 0) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2);
}

function logChoose(n: number, k: number): number {
	let log = 0;
	for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
	return log;
}
