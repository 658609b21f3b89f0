/** What changed, what was in force, and who did what: the pages that answer years later. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAuditFile } from '$lib/publish/audit-file';
import { expectAccessible } from './accessible';
import {
	enterAs,
	openBrowser,
	phone,
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

test('two versions are compared in a table beside the map, and any two may be picked', async () => {
	const page = await visitor.newPage();
	await enterAs(page, cordon, 'personnel');
	await page.goto('/missions/kosovo/changes?directive=1&after=2');
	await page.getByRole('heading', { name: 'Directive 1: from version 1 to version 2' }).waitFor();
	await page.getByText(/^\d+ places added · \d+ places the same$/).waitFor();
	await page.locator('canvas').first().waitFor();
	const choose = page.getByRole('rowheader').getByRole('button').first();
	await choose.focus();
	await page.keyboard.press('Enter');
	await page.locator('tr[aria-current="true"]').waitFor();
	await expectAccessible(page);

	await page.getByLabel('Version', { exact: true }).selectOption('5');
	await page.getByRole('button', { name: 'Compare' }).click();
	await page.getByRole('heading', { name: 'Directive 1: from version 5 to version 2' }).waitFor();
	expect(new URL(page.url()).search).toBe('?directive=1&before=5&after=2');
	await page.goto('/missions/kosovo/changes?directive=1&before=77&after=2');
	await page.getByText('There is no such version of this directive.', { exact: false }).waitFor();
	await page.context().close();
});

test('the list of a night of the past is marked as history, and the map shows the same moment', async () => {
	const page = await visitor.newPage({ ...phone });
	await enterAs(page, cordon, 'personnel');
	await page.goto('/missions/kosovo/list/history?at=2004-03-15T21:30');
	await page.getByText('History: in force at 15 Mar 2004, 21:30 CET').first().waitFor();
	await page.getByText('Nobody may rely on it at a door', { exact: false }).first().waitFor();
	const entries = await page.getByRole('link', { name: 'On the map' }).count();
	expect(entries).toBeGreaterThan(50);
	await expectAccessible(page);
	await page.goto('/missions/kosovo/list/history?at=1990-01-01T00:00');
	await page.getByText('Nothing was Off-Limits by list at that moment').waitFor();
	await page.goto('/missions/kosovo/map?on=2004-03-15T21:30');
	await page.getByText('As of 15 March 2004, 21:30').waitFor();
	await page.context().close();
});

test('the audit is counted through, filtered by its address, exported and refused to members', async () => {
	const page = await visitor.newPage();
	await enterAs(page, cordon, 'administrator');
	await page.goto('/missions/kosovo/audit');
	await page.getByText(/^Unbroken to entry \d+$/).waitFor();
	await page.getByLabel('What').selectOption('directive_published');
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await page.waitForURL(/act=directive_published/);
	const acts = await page.locator('tbody td:nth-child(3)').allTextContents();
	expect(new Set(acts.map((act) => act.trim()))).toEqual(new Set(['Published a directive']));
	await expectAccessible(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Export to verify (JSON lines)' }).click()
	]);
	const file = readFileSync(await download.path(), 'utf8');
	const report = verifyAuditFile(file, (text) => createHash('sha256').update(text).digest('hex'))!;
	expect(report).toMatchObject({ breaks: [], cutOff: false });
	expect(report.entries).toBeGreaterThan(acts.length);
	const csv = await page.request.get(
		'/missions/kosovo/audit/export?format=csv&act=directive_published'
	);
	expect((await csv.text()).trim().split('\r\n')).toHaveLength(acts.length + 1);
	await page.context().close();

	const soldier = await visitor.newPage();
	await enterAs(soldier, cordon, 'personnel');
	for (const path of ['audit', 'audit/export', 'audit/chain']) {
		expect((await soldier.request.get(`/missions/kosovo/${path}`)).status(), path).toBe(403);
	}
	await soldier.context().close();
});
