import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../core/domain.ts';
import { writeDurably } from './durable-file.ts';

export type DemoAccount = { role: Role; email: string; displayName: string; password: string };

const fileOf = (dataFolder: string) => join(dataFolder, 'demo-accounts.json');

/** The demo's accounts of a data folder, or undefined where no demo was made. */
export function readDemoAccounts(dataFolder: string): DemoAccount[] | undefined {
	const file = fileOf(dataFolder);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : undefined;
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
