import type { SupabaseClient } from '@supabase/supabase-js';
import { DEMO_PEOPLE, seed } from '../../../supabase/seed/kosovo.ts';
import { createAccount } from './accounts.ts';
import { makePassword } from './door/passwords.ts';
import { listDemoEntries, writeDemoAccounts, type DemoAccount } from './demo-accounts.ts';
import type { Engine } from './engine/engine.ts';
import { mayUseDemo, type Settings } from './settings.ts';
import { StartError } from './start-error.ts';

export function refuseDemoInPublic(settings: Settings): void {
	if (mayUseDemo(settings)) return;
	throw new StartError(
		`The demo's accounts are not for a public address, and HOST is ${settings.host}. Set CORDON_DEMO=off for a real mission in a data folder of its own, or CORDON_ALLOW_DEMO_ON=${settings.host} to allow the demo there by name.`
	);
}

/**
 * Fills an empty database with the Kosovo exercise, in one transaction. The passwords are random,
 * written down before the accounts exist, so that none is made that nobody can use.
 */
export async function seedDemo(engine: Engine, dataFolder: string): Promise<void> {
	const people = DEMO_PEOPLE.map((person) => ({ ...person, password: makePassword() }));
	const accounts = people.map(({ role, email, displayName, password }) => ({
		role,
		email,
		displayName,
		password
	}));
	writeDemoAccounts(dataFolder, accounts);
	await engine.transaction(async (tx) => {
		const created = [];
		for (const person of people) {
			created.push({ ...person, userId: await createAccount(tx, person) });
		}
		await seed(tx, { accounts: created });
	});
}

/** Whether nobody and no mission has been entered yet. */
export async function isEmpty(engine: Engine): Promise<boolean> {
	const [row] = await engine.run<{ empty: boolean }>([
		{
			sql: `select not exists (select from cordon.missions)
				and not exists (select from auth.users) as empty`
		}
	]);
	return row!.empty;
}

/** Enters the demo as a role. The caller has checked that the demo is offered (locals.demo). */
export async function signInAsDemo(
	supabase: SupabaseClient,
	accounts: readonly DemoAccount[],
	role: string
): Promise<boolean> {
	const account = listDemoEntries(accounts).find((entry) => entry.role === role);
	if (!account) return false;
	const { email, password } = account;
	const { error } = await supabase.auth.signInWithPassword({ email, password });
	if (error) throw error;
	return true;
}
