import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible';
import {
	desk,
	enterAs,
	openBrowser,
	patienceMs,
	phone,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
const map = '/missions/kosovo/map';

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
});
afterAll(async () => {
	// Fails on any request to another host, exception or policy violation in any of these tests.
	await visitor?.close();
	await cordon?.dispose();
});

const drawn = (page: Page) => page.locator('.map[aria-busy="false"]').waitFor();
const count = async (page: Page, layer: RegExp) =>
	Number(
		(await page.locator('.switches label', { hasText: layer }).locator('.count').textContent()) ??
			NaN
	);

async function openMap(page: Page, query = ''): Promise<void> {
	await page.goto(map + query);
	await drawn(page);
}

describe('the map', () => {
	let page: Page;
	beforeAll(async () => {
		page = await visitor.newPage();
		await enterAs(page, cordon, 'analyst');
	});

	test('draws the mission with deployments and what is Off-Limits', async () => {
		await openMap(page);
		await page.getByRole('region', { name: /^Map of/ }).waitFor();
		expect(await count(page, /Off-Limits/)).toBeGreaterThan(50);
		expect(await count(page, /Deployments/)).toBeGreaterThan(10);
	});

	test('goes back in time: another day has other places in force', async () => {
		await openMap(page);
		const today = await count(page, /Off-Limits/);
		await page.getByLabel('Show as of this day').fill('1999-12-31');
		await page.getByText('As of 31 December 1999').waitFor();
		const then = await count(page, /Off-Limits/);
		expect(then).not.toBe(today);
		await page.getByRole('button', { name: 'Today' }).click();
		await page.getByText('As of today').waitFor();
		expect(await count(page, /Off-Limits/)).toBe(today);
	});

	test('moves through time by the keyboard, a month and a year at a time', async () => {
		await openMap(page, '?on=2004-03-15');
		const slider = page.getByRole('slider', { name: 'Time shown' });
		await slider.focus();
		await page.keyboard.press('ArrowRight');
		await page.getByText('As of 15 April 2004').waitFor();
		await page.keyboard.press('PageDown');
		await page.getByText('As of 15 April 2003').waitFor();
		await page.waitForURL(/on=2003-04-15/);
	});

	test('has a legend of allegations whose numbers do not change with zoom', async () => {
		await openMap(page, '?on=2004-03-15&layers=off-limits.heat&heat=grid');
		const classes = page.getByRole('list', { name: 'Reports per area' });
		await classes.waitFor();
		const before = await classes.innerText();
		expect(before).toContain('5 to 9');
		for (let step = 0; step < 3; step++)
			await page.getByRole('button', { name: 'Zoom in' }).click();
		await page.waitForURL(/at=[^&]*,1\d\.?\d*/);
		expect(await classes.innerText()).toBe(before);
	});

	test('reads the released counts out in a table, none below the minimum', async () => {
		await openMap(page, '?on=2004-03-15&layers=heat');
		await page.getByRole('tab', { name: /^Table/ }).click();
		const table = page.getByRole('table', { name: /^Allegations by area/ });
		await table.waitFor();
		const figures = await table.locator('tbody td.number').allInnerTexts();
		expect(figures.length).toBeGreaterThan(3);
		expect(Math.min(...figures.map(Number))).toBeGreaterThanOrEqual(5);
	});

	test('selects a row on the map and says what lies around it with what is uncertain', async () => {
		await openMap(page, '?on=2004-03-15');
		await page.getByRole('tab', { name: /^Table/ }).click();
		await page.getByRole('button', { name: 'Camp Film City' }).click();
		await page.waitForURL(/selected=deployment/);
		expect(
			await page.getByRole('row', { name: /Camp Film City/ }).getAttribute('aria-current')
		).toBe('true');
		await page.getByRole('tab', { name: 'Selected' }).click();
		await page.getByRole('heading', { name: 'Off-Limits around it' }).waitFor();
		await page
			.getByText(/Within .*: cannot tell/)
			.first()
			.waitFor();
		await page.getByText(/km ± /).first().waitFor();
	});

	test('selects in the table what is picked on the map by the keyboard', async () => {
		await openMap(page, '?on=2004-03-15&layers=deployments');
		await page.getByRole('tab', { name: /^Table/ }).click();
		await page.getByRole('button', { name: 'Camp Bondsteel' }).click();
		await page.waitForURL(/selected=/);
		const chosen = new URL(page.url()).searchParams.get('selected');
		// The map moved there: its middle is the camp.
		await page.waitForURL(/at=21\.2/);
		await page.getByRole('tab', { name: 'Selected' }).click();
		await page.getByRole('button', { name: 'Close the selection' }).click();
		await page.waitForURL((url) => !url.searchParams.has('selected'));
		await page.locator('canvas.maplibregl-canvas').focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/selected=deployment/);
		expect(new URL(page.url()).searchParams.get('selected')).toBe(chosen);
		await page.getByRole('heading', { name: 'Camp Bondsteel' }).waitFor();
	});

	test('opened from its address it shows the same', async () => {
		await openMap(page, '?on=2004-03-15&layers=off-limits.deployments.heat&heat=grid&span=3');
		await page.getByRole('tab', { name: /^Table/ }).click();
		await page.getByRole('button', { name: 'Camp Film City' }).click();
		await page.waitForURL(/selected=deployment.*/);
		await page.waitForURL(/at=21\.1/);
		const address = page.url();
		const again = await page.context().newPage();
		await again.goto(address);
		await drawn(again);
		await again.getByRole('heading', { name: 'Camp Film City' }).waitFor();
		await again.getByRole('tab', { name: 'Layers' }).click();
		expect(await again.getByLabel('Years added up').inputValue()).toBe('3');
		expect(await again.getByLabel('Areas as counted').isChecked()).toBe(true);
		expect(new URL(again.url()).search).toBe(new URL(address).search);
		await again.close();
	});

	test('finds a town by its name in another script, and coordinates as typed', async () => {
		await openMap(page);
		const search = page.getByRole('combobox', { name: /^Search/ });
		await search.fill('Призрен');
		await page
			.getByRole('option', { name: /Prizren/ })
			.first()
			.waitFor();
		await search.press('Enter');
		await page.waitForURL(/selected=position:20\.7/);
		await search.fill('34T EN 12042 25901');
		await page.getByRole('option', { name: /Coordinates/ }).waitFor();
		await search.press('Enter');
		await page.waitForURL(/selected=position:21\.14/);
	});

	test.each([
		['light', 'en-GB'],
		['dark', 'en-GB'],
		['light', 'ar']
	] as const)('has no accessibility violation (%s, %s)', async (colorScheme, locale) => {
		const storageState = await page.context().storageState();
		const other = await visitor.newPage({ ...desk, colorScheme, locale, storageState });
		await openMap(other, '?on=2004-03-15&layers=off-limits.deployments.heat.proximity');
		for (const tab of await other.getByRole('tab').all()) {
			await tab.click();
			await expectAccessible(other);
		}
		await other.context().close();
	});

	test('loads less than 250 kB of JavaScript before the map itself', async () => {
		const other = await page.context().newPage();
		const scripts: { url: string; body: Promise<Buffer> }[] = [];
		other.on('response', (response) => {
			if (!/\.m?js$/.test(new URL(response.url()).pathname)) return;
			const body = response.body();
			// What comes after the map is not read, and closing the page cuts it off.
			body.catch(() => {});
			scripts.push({ url: response.url(), body });
		});
		await openMap(other);
		const loaded = await Promise.all(
			scripts.map(async ({ url, body }) => ({ url, kB: gzipSync(await body).byteLength / 1000 }))
		);
		// MapLibre is the one library of such a size; all that arrived before it is the page.
		const mapChunk = loaded.findIndex(({ kB }) => kB > 200);
		expect(mapChunk).toBeGreaterThan(5);
		const before = loaded.slice(0, mapChunk).reduce((sum, { kB }) => sum + kB, 0);
		console.log(`JavaScript before the map: ${Math.round(before)} kB compressed`);
		expect(before).toBeLessThan(250);
		await other.close();
	});
});

describe('for personnel', () => {
	let page: Page;
	beforeAll(async () => {
		page = await visitor.newPage(phone);
		await enterAs(page, cordon, 'personnel');
	});

	test('the map shows what is Off-Limits and no deployment, nor does any response', async () => {
		const bodies: Promise<string>[] = [];
		page.on('response', (response) => {
			if (/kosovo/.test(response.url())) bodies.push(response.text().catch(() => ''));
		});
		await openMap(page, '?layers=off-limits.deployments.heat.drafts');
		expect(await page.getByRole('checkbox', { name: /Off-Limits/ }).count()).toBe(1);
		for (const layer of ['Deployments', 'Allegations', 'Drafts', 'Known places'])
			expect(await page.getByRole('checkbox', { name: layer }).count()).toBe(0);
		const everything = (await Promise.all(bodies)).join('\n');
		expect(everything).toContain('bufferMetres');
		expect(everything).not.toMatch(/Film City|Monteith|strengths/);
	});

	test('counts of allegations are refused', async () => {
		const response = await page.request.get(`/missions/kosovo/analysis/heat.json`);
		expect(response.status()).toBe(403);
		expect(await response.text()).not.toContain('cells');
	});

	test('every control on the map is big enough for a thumb', async () => {
		await openMap(page);
		for (const button of await page
			.getByRole('group', { name: 'Map controls' })
			.locator('button')
			.all()) {
			const box = await button.boundingBox();
			expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
		}
	});
});

describe('without WebGL', () => {
	test('the table says what the map would show', async () => {
		const page = await visitor.newPage();
		await page.addInitScript(() => {
			HTMLCanvasElement.prototype.getContext = () => null;
		});
		await enterAs(page, cordon, 'analyst');
		await page.goto(`${map}?on=2004-03-15`);
		await page.getByText(/cannot draw the map/).waitFor();
		await page.getByRole('tab', { name: /^Table/ }).click();
		await page.getByRole('button', { name: 'Camp Film City' }).click();
		await page.getByRole('tab', { name: 'Selected' }).click();
		await page.getByRole('heading', { name: 'Camp Film City' }).waitFor({ timeout: patienceMs });
	});
});
