/** The quarterly report of risk, from records read with the rights of whoever asks for it. */
import type { Mission } from '$lib/core/domain';
import { dayAt } from '$lib/core/period';
import { firstDayOf, lastDayOf, quarterBefore, type Quarter } from '$lib/core/quarter';
import { DEFAULT_WEIGHTS } from '$lib/core/risk';
import { compareRegisters } from '$lib/core/risk-changes';
import { measureBases } from '$lib/core/risk-indicators';
import { byPriority, registerOn, weightsOn } from '$lib/core/risk-register';
import { readRiskRecords, type AskOfMission } from '$lib/data/risk-records';
import { composeRiskReport } from '$lib/publish/risk-report/document';
import type { ReportFormat, RiskReportFacts, Wording } from '$lib/publish/risk-report/facts';
import { renderRiskWorkbook } from '$lib/publish/risk-report/workbook';
import { printRiskReport } from './paper/press.ts';

/** Undefined for a quarter that has not begun: of it nothing can be known. */
export async function gatherRiskReport(
	ask: AskOfMission,
	mission: Mission,
	quarter: Quarter,
	now: string
): Promise<RiskReportFacts | undefined> {
	const { timeZone } = mission;
	const today = dayAt(now, timeZone);
	if (firstDayOf(quarter) > today) return undefined;
	const records = await readRiskRecords(ask, mission.slug);
	const on = lastDayOf(quarter) < today ? lastDayOf(quarter) : today;
	const before = lastDayOf(quarterBefore(quarter));
	const rowsOn = (day: string) => {
		const bases = measureBases(
			{ ...records, mission },
			day,
			day === today ? now : `${day}T12:00:00Z`
		);
		return registerOn(bases, records.register, day, timeZone).toSorted(byPriority);
	};
	const rows = rowsOn(on);
	const weightsSet = weightsOn(records.register.weights, on, timeZone);
	return {
		mission,
		quarter,
		on,
		before,
		generatedAt: now,
		rows,
		changes: compareRegisters(rowsOn(before), rows),
		weights: weightsSet?.weights ?? DEFAULT_WEIGHTS,
		weightsSet
	};
}

export function renderRiskReport(
	facts: RiskReportFacts,
	wording: Wording,
	format: ReportFormat
): Promise<Uint8Array> {
	return format === 'xlsx'
		? renderRiskWorkbook(facts, wording)
		: printRiskReport(composeRiskReport(facts, wording));
}
