import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Role } from '../core/domain.ts';
import { writeDurably } from './durable-file.ts';
import { StartError } from './start-error.ts';

export type DemoAccount = { role: Role; email: string; displayName: string; password: string };

const fileOf = (dataFolder: string) => join(dataFolder, 'demo-accounts.json');

/** The demo's accounts of a data folder, or undefined where no demo was made. */
export function readDemoAccounts(dataFolder: string): DemoAccount[] | undefined {
	const file = fileOf(dataFolder);
	if (!existsSync(file)) return undefined;
	try {
		const accounts: unknown = JSON.parse(readFileSync(file, 'utf8'));
		if (Array.isArray(accounts) && accounts.every(isAccount)) return accounts;
	} catch {
		// Not even JSON, or not to be read: the same to do about it.
	}
	throw new StartError(
		`${file} does not hold the accounts of the exercise, or not all of it. Bring it back from a copy; without one, set CORDON_DATA to a new folder for a new exercise.`
	);
}

function isAccount(value: unknown): value is DemoAccount {
	const { role, ...texts } = (value ?? {}) as Record<keyof DemoAccount, unknown>;
	return (
		ROLES.includes(role as Role) &&
		[texts.email, texts.displayName, texts.password].every((text) => typeof text === 'string')
	);
}

/** One account per role, as the sign-in page offers them: the first of each role. */
export function listDemoEntries(accounts: readonly DemoAccount[]): DemoAccount[] {
	return accounts.filter(
		(account, i) => accounts.findIndex(({ role }) => role === account.role) === i
	);
}

/** Readable by the user who runs Cordon, and nobody else. */
export function writeDemoAccounts(dataFolder: string, accounts: readonly DemoAccount[]): void {
	writeDurably(fileOf(dataFolder), JSON.stringify(accounts, null, '\t'));
}
