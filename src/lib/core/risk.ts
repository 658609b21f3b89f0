/**
 * The register of risk by base: words, matrix, score and its parts. Indicators suggest; people
 * assess. src/docs/method.md gives each scale and where it comes from.
 *
 * Every indicator is brought to 0..1, where 1 is the worst. One set of weights serves two figures:
 * `inherent` is the weighted mean with every control taken as absent, `current` the one with the
 * controls as they stand, so that no control is counted twice and none can raise a risk.
 */
import type { Day, Instant } from './domain';
import { toDayNumber } from './period';

/** What presses: nobody at the base can take it away at once. */
export const PRESSURES = [
	'places',
	'exposure',
	'allegations',
	'women',
	'turnover',
	'remoteness'
] as const;
/** What holds: 0 where it is fully in place, 1 where it is absent. */
export const CONTROLS = [
	'visit',
	'curfew',
	'off_limits_zone',
	'hotline',
	'uniform_rule',
	'patrols',
	'training'
] as const;
export const RISK_INDICATORS = [...PRESSURES, ...CONTROLS] as const;
export type RiskIndicator = (typeof RISK_INDICATORS)[number];

export const CONTROL_STATES = ['in_place', 'partial', 'planned', 'absent'] as const;
export type ControlState = (typeof CONTROL_STATES)[number];
/** Controls whose state people say; training is a share, and visits are on record. */
export const STATED_CONTROLS = [
	'curfew',
	'off_limits_zone',
	'hotline',
	'uniform_rule',
	'patrols'
] as const;
export type StatedControl = (typeof STATED_CONTROLS)[number];

export const VISIT_KINDS = ['assessment', 'follow_up', 'patrol', 'training'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** Likelihood and consequence, each from 1 to 5. */
export type Rating = { likelihood: number; consequence: number };

/** What no record can tell and somebody must say; null is "not stated", never zero. */
export type Stated = Record<StatedControl, ControlState | null> & {
	trainingPercent: number | null;
	womenPercent: number | null;
	/** Length of a tour. */
	tourMonths: number | null;
	/** By road, to the headquarters that supervises the base. */
	travelHours: number | null;
};

export type RiskAssessmentInput = {
	assessedOn: Day;
	inherent: Rating;
	residual: Rating;
	stated: Stated;
	/** A post or function, never a person. */
	ownerPost: string;
	dueOn: Day | null;
	reviewOn: Day;
};
export type RiskAssessment = RiskAssessmentInput & {
	deploymentId: string;
	/** 1, 2, 3 ... of the base. */
	number: number;
	recordedBy: string;
	recordedAt: Instant;
};

export type RiskVisit = {
	id: string;
	deploymentId: string;
	visitedOn: Day;
	kind: VisitKind;
	recordedBy: string;
	recordedAt: Instant;
	/** Set when it had been entered by mistake. */
	struckBy: string | null;
	struckAt: Instant | null;
};

/** Whole numbers from 0 to 10. */
export type Weights = Record<RiskIndicator, number>;
export type RiskWeights = {
	number: number;
	weights: Weights;
	reason: string;
	setBy: string;
	setAt: Instant;
};

/** All that was ever assessed, visited and weighed, oldest first. */
export type RiskRegister = {
	assessments: RiskAssessment[];
	visits: RiskVisit[];
	weights: RiskWeights[];
};

/** Until a Head of Mission decides otherwise: what is measured weighs more than what is supposed. */
export const DEFAULT_WEIGHTS: Weights = {
	places: 4,
	exposure: 4,
	allegations: 4,
	women: 1,
	turnover: 1,
	remoteness: 2,
	visit: 2,
	curfew: 2,
	off_limits_zone: 2,
	hotline: 2,
	uniform_rule: 1,
	patrols: 2,
	training: 2
};

export const NOTHING_STATED: Stated = {
	curfew: null,
	off_limits_zone: null,
	hotline: null,
	uniform_rule: null,
	patrols: null,
	trainingPercent: null,
	womenPercent: null,
	tourMonths: null,
	travelHours: null
};

// The matrix -------------------------------------------------------------------------------------

export const LEVELS = ['low', 'medium', 'high', 'very_high'] as const;
export type Level = (typeof LEVELS)[number];

export const ratingProduct = ({ likelihood, consequence }: Rating): number =>
	likelihood * consequence;

/** The band of a cell of the five by five matrix, by the product: to 4, to 9, to 16, above. */
export function levelOf(rating: Rating): Level {
	const product = ratingProduct(rating);
	if (product <= 4) return 'low';
	if (product <= 9) return 'medium';
	return product <= 16 ? 'high' : 'very_high';
}

// Scales -----------------------------------------------------------------------------------------

/** Where each scale begins (0) and ends (1); between them it is straight. */
export const SCALES = {
	/** Places Off-Limits within the ring. */
	places: { from: 0, to: 5 },
	/** Decimal logarithm of one more than the person-places. */
	exposure: { from: 0, to: 4 },
	/** Multiples of the least count that is released. */
	allegations: { from: 0, to: 4 },
	/** Per cent of those deployed; falling. */
	women: { from: 15, to: 0 },
	/** Months of a tour; falling. */
	turnover: { from: 12, to: 6 },
	/** Hours by road. */
	remoteness: { from: 0, to: 4 },
	/** Days since the last visit. */
	visit: { from: 0, to: 180 },
	/** Per cent trained; falling. */
	training: { from: 100, to: 0 }
} as const;

/** A base not visited for so long is flagged. */
export const VISIT_DUE_DAYS = SCALES.visit.to;

export function onScale({ from, to }: { from: number; to: number }, value: number): number {
	return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

const STATE_VALUES: Record<ControlState, number> = {
	in_place: 0,
	partial: 0.5,
	planned: 1,
	absent: 1
};

/**
 * One indicator of a base. `value` null: not known. `low` and `high` bound what the true value can
 * be, as far as accuracy and withheld counts leave it open.
 */
export type Measured = { value: number | null; low: number; high: number };

export const unknown: Measured = { value: null, low: 0, high: 1 };
export const exactly = (value: number): Measured => ({ value, low: value, high: value });

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => toDayNumber(to) - toDayNumber(from);

/** The indicators that people state and that visits give; null is left unknown. */
export function measureStated(
	stated: Stated,
	lastVisit: Day | null,
	today: Day
): Omit<Record<RiskIndicator, Measured>, 'places' | 'exposure' | 'allegations'> {
	const share = (scale: { from: number; to: number }, value: number | null) =>
		value === null ? unknown : exactly(onScale(scale, value));
	const state = (value: ControlState | null) =>
		value === null ? unknown : exactly(STATE_VALUES[value]);
	return {
		women: share(SCALES.women, stated.womenPercent),
		turnover: share(SCALES.turnover, stated.tourMonths),
		remoteness: share(SCALES.remoteness, stated.travelHours),
		// No visit on record is no visit.
		visit: exactly(lastVisit === null ? 1 : onScale(SCALES.visit, daysBetween(lastVisit, today))),
		curfew: state(stated.curfew),
		off_limits_zone: state(stated.off_limits_zone),
		hotline: state(stated.hotline),
		uniform_rule: state(stated.uniform_rule),
		patrols: state(stated.patrols),
		training: share(SCALES.training, stated.trainingPercent)
	};
}

// The score --------------------------------------------------------------------------------------

export type Indicators = Record<RiskIndicator, Measured>;

/** How an indicator that is not known enters the score. */
export type Treatment = 'known' | 'left_out' | 'taken_as_absent';

export type Part = Measured & {
	indicator: RiskIndicator;
	treatment: Treatment;
	weight: number;
	/** What it adds to `current`: shares of all parts sum to the score. */
	share: number;
};

export type Score = {
	/** 0..1 with controls as they stand; null when no indicator with a weight is known. */
	current: number | null;
	/** As current, were there no control at all; never less. */
	inherent: number | null;
	/** Between these lies `current`, whatever the unknown turns out to be. */
	low: number;
	high: number;
	/** The share of the weight that rests on something known. */
	known: number;
	parts: Part[];
};

export const isControl = (indicator: RiskIndicator): boolean =>
	(CONTROLS as readonly RiskIndicator[]).includes(indicator);

/** What enters the score: an unknown control counts as absent; an unknown pressure is left out. */
export function valueInScore(indicator: RiskIndicator, { value }: Measured): number | undefined {
	return value ?? (isControl(indicator) ? 1 : undefined);
}

/**
 * Weighted means of a base's indicators, with their parts. An unknown pressure is left out and the
 * other weights share its place; an unknown control counts as absent. Both are said by `treatment`.
 */
export function scoreOf(indicators: Indicators, weights: Weights): Score {
	const all = RISK_INDICATORS.map((indicator) => {
		const measured = indicators[indicator];
		return {
			...measured,
			indicator,
			weight: weights[indicator],
			counted: valueInScore(indicator, measured)
		};
	});
	const total = sum(all.map(({ weight }) => weight));
	const counted = all.filter((each) => each.counted !== undefined);
	const base = sum(counted.map(({ weight }) => weight));
	const mean = (of: (part: (typeof all)[number]) => number) =>
		base === 0 ? null : sum(counted.map((part) => part.weight * of(part))) / base;
	const bound = (of: (part: (typeof all)[number]) => number) =>
		total === 0 ? 0 : sum(all.map((part) => part.weight * of(part))) / total;
	const known = sum(all.filter(({ value }) => value !== null).map(({ weight }) => weight));
	return {
		current: known === 0 ? null : mean(({ counted }) => counted!),
		inherent:
			known === 0 ? null : mean(({ indicator, counted }) => (isControl(indicator) ? 1 : counted!)),
		low: bound(({ low }) => low),
		high: bound(({ high }) => high),
		known: total === 0 ? 0 : known / total,
		parts: all.map(({ counted: value, ...part }) => ({
			...part,
			treatment:
				part.value !== null ? 'known' : value === undefined ? 'left_out' : 'taken_as_absent',
			share: value === undefined || base === 0 ? 0 : (part.weight * value) / base
		}))
	};
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

/** The likelihood from 1 to 5 that a score suggests: fifths of its range, the upper bound included. */
export function suggestLikelihood(score: number): number {
	return Math.min(5, Math.floor(score * 5) + 1);
}

/** Ranks from 1, the highest first; equals share theirs. What has no score has no rank. */
export function rankScores(scores: ReadonlyMap<string, number | null>): Map<string, number> {
	const ranked = [...scores].flatMap(([id, score]) => (score === null ? [] : [{ id, score }]));
	ranked.sort((a, b) => b.score - a.score);
	const ranks = new Map<string, number>();
	ranked.forEach(({ id, score }, i) => {
		const before = ranked[i - 1];
		ranks.set(id, before && isSame(before.score, score) ? ranks.get(before.id)! : i + 1);
	});
	return ranks;
}

/** Sums in another order differ in their last digits and mean the same. */
export const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-12;
