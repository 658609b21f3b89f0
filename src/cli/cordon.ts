/** `npm run cordon -- <command>`: Cordon from a terminal. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { ApiError } from '../lib/data/client.ts';
import { DatabaseError } from '../lib/server/engine/engine.ts';
import { InputError, type Command } from './commands/command.ts';

/** Each is loaded when it is called: what only reads a file does not wait for a database to load. */
const commands: Record<string, () => Promise<Command<ParseArgsOptionsConfig>>> = {
	'demo accounts': async () => (await import('./commands/demo-accounts.ts')).demoAccountsCommand,
	'mission create': async () => (await import('./commands/mission-create.ts')).missionCreateCommand,
	'members add': async () => (await import('./commands/members-add.ts')).membersAddCommand,
	import: async () => (await import('./commands/import.ts')).importCommand,
	check: async () => (await import('./commands/check.ts')).checkCommand,
	'publish pdf': async () => (await import('./commands/publish-pdf.ts')).publishPdfCommand,
	proximity: async () => (await import('./commands/proximity.ts')).proximityCommand,
	'hotspots gi-star': async () => (await import('./commands/hotspots.ts')).giStarCommand,
	'hotspots scan': async () => (await import('./commands/hotspots-scan.ts')).scanCommand,
	'hotspots dbscan': async () => (await import('./commands/hotspots.ts')).dbscanCommand,
	'hotspots kde': async () => (await import('./commands/hotspots.ts')).kdeCommand,
	'risk report': async () => (await import('./commands/risk-report.ts')).riskReportCommand,
	verify: async () => (await import('./commands/verify.ts')).verifyCommand,
	'publish export': async () => (await import('./commands/publish-export.ts')).publishExportCommand,
	'keys list': async () => (await import('./commands/keys.ts')).keysListCommand,
	'keys create': async () => (await import('./commands/keys.ts')).keysCreateCommand,
	'keys rotate': async () => (await import('./commands/keys.ts')).keysRotateCommand,
	'keys revoke': async () => (await import('./commands/keys.ts')).keysRevokeCommand,
	'keys print': async () => (await import('./commands/keys.ts')).keysPrintCommand,
	'audit verify': async () => (await import('./commands/audit-verify.ts')).auditVerifyCommand,
	'audit export': async () => (await import('./commands/audit-export.ts')).auditExportCommand,
	backup: async () => (await import('./commands/backup.ts')).backupCommand,
	restore: async () => (await import('./commands/backup.ts')).restoreCommand
};

// Whoever reads may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});

const words = process.argv.slice(2);
const called = Object.keys(commands).find((name) =>
	name.split(' ').every((word, i) => words[i] === word)
);
const command = called === undefined ? undefined : await commands[called]!();

if (!command) {
	const wanted = words.length === 0 || words.includes('--help');
	(wanted ? console.log : console.error)(
		[
			...(wanted ? [] : [`There is no command "${words.join(' ')}".`, '']),
			'npm run cordon -- <command>',
			'',
			...(await Promise.all(Object.values(commands).map((load) => load()))).map(
				({ name, summary }) => `  ${name.padEnd(16)}  ${summary}`
			),
			'',
			'Each says more with --help. A file of points or areas that is named - is standard input.',
			'With --json call npm run --silent: npm has lines of its own to print otherwise.',
			'DATABASE_URL and CORDON_DATA choose the data, as for npm start.'
		].join('\n')
	);
	process.exitCode = wanted ? 0 : 2;
} else
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
		// Not process.exit: it waits for the threads of V8, and one of them may be waiting for this one.
		process.exitCode = isInput(error) ? 2 : 1;
		process.stdin.destroy();
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
