import { describe, expect, it } from 'vitest';
import { DEPLOYMENT_KINDS, ESTABLISHMENT_KINDS } from '$lib/core/domain';
import { SYMBOL_IDS, inkOf, pageInk, symbolContent, symbolSvg } from '$lib/map/symbols/draw';
import { PATTERN_IDS, patternContent } from '$lib/map/symbols/patterns';

/** The drawing without its colours: what a reader sees who sees no hue. */
const shapeOf = (svg: string) => svg.replace(/(fill|stroke)="#[0-9a-f]{6}"/g, '$1=""');

describe('symbols', () => {
	it('there is one for every kind of deployment and establishment, in force and in draft', () => {
		for (const kind of DEPLOYMENT_KINDS.filter((k) => k !== 'area_of_operations'))
			expect(SYMBOL_IDS).toContain(`deployment-${kind}`);
		for (const kind of ESTABLISHMENT_KINDS) {
			expect(SYMBOL_IDS).toContain(`off-limits-${kind}`);
			expect(SYMBOL_IDS).toContain(`draft-${kind}`);
		}
		expect(new Set(SYMBOL_IDS).size).toBe(SYMBOL_IDS.length);
	});

	it.each(['light', 'dark'] as const)('all differ by shape alone in %s', (theme) => {
		const shapes = SYMBOL_IDS.map((id) => shapeOf(symbolSvg(id, theme)));
		expect(new Set(shapes).size).toBe(shapes.length);
		const patterns = PATTERN_IDS.map((id) => shapeOf(patternContent(id, inkOf(theme))));
		expect(new Set(patterns).size).toBe(patterns.length);
	});

	it('are the same drawing in both themes and on the page; only the ink changes', () => {
		for (const id of SYMBOL_IDS) {
			expect(shapeOf(symbolSvg(id, 'dark'))).toBe(shapeOf(symbolSvg(id, 'light')));
			const page = symbolContent(id, pageInk).replace(/light-dark\((#\w{6}), #\w{6}\)/g, '$1');
			expect(page).toBe(symbolContent(id, inkOf('light')));
		}
	});

	it('carry no style attribute, script or address, as the content security policy demands', () => {
		for (const svg of [
			...SYMBOL_IDS.map((id) => symbolSvg(id, 'light')),
			...PATTERN_IDS.map((id) => patternContent(id, inkOf('light')))
		]) {
			expect(svg).not.toMatch(/style=|<script|href|url\(/);
			expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toContain('http');
		}
	});
});
