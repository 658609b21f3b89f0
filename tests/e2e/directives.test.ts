/** Desk, directives and a draft: which version was in force, and readable by everybody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from './accessible';
import {
	enterAs,
	openBrowser,
	phone,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';
import { hydrated } from './drafting';

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

test('"in force at" answers for a night of the past, and for one before the first directive', async () => {
	const page = await visitor.newPage();
	await enterAs(page, cordon, 'personnel');
	await page.goto('/missions/kosovo/directives?at=2004-03-15T21:30');
	await page.getByRole('heading', { name: /^In force at 15 Mar 2004/ }).waitFor();
	const then = await page.getByRole('rowheader').count();
	expect(then).toBeGreaterThan(0);
	const [first] = await page.getByRole('rowheader').getByRole('link').all();
	await first!.click();
	await page.getByText('It stays readable as it was.', { exact: false }).waitFor();
	await page.goto('/missions/kosovo/directives?at=1990-01-01T00:00');
	await page.getByText('No directive was in force at', { exact: false }).waitFor();
	await page.goto('/missions/kosovo/directives?at=yesterday');
	await page.getByText('That is not a date and time.', { exact: false }).waitFor();
	await page.context().close();
});

test.each(['en', 'ar'])(
	'desk, directives, a version and a draft pass axe and fit a phone: %s',
	async (locale) => {
		const page = await visitor.newPage({
			...phone,
			colorScheme: locale === 'ar' ? 'dark' : 'light'
		});
		await page
			.context()
			.addCookies([{ name: 'cordon-locale', value: locale, url: cordon.address }]);
		await enterAs(page, cordon, 'head_of_mission');
		await page.goto('/missions/kosovo/desk');
		const draft = await page.locator('a[href*="/drafts/"]').first().getAttribute('href');
		await expectAccessible(page);
		await expectNoOverflow(page);
		await page.goto('/missions/kosovo/directives');
		const version = await page.locator('th a[href*="/directives/"]').last().getAttribute('href');
		await expectAccessible(page);
		await expectNoOverflow(page);
		await page.goto(version!);
		await page.locator('canvas').first().waitFor();
		await expectAccessible(page);
		await expectNoOverflow(page);
		await page.goto(draft!);
		await hydrated(page);
		await page.locator('[data-field="heading"]').first().click();
		await expectAccessible(page);
		await expectNoOverflow(page);
		await page.context().close();
	}
);
