/**
 * Takes the pictures of README from a running demo:
 * `node tests/e2e/take-pictures.ts http://127.0.0.1:3000`. Look at them before committing.
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ListInForce } from '../../src/lib/core/list.ts';

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const FOLDER = 'src/docs/pictures';
const MISSION = '/missions/kosovo';
const PATIENCE_MS = 120_000;

async function enter(browser: Browser, role: string, viewport: { width: number; height: number }) {
	const context = await browser.newContext({
		baseURL: address,
		viewport,
		deviceScaleFactor: viewport.width < 500 ? 2 : 1,
		locale: 'en-GB',
		timezoneId: 'Europe/Belgrade'
	});
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto('/sign-in');
	await page.getByRole('button', { name: `Enter as ${role}` }).click();
	await page.waitForURL('**/missions/**');
	return page;
}

/** A map is finished when nothing has been asked for and nothing has changed for a while. */
async function settle(page: Page) {
	await page.locator('canvas').first().waitFor();
	await page.waitForLoadState('networkidle');
	let before: Buffer | undefined;
	for (;;) {
		const now = await page.screenshot();
		if (before?.equals(now)) return;
		before = now;
		await page.waitForTimeout(3000);
	}
}

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
});
try {
	const head = await enter(browser, 'Head of Mission', { width: 1440, height: 900 });
	await head.goto(`${MISSION}/map`);
	await settle(head);
	await head.screenshot({ path: `${FOLDER}/map.png` });

	await head.goto(`${MISSION}/directives`);
	await head.getByRole('link', { name: 'Off-Limits zones' }).click();
	await settle(head);
	await head.screenshot({ path: `${FOLDER}/directive.png` });

	const soldier = await enter(browser, 'Personnel', { width: 390, height: 760 });
	const answer = await soldier.request.get(`${MISSION}/list.json`);
	const list = (await answer.json()) as ListInForce;
	const place = list.directives
		.flatMap(({ entries }) => entries)
		.find(({ geometry }) => geometry?.type === 'Point');
	if (place?.geometry?.type !== 'Point') throw new Error('the list holds no establishment');
	const [lng, lat] = place.geometry.coordinates;
	await soldier.goto(`${MISSION}/check`);
	await soldier.getByLabel('Name, town, address or coordinates').fill(`${lat}, ${lng}`);
	await soldier.getByRole('button', { name: 'Check', exact: true }).click();
	await soldier.waitForTimeout(2000);
	await soldier.screenshot({ path: `${FOLDER}/check.png` });
} finally {
	await browser.close();
}
