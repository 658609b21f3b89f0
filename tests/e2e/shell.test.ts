import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '$lib/core/domain';
import { DESTINATIONS } from '$lib/ui/navigation';
import { expectAccessible, expectNoOverflow } from './accessible';
import {
	enterAs,
	findAccount,
	openBrowser,
	phone,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

const pathOf = (page: Page) => new URL(page.url()).pathname;

async function speak(page: Page, locale: 'en' | 'ar', theme: 'light' | 'dark' = 'light') {
	await page.context().addCookies(
		[
			['cordon-locale', locale],
			['cordon-theme', theme]
		].map(([name, value]) => ({ name: name!, value: value!, url: cordon.address }))
	);
}

describe('the way in', () => {
	test('leads with the keyboard alone from the first key to the own home page', async () => {
		const page = await visitor.newPage();
		const { email, password } = findAccount(cordon, 'administrator');
		await page.goto('/sign-in');
		await page.keyboard.press('Tab');
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.textContent))
			.toBe('Skip to content');
		// Past the settings and the cards of the demo to the form.
		const isEmail = () =>
			page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name === 'email');
		for (let step = 0; step < 40 && !(await isEmail()); step++) await page.keyboard.press('Tab');
		expect(await isEmail()).toBe(true);
		await page.keyboard.type(email);
		await page.keyboard.press('Tab');
		await page.keyboard.type(password);
		await page.keyboard.press('Enter');
		await page.waitForURL(`**/missions/kosovo/${DESTINATIONS.administrator[0]}`);
		await page.context().close();
	});

	test('returns to the page that was asked for, and never to another site', async () => {
		const page = await visitor.newPage();
		await page.goto('/missions/kosovo/record');
		await page.waitForURL('**/sign-in?next=*');
		const { email, password } = findAccount(cordon, 'personnel');
		await page.getByLabel('E-mail').fill(email);
		await page.getByLabel('Password').fill(password);
		await page.getByRole('button', { name: 'Sign in', exact: true }).click();
		await page.waitForURL('**/missions/kosovo/record');

		const other = await visitor.newPage();
		await other.goto('/sign-in?next=//evil.example/');
		await other.getByRole('button', { name: 'Enter as Personnel' }).click();
		await other.waitForURL('**/missions/kosovo/check');
		await page.context().close();
		await other.context().close();
	});

	test('ends where it began: signed out, the pages are closed again', async () => {
		const page = await visitor.newPage();
		await signIn(page, cordon, 'personnel');
		await page.getByLabel('Account').click();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByText('You are signed out.').waitFor();
		await page.goto('/missions/kosovo/list');
		expect(pathOf(page)).toBe('/sign-in');
		await page.context().close();
	});
});

describe('language and appearance', () => {
	test('a change of language keeps the place and turns the page around', async () => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'personnel');
		await page.goto('/missions/kosovo/record');
		await page.getByLabel('Account').click();
		await page.getByRole('button', { name: 'العربية' }).click();
		await page.waitForFunction(() => document.documentElement.dir === 'rtl');
		expect(pathOf(page)).toBe('/missions/kosovo/record');
		expect(await page.locator('html').getAttribute('lang')).toBe('ar');
		await page.getByRole('heading', { level: 1, name: 'السجلّ' }).waitFor();
		await page.context().close();
	});

	test('a chosen theme is in the document before any script, at the next visit too', async () => {
		const page = await visitor.newPage();
		await page.goto('/sign-in');
		await page.getByLabel('Account').click();
		await page.getByText('Dark', { exact: true }).click();
		const ground = () =>
			page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		await expect.poll(ground).toBe('rgb(20, 23, 27)');
		const html = await (await page.request.get('/sign-in')).text();
		expect(html).toContain('data-theme="dark"');
		await page.context().close();
	});
});

describe('on a phone', () => {
	test('it can be installed, under its name and with its icon', async () => {
		const page = await visitor.newPage(phone);
		await page.goto('/sign-in');
		const devtools = await page.context().newCDPSession(page);
		const { errors, data } = await devtools.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const { name, icons } = JSON.parse(data!) as { name: string; icons: { src: string }[] };
		expect(name).toBe('Cordon');
		for (const { src } of icons) expect((await page.request.get(src)).status()).toBe(200);
		const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
		// The one thing in the way is that a test's window is a private one.
		expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
		await page.context().close();
	});

	test('the way in needs no font of another script than the reader’s', async () => {
		const page = await visitor.newPage(phone);
		const fonts: [string, number][] = [];
		page.on('response', async (response) => {
			if (response.url().includes('.woff2'))
				fonts.push([response.url(), (await response.body()).length]);
		});
		await page.goto('/sign-in', { waitUntil: 'networkidle' });
		await page.evaluate(() => document.fonts.ready);
		const arabic = fonts.filter(([url]) => url.includes('arabic'));
		expect(arabic.map(([, size]) => size < 4096)).toEqual([true]);
		await page.context().close();
	});
});

describe('members', () => {
	test('an administrator gives a role, and takes it away', async () => {
		const page = await visitor.newPage();
		await signIn(page, cordon, 'administrator');
		const { email } = findAccount(cordon, 'personnel');
		await page.getByLabel('E-mail').fill(email);
		await page.getByRole('combobox', { name: 'Role' }).selectOption('analyst');
		await page.getByLabel(/^Unit/).fill('Night shift');
		await page.getByRole('button', { name: 'Save membership' }).click();
		await page.getByText('The membership is saved.').waitFor();
		const row = page.getByRole('row').filter({ hasText: email });
		await row.filter({ hasText: 'Analyst' }).filter({ hasText: 'Night shift' }).waitFor();

		await row.getByRole('button', { name: /^End/ }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'End membership' }).click();
		await page.getByText('The membership is ended.').waitFor();
		await row.waitFor({ state: 'detached' });

		await page.goto('/missions/kosovo/audit');
		await page.getByRole('row').filter({ hasText: 'Ended a membership' }).first().waitFor();
		await page.context().close();
	});

	test('nobody can be made Head of Mission by an administrator, nor a stranger a member', async () => {
		const page = await visitor.newPage();
		await signIn(page, cordon, 'administrator');
		const options = await page.getByRole('combobox', { name: 'Role' }).locator('option').all();
		const offered = await Promise.all(options.map((option) => option.getAttribute('value')));
		expect(offered).not.toContain('head_of_mission');
		await page.getByLabel('E-mail').fill('nobody@cordon.example');
		await page.getByRole('button', { name: 'Save membership' }).click();
		await page.getByText('Nobody has an account with this address.').waitFor();
		await page.context().close();
	});

	test.each(['analyst', 'focal_point'] satisfies Role[])(
		'%s is told that the page is for others, and sees no member',
		async (role) => {
			const page = await visitor.newPage();
			await enterAs(page, cordon, role);
			const answer = await page.goto('/missions/kosovo/members');
			expect(answer?.status()).toBe(403);
			await page.getByRole('heading', { name: 'This page is for other roles' }).waitFor();
			expect(await page.content()).not.toContain('administrator@cordon.example');
			await page.context().close();
		}
	);
});

describe('the record', () => {
	test('tells what was not published from zero', async () => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'analyst');
		await page.goto('/missions/kosovo/record');
		const table = page.getByRole('table').filter({ hasText: 'Allegations by year' });
		const row = (organization: string) =>
			table
				.getByRole('row')
				.filter({ has: page.getByRole('rowheader', { name: '2014' }) })
				.filter({ hasText: organization });
		await row('NATO').getByText('Not published').waitFor();
		expect(await row('OSCE').getByText('Not published').count()).toBe(0);
		await page.context().close();
	});
});

describe('pages for everyone', () => {
	// One sign-in for all: more in a few minutes would rightly be refused.
	let insider: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
	beforeAll(async () => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'head_of_mission');
		insider = await page.context().storageState();
		await page.context().close();
	});
	const PAGES = ['/sign-in', '/method', '/about', '/nowhere'];
	const INSIDE = ['/missions/kosovo/record', '/missions/kosovo/members', '/account'];

	test.each([
		['en', 'light'],
		['en', 'dark'],
		['ar', 'light'],
		['ar', 'dark']
	] as const)('pass axe and fit a phone, in %s and %s', async (locale, theme) => {
		const look = async (page: Page, path: string) => {
			await page.goto(path);
			await expectAccessible(page);
			await expectNoOverflow(page);
		};
		for (const [paths, options] of [
			[PAGES, phone],
			[INSIDE, { ...phone, storageState: insider }]
		] as const) {
			const page = await visitor.newPage(options);
			await speak(page, locale, theme);
			for (const path of paths) await look(page, path);
			await page.context().close();
		}
	});
});
