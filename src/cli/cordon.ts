/** `npm run cordon -- <command>`: Cordon from a terminal. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { ApiError } from '../lib/data/client.ts';
import { DatabaseError } from '../lib/server/engine/engine.ts';
import { auditExportCommand } from './commands/audit-export.ts';
import { auditVerifyCommand } from './commands/audit-verify.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { InputError, type Command } from './commands/command.ts';
import { demoAccountsCommand } from './commands/demo-accounts.ts';
import { dbscanCommand, giStarCommand, kdeCommand } from './commands/hotspots.ts';
import { scanCommand } from './commands/hotspots-scan.ts';
import { importCommand } from './commands/import.ts';
import { keysCommands } from './commands/keys.ts';
import { membersAddCommand } from './commands/members-add.ts';
import { missionCreateCommand } from './commands/mission-create.ts';
import { publishPdfCommand } from './commands/publish-pdf.ts';
import { proximityCommand } from './commands/proximity.ts';
import { publishExportCommand } from './commands/publish-export.ts';
import { riskReportCommand } from './commands/risk-report.ts';
import { verifyCommand } from './commands/verify.ts';

const commands: Command<ParseArgsOptionsConfig>[] = [
	demoAccountsCommand,
	missionCreateCommand,
	membersAddCommand,
	importCommand,
	checkCommand,
	publishPdfCommand,
	proximityCommand,
	giStarCommand,
	scanCommand,
	dbscanCommand,
	kdeCommand,
	riskReportCommand,
	verifyCommand,
	publishExportCommand,
	...keysCommands,
	auditVerifyCommand,
	auditExportCommand,
	backupCommand,
	restoreCommand
];

const words = process.argv.slice(2);
const command = commands.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));

if (!command) {
	const wanted = words.length === 0 || words.includes('--help');
	(wanted ? console.log : console.error)(
		[
			...(wanted ? [] : [`There is no command "${words.join(' ')}".`, '']),
			'npm run cordon -- <command>',
			'',
			...commands.map(({ name, summary }) => `  ${name.padEnd(16)}  ${summary}`),
			'',
			'Each says more with --help. DATABASE_URL and CORDON_DATA choose the data, as for npm start.'
		].join('\n')
	);
	process.exit(wanted ? 0 : 2);
}

try {
	const { values, positionals } = parseArgs({
		args: joinNegatives(words.slice(command.name.split(' ').length)),
		options: { ...command.options, help: { type: 'boolean' } },
		// A word that no command asked for is a slip of the keyboard, such as a blank within a list.
		allowPositionals: command.run.length > 1
	});
	if (values.help) {
		console.log([command.usage, command.summary, command.details].filter(Boolean).join('\n\n'));
	} else await command.run(values as never, positionals);
} catch (error) {
	console.error(explain(error));
	process.exit(isInput(error) ? 2 : 1);
}

/** "--bbox -1,4,0,5" as "--bbox=-1,4,0,5": a number below zero is no option. */
function joinNegatives(args: readonly string[]): string[] {
	const isNegative = (i: number) => /^-[\d.]/.test(args[i] ?? '');
	return args.flatMap((word, i) => {
		if (isNegative(i) && args[i - 1]?.startsWith('--')) return [];
		return word.startsWith('--') && isNegative(i + 1) ? `${word}=${args[i + 1]}` : word;
	});
}

function isInput(error: unknown): boolean {
	return error instanceof InputError || isUsage(error);
}

function isUsage(error: unknown): boolean {
	return String((error as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');
}

/** One sentence where a person can do something about it; otherwise everything. */
function explain(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	if (isUsage(error)) return `${error.message}\n\n${command!.usage}`;
	const { code, path } = error as NodeJS.ErrnoException;
	if (path && (code === 'ENOENT' || code === 'EACCES')) return `${path} cannot be read or written.`;
	if (code === 'EISDIR') return 'A folder was given where a file is needed.';
	const spoken =
		error instanceof ApiError || error instanceof DatabaseError || error.name === 'StartError';
	return spoken ? error.message : error;
}
