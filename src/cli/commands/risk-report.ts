import { writeFileSync } from 'node:fs';
import { dayAt } from '../../lib/core/period.ts';
import { nameOfQuarter, parseQuarter, quarterOf } from '../../lib/core/quarter.ts';
import type { Mission } from '../../lib/core/domain.ts';
import type { AskOfMission } from '../../lib/data/risk-records.ts';
import { loadMessages } from '../../lib/i18n/load.ts';
import { OFFERED } from '../../lib/i18n/tags.ts';
import { REPORT_FORMATS, reportFileName } from '../../lib/publish/risk-report/facts.ts';
import { gatherRiskReport, renderRiskReport } from '../../lib/server/risk-report.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { actAs, callAs, findHead } from './acting.ts';
import { defineCommand, InputError, need, withEngine } from './command.ts';

export const riskReportCommand = defineCommand({
	name: 'risk report',
	usage:
		'npm run cordon -- risk report --mission SLUG [--quarter 2026Q3] [--language en|ar] [--as ADDRESS] [--out FILE.pdf|FILE.xlsx]',
	summary: 'Writes the register of risk by base for a quarter, as a document or a workbook.',
	details:
		'Without --quarter the one that is running. What the file holds follows from its ending; without --out it is a PDF. Reading the counts of allegations is recorded under the name of the member it is done as: the Head of Mission, unless --as names another.',
	options: {
		mission: { type: 'string' },
		quarter: { type: 'string' },
		language: { type: 'string' },
		as: { type: 'string' },
		out: { type: 'string' }
	},
	async run(values) {
		const slug = need('mission', values.mission);
		const locale = need('language', values.language ?? 'en', OFFERED);
		const ending = values.out?.split('.').pop()?.toLowerCase() ?? 'pdf';
		const format = REPORT_FORMATS.find((each) => each === ending);
		if (!format) throw new InputError('--out must end in .pdf or .xlsx.');
		const named = values.quarter === undefined ? undefined : parseQuarter(values.quarter);
		if (values.quarter !== undefined && !named) {
			throw new InputError(`--quarter is "${values.quarter}", which is not like 2026Q3.`);
		}
		const now = new Date().toISOString();
		const facts = await withEngine(async (engine) => {
			const member = await actAs(engine, values.as ?? (await findHead(engine, slug)));
			const ask = (name: string, args: { mission: string }) =>
				callAs(engine, member, name, 'mission', [args.mission]);
			const mission = (await ask('get_mission', { mission: slug })) as Mission;
			const quarter = named ?? quarterOf(dayAt(now, mission.timeZone));
			const found = await gatherRiskReport(ask as AskOfMission, mission, quarter, now);
			if (!found) throw new StartError(`${nameOfQuarter(quarter)} has not begun.`);
			return found;
		});
		const file = values.out ?? reportFileName(facts, locale, format);
		const m = await loadMessages(locale);
		writeFileSync(file, await renderRiskReport(facts, { m, locale }, format));
		console.log(`Written to ${file}.`);
	}
});
