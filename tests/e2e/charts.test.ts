/** An analyst takes a part out of a chart: table, map and address follow, and it leaves as a picture. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, openBrowser, startCordon, type RunningCordon, type Visitor } from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let analyst: Page;

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	analyst = await visitor.newPage();
	await enterAs(analyst, cordon, 'analyst');
});

afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

const rows = () => analyst.locator('main table').first().locator('tbody tr').count();
const deploymentsOnMap = async () =>
	parseInt(
		(await analyst
			.getByRole('listitem')
			.getByText(/^\d+ deployments?$/)
			.textContent())!
	);

test('a range written by keyboard narrows table, map and address, and comes back with the link', async () => {
	await analyst.goto('/missions/kosovo/analysis?on=2004-03-15');
	await analyst
		.getByRole('img', { name: 'Distance of deployments to the nearest place' })
		.waitFor();
	const all = await rows();
	const field = analyst.getByLabel('Distance in metres, below');
	await field.fill('500');
	await field.press('Enter');
	await expect.poll(() => analyst.url()).toContain('distance=..500');
	await expect.poll(rows).toBeLessThan(all);
	const left = await rows();
	expect(left).toBeGreaterThan(0);
	await expect.poll(deploymentsOnMap).toBe(left);
	await analyst.getByText(`In the range: ${left} of ${all} at the recorded positions.`).waitFor();
	await analyst.reload();
	await analyst.getByText(`In the range: ${left} of ${all} at the recorded positions.`).waitFor();
	expect(await rows()).toBe(left);
});

test('a dot chosen in the chart is the row chosen in the table', async () => {
	await analyst.goto('/missions/kosovo/analysis?on=2004-03-15');
	await analyst.locator('figure circle[data-id]').first().click();
	await analyst.locator('main table tr[aria-current]').first().waitFor();
	await expect.poll(() => analyst.url()).toMatch(/selected=deployment%3A/);
	const id = decodeURIComponent(analyst.url()).split('deployment:')[1]!;
	await analyst.locator(`figure circle.selected[data-id="${id}"]`).waitFor();
});

test('a chart leaves as well-formed SVG with its stamps drawn in, and as PNG with them inside', async () => {
	await analyst.goto('/missions/kosovo/analysis?on=2004-03-15&distance=..500');
	const title = 'Distance of deployments to the nearest place';
	const save = async (format: 'SVG' | 'PNG') => {
		const [download] = await Promise.all([
			analyst.waitForEvent('download'),
			analyst.getByRole('button', { name: `${format}: ${title}` }).click()
		]);
		expect(download.suggestedFilename()).toBe(
			`kosovo-distances-bases-2004-03-15-exercise.${format.toLowerCase()}`
		);
		return readFile(await download.path());
	};
	await analyst.getByRole('img', { name: title }).waitFor();
	const svg = (await save('SVG')).toString('utf8');
	// Read outside our pages: their policy would refuse the file's own style element.
	const reader = await visitor.newPage();
	const { drawn, faults, foreign } = await reader.evaluate((text) => {
		const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
		return {
			drawn: [...parsed.querySelectorAll('text')].map((each) => each.textContent).join('\n'),
			faults: parsed.querySelectorAll('parsererror').length,
			foreign: [...parsed.querySelectorAll('[href], [style], script')].length
		};
	}, svg);
	expect({ faults, foreign }).toEqual({ faults: 0, foreign: 0 });
	for (const stamp of [
		'EXERCISE DATA',
		title,
		'15 March 2004',
		'Distance in metres: … – 500',
		'Great-circle distance',
		'Published list',
		'Certainly in this class'
	])
		expect(drawn).toContain(stamp);
	expect(svg).not.toMatch(/var\(|light-dark\(|currentColor/i);

	const png = await save('PNG');
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)![1]));
	expect(png.includes(Buffer.from('iTXtTitle\0\0\0\0\0Distance of deployments'))).toBe(true);
});
