import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible';
import { enterAs, openBrowser, startCordon, type RunningCordon, type Visitor } from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let page: Page;
const slide = '/missions/kosovo/slide?on=2004-03-15';

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	page = await visitor.newPage();
	await enterAs(page, cordon, 'head_of_mission');
	await page.goto(slide);
	await page
		.getByRole('button', { name: 'Save as picture' })
		.and(page.locator(':enabled'))
		.waitFor();
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

const figuresOf = (caption: RegExp) =>
	page
		.getByRole('table', { name: caption })
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)))
		);

describe('the slide', () => {
	test('says in its headline what its tables add up to', async () => {
		const headline = await page.getByText(/Off-Limits locations lie within/).innerText();
		const [near, all] = headline.match(/\d+/g)!.map(Number);
		const regions = await figuresOf(/^By region/);
		expect(regions.reduce((sum, [places]) => sum + places!, 0)).toBe(all);
		expect(regions.reduce((sum, [, within]) => sum + within!, 0)).toBe(near);
	});

	test('never claims more than the positions allow', async () => {
		const rings = await figuresOf(/^Off-Limits locations with a deployment near/);
		expect(rings).toHaveLength(4);
		for (const [measured, certain, possible] of rings) {
			expect(certain).toBeLessThanOrEqual(measured!);
			expect(measured).toBeLessThanOrEqual(possible!);
		}
		// A wider ring holds all that a narrower one does.
		for (const column of [0, 1, 2]) {
			const counts = rings.map((ring) => ring[column]!);
			expect(counts).toEqual(counts.toSorted((a, b) => a - b));
		}
	});

	test('carries its mark, sources and status note', async () => {
		const sheet = page.getByRole('article');
		await sheet.getByText('Exercise data', { exact: true }).waitFor();
		const words = await sheet.innerText();
		expect(words).toContain('1244');
		expect(words).toContain('nato.int');
		expect(words).toContain('Natural Earth');
	});

	test('is dark ink on white paper for readers of dark screens too', async () => {
		const inkOf = () =>
			page.getByRole('article').evaluate((sheet) => getComputedStyle(sheet).color);
		const ink = await inkOf();
		await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
		expect(await inkOf()).toBe(ink);
		await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
	});

	test('is one page of A4 paper, landscape', async () => {
		const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
			'latin1'
		);
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
		const [width, height] = /MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.slice(1).map(Number);
		expect(width! / 72).toBeCloseTo(29.7 / 2.54, 1);
		expect(height! / 72).toBeCloseTo(21 / 2.54, 1);
	});

	test('is saved as a picture that holds more than the map', async () => {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save as picture' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('kosovo-2004-03-15.png');
		const png = readFileSync(await file.path());
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2339, 1654]);
		// An empty sheet of that size compresses to some ten kilobytes.
		expect(png.byteLength).toBeGreaterThan(200_000);
	});

	test('has no accessibility violation', async () => {
		await expectAccessible(page);
	});

	test('is refused to personnel', async () => {
		const other = await visitor.newPage();
		await enterAs(other, cordon, 'personnel');
		const response = await other.goto(slide);
		expect(response?.status()).toBe(403);
		expect(await other.content()).not.toMatch(/Film City|Monteith|strengths/);
	});
});
