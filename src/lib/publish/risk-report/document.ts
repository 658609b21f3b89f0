/** The quarterly report as the data of a document: every word chosen, nothing left to the typesetter. */
import { nameOfQuarter } from '$lib/core/quarter';
import { levelOf, RISK_INDICATORS, type Level } from '$lib/core/risk';
import { RISK_FLAGS, type RegisterRow } from '$lib/core/risk-register';
import { directionOf, type Direction, type Offered } from '$lib/i18n/tags';
import { cleanText, isolate, isolateLtr } from '../paper/clean';
import { speakerOf, type Said } from '../paper/say';
import type { RiskReportFacts, Wording } from './facts';
import { listChanges, sayBand, sayRating } from './words';

type Rated = { text: string; level: Level | null };

export type RiskReportDocument = {
	locale: Offered;
	dir: Direction;
	title: string;
	author: string;
	issuedAt: string;
	exercise: { mark: string; note: string } | null;
	running: string;
	pageOf: string;
	acronym: string;
	mission: Said;
	heading: string;
	facts: [label: string, value: string][];
	method: { heading: string; paragraphs: string[] };
	matrix: {
		heading: string;
		likelihood: string;
		consequence: string;
		/** Likelihood 5 first; each cell its count and level. */
		rows: { label: string; cells: { text: string; level: Level }[] }[];
		levels: { level: Level; text: string }[];
		note: string;
	};
	attention: { heading: string; none: string; groups: { heading: string; lines: string[] }[] };
	changes: { heading: string; none: string; groups: { heading: string; lines: string[] }[] };
	register: {
		heading: string;
		columns: string[];
		rows: { name: string; where: string; ratings: [Rated, Rated]; cells: string[] }[];
	};
	weights: { heading: string; rows: [label: string, scale: string, weight: string][] };
};

const LEVELS: Level[] = ['low', 'medium', 'high', 'very_high'];

export function composeRiskReport(
	facts: RiskReportFacts,
	{ m, locale }: Wording
): RiskReportDocument {
	const { mission, quarter, rows, weightsSet } = facts;
	const speaker = speakerOf(locale, mission.languages, mission.timeZone);
	const { words, format, said, day, when } = speaker;
	const { report } = m.risk;
	const name = report.name({ ...quarter });
	const acronym = cleanText(mission.acronym);
	const heading = report.heading({ quarter: name });
	const rated = rows.filter(({ assessment }) => assessment !== null);
	const count = (shown: number) => m.risk.count({ count: shown });
	return {
		locale,
		dir: directionOf(locale),
		title: `${acronym} · ${heading}`,
		author: acronym,
		issuedAt: facts.generatedAt,
		exercise: mission.exercise ? { mark: words.exercise, note: report.exercise } : null,
		running: `${isolate(acronym)} · ${heading}`,
		pageOf: words.pageOf({ page: '{page}', pages: '{pages}' }),
		acronym,
		mission: said(mission.name),
		heading,
		facts: [
			[report.quarter, isolateLtr(nameOfQuarter(quarter))],
			[report.dataOf, day(facts.on)],
			[report.made, when(facts.generatedAt)],
			[report.comparedWith, day(facts.before)],
			[report.summary, count(rows.length)],
			...RISK_FLAGS.map((flag): [string, string] => [
				m.risk.flag[flag],
				count(rows.filter(({ flags }) => flags.includes(flag)).length)
			]),
			[
				report.weightsOf,
				weightsSet
					? report.weightsSet({
							number: weightsSet.number,
							by: isolate(cleanText(weightsSet.setBy)),
							on: day(weightsSet.setAt)
						})
					: report.weightsBegin
			]
		],
		method: { heading: report.method, paragraphs: report.methodText },
		matrix: {
			heading: report.matrixTitle,
			likelihood: m.risk.matrix.likelihood,
			consequence: m.risk.matrix.consequence,
			rows: [5, 4, 3, 2, 1].map((likelihood) => ({
				label: String(likelihood),
				cells: [1, 2, 3, 4, 5].map((consequence) => {
					const here = rated.filter(
						({ assessment }) =>
							assessment!.residual.likelihood === likelihood &&
							assessment!.residual.consequence === consequence
					).length;
					return {
						text: here === 0 ? '' : String(here),
						level: levelOf({ likelihood, consequence })
					};
				})
			})),
			levels: LEVELS.map((level) => ({ level, text: m.risk.level[level] })),
			note: m.risk.matrix.unrated({ count: rows.length - rated.length })
		},
		attention: {
			heading: report.attention,
			none: report.attentionNone,
			groups: RISK_FLAGS.map((flag) => ({
				heading: m.risk.flag[flag],
				lines: rows
					.filter(({ flags }) => flags.includes(flag))
					.map((row) => attentionLine(row, flag))
			})).filter(({ lines }) => lines.length > 0)
		},
		changes: {
			heading: report.changes,
			none: report.changesNone,
			groups: [...Map.groupBy(listChanges(facts.changes), ({ kind }) => kind)].map(
				([kind, lines]) => ({
					heading: report.change[kind],
					lines: lines.map(({ name, from, to }) =>
						[
							isolate(cleanText(name)),
							[from, to]
								.filter((each) => each !== null)
								.map((each) => sayRating(m, each))
								.join(' → ')
						]
							.filter(Boolean)
							.join(': ')
					)
				})
			)
		},
		register: {
			heading: m.risk.table,
			columns: [
				m.risk.columns.base,
				m.risk.columns.inherent,
				m.risk.columns.residual,
				m.risk.columns.score,
				m.risk.columns.places({
					ring: speaker.distance(rows[0]?.base.near.ringMetres ?? mission.ringsMetres[0]!)
				}),
				m.risk.columns.allegations,
				m.risk.columns.lastVisit,
				m.risk.columns.owner,
				m.risk.columns.due
			],
			rows: rows.map(registerLine)
		},
		weights: {
			heading: report.weightsTable,
			rows: RISK_INDICATORS.map((each) => [
				m.risk.indicator[each],
				m.risk.scale[each],
				String(facts.weights[each])
			])
		}
	};

	function registerLine(row: RegisterRow): RiskReportDocument['register']['rows'][number] {
		const { base, assessment, score, visits } = row;
		const of100 = (share: number) => String(Math.round(share * 100));
		const rate = (of: 'inherent' | 'residual'): Rated =>
			assessment === null
				? { text: '–', level: null }
				: { text: sayRating(m, assessment[of]), level: levelOf(assessment[of]) };
		const { measured, definite, possible } = base.near.places;
		return {
			name: cleanText(base.name),
			where: cleanText([base.force, base.town].filter(Boolean).join(words.comma)),
			ratings: [rate('inherent'), rate('residual')],
			cells: [
				score.current === null
					? '–'
					: `${of100(score.current)} ${isolateLtr(`(${of100(score.low)}–${of100(score.high)})`)}`,
				definite === possible
					? String(measured)
					: `${measured} ${isolateLtr(`(${definite}–${possible})`)}`,
				sayBand(m, base.near.allegations.band, mission.minimumCell),
				visits[0] ? format.shortDate(visits[0].visitedOn) : '–',
				cleanText(assessment?.ownerPost ?? '–'),
				assessment?.dueOn ? format.shortDate(assessment.dueOn) : '–'
			]
		};
	}

	function attentionLine({ base, assessment, visits }: RegisterRow, flag: string): string {
		const since = {
			visit_due: visits[0]?.visitedOn,
			overdue: assessment?.dueOn,
			review_due: assessment?.reviewOn
		}[flag];
		const owner = assessment && isolate(cleanText(assessment.ownerPost));
		return [isolate(cleanText(base.name)), since && format.shortDate(since), owner]
			.filter(Boolean)
			.join(' · ');
	}
}

/** The report in reading order, attached to its PDF for whoever searches or translates. */
export function exactReportText(d: RiskReportDocument): string {
	const groups = ({ heading, none, groups }: RiskReportDocument['attention']) => [
		heading,
		...(groups.length === 0 ? [none] : groups.flatMap((each) => [each.heading, ...each.lines]))
	];
	const parts: (string | null)[][] = [
		[d.acronym, d.mission.text, d.exercise && `${d.exercise.mark}. ${d.exercise.note}`],
		[d.heading, ...d.facts.map((fact) => fact.join(': '))],
		[d.method.heading, ...d.method.paragraphs],
		[
			d.matrix.heading,
			...d.matrix.rows.map(({ label, cells }) =>
				[`${d.matrix.likelihood} ${label}`, ...cells.map(({ text }) => text || '0')].join(' · ')
			),
			d.matrix.note
		],
		groups(d.attention),
		groups(d.changes),
		[
			d.register.heading,
			d.register.columns.join(' · '),
			...d.register.rows.map(({ name, where, ratings, cells }) =>
				[name, where, ...ratings.map(({ text }) => text), ...cells].join(' · ')
			)
		],
		[d.weights.heading, ...d.weights.rows.map((row) => row.join(' · '))]
	];
	return parts.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n') + '\n';
}
