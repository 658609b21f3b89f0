/**
 * The quarterly report as a workbook (Office Open XML): typed columns, one thing a sheet. Text is
 * always stored as text, so that a name beginning with "=" stays a name; no cell is a formula.
 */
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal';
import { nameOfQuarter } from '$lib/core/quarter';
import { levelOf, ratingProduct, RISK_INDICATORS } from '$lib/core/risk';
import type { Day } from '$lib/core/domain';
import type { Messages } from '$lib/i18n/load';
import { directionOf } from '$lib/i18n/tags';
import type { RiskReportFacts, Wording } from './facts';
import { listChanges, sayBand, sayRating } from './words';

/** What XML 1.0 cannot hold. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** The most that a cell holds. */
const LONGEST = 32_767;

const text = (value: string | null): Cell =>
	value === null
		? null
		: { value: value.replace(UNWRITABLE, ' ').slice(0, LONGEST), type: String, wrap: false };
const number = (value: number | null, digits = 0): Cell =>
	value === null
		? null
		: {
				value: Number(value.toFixed(digits)),
				type: Number,
				format: digits === 0 ? '0' : `0.${'0'.repeat(digits)}`
			};
const date = (day: Day | null | undefined): Cell =>
	day == null ? null : { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
const heading = (value: string): Cell => ({
	...{ value, type: String, fontWeight: 'bold' as const },
	...{ backgroundColor: '#e9ebef', wrap: true, alignVertical: 'top' as const }
});

export async function renderRiskWorkbook(
	facts: RiskReportFacts,
	{ m, locale }: Wording
): Promise<Uint8Array> {
	const { report, columns } = m.risk;
	const stamp = [
		facts.mission.acronym,
		report.heading({ quarter: report.name({ ...facts.quarter }) }),
		`${report.dataOf} ${facts.on}`,
		facts.mission.exercise ? report.exercise : null
	]
		.filter(Boolean)
		.join(' · ');
	/** Every sheet says by itself what it is: sheets get copied out of their workbook. */
	const sheet = (name: string, widths: number[], head: string[], rows: SheetData) => ({
		sheet: name,
		data: [
			[{ value: stamp, type: String, fontWeight: 'bold' as const }],
			head.map(heading),
			...rows
		],
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: 2,
		rightToLeft: directionOf(locale) === 'rtl'
	});
	const sheets = [
		{
			...sheet(report.sheet.about, [36, 100], [], listAbout(facts, m)),
			stickyRowsCount: 1
		},
		sheet(
			report.sheet.register,
			[
				38, 32, 12, 24, 20, 18, 12, 12, 12, 14, 12, 12, 12, 14, 10, 10, 10, 8, 12, 14, 22, 14, 34,
				14, 14, 30
			],
			[
				report.id,
				columns.base,
				columns.force,
				m.deployments.columns.kind,
				m.deployments.columns.town,
				columns.region,
				...[m.risk.form.inherentLikelihood, m.risk.form.inherentConsequence],
				...[
					columns.inherent,
					`${columns.inherent} (${m.risk.level.low}–${m.risk.level.very_high})`
				],
				...[m.risk.form.residualLikelihood, m.risk.form.residualConsequence],
				...[
					columns.residual,
					`${columns.residual} (${m.risk.level.low}–${m.risk.level.very_high})`
				],
				columns.score,
				...[`${columns.score}: ${report.low}`, `${columns.score}: ${report.high}`],
				columns.rank,
				columns.places({ ring: `${facts.rows[0]?.base.near.ringMetres ?? ''} m` }),
				m.risk.indicator.exposure,
				columns.allegations,
				columns.lastVisit,
				columns.owner,
				columns.due,
				m.risk.base.review,
				columns.flags
			],
			facts.rows.map((row) => registerCells(row, facts, m))
		),
		sheet(
			report.sheet.parts,
			[38, 32, 30, 12, 12, 12, 10, 12, 44],
			[
				...[report.id, columns.base, m.risk.base.part, m.risk.base.value, report.low, report.high],
				...[m.risk.base.weight, m.risk.base.adds, report.treatment]
			],
			facts.rows.flatMap(({ base, score }) =>
				score.parts.map((part) => [
					text(base.id),
					text(base.name),
					text(m.risk.indicator[part.indicator]),
					number(part.value, 3),
					number(part.low, 3),
					number(part.high, 3),
					number(part.weight),
					number(part.share * 100, 2),
					text(part.treatment === 'known' ? null : m.risk.treatment[part.treatment])
				])
			)
		),
		sheet(
			report.sheet.changes,
			[38, 32, 36, 16, 16],
			[report.id, columns.base, report.kindOfChange, report.before, report.after],
			listChanges(facts.changes).map(({ kind, id, name, from, to }) => [
				text(id),
				text(name),
				text(report.change[kind]),
				text(from && sayRating(m, from)),
				text(to && sayRating(m, to))
			])
		)
	];
	const blob = await writeXlsxFile(sheets).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}

function registerCells(
	{ base, assessment, score, rank, visits, flags }: RiskReportFacts['rows'][number],
	{ mission }: RiskReportFacts,
	m: Messages
): Cell[] {
	const rating = (of: 'inherent' | 'residual'): Cell[] => {
		const given = assessment?.[of];
		if (!given) return [null, null, null, null];
		return [
			number(given.likelihood),
			number(given.consequence),
			number(ratingProduct(given)),
			text(m.risk.level[levelOf(given)])
		];
	};
	return [
		text(base.id),
		text(base.name),
		text(base.force),
		text(m.domain.deploymentKind[base.kind]),
		text(base.town),
		text(base.region),
		...rating('inherent'),
		...rating('residual'),
		number(score.current === null ? null : score.current * 100, 1),
		number(score.low * 100, 1),
		number(score.high * 100, 1),
		number(rank),
		number(base.near.places.measured),
		number(base.near.exposure?.measured ?? null, 1),
		text(sayBand(m, base.near.allegations.band, mission.minimumCell)),
		date(visits[0]?.visitedOn),
		text(assessment?.ownerPost ?? null),
		date(assessment?.dueOn),
		date(assessment?.reviewOn),
		text(flags.map((flag) => m.risk.flag[flag]).join('; ') || null)
	];
}

function listAbout(facts: RiskReportFacts, m: Messages): SheetData {
	const { report } = m.risk;
	const { weightsSet } = facts;
	const line = (label: string, value: Cell): Cell[] => [
		{ value: label, type: String, fontWeight: 'bold' as const },
		value
	];
	return [
		line(report.quarter, text(nameOfQuarter(facts.quarter))),
		line(report.dataOf, date(facts.on)),
		line(report.comparedWith, date(facts.before)),
		line(report.made, text(facts.generatedAt)),
		line(
			report.weightsOf,
			text(
				weightsSet
					? report.weightsSet({
							number: weightsSet.number,
							by: weightsSet.setBy,
							on: weightsSet.setAt.slice(0, 10)
						})
					: report.weightsBegin
			)
		),
		...report.methodText.map((paragraph) => line(report.method, text(paragraph))),
		...RISK_INDICATORS.map((each) =>
			line(
				m.risk.indicator[each],
				text(`${m.risk.base.weight} ${facts.weights[each]} · ${m.risk.scale[each]}`)
			)
		)
	];
}
