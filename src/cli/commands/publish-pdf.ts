import { writeFileSync } from 'node:fs';
import { LANGUAGE_NAMES } from '../../lib/i18n/tags.ts';
import type { Locale } from '../../lib/core/domain.ts';
import {
	PAPER_KINDS,
	PAPER_SIZES,
	paperFileName,
	type PaperOptions
} from '../../lib/publish/paper/facts.ts';
import { gatherFacts, makePaper, type Ask } from '../../lib/server/paper/gather.ts';
import { printPaper } from '../../lib/server/paper/press.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { actAs, callAs, findHead } from './acting.ts';
import { defineCommand, need, withEngine } from './command.ts';

export const publishPdfCommand = defineCommand({
	name: 'publish pdf',
	usage:
		'npm run cordon -- publish pdf --mission SLUG --directive N --version V [--language en|ar|fr|es|ru|zh] [--size a4|letter] [--kind directive|poster] [--address https://HOST] [--as ADDRESS] [--out FILE.pdf]',
	summary: 'Writes a published version as a document to sign, or as a poster for a notice board.',
	options: {
		mission: { type: 'string' },
		directive: { type: 'string' },
		version: { type: 'string' },
		language: { type: 'string' },
		size: { type: 'string' },
		kind: { type: 'string' },
		address: { type: 'string' },
		as: { type: 'string' },
		out: { type: 'string' }
	},
	async run(values) {
		const mission = need('mission', values.mission);
		const name = `${need('directive', values.directive)}.${need('version', values.version)}`;
		const locales = Object.keys(LANGUAGE_NAMES) as Locale[];
		const options: PaperOptions = {
			locale: need('language', values.language ?? 'en', locales),
			size: need('size', values.size ?? 'a4', PAPER_SIZES),
			kind: need('kind', values.kind ?? 'directive', PAPER_KINDS)
		};
		const facts = await withEngine(async (engine) => {
			const member = await actAs(engine, values.as ?? (await findHead(engine, mission)));
			const ask: Ask = (call, args) =>
				callAs(engine, member, call, Object.keys(args).join(', '), Object.values(args));
			return gatherFacts(ask, mission, name, (id) =>
				values.address
					? new URL(`/missions/${mission}/directives/${id}`, values.address).href
					: null
			);
		});
		if (!facts) throw new StartError(`Mission ${mission} has published no version ${name}.`);
		const paper = await makePaper(facts, options, readSettings().dataFolder);
		const file = values.out ?? paperFileName(facts, options);
		writeFileSync(file, await printPaper(paper, options.kind));
		console.log(`Written to ${file}.`);
	}
});
