/** Nothing typed into a draft is lost: not by an ended session, a killed server, or another person. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	enterAs,
	findAccount,
	openBrowser,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';
import { beginDraft, eventually, hydrated, saveState, untilSaved } from './drafting';

// The same address after a restart, as behind a proxy.
const port = String(20_000 + Math.floor(Math.random() * 20_000));
let cordon: RunningCordon;
let visitor: Visitor;

beforeAll(async () => {
	cordon = await startCordon({ env: { PORT: port } });
	visitor = await openBrowser(cordon);
});

afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

async function openDraft() {
	const page = await visitor.newPage();
	await enterAs(page, cordon, 'head_of_mission');
	await beginDraft(page);
	return page;
}

test('a session that ends keeps the draft on screen, and signing in there saves it', async () => {
	const page = await openDraft();
	await page.context().clearCookies();
	await page.getByLabel('Title').fill('Written after the session ended');
	const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
	await dialog.waitFor();
	await dialog.getByLabel('Password').fill('not the password');
	await dialog.getByRole('button', { name: 'Sign in and continue' }).click();
	await dialog.getByText('do not match', { exact: false }).waitFor();
	await dialog.getByLabel('Password').fill(findAccount(cordon, 'head_of_mission').password);
	await dialog.getByRole('button', { name: 'Sign in and continue' }).click();
	await untilSaved(page);
	await page.reload();
	await eventually(async () =>
		expect(await page.getByLabel('Title').inputValue()).toBe('Written after the session ended')
	);
	await page.context().close();
});

test('work on a page that is left with an ended session comes back after signing in', async () => {
	const page = await openDraft();
	const address = page.url();
	await page.context().clearCookies();
	await page.getByLabel('Title').fill('Left behind');
	await page.getByRole('dialog', { name: 'Sign in to continue' }).waitFor();
	// Leaving with unsaved work asks first; the person insists.
	page.on('dialog', (question) => void question.accept());
	await page.goto('/sign-in');
	await enterAs(page, cordon, 'head_of_mission');
	await page.goto(address);
	await page.getByText('that had not been saved were brought back', { exact: false }).waitFor();
	await untilSaved(page);
	expect(await page.getByLabel('Title').inputValue()).toBe('Left behind');
	await page.context().close();
});

test('what is typed while the server is dead is saved when it lives again', async () => {
	const page = await openDraft();
	await untilSaved(page);
	await cordon.kill();
	await page.getByLabel('Title').fill('Typed without a server');
	await page.locator('[data-save-state="offline"]').waitFor();
	cordon = await startCordon({ dataFolder: cordon.dataFolder, env: { PORT: port } });
	await untilSaved(page);
	await page.reload();
	await eventually(async () =>
		expect(await page.getByLabel('Title').inputValue()).toBe('Typed without a server')
	);
	await page.context().close();
});

test('two who write the same draft choose: one keeps theirs, the other a copy', async () => {
	const first = await openDraft();
	const second = await visitor.newPage();
	await enterAs(second, cordon, 'focal_point');
	await second.goto(first.url());
	await hydrated(second);
	await first.getByLabel('Title').fill('Words of the first');
	await untilSaved(first);
	await second.getByLabel('Title').fill('Words of the second');
	const dialog = second.getByRole('dialog', { name: 'Somebody else saved this draft' });
	await dialog.waitFor();
	await dialog.getByRole('button', { name: 'Keep mine as a draft of its own' }).click();
	await second.waitForURL((url) => url.href !== first.url());
	await eventually(async () =>
		expect(await second.getByLabel('Title').inputValue()).toBe('Words of the second')
	);
	await first.reload();
	expect(await first.getByLabel('Title').inputValue()).toBe('Words of the first');
	expect(await saveState(first).getAttribute('data-save-state')).toBe('saved');
	await first.context().close();
	await second.context().close();
});
