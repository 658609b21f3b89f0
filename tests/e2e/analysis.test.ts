/** An analyst finds the base with most places around it, takes the table out, and enters records. */
import { readFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import Papa from 'papaparse';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleasedCounts } from '$lib/core/domain';
import { expectAccessible } from './accessible';
import { enterAs, openBrowser, startCordon, type RunningCordon, type Visitor } from './cordon';

let cordon: RunningCordon;
let visitor: Visitor;
let analyst: Page;

const ANALYSIS = '/missions/kosovo/analysis';
const rows = (page: Page) => page.locator('main table').first().locator('tbody tr');

async function textOf(download: Download): Promise<string> {
	return readFile(await download.path(), 'utf8');
}

async function exported(page: Page, format: 'CSV' | 'GeoJSON'): Promise<Download> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: format, exact: true }).click()
	]);
	return download;
}

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

describe('proximity', () => {
	test('the table opens with the base that has most places within 1 km, and says so', async () => {
		await analyst.goto(`${ANALYSIS}?on=2004-03-15`);
		await rows(analyst).first().waitFor();
		const cells = await rows(analyst).evaluateAll((all) =>
			all.map((row) => ({
				name: row.querySelector('th')!.textContent!.trim(),
				within1km: Number(row.querySelectorAll('td')[1]!.querySelector('span')!.textContent)
			}))
		);
		expect(cells.length).toBeGreaterThan(20);
		const most = Math.max(...cells.map(({ within1km }) => within1km));
		expect(most).toBeGreaterThan(0);
		expect(cells[0]!.within1km).toBe(most);
		const headline = await analyst
			.getByRole('status')
			.filter({ hasText: 'within 1 km' })
			.textContent();
		expect(headline).toContain(cells[0]!.name);
		expect(headline).toContain(`with ${most}`);
	});

	test('CSV and GeoJSON hold the rows of the table, in its order, and their provenance', async () => {
		await analyst.goto(`${ANALYSIS}?on=2004-03-15&region=Prizren&sort=name`);
		await rows(analyst).first().waitFor();
		const names = await rows(analyst).evaluateAll((all) =>
			all.map((row) => row.querySelector('th')!.textContent!.trim())
		);
		const csv = await exported(analyst, 'CSV');
		expect(csv.suggestedFilename()).toBe('kosovo-proximity-deployments-2004-03-15-exercise.csv');
		const table = Papa.parse<Record<string, string>>((await textOf(csv)).replace(/^\ufeff/, ''), {
			header: true,
			skipEmptyLines: true
		}).data;
		expect(table.map((row) => row.name)).toEqual(names);
		expect(table[0]!.data).toContain('EXERCISE DATA');
		expect(table[0]!.as_of).toBe('2004-03-15');
		const geojson = JSON.parse(
			await textOf(await exported(analyst, 'GeoJSON'))
		) as FeatureCollection & { exercise: boolean };
		expect(geojson.exercise).toBe(true);
		expect(geojson.features.map(({ properties }) => properties!.name)).toEqual(names);
		for (const [index, feature] of geojson.features.entries()) {
			expect(String(feature.properties!.places_within_1000m)).toBe(
				table[index]!.places_within_1000m
			);
		}
	});

	test('a row chosen in the table is in the address, on the map, and comes back with the link', async () => {
		await analyst.goto(`${ANALYSIS}?on=2004-03-15`);
		const first = rows(analyst).first().getByRole('button');
		const name = (await first.textContent())!.trim();
		await first.click();
		await analyst.getByRole('heading', { level: 2, name }).waitFor();
		await expect.poll(() => analyst.url()).toMatch(/selected=deployment%3A/);
		await analyst.reload();
		await analyst.getByRole('heading', { level: 2, name }).waitFor();
		expect(await rows(analyst).first().getAttribute('aria-current')).toBe('true');
	});

	test('filters narrow the table: another day, a ring, a name', async () => {
		await analyst.goto(`${ANALYSIS}?view=places&on=2004-03-15`);
		await rows(analyst).first().waitFor();
		const all = await analyst.getByText(/^\d+ rows$/).textContent();
		await analyst.getByLabel('Something within').selectOption('500');
		await expect.poll(() => analyst.getByText(/^\d+ rows?$/).textContent()).not.toBe(all);
		await analyst.getByLabel('As of').fill('1999-12-01');
		await expect
			.poll(() => analyst.getByRole('status').first().textContent())
			.toContain('1 December 1999');
	});
});

describe('released counts', () => {
	test('no count below the minimum arrives, and what is withheld is said', async () => {
		const answer = await analyst.request.get(`${ANALYSIS}/heat.json`);
		const { years, minimumCell } = (await answer.json()) as ReleasedCounts;
		expect(years.length).toBeGreaterThan(5);
		const counts = years.flatMap(({ cells }) => cells.map(({ count }) => count));
		expect(Math.min(...counts)).toBeGreaterThanOrEqual(minimumCell);
		await analyst.goto(`${ANALYSIS}?view=heat&from=2003&to=2003`);
		await analyst.getByText(/are withheld, in the database, after filtering/).waitFor();
		await rows(analyst).first().waitFor();
		const shown = await rows(analyst).evaluateAll((all) =>
			all.map((row) => Number(row.querySelector('td')!.textContent!.replace(/\D/g, '')))
		);
		const of2003 = years
			.find(({ year }) => year === 2003)!
			.cells.map(({ count }) => count)
			.sort((a, b) => b - a);
		expect(shown).toEqual(of2003);
	});

	test('a filter in the address is refused rather than overlooked', async () => {
		for (const query of ['type=bogus', 'type=sexual_abuse', 'from=2003']) {
			const answer = await analyst.request.get(`${ANALYSIS}/heat.json?${query}`);
			expect(answer.status(), query).toBe(400);
		}
	});
});

describe('records', () => {
	test('a deployment is added by form with MGRS, and changed', async () => {
		await analyst.goto('/missions/kosovo/deployments/new');
		await analyst.getByLabel('Name', { exact: true }).fill('Patrol base Test');
		await analyst.getByLabel(/^Force/).fill('KFOR');
		await analyst.getByLabel(/^Position/).fill('34T EN 1353 2347');
		await analyst.getByText(/Read as/).waitFor();
		expect(await analyst.getByLabel('Accuracy in metres').inputValue()).not.toBe('');
		await analyst.getByLabel(/^Source of this entry/).fill('Order of the day, 1 March 2004');
		await analyst.getByRole('button', { name: 'Save' }).click();
		await analyst.getByRole('heading', { level: 1, name: 'Patrol base Test' }).waitFor();
		await analyst.getByText('Order of the day, 1 March 2004').waitFor();
		await analyst.getByRole('link', { name: 'Change' }).click();
		await analyst.getByLabel(/^Unit or contingent/).fill('Company A');
		await analyst.getByRole('button', { name: 'Save' }).click();
		await analyst.getByText('KFOR, Company A').waitFor();
	});

	const choose = async (page: Page, content: string) => {
		await page.getByLabel('File', { exact: true }).setInputFiles({
			name: 'deployments.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(content)
		});
	};

	test('a file with a fault is shown row by row and stores nothing; mended, it is stored whole', async () => {
		await analyst.goto('/missions/kosovo/import?what=deployments');
		await analyst.getByRole('radio', { name: 'Deployments', exact: true }).check();
		const heading = 'name;force;lat;lng;accuracy_m\n';
		await choose(
			analyst,
			`${heading}Import One;KFOR;42.66;21.16;300\nImport Two;KFOR;21.16;42.66;300\n`
		);
		await analyst.getByText(/must be mended in the file first/).waitFor();
		await analyst.getByRole('cell', { name: /swapped/ }).waitFor();
		expect(await analyst.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
		await choose(
			analyst,
			`${heading}Import One;KFOR;42.66;21.16;300\nImport Two;KFOR;42.36;21.15;300\n`
		);
		await analyst.getByRole('button', { name: 'Import 2 records' }).click();
		await analyst.getByText('2 records were added.').waitFor();
		await analyst.goto('/missions/kosovo/deployments');
		await analyst.getByLabel(/^Search names/).fill('Import');
		await analyst.getByRole('link', { name: 'Import Two' }).waitFor();
		expect(await rows(analyst).count()).toBe(2);
	});

	test('the focal point keeps the register: a place with two names is found by either', async () => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'focal_point');
		await page.goto('/missions/kosovo/places/new');
		await page.getByLabel('Name', { exact: true }).fill('Vežba Ždral');
		await page.getByRole('button', { name: 'Add a name' }).click();
		await page.getByLabel('Name', { exact: true }).nth(1).fill('Ushtrim Lejleku');
		await page.getByLabel(/^Position/).fill('42.66290, 21.16550');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Vežba Ždral' }).waitFor();
		await page.goto('/missions/kosovo/places');
		await page.getByLabel(/^Search names/).fill('lejleku');
		await page.getByRole('link', { name: /Vežba Ždral/ }).waitFor();
		await page.context().close();
	});
});

describe('what if and displacement', () => {
	test('the smallest set goes into the scenario, the address keeps it, and the file says it', async () => {
		await analyst.goto(`${ANALYSIS}?view=what-if&on=2026-06-01`);
		const smallest = analyst.getByRole('region', { name: 'Smallest set for a target' });
		const status = smallest.getByRole('status');
		await smallest.getByLabel('At most').fill('1000');
		await smallest.getByRole('button', { name: 'Find' }).click();
		await status.getByText('No smaller set reaches the target').waitFor();
		const count = await status.getByRole('listitem').count();
		expect(count).toBeGreaterThan(0);
		await smallest.getByRole('button', { name: 'Put into the scenario' }).click();
		const open = analyst.getByRole('row', { name: /^not Off-Limits/ }).getByRole('cell');
		const after = Number(
			(await open.nth(1).locator('span').first().textContent())!.replace(',', '')
		);
		expect(after).toBeLessThanOrEqual(1000);
		await expect
			.poll(() => new URL(analyst.url()).searchParams.get('designate')?.split('_').length)
			.toBe(count);
		await analyst.reload();
		const changes = analyst.getByRole('region', { name: 'The scenario' });
		await changes.getByRole('listitem').first().waitFor();
		expect(await changes.getByRole('listitem').count()).toBe(count);
		expect(await textOf(await exported(analyst, 'GeoJSON'))).toContain('Designated in addition:');
		const [picture] = await Promise.all([
			analyst.waitForEvent('download'),
			analyst
				.getByRole('button', { name: /SVG.*Map of the scenario|Map of the scenario.*SVG/ })
				.click()
		]);
		expect((await textOf(picture)).match(/Designate /g)!.length).toBeGreaterThanOrEqual(count);
	});

	test('a deployment is moved by the keyboard alone, and put back', async () => {
		await analyst.goto(`${ANALYSIS}?view=what-if&on=2026-06-01`);
		await analyst.getByRole('button', { name: /^Move…: UNMIK Headquarters/ }).press('Enter');
		const dialog = analyst.getByRole('dialog');
		await dialog.getByRole('textbox').fill('42.60, 21.10');
		await dialog.getByRole('textbox').press('Enter');
		await expect.poll(() => analyst.url()).toContain('*21.1*42.6');
		await analyst.getByRole('button', { name: 'Undo' }).press('Enter');
		await expect.poll(() => analyst.url()).not.toContain('move=');
	});

	test('each day of designations has its counts and its result, or says why it has none', async () => {
		await analyst.goto(`${ANALYSIS}?view=displacement`);
		await rows(analyst).first().waitFor();
		expect(await rows(analyst).count()).toBeGreaterThan(8);
		const texts = await rows(analyst).allTextContents();
		expect(texts.every((text) => /more than chance|Cannot tell|near after it/.test(text))).toBe(
			true
		);
		expect(texts.some((text) => text.includes('too few'))).toBe(true);
		expect(await textOf(await exported(analyst, 'CSV'))).toContain("Fisher's exact test");
	});
});

describe('roles', () => {
	test('personnel are refused analysis, deployments, places and import, in the page and behind it', async () => {
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'personnel');
		for (const path of ['analysis', 'deployments', 'places', 'import', 'deployments/new']) {
			const response = await page.goto(`/missions/kosovo/${path}`);
			expect(response!.status(), path).toBe(403);
		}
		const heat = await page.request.get(`${ANALYSIS}/heat.json`);
		expect(heat.status()).toBe(403);
		expect(await heat.text()).not.toContain('cells');
		const written = await page.request.post('/missions/kosovo/deployments/new', {
			headers: { origin: cordon.address, 'x-sveltekit-action': 'true' },
			form: { record: JSON.stringify({ name: 'Intruder', force: 'X' }) }
		});
		expect(await written.json()).toMatchObject({ type: 'failure', status: 403 });
		await page.context().close();
	});

	test('an analyst may not write the register, nor the administrator see heat', async () => {
		expect((await analyst.goto('/missions/kosovo/places/new'))!.status()).toBe(403);
		const page = await visitor.newPage();
		await enterAs(page, cordon, 'administrator');
		expect((await page.request.get(`${ANALYSIS}/heat.json`)).status()).toBe(403);
		await page.context().close();
	});
});

test('no accessibility violation on any of these pages', async () => {
	for (const path of [
		'analysis?on=2004-03-15',
		'analysis?view=places&on=2004-03-15',
		'analysis?view=heat',
		'analysis?view=what-if',
		'analysis?view=displacement',
		'deployments',
		'deployments/new',
		'places',
		'import',
		'list'
	]) {
		await analyst.goto(`/missions/kosovo/${path}`);
		await analyst.getByRole('heading', { level: 1 }).waitFor();
		await expectAccessible(analyst);
	}
}, 600_000);
