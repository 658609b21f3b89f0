/** Sorting by digits of eleven bits: several times as fast as by comparing, and stable. */

/** Places of the keys in ascending order, those of equals in the order given. */
export function sortByKeys(unsorted: Uint32Array): Uint32Array {
	const size = unsorted.length;
	let keys = unsorted.slice();
	let order = new Uint32Array(size);
	for (let i = 0; i < size; i++) order[i] = i;
	let [nextKeys, nextOrder] = [new Uint32Array(size), new Uint32Array(size)];
	for (let shift = 0; shift < 32; shift += 11) {
		const starts = new Uint32Array(2049);
		for (let i = 0; i < size; i++) starts[((keys[i]! >>> shift) & 2047) + 1]!++;
		for (let bin = 1; bin < 2049; bin++) starts[bin]! += starts[bin - 1]!;
		for (let i = 0; i < size; i++) {
			const key = keys[i]!;
			const bin = (key >>> shift) & 2047;
			const at = starts[bin]!;
			starts[bin] = at + 1;
			nextKeys[at] = key;
			nextOrder[at] = order[i]!;
		}
		[keys, nextKeys] = [nextKeys, keys];
		[order, nextOrder] = [nextOrder, order];
	}
	return order;
}

/** As sortByKeys, for whole numbers from 0 up to 2^53. */
export function sortByWholeNumbers(numbers: Float64Array): Uint32Array {
	const least = numbers.reduce((min, each) => Math.min(min, each), Infinity);
	const [low, high] = [new Uint32Array(numbers.length), new Uint32Array(numbers.length)];
	let isShort = true;
	for (let i = 0; i < numbers.length; i++) {
		const above = numbers[i]! - least;
		low[i] = above;
		high[i] = above / 2 ** 32;
		isShort &&= high[i] === 0;
	}
	const byLow = sortByKeys(low);
	if (isShort) return byLow;
	const byHigh = sortByKeys(Uint32Array.from(byLow, (i) => high[i]!));
	return byHigh.map((place) => byLow[place]!);
}
