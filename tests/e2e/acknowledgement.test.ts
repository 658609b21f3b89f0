/** A soldier confirms having read the directives where there is no network; the Head of Mission sees it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	enterAs,
	openBrowser,
	phone,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let head: Page;

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	head = await visitor.newPage();
	await enterAs(head, cordon, 'head_of_mission');
});

afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

/** What the desk says of each directive in force: "1 of 7". */
async function figures(): Promise<string[]> {
	await head.goto('/missions/kosovo/desk');
	const card = head.getByRole('region', { name: /^Who confirmed reading/ });
	return (await card.getByRole('listitem').allInnerTexts()).map(
		(text) => /\d+ of \d+/.exec(text)![0]
	);
}

const signOut = (page: Page) =>
	page.request.post('/sign-out', { headers: { origin: cordon.address } });

test('a confirmation made without a network is sent as nobody else’s, and counts once', async () => {
	const before = await figures();
	expect(new Set(before)).toEqual(new Set(['0 of 7']));

	const device = await visitor.newPage(phone);
	await signIn(device, cordon, 'personnel');
	const asked = device.getByRole('region', { name: 'To read and confirm' });
	const all = asked.getByRole('button', { name: `I have read all ${before.length}` });
	const which = asked.getByText(`${before.length} directives to read and confirm`);
	await which.click();
	await all.waitFor();
	await device.context().setOffline(true);
	await all.click();
	await asked.getByText('are kept on this device').waitFor();
	expect(await all.count()).toBe(0);

	// Still no way to the server when the soldier hands the device on.
	await device.context().route('**/acknowledge', (route) => route.abort());
	await device.context().setOffline(false);
	await signOut(device);
	await signIn(device, cordon, 'analyst');
	await device.context().unroute('**/acknowledge');
	const sent: string[] = [];
	device.on('request', (request) => {
		if (request.url().endsWith('/acknowledge')) sent.push(request.url());
	});
	await device.goto('/missions/kosovo/check');
	await device.getByText('confirmed just now').waitFor();
	await which.waitFor();
	expect(sent).toEqual([]);
	expect(await figures()).toEqual(before);

	await signOut(device);
	await signIn(device, cordon, 'personnel');
	await asked.waitFor({ state: 'detached' });
	expect(sent).toHaveLength(before.length);
	expect(await figures()).toEqual(before.map(() => '1 of 7'));
	await device.reload();
	await device.getByText('confirmed just now').waitFor();
	expect(sent).toHaveLength(before.length);
	await device.context().close();
});

test('the Head of Mission sees who is missing, and a reminder reaches them once a day', async () => {
	await head.goto('/missions/kosovo/desk');
	await head.getByRole('link', { name: 'Directive 4, version 3' }).last().click();
	await head.getByText('1 of 7 have confirmed').waitFor();
	const missing = head.getByRole('region', { name: 'Who is missing' }).last();
	await missing.getByRole('row').filter({ hasText: 'Police Officer' }).waitFor();
	expect(await missing.getByText('Soldier').count()).toBe(0);
	await head.getByRole('button', { name: 'Remind 6 members' }).click();
	await head.getByText('6 members were reminded.').waitFor();
	expect(await head.getByRole('button', { name: 'Remind 6 members' }).isDisabled()).toBe(true);

	const analyst = await visitor.newPage(phone);
	await enterAs(analyst, cordon, 'analyst');
	await analyst.goto('/missions/kosovo/list');
	await analyst.getByText(/You were reminded on/).waitFor();
	// Nothing of it is theirs to see.
	const address = new URL(head.url()).pathname;
	expect((await analyst.goto(address))?.status()).toBe(403);
	await analyst.context().close();
});
