import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	CONTROLS,
	DEFAULT_WEIGHTS,
	exactly,
	isControl,
	isSame,
	levelOf,
	measureStated,
	NOTHING_STATED,
	onScale,
	rankScores,
	RISK_INDICATORS,
	SCALES,
	scoreOf,
	suggestLikelihood,
	unknown,
	type Indicators,
	type Measured,
	type RiskIndicator,
	type Weights
} from '$lib/core/risk';
import { findSensitivity } from '$lib/core/risk-sensitivity';

const record = <T>(of: (indicator: RiskIndicator) => T) =>
	Object.fromEntries(RISK_INDICATORS.map((each) => [each, of(each)])) as Record<RiskIndicator, T>;
const flat = (weight: number): Weights => record(() => weight);
const all = (value: number | null): Indicators =>
	record(() => (value === null ? unknown : exactly(value)));

/** Coarse values, so that ties and equal parts occur; null is an unknown. */
const measured: fc.Arbitrary<Measured> = fc
	.option(fc.integer({ min: 0, max: 8 }), { freq: 4 })
	.map((eighths) => (eighths === null ? unknown : exactly(eighths / 8)));
const indicators = fc.record(record(() => measured)) as fc.Arbitrary<Indicators>;
const weights = fc
	.record(record(() => fc.integer({ min: 0, max: 10 })))
	.filter((each) => Object.values(each).some((weight) => weight > 0)) as fc.Arbitrary<Weights>;

describe('the matrix', () => {
	it('has its four bands where they are stated', () => {
		const rows = [1, 2, 3, 4, 5].map((likelihood) =>
			[1, 2, 3, 4, 5].map((consequence) => levelOf({ likelihood, consequence }))
		);
		const count = (level: string) => rows.flat().filter((each) => each === level).length;
		expect(['low', 'medium', 'high', 'very_high'].map(count)).toEqual([8, 7, 7, 3]);
		expect(levelOf({ likelihood: 5, consequence: 1 })).toBe('medium');
		expect(levelOf({ likelihood: 4, consequence: 4 })).toBe('high');
		expect(levelOf({ likelihood: 4, consequence: 5 })).toBe('very_high');
	});

	it('suggests a likelihood by fifths', () => {
		expect([0, 0.19, 0.2, 0.59, 0.8, 1].map(suggestLikelihood)).toEqual([1, 1, 2, 3, 5, 5]);
	});
});

describe('a scale', () => {
	it('is straight between its ends, falling where the worst is the least', () => {
		expect(onScale(SCALES.places, 2)).toBe(0.4);
		expect(onScale(SCALES.women, 3)).toBe(0.8);
		expect(onScale(SCALES.women, 40)).toBe(0);
		expect(onScale(SCALES.turnover, 6)).toBe(1);
	});

	it('takes no visit for no visit, and nothing stated for unknown', () => {
		const nothing = measureStated(NOTHING_STATED, null, '2026-01-01');
		expect(nothing.visit).toEqual(exactly(1));
		expect(nothing.training).toEqual(unknown);
		expect(nothing.women.value).toBeNull();
		const stated = { ...NOTHING_STATED, womenPercent: 0, curfew: 'partial' as const };
		expect(measureStated(stated, '2025-12-02', '2026-01-01')).toMatchObject({
			women: exactly(1),
			curfew: exactly(0.5),
			visit: exactly(30 / 180)
		});
	});
});

describe('a score', () => {
	it('is the weighted mean, worked by hand', () => {
		const given: Indicators = { ...all(null), places: exactly(0.5), curfew: exactly(0) };
		const only = { ...flat(0), places: 3, women: 5, curfew: 1, hotline: 2 };
		const score = scoreOf(given, only);
		// (3 × 0.5 + 1 × 0 + 2 × 1) / 6: women are left out, the hotline counts as absent.
		expect(score.current).toBeCloseTo(3.5 / 6, 12);
		expect(score.inherent).toBeCloseTo(4.5 / 6, 12);
		expect([score.low, score.high]).toEqual([1.5 / 11, 8.5 / 11]);
		expect(score.known).toBe(4 / 11);
		const treatment = Object.fromEntries(score.parts.map((p) => [p.indicator, p.treatment]));
		expect(treatment).toMatchObject({
			places: 'known',
			women: 'left_out',
			hotline: 'taken_as_absent'
		});
	});

	it('has none where nothing is known that has a weight', () => {
		expect(scoreOf(all(null), DEFAULT_WEIGHTS).current).toBeNull();
		expect(scoreOf({ ...all(null), places: exactly(1) }, { ...flat(1), places: 0 }).current).toBe(
			null
		);
	});

	it('is the sum of its parts, within its bounds, and no control raises it', () => {
		fc.assert(
			fc.property(indicators, weights, (given, weighed) => {
				const score = scoreOf(given, weighed);
				if (score.current === null) return;
				const parts = score.parts.reduce((sum, { share }) => sum + share, 0);
				expect(parts).toBeCloseTo(score.current, 12);
				expect(score.current).toBeGreaterThanOrEqual(score.low - 1e-12);
				expect(score.current).toBeLessThanOrEqual(score.high + 1e-12);
				expect(score.current).toBeLessThanOrEqual(score.inherent! + 1e-12);
			})
		);
	});

	it('stays within its bounds whatever the unknown turns out to be', () => {
		fc.assert(
			fc.property(indicators, indicators, weights, (given, truth, weighed) => {
				const known = record((each) =>
					given[each].value !== null ? given[each] : exactly(truth[each].value ?? 1)
				);
				const before = scoreOf(given, weighed);
				const after = scoreOf(known, weighed);
				expect(after.current).toBeGreaterThanOrEqual(before.low - 1e-12);
				expect(after.current).toBeLessThanOrEqual(before.high + 1e-12);
			})
		);
	});

	it('never falls when one indicator gets worse', () => {
		fc.assert(
			fc.property(indicators, weights, fc.constantFrom(...RISK_INDICATORS), (given, by, one) => {
				fc.pre(given[one].value !== null);
				const before = scoreOf(given, by).current;
				const after = scoreOf({ ...given, [one]: exactly(1) }, by).current;
				if (before !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-12);
			})
		);
	});

	it('does not change when all weights are multiplied', () => {
		fc.assert(
			fc.property(indicators, weights, (given, weighed) => {
				const doubled = record((each) => weighed[each] * 2);
				const [a, b] = [scoreOf(given, weighed).current, scoreOf(given, doubled).current];
				if (a === null) expect(b).toBeNull();
				else expect(b).toBeCloseTo(a, 12);
			})
		);
	});

	it('knows every control as one', () => {
		expect(RISK_INDICATORS.filter(isControl)).toEqual([...CONTROLS]);
	});
});

describe('ranks', () => {
	it('are shared by equals and kept from who has no score', () => {
		const scores = new Map([
			['a', 0.2],
			['b', 0.9],
			['c', 0.1 + 0.1],
			['d', null],
			['e', 0.1]
		]);
		expect([...rankScores(scores)]).toEqual([
			['b', 1],
			['a', 2],
			['c', 2],
			['e', 4]
		]);
	});
});

describe('sensitivity', () => {
	const scoresAt = (bases: Map<string, Indicators>, by: Weights) =>
		new Map([...bases].map(([id, given]) => [id, scoreOf(given, by).current]));

	/** Pairs in strict order under `before` that stand in the other order under `after`. */
	function swapped(bases: Map<string, Indicators>, before: Weights, after: Weights): string[] {
		const [a, b] = [scoresAt(bases, before), scoresAt(bases, after)];
		const found: string[] = [];
		for (const [x, atX] of a) {
			for (const [y, atY] of a) {
				if (atX === null || atY === null || atX <= atY || isSame(atX, atY)) continue;
				if (b.get(y)! > b.get(x)! + 1e-9) found.push(`${x}>${y}`);
			}
		}
		return found;
	}

	it('is worked by hand for two bases', () => {
		const a = { ...all(0), places: exactly(1) };
		const b = { ...all(0), exposure: exactly(0.5) };
		const bases = new Map([
			['a', a],
			['b', b]
		]);
		const only = { ...flat(0), places: 4, exposure: 4 };
		const found = findSensitivity(bases, only);
		const places = found.find(({ indicator }) => indicator === 'places')!;
		// a: w / (w + 4); b: 2 / (w + 4): they meet at w = 2, a third of the whole.
		expect(places.down!.weight).toBeCloseTo(2, 12);
		expect(places.down!.share).toBeCloseTo(1 / 3, 12);
		expect(places.down).toMatchObject({ higher: 'a', lower: 'b' });
		expect(places.up).toBeNull();
		const exposure = found.find(({ indicator }) => indicator === 'exposure')!;
		expect(exposure.up!.weight).toBeCloseTo(8, 12);
	});

	it('agrees with a scan of all pairs: nothing swaps before, the named pair just beyond', () => {
		const few = fc.array(indicators, { minLength: 2, maxLength: 6 });
		fc.assert(
			fc.property(few, weights, (given, weighed) => {
				const bases = new Map(given.map((each, i) => [`b${i}`, each]));
				for (const { indicator, down, up } of findSensitivity(bases, weighed)) {
					const others = Object.values(weighed).reduce((a, b) => a + b, 0) - weighed[indicator];
					if (others === 0) continue;
					const at = (share: number) => ({
						...weighed,
						[indicator]: (others * share) / (1 - share)
					});
					const now = weighed[indicator] / (others + weighed[indicator]);
					for (const [swap, end] of [
						[down, 1e-6],
						[up, 1 - 1e-6]
					] as const) {
						if (end > now === (swap === down) && swap !== null) throw new Error('wrong side');
						const limit = swap?.share ?? end;
						for (let step = 1; step <= 24; step++) {
							const share = now + ((limit - now) * step * 0.999) / 24;
							expect(swapped(bases, weighed, at(share)), `${indicator} ${share}`).toEqual([]);
						}
						// At the ends, where all scores meet, their last digits differ at most.
						if (!swap || Math.min(swap.share, 1 - swap.share) < 1e-6) continue;
						const pair = new Map([swap.higher, swap.lower].map((id) => [id, bases.get(id)!]));
						const beyond = scoresAt(pair, at(swap.share + (end - swap.share) * 1e-5));
						expect(beyond.get(swap.lower)!).toBeGreaterThan(beyond.get(swap.higher)!);
					}
				}
			}),
			{ seed: 1301, numRuns: 60 }
		);
	}, 60_000);
});
