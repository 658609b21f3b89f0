/**
 * From navigation to a map that answers, with the demo data, in headless Chromium with software
 * rendering: an upper bound, to be compared with itself. First visit (nothing cached) and next ones.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { desk, openBrowser, signIn, startCordon } from '../e2e/cordon';
import { medianOf, shownLoad } from './compare';
import { sayBlocking, traceBlocking, type Blocking } from './main-thread';

const cordon = await startCordon({ dataFolder: mkdtempSync(join(tmpdir(), 'cordon-bench-')) });
const visitor = await openBrowser(cordon);

type Visit = { firstPaintMs: number; mapMs: number; blocking: Blocking };

async function timeMap(page: Page): Promise<Visit> {
	let mapMs = NaN;
	const blocking = await traceBlocking(page, async () => {
		const began = performance.now();
		await page.goto('/missions/kosovo/map', { waitUntil: 'commit' });
		await page.locator('.map[aria-busy="false"] canvas').first().waitFor();
		mapMs = performance.now() - began;
		await page.waitForTimeout(3000);
	});
	const firstPaintMs = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
	);
	return { firstPaintMs, mapMs, blocking };
}

const visits: Record<string, Visit[]> = { first: [], next: [] };
for (let round = 0; round < 3; round++) {
	const page = await visitor.newPage({ ...desk, deviceScaleFactor: 1 });
	await signIn(page, cordon, 'analyst');
	await page.goto('about:blank');
	visits.first!.push(await timeMap(page));
	visits.next!.push(await timeMap(page));
	await page.context().close();
}
console.log(`\nnavigation to interactive map (median of 3 rounds, ${shownLoad()})`);
for (const [name, times] of Object.entries(visits)) {
	const paint = medianOf(times.map(({ firstPaintMs }) => firstPaintMs));
	const map = medianOf(times.map(({ mapMs }) => mapMs));
	console.log(
		`${map.toFixed(0).padStart(8)} ms  ${name} visit (first paint ${paint.toFixed(0)} ms)`
	);
	sayBlocking(
		`${name} visit, until 3 s after`,
		times.map(({ blocking }) => blocking)
	);
}
await visitor.browser.close();
await cordon.dispose();
