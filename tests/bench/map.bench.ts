/**
 * From navigation to a map that answers, with the demo data, in headless Chromium with software
 * rendering: an upper bound, to be compared with itself. First visit (nothing cached) and next ones.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, signIn, startCordon } from '../e2e/cordon';
import { medianOf } from './compare';

const cordon = await startCordon({ dataFolder: mkdtempSync(join(tmpdir(), 'cordon-bench-')) });
const visitor = await openBrowser(cordon);

async function timeMap(page: Page): Promise<{ firstPaintMs: number; mapMs: number }> {
	const began = performance.now();
	await page.goto('/missions/kosovo/map', { waitUntil: 'commit' });
	await page.locator('.map[aria-busy="false"] canvas').first().waitFor();
	const mapMs = performance.now() - began;
	const firstPaintMs = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
	);
	return { firstPaintMs, mapMs };
}

const visits: Record<string, { firstPaintMs: number; mapMs: number }[]> = { first: [], next: [] };
for (let round = 0; round < 3; round++) {
	const page = await visitor.newPage();
	await signIn(page, cordon, 'personnel');
	await page.goto('about:blank');
	visits.first!.push(await timeMap(page));
	visits.next!.push(await timeMap(page));
	await page.context().close();
}
console.log('\nnavigation to interactive map (median of 3 rounds)');
for (const [name, times] of Object.entries(visits)) {
	const paint = medianOf(times.map(({ firstPaintMs }) => firstPaintMs));
	const map = medianOf(times.map(({ mapMs }) => mapMs));
	console.log(
		`${map.toFixed(0).padStart(8)} ms  ${name} visit (first paint ${paint.toFixed(0)} ms)`
	);
}
await visitor.browser.close();
await cordon.dispose();
