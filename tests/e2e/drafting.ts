/** What the tests of drafting and publishing do again and again, as a person would. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { patienceMs } from './cordon';

/** Waits until something is true of the page, however slow the machine. */
export async function eventually(claim: () => Promise<void>): Promise<void> {
	await expect
		.poll(async () => claim().then(() => 'so', String), { timeout: patienceMs })
		.toBe('so');
}

/** From the desk into an empty draft; its id. */
export async function beginDraft(page: Page): Promise<string> {
	await page.goto('/missions/kosovo/desk');
	await page.getByRole('button', { name: 'New directive' }).click();
	await page.waitForURL(/\/drafts\/[0-9a-f-]{36}$/);
	await page.getByLabel('Title').waitFor();
	await hydrated(page);
	return page.url().split('/').at(-1)!;
}

/** The page answers to input only once it runs: it says so by the map, which needs script. */
export async function hydrated(page: Page): Promise<void> {
	await page.locator('[data-draft-map] canvas').first().waitFor();
}

export const saveState = (page: Page): Locator => page.locator('[data-save-state]');

export async function untilSaved(page: Page): Promise<void> {
	await page.locator('[data-save-state="saved"]').waitFor({ timeout: patienceMs });
}

/** Title, text and legal basis, which every directive needs. */
export async function writeOrder(page: Page, title: string): Promise<void> {
	await page.getByLabel('Title').fill(title);
	await page
		.getByLabel('Text of the order')
		.fill('No member of the mission shall enter this place.');
	await page.getByLabel('Legal basis').fill('Authority of the Head of Mission (exercise)');
}

/** Adds the first establishment that a search finds; its name as the list shows it. */
export async function addEstablishment(page: Page, query: string): Promise<string> {
	await page.getByRole('button', { name: 'Establishment', exact: true }).click();
	await page.getByLabel('Find an establishment').fill(query);
	const add = page.getByRole('button', { name: /^Add to the list: / }).first();
	const label = (await add.getAttribute('aria-label')) ?? '';
	await add.click();
	return label.replace('Add to the list: ', '');
}

export async function publish(page: Page): Promise<void> {
	await page.getByText('Everything needed is there.').waitFor();
	await page.getByRole('button', { name: 'Publish …' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('I have read it and order its publication.').check();
	await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
}

/** Versions published under a title, as any member reads them. */
export async function listVersions(page: Page, title: string): Promise<number> {
	await page.goto('/missions/kosovo/directives');
	return page.getByRole('rowheader').filter({ hasText: title }).count();
}
