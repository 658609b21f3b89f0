/** Changing one's own password, as a person does it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	enterAs,
	findAccount,
	openBrowser,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	page = await visitor.newPage();
	await enterAs(page, cordon, 'analyst');
	await page.goto('/account');
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

async function change(present: string, next: string, repeat = next) {
	await page.getByLabel('Present password').fill(present);
	await page.getByLabel('New password', { exact: true }).fill(next);
	await page.getByLabel('New password again').fill(repeat);
	const button = page.getByRole('button', { name: 'Change password' });
	await button.click();
	// What was wrong before may still be marked: the next change begins once this one is answered.
	await button.and(page.locator(':not([aria-busy="true"])')).waitFor();
}

const better = 'seven quiet lamps beside the river';

test.each([
	['the present one is wrong', 'not this one', better, better, 'Present password'],
	['the new one is short', null, 'short', 'short', 'New password'],
	['the new one is longer than 200 characters', null, ...twice('x'.repeat(201)), 'New password'],
	['the repetition differs', null, better, `${better}.`, 'New password again']
])(
	'a change is refused at the field that is wrong when %s',
	async (_, present, next, repeat, field) => {
		await change(present ?? findAccount(cordon, 'analyst').password, next, repeat);
		const wrong = page.getByLabel(field, { exact: true });
		await wrong.and(page.locator('[aria-invalid="true"]')).waitFor();
		expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
		expect(await page.getByText('The system is not answering.').count()).toBe(0);
	}
);

test('the new password opens the account, the old one no longer', async () => {
	const { email, password } = findAccount(cordon, 'analyst');
	const elsewhere = await visitor.newPage();
	await enterAs(elsewhere, cordon, 'analyst');

	await change(password, better);
	await page.getByText('The password is changed.').waitFor();
	await page.goto('/missions/kosovo/record');
	await page.getByRole('heading', { level: 1, name: 'Record' }).waitFor();
	// Other devices are signed out.
	await elsewhere.goto('/missions/kosovo/record');
	await elsewhere.waitForURL('**/sign-in?next=*');

	await elsewhere.getByLabel('E-mail').fill(email);
	await elsewhere.getByLabel('Password').fill(password);
	await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
	await elsewhere.getByText('The e-mail or the password is not right.').waitFor();
	await elsewhere.getByLabel('Password').fill(better);
	await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
	await elsewhere.waitForURL('**/missions/kosovo/record');
});

function twice(text: string): [string, string] {
	return [text, text];
}
