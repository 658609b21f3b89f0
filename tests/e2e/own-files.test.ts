/** An analyst measures files of their own in the browser, and nothing leaves the device. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible';
import {
	enterAs,
	openBrowser,
	patienceMs,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'cordon-own-files-'));
let cordon: RunningCordon;
let visitor: Visitor;
let page: Page;
const sent: string[] = [];

function file(name: string, content: string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}
const PLACES = file(
	'places.csv',
	`id,lng,lat\n${Array.from({ length: 300 }, (_, i) => `p${i},${20.5 + (i % 20) / 40},${42.2 + i / 600}`).join('\n')}\n`
);
const SITES = file(
	'sites.csv',
	'id,lng,lat,personnel\ncamp,20.9,42.5,800\npost,20.91,42.51,30\nfar,3,50,9\n'
);

async function choose(places: string, sites: string) {
	await page
		.getByRole('group', { name: 'Places' })
		.locator('input[type=file]')
		.setInputFiles(places);
	await page.getByRole('group', { name: 'Sites' }).locator('input[type=file]').setInputFiles(sites);
}
const measure = () => page.getByRole('button', { name: 'Measure', exact: true });

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	page = await visitor.newPage();
	await enterAs(page, cordon, 'analyst');
	await page.goto('/missions/kosovo/analysis?view=files', { waitUntil: 'networkidle' });
	page.on('request', (request) => {
		if (request.method() !== 'GET') sent.push(request.url());
	});
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
	rmSync(folder, { recursive: true, force: true });
});

test('a file that cannot be used is told with its row, and nothing is measured', async () => {
	await choose(file('faulty.csv', 'id,lng,lat\na,20.9,42.5\nb,20.9,142.5\n'), SITES);
	await measure().click();
	const row = page.getByRole('row').filter({ hasText: '142.5' });
	await row.waitFor();
	expect(await row.textContent()).toMatch(/3\s*lat\s*142\.5.*position/);
	await page.getByText('In faulty.csv. Nothing was measured.').waitFor();
});

test('two files give a summary, tables, a map, and the file that the terminal writes', async () => {
	await choose(PLACES, SITES);
	await page.getByLabel('Rings in metres').fill('1000, 5000');
	await page.getByLabel('Rings in metres').press('Enter');
	await page.getByText('300 places and 3 sites, read and measured in').waitFor();
	const row = page.getByRole('row').filter({ hasText: 'camp' });
	await row.getByRole('button').waitFor();
	await page.locator('.map[aria-busy="false"] canvas').first().waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'JSON', exact: true }).click()
	]);
	const { stdout } = spawnSync(
		join(root, 'node_modules/node/bin/node'),
		[
			...[
				'--import',
				'./src/cli/modules.js',
				'src/cli/cordon.ts',
				'proximity',
				'--json',
				'--rings',
				'1000,5000'
			],
			...['--places', PLACES, '--sites', SITES]
		],
		{ cwd: root, encoding: 'utf8' }
	);
	// Browsers round sine and arcsine in their own way: the last digits of a distance may differ.
	const rounded = (text: string) =>
		text.replace(/"distanceMetres":([\d.]+)/g, (_, metres: string) => Number(metres).toFixed(6));
	expect(rounded(readFileSync(await download.path(), 'utf8'))).toBe(rounded(stdout));
	await expectAccessible(page);
});

test('the mark under the cross is read with Enter, and closed again', async () => {
	await choose(
		file('bar.csv', 'id,lng,lat\nbar,20.9,42.5005\n'),
		file('camp.csv', 'id,lng,lat,personnel\ncamp,20.9,42.4995,800\n')
	);
	await measure().click();
	await page.getByText('1 place and 1 site, read and measured in').waitFor();
	await page.locator('.map[aria-busy="false"] canvas').first().waitFor();
	await page.locator('.maplibregl-canvas').press('Enter');
	const card = page.getByRole('status').filter({ hasText: 'Nearest place' });
	await card.waitFor();
	expect((await card.textContent())!.replace(/\s+/g, ' ')).toMatch(
		/camp Site.*Nearest place bar, 111 m.*Places ≤ 1 km 1.*Places ≤ 5 km 1/
	);
	await card.getByRole('button', { name: 'Close' }).click();
	await expect.poll(() => card.count(), { timeout: patienceMs }).toBe(0);
});

test('stopping ends the work and its threads at once', async () => {
	const many = Array.from({ length: 600_000 }, (_, i) => `p${i},${20 + (i % 999) / 999},42.5`);
	await choose(file('many.csv', `id,lng,lat\n${many.join('\n')}\n`), SITES);
	await measure().click();
	await page.getByRole('progressbar').waitFor();
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await page.getByText('What had been read is forgotten.').waitFor();
	await expect
		.poll(
			() => page.workers().filter((worker) => /own-files|measuring/.test(worker.url())).length,
			{
				timeout: patienceMs
			}
		)
		.toBe(0);
	expect(sent, 'what was sent anywhere').toEqual([]);
});

test('the mission’s own records stand in for either file', async () => {
	await page
		.getByRole('group', { name: 'Sites' })
		.first()
		.getByLabel('Taken from')
		.selectOption({ label: 'Deployments of today' });
	await choosePlaces('Off-Limits places of today');
	await measure().click();
	await page.getByText('read and measured in').waitFor();
	expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(5);
});

const choosePlaces = (label: string) =>
	page
		.getByRole('group', { name: 'Places' })
		.first()
		.getByLabel('Taken from')
		.selectOption({ label });
