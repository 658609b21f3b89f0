import type { ParseArgsOptionsConfig } from 'node:util';
import type { Engine } from '../../lib/server/engine/engine.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/start-error.ts';

type Values<O extends ParseArgsOptionsConfig> = {
	[K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string;
};

export type Command<O extends ParseArgsOptionsConfig> = {
	/** The words that call it. */
	name: string;
	usage: string;
	/** One sentence. */
	summary: string;
	/** What else --help says. */
	details?: string;
	options: O;
	run(values: Values<O>, positionals: string[]): Promise<void> | void;
};

/** Types the options of one command, and lets commands of different options stand in one list. */
export const defineCommand = <O extends ParseArgsOptionsConfig>(command: Command<O>) =>
	command as unknown as Command<ParseArgsOptionsConfig>;

/** What was given cannot be used: the caller's to mend, and exit code 2. */
export class InputError extends StartError {}

/**
 * An option, or a word by itself (named as the usage names it, not in lower case), that must be there
 * and be one of `choices` where there are any.
 */
export function need<T extends string>(
	name: string,
	value: string | undefined,
	choices?: readonly T[]
): T {
	const called = /^[a-z-]+$/.test(name) ? `--${name}` : name;
	const hint = choices ? ` (${choices.join(', ')})` : '';
	if (!value) throw new InputError(`${called} is missing${hint}.`);
	if (choices && !choices.includes(value as T)) {
		throw new InputError(`${called} is "${value}", which is not one of ${choices.join(', ')}.`);
	}
	return value as T;
}

/** Opens the database that the server would, and closes it whatever happens. */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
	const settings = readSettings();
	if (settings.engine.kind === 'supabase') {
		throw new StartError(
			'This command works on the database itself. On Supabase, use its dashboard or set DATABASE_URL instead of SUPABASE_URL.'
		);
	}
	// Read in only here: most commands work on files alone.
	const { openEngine } = await import('../../lib/server/cordon.ts');
	const { engine, close } = await openEngine(settings, console.error);
	try {
		return await work(engine);
	} finally {
		await close();
	}
}
