/** What a quarterly report of risk is made of; PDF and XLSX say the same of it. */
import type { Day, Instant, Mission } from '$lib/core/domain';
import { nameOfQuarter, type Quarter } from '$lib/core/quarter';
import type { RiskWeights, Weights } from '$lib/core/risk';
import type { RegisterChanges } from '$lib/core/risk-changes';
import type { RegisterRow } from '$lib/core/risk-register';
import type { Messages } from '$lib/i18n/load';
import type { Offered } from '$lib/i18n/tags';

export const REPORT_FORMATS = ['pdf', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type RiskReportFacts = {
	mission: Mission;
	quarter: Quarter;
	/** The day whose end the register shows: the quarter's last, or today while it runs. */
	on: Day;
	/** The last day of the quarter before, with which it is compared. */
	before: Day;
	generatedAt: Instant;
	/** By priority. */
	rows: RegisterRow[];
	changes: RegisterChanges;
	weights: Weights;
	/** Null: those a mission begins with. */
	weightsSet: RiskWeights | null;
};

/** The language that a report speaks, and its words. */
export type Wording = { locale: Offered; m: Messages };

/** "kosovo-risk-2026Q3-ar-exercise.pdf" */
export function reportFileName(
	{ mission, quarter }: RiskReportFacts,
	locale: Offered,
	format: ReportFormat
): string {
	const parts = [mission.slug, 'risk', nameOfQuarter(quarter), locale];
	if (mission.exercise) parts.push('exercise');
	return `${parts.join('-')}.${format}`;
}
