import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	countWithin,
	distributeNearest,
	edgesOf,
	isWithin,
	stepOf,
	type Range
} from '$lib/core/distribution';

const near = (distanceMetres: number, uncertaintyMetres: number) => ({
	id: 'x',
	distanceMetres,
	uncertaintyMetres
});
const anyNearest = fc.option(
	fc
		.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 6_000 }))
		.map(([distance, uncertainty]) => near(distance, uncertainty))
);

describe('classes', () => {
	test('have a step of 1, 2 or 5 times a power of ten, and reach beyond the greatest value', () => {
		expect(stepOf(23_000, 24)).toBe(1000);
		expect(stepOf(25_000, 24)).toBe(2000);
		expect(stepOf(0, 24)).toBeGreaterThan(0);
		expect(edgesOf(2000, 500)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
	});

	test('a distance on an edge belongs to the class that begins there', () => {
		const { bins } = distributeNearest([near(500, 0)], [0, 500, 1000]);
		expect(bins.map(({ count }) => count.measured)).toEqual([0, 1]);
	});

	test('what the accuracy leaves open is certain of no class and possible in each it reaches', () => {
		const { bins } = distributeNearest([near(700, 600)], [0, 500, 1000, 1500, 2000]);
		expect(bins.map(({ count }) => [count.definite, count.measured, count.possible])).toEqual([
			[0, 0, 1],
			[0, 1, 1],
			[0, 0, 1],
			[0, 0, 0]
		]);
	});

	test('nothing to measure to is counted apart, never as zero metres', () => {
		const { bins, none } = distributeNearest([null, null, near(10, 0)], [0, 500, 1000]);
		expect(none).toBe(2);
		expect(bins.reduce((sum, { count }) => sum + count.measured, 0)).toBe(1);
	});

	test('a brushed range holds exactly the classes it spans', () => {
		fc.assert(
			fc.property(
				fc.array(anyNearest, { maxLength: 40 }),
				fc.nat(19),
				fc.integer({ min: 1, max: 20 }),
				(nearest, first, length) => {
					const { bins } = distributeNearest(nearest, edgesOf(20_000, 1000));
					const range: Range = { from: first * 1000, below: (first + length) * 1000 };
					const spanned = bins.filter(({ from }) => isWithin(from, range));
					const count = countWithin(nearest, range);
					expect(count.measured).toBe(spanned.reduce((sum, bin) => sum + bin.count.measured, 0));
					// Certain of a class is certain of a range that holds it; possible likewise.
					expect(count.definite).toBeGreaterThanOrEqual(
						spanned.reduce((sum, bin) => sum + bin.count.definite, 0)
					);
					for (const bin of spanned)
						expect(count.possible).toBeGreaterThanOrEqual(bin.count.possible);
				}
			),
			{ seed: 11, numRuns: 300 }
		);
	});
});
