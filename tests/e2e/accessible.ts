/** What every screen is held to. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Axe finds nothing against it. Only violations are told in full: that is most of axe's work saved. */
export async function expectAccessible(page: Page): Promise<void> {
	// Past the page's policy, as a tool of the browser.
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
		page.url()
	).toEqual([]);
}
declare global {
	interface Window {
		axe: typeof axe;
	}
}

/** It fits the screen without scrolling sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
	const overflow = await page.evaluate(async () => {
		await document.fonts.ready;
		return document.documentElement.scrollWidth - document.documentElement.clientWidth;
	});
	expect(overflow, page.url()).toBe(0);
}
