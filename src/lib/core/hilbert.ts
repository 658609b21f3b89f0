/** A Hilbert curve of order 16: neighbours along it are neighbours on the plane. */

/** In the last two bits of a state: both axes exchanged, both turned over. */
const SWAPPED = 1;
const FLIPPED = 2;

/** By state and four bits of each coordinate: eight bits along the curve, and above them the next state. */
const STEPS = new Uint16Array(4 << 8);
for (let state = 0; state < 4; state++) {
	for (let bits = 0; bits < 256; bits++) {
		let [x, y] = [bits >> 4, bits & 15];
		if (state & SWAPPED) [x, y] = [y, x];
		if (state & FLIPPED) [x, y] = [x ^ 15, y ^ 15];
		let next = state;
		let along = 0;
		for (let shift = 3; shift >= 0; shift--) {
			const right = (x >> shift) & 1;
			const upper = (y >> shift) & 1;
			along = (along << 2) | ((3 * right) ^ upper);
			// The lower quarters are turned over, so that the curve goes on where it left off.
			if (upper) continue;
			[x, y] = right ? [y ^ 15, x ^ 15] : [y, x];
			next ^= right ? SWAPPED | FLIPPED : SWAPPED;
		}
		STEPS[(state << 8) | bits] = (next << 8) | along;
	}
}

/** Distance along the curve, from two coordinates from 0 up to 65536. */
export function alongHilbert(column: number, row: number): number {
	let along = 0;
	let state = 0;
	for (let shift = 12; shift >= 0; shift -= 4) {
		const bits = (((column >>> shift) & 15) << 4) | ((row >>> shift) & 15);
		const step = STEPS[state | bits]!;
		along = (along << 8) | (step & 255);
		state = step & 0x300;
	}
	return along >>> 0;
}
