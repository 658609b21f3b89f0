/** The quarterly report of risk: the same facts as a document and as a workbook, both read back. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mission } from '$lib/core/domain';
import { NOTHING_STATED, DEFAULT_WEIGHTS, type RiskAssessment } from '$lib/core/risk';
import { compareRegisters } from '$lib/core/risk-changes';
import { byPriority, registerOn, type RegisterBase } from '$lib/core/risk-register';
import {
	firstDayOf,
	lastDayOf,
	nameOfQuarter,
	parseQuarter,
	quarterBefore,
	quarterOf
} from '$lib/core/quarter';
import { loadMessages } from '$lib/i18n/load';
import { OFFERED, type Offered } from '$lib/i18n/tags';
import { composeRiskReport, exactReportText } from '$lib/publish/risk-report/document';
import { reportFileName, type RiskReportFacts } from '$lib/publish/risk-report/facts';
import { renderRiskWorkbook } from '$lib/publish/risk-report/workbook';
import { printRiskReport } from '$lib/server/paper/press';

const ZONE = 'Europe/Belgrade';
const mission: Mission = {
	id: 'm',
	slug: 'kosovo',
	acronym: 'UNMIK',
	name: { en: 'Mission of the exercise', ar: 'بعثة التمرين' },
	statusNote: {},
	organizations: ['UN'],
	area: { type: 'MultiPolygon', coordinates: [] },
	headquarters: null,
	period: { from: null, until: null },
	timeZone: ZONE,
	languages: ['en', 'ar'],
	ringsMetres: [500, 1000],
	nearMetres: 200,
	listLifetimeHours: 72,
	reviewIntervalDays: 90,
	emergencyDays: 14,
	minimumCell: 5,
	heatResolution: 6,
	exercise: true,
	contacts: []
};

const base = (id: string, name: string, fields: Partial<RegisterBase> = {}): RegisterBase => ({
	...{ id, name, force: 'KFOR', unit: null, kind: 'base', town: 'Pristina', region: null },
	geometry: { type: 'Point', coordinates: [21.1, 42.6] },
	accuracyMetres: 100,
	near: {
		ringMetres: 1000,
		places: { measured: 3, definite: 1, possible: 4 },
		exposure: null,
		allegations: {
			...{ band: 'from_1', fromYear: 2024, toYear: 2025 },
			measured: { value: 0.25, low: 0.25, high: 1 }
		}
	},
	...fields
});
/** A name that a spreadsheet would run, were it not kept as text. */
const HOSTILE = '=HYPERLINK("http://evil.example","Camp")';
const BASES = [
	base('a', 'Camp Cloud'),
	base('b', HOSTILE),
	base('c', 'Camp Fog'),
	base('d', 'معسكر الغيم')
];

const assessment = (fields: Partial<RiskAssessment>): RiskAssessment => ({
	...{ deploymentId: 'a', number: 1, assessedOn: '2026-05-10' },
	inherent: { likelihood: 4, consequence: 4 },
	residual: { likelihood: 3, consequence: 4 },
	stated: { ...NOTHING_STATED, curfew: 'in_place', womenPercent: 3 },
	...{ ownerPost: 'Commander, Camp Cloud', dueOn: '2026-08-01', reviewOn: '2026-12-01' },
	...{ recordedBy: 'Analyst', recordedAt: '2026-05-10T10:00:00Z' },
	...fields
});

function facts(): RiskReportFacts {
	const quarter = { year: 2026, quarter: 3 };
	const [on, before] = [lastDayOf(quarter), lastDayOf(quarterBefore(quarter))];
	const register = {
		assessments: [
			assessment({}),
			assessment({
				...{ number: 2, assessedOn: '2026-07-10', recordedAt: '2026-07-10T10:00:00Z' },
				residual: { likelihood: 1, consequence: 4 }
			}),
			assessment({ deploymentId: 'b', recordedAt: '2026-09-01T10:00:00Z' })
		],
		visits: [
			{
				...{ id: 'v', deploymentId: 'a', visitedOn: '2026-07-09', kind: 'assessment' as const },
				...{ recordedBy: 'Analyst', recordedAt: '2026-07-09T10:00:00Z' },
				...{ struckBy: null, struckAt: null }
			}
		],
		weights: []
	};
	const rowsOn = (day: string, bases = BASES) =>
		registerOn(bases, register, day, ZONE).toSorted(byPriority);
	const rows = rowsOn(on);
	return {
		...{ mission, quarter, on, before, rows, weights: DEFAULT_WEIGHTS, weightsSet: null },
		generatedAt: '2026-10-02T08:00:00.000Z',
		changes: compareRegisters(rowsOn(before, [...BASES.slice(0, 3), base('e', 'Camp Gone')]), rows)
	};
}

const compose = async (locale: Offered) =>
	composeRiskReport(facts(), { m: await loadMessages(locale), locale });

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cordon-report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('quarters', () => {
	test('are read, named and bounded', () => {
		expect(parseQuarter('2026Q3')).toEqual({ year: 2026, quarter: 3 });
		for (const wrong of ['2026Q5', '2026', 'Q1', '0026Q1', '', null])
			expect(parseQuarter(wrong)).toBe(undefined);
		expect(quarterOf('2026-09-30')).toEqual({ year: 2026, quarter: 3 });
		expect(nameOfQuarter(quarterBefore({ year: 2026, quarter: 1 }))).toBe('2025Q4');
		expect(firstDayOf({ year: 2026, quarter: 4 })).toBe('2026-10-01');
		expect(lastDayOf({ year: 2024, quarter: 1 })).toBe('2024-03-31');
		expect(lastDayOf({ year: 2025, quarter: 4 })).toBe('2025-12-31');
	});
});

describe('the changes of a quarter', () => {
	test('name each base once, by what became of it', () => {
		const { changes } = facts();
		const ids = (rows: { base: { id: string } }[]) => rows.map(({ base: { id } }) => id);
		expect(ids(changes.added)).toEqual(['d']);
		expect(changes.removed.map(({ id }) => id)).toEqual(['e']);
		expect(ids(changes.firstAssessed)).toEqual(['b']);
		expect(changes.lowered.map(({ row }) => row.base.id)).toEqual(['a']);
		expect([changes.raised, changes.confirmed]).toEqual([[], []]);
	});
});

describe.each(OFFERED)('the document in %s', (locale) => {
	test('says what it says', async () => {
		const text = exactReportText(await compose(locale));
		expect(text).not.toMatch(/undefined|NaN|\[object/);
		await expect(text).toMatchFileSnapshot(`golden/risk-report-${locale}.txt`);
	});

	test('is set without a warning and carries its text', async () => {
		const pdf = await printRiskReport(await compose(locale));
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		const file = join(folder, `${locale}.pdf`);
		writeFileSync(file, pdf);
		const read = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
		if (read.error) return;
		const text = read.stdout.normalize('NFKC').replace(/[\u200b-\u200f\u2066-\u2069\s]/g, '');
		for (const word of ['UNMIK', 'CampCloud', 'CampFog', '2026Q3']) expect(text).toContain(word);
		if (locale === 'en') expect(text).toContain('Exercisedata');
	});
});

test('letters that no font has do not keep a quarter from paper', async () => {
	const document = await compose('en');
	// Typst names some of them at a first attempt and others at a second.
	const hostile = (text: string) => text.replace('Camp Cloud', 'Camp \u{1f693} \ue000\ufdd0 Cloud');
	const report = JSON.parse(hostile(JSON.stringify(document))) as typeof document;
	const file = join(folder, 'letters.pdf');
	writeFileSync(file, await printRiskReport(report));
	const read = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
	if (!read.error) expect(read.stdout).toContain('Camp ? ?? Cloud');
});

describe('the workbook', () => {
	const read = async (locale: Offered) => {
		const bytes = await renderRiskWorkbook(facts(), { m: await loadMessages(locale), locale });
		const files = Object.entries(unzipSync(bytes)).map(
			([name, content]) => [name, new TextDecoder().decode(content)] as const
		);
		return { names: files.map(([name]) => name), xml: Object.fromEntries(files) };
	};

	test('has four sheets, and no cell of them is a formula', async () => {
		const { names, xml } = await read('en');
		const sheets = names.filter((name) => /worksheets\/sheet\d\.xml$/.test(name));
		expect(sheets).toHaveLength(4);
		for (const sheet of sheets) {
			expect(xml[sheet]).not.toMatch(/<f[ >]/);
			// Every sheet says what it is, and that it is an exercise.
			expect(xml[sheet]).toMatch(/<c r="A1"[^>]* t="(s|inlineStr)"/);
		}
		expect(names.filter((name) => /vba|external|connections/i.test(name))).toEqual([]);
	});

	test('keeps a hostile name as text, numbers as numbers and days as days', async () => {
		const { xml } = await read('en');
		const shared = [...xml['xl/sharedStrings.xml']!.matchAll(/<si>(.*?)<\/si>/gs)].map(
			([, inner]) => inner!.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"')
		);
		expect(shared).toContain(HOSTILE);
		expect(shared.filter((text) => text.includes('Exercise: the places'))).toHaveLength(1);
		const register = xml['xl/worksheets/sheet2.xml']!;
		const row = /<row r="\d+"[^>]*>(?:(?!<\/row>).)*<\/row>/gs;
		const cellsOf = (name: string) => {
			const found = [...register.matchAll(row)].find(([text]) =>
				new RegExp(`<c r="B\\d+"[^>]*><v>${shared.indexOf(name)}</v>`).test(text)
			)![0];
			return Object.fromEntries(
				[...found.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/g)].map(
					([, column, attributes, value]) => [column!, { isText: /t="s"/.test(attributes!), value }]
				)
			);
		};
		const cloud = cellsOf('Camp Cloud');
		// Inherent 4 × 4, residual 1 × 4.
		expect([cloud.G, cloud.H, cloud.I].map((cell) => cell!.value)).toEqual(['4', '4', '16']);
		expect([cloud.K, cloud.L, cloud.M].map((cell) => cell!.value)).toEqual(['1', '4', '4']);
		expect(cloud.S).toEqual({ isText: false, value: '3' });
		// 9 July 2026 and 1 August 2026 as serial days since 1899-12-30.
		expect(cloud.V).toEqual({ isText: false, value: '46212' });
		expect(cloud.X).toEqual({ isText: false, value: '46235' });
		// What is not known is empty, not zero: nobody assessed Camp Fog, nobody counted its people.
		const fog = cellsOf('Camp Fog');
		for (const column of ['G', 'K', 'T', 'V', 'W', 'X']) expect(fog[column]?.value).toBe(undefined);
	});

	test('reads from right to left in Arabic', async () => {
		expect((await read('ar')).xml['xl/worksheets/sheet2.xml']).toContain('rightToLeft="1"');
		expect((await read('en')).xml['xl/worksheets/sheet2.xml']).not.toContain('rightToLeft="1"');
	});

	test('is named by mission, quarter, language and exercise', () => {
		expect(reportFileName(facts(), 'ar', 'xlsx')).toBe('kosovo-risk-2026Q3-ar-exercise.xlsx');
	});
});
