import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKeys, sortByWholeNumbers } from '$lib/core/radix-sort';

const plainly = (numbers: ArrayLike<number>) =>
	Array.from(numbers, (_, i) => i).sort((a, b) => numbers[a]! - numbers[b]! || a - b);

test('numbers are sorted as by comparing, equals in the order given', () => {
	const number = fc.oneof(fc.nat(5), fc.maxSafeNat(), fc.integer({ min: 2 ** 32, max: 2 ** 33 }));
	fc.assert(
		fc.property(fc.array(number), (numbers) => {
			expect([...sortByWholeNumbers(Float64Array.from(numbers))]).toEqual(plainly(numbers));
			const keys = Uint32Array.from(numbers);
			expect([...sortByKeys(keys)]).toEqual(plainly(keys));
		})
	);
});
