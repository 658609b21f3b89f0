/** Which bases would change places if a weight moved, and how far it would have to. */
import { isSame, RISK_INDICATORS, scoreOf, valueInScore } from './risk';
import type { Indicators, RiskIndicator, Weights } from './risk';

/** Just beyond this weight the one that stood lower passes the other. */
export type Swap = {
	/** Of the whole, 0..1; the other weights keep their proportions and share the rest. */
	share: number;
	/** The same as a weight, the other weights as they are. */
	weight: number;
	higher: string;
	lower: string;
};
export type Sensitivity = {
	indicator: RiskIndicator;
	/** What the indicator weighs now, of the whole. */
	share: number;
	/** The nearest swap when the weight goes down, and when it goes up; null: none at any weight. */
	down: Swap | null;
	up: Swap | null;
};

/** A score as a function of one weight's share t: (n0 + n1 t) / (d0 + d1 t). */
type Ratio = { id: string; n0: number; n1: number; d0: number; d1: number };

/**
 * For every indicator the smallest change of its weight, in either direction, after which two bases
 * stand in another order. Exact: two scores are ratios of straight lines in t, so they meet where a
 * quadratic is zero. Bases without a score take no part; bases that are equal now have no order to
 * lose.
 */
export function findSensitivity(
	bases: ReadonlyMap<string, Indicators>,
	weights: Weights
): Sensitivity[] {
	const scored = [...bases].flatMap(([id, indicators]) => {
		const { current } = scoreOf(indicators, weights);
		return current === null ? [] : [{ id, indicators, current }];
	});
	scored.sort((a, b) => b.current - a.current || (a.id < b.id ? -1 : 1));
	const ranks: (typeof scored)[] = [];
	for (const each of scored) {
		const last = ranks.at(-1);
		if (last && isSame(last[0]!.current, each.current)) last.push(each);
		else ranks.push([each]);
	}
	const total = RISK_INDICATORS.reduce((sum, each) => sum + weights[each], 0);
	return RISK_INDICATORS.map((indicator) => {
		const share = weights[indicator] / total;
		const others = total - weights[indicator];
		const found: Sensitivity = { indicator, share, down: null, up: null };
		if (others === 0) return found;
		const ratios = ranks.map((rank) =>
			rank.map(({ id, indicators }) => toRatio(id, indicators, indicator, weights, others))
		);
		// Scores are continuous, so the first two to meet stand next to each other until they do.
		for (const [i, rank] of ratios.entries()) {
			for (const higher of rank) {
				for (const lower of ratios[i + 1] ?? []) {
					for (const at of crossings(higher, lower, share)) {
						const swap = {
							share: at,
							weight: (others * at) / (1 - at),
							higher: higher.id,
							lower: lower.id
						};
						if (at < share && at > (found.down?.share ?? 0)) found.down = swap;
						if (at > share && at < (found.up?.share ?? 1)) found.up = swap;
					}
				}
			}
		}
		return found;
	});
}

function toRatio(
	id: string,
	indicators: Indicators,
	moving: RiskIndicator,
	weights: Weights,
	others: number
): Ratio {
	let [worth, weight] = [0, 0];
	for (const each of RISK_INDICATORS) {
		const value = valueInScore(each, indicators[each]);
		if (each === moving || value === undefined) continue;
		worth += (weights[each] * value) / others;
		weight += weights[each] / others;
	}
	const own = valueInScore(moving, indicators[moving]);
	// Left out, it moves nothing: the others share its place in the same proportions.
	if (own === undefined) return { id, n0: worth, n1: 0, d0: weight, d1: 0 };
	return { id, n0: worth, n1: own - worth, d0: weight, d1: 1 - weight };
}

/** Where a weight is nothing, or everything, many scores meet, and none can pass another beyond. */
const END = 1e-9;

/** Where in (0, 1) two scores meet and part in the other order; they differ at `from`. */
function crossings(a: Ratio, b: Ratio, from: number): number[] {
	// The difference, by its sign, as q0 + q1 u + q2 u² around `from`.
	const [na, da] = [a.n0 + a.n1 * from, a.d0 + a.d1 * from];
	const [nb, db] = [b.n0 + b.n1 * from, b.d0 + b.d1 * from];
	const q0 = na * db - nb * da;
	const q1 = a.n1 * db + na * b.d1 - b.n1 * da - nb * a.d1;
	const q2 = a.n1 * b.d1 - b.n1 * a.d1;
	const discriminant = q1 * q1 - 4 * q0 * q2;
	// Two roots in one place touch and part again in the same order.
	if (discriminant <= 0) return [];
	const q = -(q1 + Math.sign(q1 || 1) * Math.sqrt(discriminant)) / 2;
	return [q / q2, q0 / q]
		.filter((step) => Number.isFinite(step))
		.map((step) => from + step)
		.filter((at) => at > END && at < 1 - END);
}
