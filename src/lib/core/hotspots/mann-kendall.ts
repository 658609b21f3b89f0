/**
 * Does a series rise or fall? Mann 1945 (Econometrica 13), Kendall 1975: S counts the pairs that rise
 * less those that fall. z = (S - sign S) / sqrt(var S), the variance corrected for ties.
 */
import { twoSidedP } from './normal';

export type Trend = {
	/** Rising pairs less falling pairs. */
	s: number;
	/** 0 for a series without a trend and for fewer than three values. */
	z: number;
	/** Two-sided, by the normal approximation; 1 where z is 0. */
	p: number;
};

export function mannKendall(series: ArrayLike<number>): Trend {
	const n = series.length;
	let s = 0;
	for (let later = 1; later < n; later++) {
		for (let earlier = 0; earlier < later; earlier++) {
			s += Math.sign(series[later]! - series[earlier]!);
		}
	}
	const pairsOf = (count: number) => count * (count - 1) * (2 * count + 5);
	const ties = Map.groupBy(Array.from(series), (value) => value);
	const tied = [...ties.values()].reduce((sum, { length }) => sum + pairsOf(length), 0);
	const variance = (pairsOf(n) - tied) / 18;
	const z = n < 3 || s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
	return { s, z, p: twoSidedP(z) };
}
