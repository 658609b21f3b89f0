/** Areas drawn with the mouse on the draft's own map, as GeoJSON in the saved draft. */
import { area, kinks } from '@turf/turf';
import type { Polygon } from 'geojson';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enterAs, openBrowser, startCordon, type RunningCordon, type Visitor } from './cordon';
import { beginDraft, eventually, untilSaved } from './drafting';

let cordon: RunningCordon;
let visitor: Visitor;
let page: Page;
let draftId: string;

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
	page = await visitor.newPage();
	await enterAs(page, cordon, 'head_of_mission');
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

beforeEach(async () => {
	draftId = await beginDraft(page);
	await page.getByRole('button', { name: 'Zone', exact: true }).click();
	await page.getByText('No area yet.').waitFor();
});

/** Clicks at shares of the map's width and height, once drawing has begun. */
async function clickMap(...places: [number, number][]) {
	const map = page.locator('[data-draft-map] canvas').first();
	const box = (await map.boundingBox())!;
	for (const [x, y] of places) {
		const [left, top] = [box.x + x * box.width, box.y + y * box.height];
		// A hand moves before it presses; the shape follows it.
		await page.mouse.move(left - 4, top - 4);
		await page.mouse.move(left, top, { steps: 3 });
		await page.mouse.click(left, top);
	}
}

async function begin(tool: 'Draw corners' | 'Draw a circle', hint: string) {
	await page.getByRole('button', { name: tool }).click();
	await page.getByText(hint).waitFor();
	// Terra Draw is loaded when somebody draws; its crosshair says that it listens.
	await page.locator('[data-draft-map] canvas').first().scrollIntoViewIfNeeded();
	await eventually(async () =>
		expect(
			await page
				.locator('[data-draft-map] canvas')
				.first()
				.evaluate((canvas) => getComputedStyle(canvas).cursor)
		).toBe('crosshair')
	);
}

async function savedShape(): Promise<Polygon | null> {
	await untilSaved(page);
	const answer = await page.request.get(`/missions/kosovo/drafts/${draftId}`);
	return (await answer.json()).designations[0].geometry;
}

test('corners that are clicked, the first one again, become the area; no click means a cluster', async () => {
	await begin('Draw corners', 'Click each corner');
	await clickMap([0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]);
	await page.getByText('Area set:').waitFor();
	const shape = await savedShape();
	expect(shape?.type).toBe('Polygon');
	expect(shape!.coordinates[0]).toHaveLength(5);
	expect(shape!.coordinates[0]![0]).toEqual(shape!.coordinates[0]!.at(-1));
	expect(area(shape!)).toBeGreaterThan(0);
});

test('a corner that is dragged changes the area that is saved', async () => {
	await begin('Draw corners', 'Click each corner');
	await clickMap([0.4, 0.4], [0.6, 0.4], [0.5, 0.6], [0.4, 0.4]);
	await page.getByText('Area set:').waitFor();
	await page.getByText('Drag a corner to move it').waitFor();
	const before = (await savedShape())!;
	const box = (await page.locator('[data-draft-map] canvas').first().boundingBox())!;
	await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.6 * box.height);
	await page.mouse.down();
	await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.8 * box.height, { steps: 8 });
	await page.mouse.up();
	await eventually(async () => expect(area((await savedShape())!)).toBeGreaterThan(area(before)));
});

test('a circle is its centre and where it ends; Escape leaves the drawing, not the shape', async () => {
	await begin('Draw a circle', 'Click the centre');
	await clickMap([0.5, 0.5], [0.55, 0.5]);
	await page.getByText('Area set:').waitFor();
	await page.keyboard.press('Escape');
	await page.getByText('Drag a corner to move it').waitFor({ state: 'detached' });
	const shape = (await savedShape())!;
	expect(shape.coordinates[0]!.length).toBeGreaterThan(60);
});

test('a corner whose sides would cross is not taken; the others are', async () => {
	await begin('Draw corners', 'Click each corner');
	await clickMap([0.4, 0.4], [0.6, 0.6], [0.6, 0.4], [0.4, 0.6], [0.4, 0.4]);
	await page.getByText('Area set:').waitFor();
	const shape = (await savedShape())!;
	expect(shape.coordinates[0]).toHaveLength(4);
	expect(kinks(shape).features).toEqual([]);
});
