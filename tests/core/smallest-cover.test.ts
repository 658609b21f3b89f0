import { expect, test } from 'vitest';
import { findSmallestCover, type CoverProblem } from '$lib/core/smallest-cover';
import { seededRandom } from '$lib/core/hotspots/random';

/** Whether a set of columns, as bits, meets every demand. */
const meets = ({ demands, columns }: CoverProblem, set: number) =>
	demands.every((demand, row) => {
		let met = 0;
		columns.forEach((column, c) => {
			if (set & (1 << c)) for (const [of, weight] of column) if (of === row) met += weight;
		});
		return met >= demand - 1e-6;
	});

/** By trying every set. */
function smallestByForce(problem: CoverProblem): number {
	let smallest = Infinity;
	for (let set = 0; set < 1 << problem.columns.length; set++) {
		const size = set.toString(2).replaceAll('0', '').length;
		if (size < smallest && meets(problem, set)) smallest = size;
	}
	return smallest;
}

const bitsOf = (chosen: number[]) => chosen.reduce((bits, c) => bits | (1 << c), 0);

function drawProblem(seed: number, whole: boolean): CoverProblem {
	const random = seededRandom(seed);
	const rows = 1 + Math.floor(random() * 5);
	const columns = Array.from({ length: 1 + Math.floor(random() * 11) }, () =>
		Array.from({ length: rows }, (_, row): [number, number] => [
			row,
			random() < 0.5 ? 0 : whole ? 1 + Math.floor(random() * 4) : random() * 300
		]).filter(([, weight]) => weight > 0)
	);
	const demands = Array.from({ length: rows }, (_, row) => {
		const all = columns.flat().reduce((sum, [of, weight]) => sum + (of === row ? weight : 0), 0);
		const part = random() * 1.2 - 0.1;
		return Math.min(all, whole ? Math.round(all * part) : all * part);
	});
	return { demands, columns };
}

test('small problems are solved to the smallest, as trying every set finds it', () => {
	for (let seed = 0; seed < 300; seed++) {
		const problem = drawProblem(seed, seed % 2 === 0);
		const { chosen, atLeast } = findSmallestCover(problem);
		const smallest = smallestByForce(problem);
		expect(meets(problem, bitsOf(chosen)), `seed ${seed}`).toBe(true);
		expect([chosen.length, atLeast], `seed ${seed}`).toEqual([smallest, smallest]);
	}
});

test('without a search the greedy choice keeps within its bound, and the least stays below the best', () => {
	let notProven = 0;
	for (let seed = 1000; seed < 1300; seed++) {
		const problem = drawProblem(seed, true);
		const { chosen, atLeast, greedy, greedyFactor } = findSmallestCover(problem, 0);
		const smallest = smallestByForce(problem);
		expect(meets(problem, bitsOf(chosen)), `seed ${seed}`).toBe(true);
		expect(greedy, `seed ${seed}`).toBeLessThanOrEqual(greedyFactor * smallest + 1e-9);
		expect(chosen.length).toBeLessThanOrEqual(greedy);
		expect(atLeast, `seed ${seed}`).toBeLessThanOrEqual(smallest);
		if (atLeast < chosen.length) notProven++;
	}
	// Otherwise the bounds were never needed and the test says nothing.
	expect(notProven).toBeGreaterThan(10);
});

// Sets of 8, 4 and 2 lure greed away from the two halves of 7: the example that every text on set
// cover gives (Vazirani, Approximation Algorithms, 2001, chapter 2).
test('the textbook trap takes greed three sets and the search two', () => {
	const halves = [0, 7].map((from) => Array.from({ length: 7 }, (_, i) => from + i));
	const lures = [
		[0, 1, 2, 3, 7, 8, 9, 10],
		[4, 5, 11, 12],
		[6, 13]
	];
	const problem: CoverProblem = {
		demands: Array<number>(14).fill(1),
		columns: [...lures, ...halves].map((rows) => rows.map((row) => [row, 1]))
	};
	expect(findSmallestCover(problem)).toMatchObject({ greedy: 3, atLeast: 2 });
	expect(findSmallestCover(problem).chosen.toSorted()).toEqual([3, 4]);
	expect(findSmallestCover(problem, 0)).toMatchObject({ chosen: [0, 1, 2], atLeast: 2 });
	expect(findSmallestCover(problem).greedyFactor).toBeCloseTo(2.717857, 6);
});

test('nothing demanded takes nothing; more than everything is refused', () => {
	expect(findSmallestCover({ demands: [0, -3], columns: [[[0, 1]]] }).chosen).toEqual([]);
	expect(() => findSmallestCover({ demands: [2], columns: [[[0, 1]]] })).toThrow(/exceed/);
});

test('a problem too large to search still ends, with a bound', () => {
	const random = seededRandom(5);
	const columns = Array.from({ length: 400 }, () =>
		Array.from({ length: 8 }, (): [number, number] => [Math.floor(random() * 200), 1])
	);
	const demands = Array.from({ length: 200 }, (_, row) =>
		Math.min(3, new Set(columns.flatMap((c, i) => (c.some(([of]) => of === row) ? [i] : []))).size)
	);
	const { chosen, atLeast } = findSmallestCover({ demands, columns }, 200);
	expect(atLeast).toBeGreaterThan(60);
	expect(chosen.length).toBeGreaterThan(atLeast);
});
