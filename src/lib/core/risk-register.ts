/** The register of risk on a day: every base then, with what was assessed, visited and weighed by then. */
import type { Day, Deployment, Instant } from './domain';
import { dayAt } from './period';
import type { Count } from './proximity';
import {
	daysBetween,
	DEFAULT_WEIGHTS,
	measureStated,
	NOTHING_STATED,
	onScale,
	rankScores,
	ratingProduct,
	SCALES,
	scoreOf,
	unknown,
	VISIT_DUE_DAYS,
	type Indicators,
	type Measured,
	type RiskAssessment,
	type RiskRegister,
	type RiskVisit,
	type RiskWeights,
	type Score,
	type Weights
} from './risk';

/**
 * Reports received in two closed years in the cells within the ring, as multiples of the least count
 * that is released. `none`: both years are on record and nothing is withheld. `cannot_tell`: nothing
 * is released here, which is not the same as none.
 */
export const ALLEGATION_BANDS = ['none', 'from_1', 'from_2', 'from_4', 'cannot_tell'] as const;
export type AllegationBand = (typeof ALLEGATION_BANDS)[number];

/** What is computed about a base from records that Cordon holds (risk-indicators.ts). */
export type NearFacts = {
	ringMetres: number;
	/** Places Off-Limits within the ring. */
	places: Count;
	/** Person-places; null where no strength is on record. */
	exposure: Count | null;
	allegations: {
		band: AllegationBand;
		fromYear: number;
		toYear: number;
		/** The released counts as they bear on the score. */
		measured: Measured;
	};
};

export type RegisterBase = Pick<
	Deployment,
	'id' | 'name' | 'force' | 'unit' | 'kind' | 'town' | 'region' | 'geometry' | 'accuracyMetres'
> & { near: NearFacts };

export const RISK_FLAGS = [
	'unassessed',
	'unvisited',
	'visit_due',
	'overdue',
	'review_due'
] as const;
export type RiskFlag = (typeof RISK_FLAGS)[number];

export type RegisterRow = {
	base: RegisterBase;
	/** The last one; null: nobody assessed this base. */
	assessment: RiskAssessment | null;
	/** Without those struck, newest first. */
	visits: RiskVisit[];
	indicators: Indicators;
	score: Score;
	/** By the score, from 1; null without one. */
	rank: number | null;
	flags: RiskFlag[];
};

/** What was on record at the end of a day. */
function recordedBy(on: Day, timeZone: string): (at: Instant | null) => boolean {
	return (at) => at !== null && dayAt(at, timeZone) <= on;
}

/** The weights in force at the end of a day; null: those a mission begins with. */
export function weightsOn(
	history: readonly RiskWeights[],
	on: Day,
	timeZone: string
): RiskWeights | null {
	const isKnown = recordedBy(on, timeZone);
	return history.findLast(({ setAt }) => isKnown(setAt)) ?? null;
}

/** The register at the end of a day. `bases` are those that existed then. */
export function registerOn(
	bases: readonly RegisterBase[],
	register: RiskRegister,
	on: Day,
	timeZone: string,
	weights: Weights = weightsOn(register.weights, on, timeZone)?.weights ?? DEFAULT_WEIGHTS
): RegisterRow[] {
	const isKnown = recordedBy(on, timeZone);
	const assessments = Map.groupBy(
		register.assessments.filter(({ recordedAt }) => isKnown(recordedAt)),
		({ deploymentId }) => deploymentId
	);
	const visits = Map.groupBy(
		register.visits.filter((each) => isKnown(each.recordedAt) && !isKnown(each.struckAt)),
		({ deploymentId }) => deploymentId
	);
	const rows = bases.map((base) => {
		const assessment = assessments.get(base.id)?.at(-1) ?? null;
		const ofBase = (visits.get(base.id) ?? []).toSorted((a, b) =>
			a.visitedOn < b.visitedOn ? 1 : -1
		);
		const lastVisit = ofBase[0]?.visitedOn ?? null;
		const indicators = {
			...measureNear(base.near),
			...measureStated(assessment?.stated ?? NOTHING_STATED, lastVisit, on)
		};
		return {
			base,
			assessment,
			visits: ofBase,
			indicators,
			score: scoreOf(indicators, weights),
			rank: null,
			flags: flagsOf(assessment, lastVisit, on)
		};
	});
	const ranks = rankScores(new Map(rows.map(({ base, score }) => [base.id, score.current])));
	return rows.map((row) => ({ ...row, rank: ranks.get(row.base.id) ?? null }));
}

function flagsOf(assessment: RiskAssessment | null, lastVisit: Day | null, on: Day): RiskFlag[] {
	const flags: Record<RiskFlag, boolean> = {
		unassessed: assessment === null,
		unvisited: lastVisit === null,
		visit_due: lastVisit !== null && daysBetween(lastVisit, on) >= VISIT_DUE_DAYS,
		overdue: assessment?.dueOn != null && assessment.dueOn < on,
		review_due: assessment !== null && assessment.reviewOn < on
	};
	return RISK_FLAGS.filter((flag) => flags[flag]);
}

/** The indicators that follow from records, each with what accuracy and withheld counts leave open. */
function measureNear({ places, exposure, allegations }: NearFacts) {
	const between = (count: Count, value: (count: number) => number): Measured => ({
		value: value(count.measured),
		low: value(count.definite),
		high: value(count.possible)
	});
	const exposed = (persons: number) => onScale(SCALES.exposure, Math.log10(1 + persons));
	return {
		places: between(places, (count) => onScale(SCALES.places, count)),
		exposure: exposure === null ? unknown : between(exposure, exposed),
		allegations: allegations.measured
	};
}

/** Band and indicator of released reports: `open` when some of these years may be missing. */
export function bandReports(
	reports: Count,
	minimumCell: number,
	open: boolean
): { band: AllegationBand; measured: Measured } {
	const bandOf = (count: number): AllegationBand => {
		const times = count / minimumCell;
		if (times >= 4) return 'from_4';
		if (times >= 2) return 'from_2';
		return times >= 1 ? 'from_1' : 'none';
	};
	const worth = (count: number) => onScale(SCALES.allegations, TIMES[bandOf(count)]);
	if (reports.measured === 0 && (open || reports.possible > 0)) {
		const high = open ? 1 : worth(reports.possible);
		return { band: 'cannot_tell', measured: { value: null, low: 0, high } };
	}
	return {
		band: bandOf(reports.measured),
		measured: {
			value: worth(reports.measured),
			low: worth(reports.definite),
			high: open ? 1 : worth(reports.possible)
		}
	};
}

/** The counts that a band holds, both ends included; null for the bands that are words. */
export function rangeOf(
	band: AllegationBand,
	minimumCell: number
): { from: number; to: number | null } | null {
	if (band === 'none' || band === 'cannot_tell') return null;
	const from = TIMES[band] * minimumCell;
	return { from, to: band === 'from_4' ? null : 2 * from - 1 };
}

const TIMES = { none: 0, from_1: 1, from_2: 2, from_4: 4, cannot_tell: 0 } as const;

/** By the rating that people gave with controls, then by the score; the unassessed stand first. */
export function byPriority(a: RegisterRow, b: RegisterRow): number {
	const rating = ({ assessment }: RegisterRow) =>
		assessment === null ? Infinity : ratingProduct(assessment.residual);
	const [ratingA, ratingB] = [rating(a), rating(b)];
	if (ratingA !== ratingB) return ratingB - ratingA;
	return (b.score.current ?? 0) - (a.score.current ?? 0) || (a.base.id < b.base.id ? -1 : 1);
}
