/** A version as a PDF: who gets it, from where, and what is refused. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGE_NAMES } from '$lib/i18n/tags';
import {
	enterAs,
	openBrowser,
	phone,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

const LIST = '/missions/kosovo/list';
/** The curfew: few entries, set in a second. */
const PAPER = '/missions/kosovo/directives/2.1/paper.pdf';

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

async function soldier(...options: Parameters<Visitor['newPage']>): Promise<Page> {
	const page = await visitor.newPage(...options);
	await enterAs(page, cordon, 'personnel');
	return page;
}

const opener = (page: Page) => page.locator('summary').filter({ hasText: 'PDF' }).first();

test('the form on a version leads to its PDF by keyboard, in the language and kind chosen', async () => {
	const page = await soldier();
	await page.goto(LIST);
	await opener(page).waitFor();
	await page.goto('/missions/kosovo/directives');
	await page.locator('th a[href*="/directives/"]').first().click();
	await page.locator('canvas').first().waitFor();
	await opener(page).press('Enter');
	await page.getByLabel('Document').selectOption({ label: 'Notice-board poster' });
	await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: LANGUAGE_NAMES.zh });
	await page.getByLabel('Paper').selectOption({ label: 'Letter' });
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the PDF' }).press('Enter');
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^kosovo-poster-\d+-\d+-zh-exercise\.pdf$/);
	expect(
		readFileSync(await file.path())
			.subarray(0, 5)
			.toString()
	).toBe('%PDF-');
	await page.context().close();
});

test.each(['en', 'ar'])(
	'the form is on the screen of a phone wherever it opens: %s',
	async (locale) => {
		const page = await soldier(phone);
		await page
			.context()
			.addCookies([{ name: 'cordon-locale', value: locale, url: cordon.address }]);
		await page.goto('/missions/kosovo/directives');
		const version = await page.locator('th a[href*="/directives/"]').last().getAttribute('href');
		for (const address of [version!, LIST]) {
			await page.goto(address);
			const summary = opener(page);
			await summary.click();
			// Its one word stands in one line.
			expect((await summary.boundingBox())!.height).toBeLessThan(50);
			const form = page.locator('details[open] form');
			await expect
				.poll(async () => {
					const { x, width } = (await form.boundingBox())!;
					return x >= 0 && x + width <= phone.viewport!.width;
				})
				.toBe(true);
		}
		await page.context().close();
	}
);

test('a refusal is told beside the form, in the language of the page', async () => {
	const page = await soldier();
	await page.context().addCookies([{ name: 'cordon-locale', value: 'ar', url: cordon.address }]);
	await page.goto('/missions/kosovo/directives');
	await page.locator('th a[href*="/directives/"]').first().click();
	await page.locator('canvas').first().waitFor();
	const { cookies } = await page.context().storageState();
	await page.context().clearCookies();
	await page.context().addCookies(cookies.filter(({ name }) => name === 'cordon-locale'));
	await opener(page).click();
	await page.locator('details[open] button[type="submit"]').click();
	await page.getByRole('status').filter({ hasText: 'انتهت جلستك' }).waitFor();
	await page.context().close();
});

test('the file has its type and name, and is not sent twice to whoever has it', async () => {
	const page = await soldier();
	const first = await page.request.get(`${PAPER}?language=fr&size=letter`);
	expect(first.status()).toBe(200);
	expect(first.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': 'inline; filename="kosovo-directive-2-1-fr-exercise.pdf"',
		'cache-control': 'private, no-cache'
	});
	const again = await page.request.get(`${PAPER}?language=fr&size=letter`, {
		headers: { 'if-none-match': first.headers().etag! }
	});
	expect(again.status()).toBe(304);
	const other = await page.request.get(`${PAPER}?language=fr&size=a4`, {
		headers: { 'if-none-match': first.headers().etag! }
	});
	expect(other.status()).toBe(200);
	await page.context().close();
});

test('strangers, other missions and choices that there are none of are refused', async () => {
	const nobody = await visitor.newPage();
	expect((await nobody.request.get(PAPER)).status()).toBe(401);
	await nobody.goto(PAPER);
	expect(new URL(nobody.url()).pathname).toBe('/sign-in');
	await nobody.context().close();

	const page = await soldier();
	const statusOf = async (address: string) => (await page.request.get(address)).status();
	for (const query of ['language=xx', 'language=__proto__', 'size=a99', 'kind=book'])
		expect(await statusOf(`${PAPER}?${query}`), query).toBe(400);
	for (const version of ['99.1', '2.1.1', '%00', '00000000-0000-4000-8000-000000000000'])
		expect(await statusOf(PAPER.replace('2.1', version)), version).toBe(404);
	expect(await statusOf(PAPER.replace('kosovo', 'elsewhere'))).toBe(404);
	await page.context().close();
});

test('twenty at once get a paper or a time to wait, and the next is served', async () => {
	const page = await visitor.newPage();
	await enterAs(page, cordon, 'analyst');
	const answers = await Promise.all(
		Array.from({ length: 20 }, () => page.request.get(`${PAPER}?kind=poster`))
	);
	const statuses = answers.map((answer) => answer.status());
	expect(statuses).toContain(200);
	for (const answer of answers.filter((each) => each.status() !== 200)) {
		expect([429, 503]).toContain(answer.status());
		expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
	}
	expect(statuses).toContain(429);
	await page.context().close();
	const next = await soldier();
	expect((await next.request.get(`${PAPER}?kind=poster`)).status()).toBe(200);
	await next.context().close();
});
