import { expect, test } from 'vitest';
import { testExactly } from '$lib/core/fisher-exact';

// Estimate and interval by scipy 1.17.1, stats.contingency.odds_ratio; p by R 4.2.2, fisher.test, whose
// estimates agree within the tolerance of its root finder.
const BY_OTHERS: [number[], number, number, number, number][] = [
	[[10, 3, 12, 20], 5.337519827, 1.087081942, 36.25825762, 0.02304289542],
	[[5, 0, 9, 14], Infinity, 1.086975138, Infinity, 0.04074074074],
	[[0, 4, 8, 8], 0, 0, 2.094014686, 0.1166150671],
	[[120, 80, 300, 310], 1.549163639, 1.107058644, 2.175537522, 0.009009766391],
	// Fisher's tea (The Design of Experiments, 1935).
	[[3, 1, 1, 3], 6.408319658, 0.2117355954, 626.2435306, 0.4857142857],
	[[7, 7, 7, 7], 1, 0.1793072873, 5.577018175, 1],
	[[1, 0, 5, 3], Infinity, 0.01282051282, Infinity, 1]
];

const close = (found: number, expected: number) =>
	Number.isFinite(expected)
		? expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * expected)
		: expect(found).toBe(expected);

test.each(BY_OTHERS)(
	'%j is tested as scipy and R test it',
	([a, b, c, d], ratio, lower, upper, p) => {
		const found = testExactly([
			[a!, b!],
			[c!, d!]
		])!;
		close(found.oddsRatio, ratio);
		close(found.interval[0], lower);
		close(found.interval[1], upper);
		expect(found.p).toBeCloseTo(p, 9);
	}
);

test('the interval is where the tails beyond the count are a fortieth each', () => {
	const chances = (odds: number) => {
		const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
		const weights = Array.from(
			{ length: 14 },
			(_, x) => choose(13, x) * choose(32, 22 - x) * odds ** x
		);
		const sum = weights.reduce((total, each) => total + each, 0);
		return weights.map((each) => each / sum);
	};
	const { interval } = testExactly([
		[10, 3],
		[12, 20]
	])!;
	const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
	expect(sum(chances(interval[0]).slice(10))).toBeCloseTo(0.025, 9);
	expect(sum(chances(interval[1]).slice(0, 11))).toBeCloseTo(0.025, 9);
});

test('margins that leave one table teach nothing; margins too small can never be significant', () => {
	expect(
		testExactly([
			[0, 0],
			[4, 9]
		])
	).toBeUndefined();
	expect(
		testExactly([
			[3, 0],
			[5, 0]
		])
	).toBeUndefined();
	// Of C(4, 2) tables the most extreme has one chance in six on either side.
	expect(
		testExactly([
			[2, 0],
			[0, 2]
		])!.leastP
	).toBeCloseTo(1 / 3, 12);
	expect(
		testExactly([
			[3, 1],
			[1, 3]
		])!.leastP
	).toBeCloseTo(2 / 70, 12);
});
