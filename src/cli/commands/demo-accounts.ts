import { listDemoEntries, readDemoAccounts } from '../../lib/server/demo-accounts.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { defineCommand } from './command.ts';

/** Reads a file of the data folder, so it works while the server runs. */
export const demoAccountsCommand = defineCommand({
	name: 'demo accounts',
	usage: 'npm run --silent cordon -- demo accounts [--all] [--json]',
	summary:
		'Lists one account of the exercise per role: role, e-mail, password; --all lists every one.',
	options: { json: { type: 'boolean' }, all: { type: 'boolean' } },
	run({ json, all }) {
		const { dataFolder } = readSettings();
		const accounts = readDemoAccounts(dataFolder);
		if (!accounts) {
			throw new StartError(
				`There is no exercise in ${dataFolder}. npm start on an empty folder makes one.`
			);
		}
		const rows = (all ? accounts : listDemoEntries(accounts)).map(({ role, email, password }) => ({
			role,
			email,
			password
		}));
		if (json) return console.log(JSON.stringify(rows, null, '\t'));
		for (const { role, email, password } of rows) {
			console.log(`${role.padEnd(16)}  ${email.padEnd(34)}  ${password}`);
		}
	}
});
