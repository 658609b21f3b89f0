/** Chance that comes out the same every time, so that the demo is the same on every machine. */
import { createHash } from 'node:crypto';

export type Random = () => number;

/** mulberry32: 32 bits of state, uniform in [0, 1). Good enough for scattering exercise data. */
export function seedRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const pick = <T>(random: Random, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)]!;

/** Knuth's method; for the small means used here. */
export function drawPoisson(random: Random, mean: number): number {
	const limit = Math.exp(-mean);
	let product = random();
	let count = 0;
	while (product > limit) {
		product *= random();
		count++;
	}
	return count;
}

/** The same words give the same id, in the form of a version 4 UUID. */
export function uuidOf(words: string): string {
	const hex = createHash('sha256').update(`cordon demo: ${words}`).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}
