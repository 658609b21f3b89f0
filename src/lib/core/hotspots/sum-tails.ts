/** Chance that so many values, drawn from a list without putting back, have so large a sum. */

/** Larger tables are refused: eight bytes each, and the sums are all but normal. */
const MAX_WAYS = 20_000_000;

export type Tails = (drawn: number, sum: number) => { atLeast: number; atMost: number };

/**
 * The exact distribution of sums of up to `most` values drawn without replacement: under random
 * shuffling of the values over the places, that is the sum over any place's neighbours. Counted by
 * the generating function: the product over values v of (1 + y x^v), of which the coefficient of
 * y^k x^s is the number of ways to draw k values with sum s. Values are whole and not negative.
 * Takes time in proportion to distinct values · most · largest sum. Throws on other values, and on
 * sums so large that the normal approximation is as good.
 */
export function sumTails(values: ArrayLike<number>, most: number): Tails {
	const multiplicities = new Map<number, number>();
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		if (!Number.isInteger(value) || value < 0) throw new Error(`not a count: ${value}`);
		multiplicities.set(value, (multiplicities.get(value) ?? 0) + 1);
	}
	const zeros = multiplicities.get(0) ?? 0;
	multiplicities.delete(0);
	const largest = Array.from(values)
		.sort((a, b) => b - a)
		.slice(0, most)
		.reduce((sum, value) => sum + value, 0);
	if (most * largest > MAX_WAYS) {
		throw new RangeError(
			'Counts or neighbours are too many for exact chances: the normal ones will do.'
		);
	}
	// Numbers of ways exceed what a double holds; scaled by this to the power of what is drawn they
	// stay near 1.
	const scale = Math.exp(-logWays(values.length, most) / Math.max(1, most));

	// ways[k][s]: drawing k values above zero with sum s, scaled. Later values join earlier ones.
	const ways = Array.from({ length: most + 1 }, () => new Float64Array(largest + 1));
	ways[0]![0] = 1;
	for (const [value, times] of multiplicities) {
		const choose = chooseScaled(times, Math.min(times, most), scale);
		for (let drawn = most; drawn >= 1; drawn--) {
			const target = ways[drawn]!;
			for (let taken = 1; taken < choose.length && taken <= drawn; taken++) {
				const source = ways[drawn - taken]!;
				const shift = value * taken;
				const factor = choose[taken]!;
				for (let sum = shift; sum <= largest; sum++) target[sum]! += factor * source[sum - shift]!;
			}
		}
	}

	const chooseZeros = chooseScaled(zeros, most, scale);
	const byDrawn = new Map<number, { atLeast: Float64Array; atMost: Float64Array }>();
	const tailsOf = (drawn: number) => {
		const known = byDrawn.get(drawn);
		if (known) return known;
		const chances = new Float64Array(largest + 1);
		for (let positive = 0; positive <= drawn; positive++) {
			const factor = chooseZeros[drawn - positive]!;
			ways[positive]!.forEach((count, sum) => (chances[sum]! += factor * count));
		}
		// Each tail is summed from its own end: small chances keep their digits.
		const atMost = chances.slice();
		for (let sum = 1; sum <= largest; sum++) atMost[sum]! += atMost[sum - 1]!;
		const atLeast = chances;
		for (let sum = largest - 1; sum >= 0; sum--) atLeast[sum]! += atLeast[sum + 1]!;
		const all = atLeast[0]!;
		const tails = {
			atLeast: atLeast.map((each) => each / all),
			atMost: atMost.map((each) => each / all)
		};
		byDrawn.set(drawn, tails);
		return tails;
	};
	return (drawn, sum) => {
		const { atLeast, atMost } = tailsOf(drawn);
		return { atLeast: atLeast[sum]!, atMost: atMost[sum]! };
	};
}

/** Ways to choose 0, 1, ... up to `most` of `times`, the k-th scaled by scale^k. */
function chooseScaled(times: number, most: number, scale: number): Float64Array {
	const choose = new Float64Array(most + 1);
	choose[0] = 1;
	for (let k = 1; k <= most; k++) {
		choose[k] = Math.max(0, (choose[k - 1]! * (times - k + 1) * scale) / k);
	}
	return choose;
}

function logWays(size: number, drawn: number): number {
	let log = 0;
	for (let k = 1; k <= drawn; k++) log += Math.log((size - k + 1) / k);
	return log;
}
