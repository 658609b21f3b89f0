/** The whole app on a PostgreSQL of the operator's, with two processes of it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '$lib/core/domain';
import { startPostgres, whyNoPostgres, type Server } from '../data/real-postgres';
import {
	enterAs,
	openBrowser,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';
import { addEstablishment, beginDraft, publish, untilSaved, writeOrder } from './drafting';

const missing = whyNoPostgres();
if (missing) console.warn(`The app on PostgreSQL: skipped, because ${missing}.`);

describe.skipIf(missing)('on PostgreSQL', () => {
	let database: Server;
	let cordon: RunningCordon;
	let second: RunningCordon;
	let visitor: Visitor;
	const start = (CORDON_DEMO: string) =>
		startCordon({
			dataFolder: mkdtempSync(join(tmpdir(), 'cordon-on-postgres-')),
			env: { DATABASE_URL: database.url, CORDON_DEMO }
		});
	beforeAll(async () => {
		database = await startPostgres();
		// At once, on an empty database: one of them makes the tables, the other waits for it.
		[cordon, second] = await Promise.all([start('on'), start('off')]);
		visitor = await openBrowser(cordon);
	}, 300_000);
	afterAll(async () => {
		await visitor?.close();
		await cordon?.dispose();
		await second?.dispose();
		await database?.stop();
	});

	test.each(ROLES)('%s signs in and opens what the role opens', async (role) => {
		const page = await visitor.newPage();
		await signIn(page, cordon, role);
		for (const screen of ['check', 'map', 'list', 'directives', 'desk']) {
			const answer = await page.goto(`/missions/kosovo/${screen}`);
			const mayOpen = screen !== 'desk' || ['head_of_mission', 'focal_point'].includes(role);
			expect([screen, answer!.status()]).toEqual([screen, mayOpen ? 200 : 403]);
			if (mayOpen) await page.getByRole('main').getByRole('heading').first().waitFor();
		}
		await page.context().close();
	});

	test('a directive published through one process is in force through the other', async () => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'head_of_mission');
		await beginDraft(page);
		const place = await addEstablishment(page, 'Pec');
		await writeOrder(page, 'Order kept by PostgreSQL');
		await untilSaved(page);
		await publish(page);
		await page.getByRole('heading', { name: /^Directive \d+, version 1, is published$/ }).waitFor();

		const cookies = (await page.context().cookies())
			.map(({ name, value }) => `${name}=${value}`)
			.join('; ');
		const answer = await fetch(`${second.address}/missions/kosovo/list.json`, {
			headers: { cookie: cookies }
		});
		const list = (await answer.json()) as { directives: { title: object; entries: unknown[] }[] };
		const directive = list.directives.find(
			({ title }) => JSON.stringify(title) === '{"en":"Order kept by PostgreSQL"}'
		);
		expect(JSON.stringify(directive?.entries)).toContain(place);
		await page.context().close();
	});
});
