/** An analyst asks whether what stands out is more than chance, and takes the answer out. */
import { readFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible';
import { enterAs, openBrowser, startCordon, type RunningCordon, type Visitor } from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let page: Page;
const HOTSPOTS = '/missions/kosovo/analysis?view=hotspots';
const rows = () => page.locator('main table tbody tr');
const verdict = () => page.getByRole('status').filter({ hasText: /chance|clusters?;/ });

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	page = await visitor.newPage();
	await enterAs(page, cordon, 'analyst');
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

test('the tab opens with the scan against personnel, says its verdict, its data and its method', async () => {
	await page.goto(HOTSPOTS);
	await rows().first().waitFor();
	expect(await verdict().textContent()).toMatch(/more than chance\..*Reports received 1999 to/);
	const method = page.getByRole('region', { name: 'How this was computed' });
	expect(await method.textContent()).toContain('999 replicas, seed 1');
	expect(await method.textContent()).toContain('released counts alone');
});

test('each question has its own parameters, and the address says them', async () => {
	const question = page.getByLabel('Question');
	await question.selectOption({ label: 'Which places form a cluster (DBSCAN)' });
	await page.getByLabel('Places measured').selectOption({ label: 'All on record on that day' });
	await page.getByLabel('Radius').selectOption({ label: '2 km' });
	await expect.poll(() => page.url()).toMatch(/method=dbscan.*radius=2000/);
	await verdict().waitFor();
	expect(await verdict().textContent()).toMatch(/\d+ clusters?; \d+ places? stands? alone/);
	const before = await verdict().textContent();
	await page.reload();
	await rows().first().waitFor();
	expect(await verdict().textContent()).toBe(before);
});

test('a file carries every finding with its figures, the method and the exercise mark', async () => {
	await page.goto(`${HOTSPOTS}&method=gi-star&of=places&set=register`);
	await rows().first().waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'GeoJSON', exact: true }).click()
	]);
	expect(download.suggestedFilename()).toContain('hotspots-gi-star');
	const text = await readFile(await download.path(), 'utf8');
	const { features } = JSON.parse(text) as FeatureCollection;
	expect(features.length).toBeGreaterThan(1500);
	expect(features.some(({ properties }) => properties!.result.startsWith('more than chance'))).toBe(
		true
	);
	expect(text).toContain('Getis-Ord Gi*');
	expect(text).toContain('exercise');
});

test('the view reads with axe', async () => {
	await page.goto(`${HOTSPOTS}&method=emerging`);
	await verdict().or(page.getByText('No cell has been hot')).first().waitFor();
	await expectAccessible(page);
});
