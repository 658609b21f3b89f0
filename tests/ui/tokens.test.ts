import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync('src/lib/ui/tokens.css', 'utf8');

type Theme = 'light' | 'dark';

function colourOf(token: string, theme: Theme): string {
	const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(CSS);
	if (!found) throw new Error(`no such colour: --${token}`);
	return found[theme === 'light' ? 1 : 2]!;
}

/** Relative luminance and contrast as WCAG 2.2 defines them (sRGB). */
function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

test('a phone draws its own bar in the colour of the header', () => {
	const page = readFileSync('src/app.html', 'utf8');
	for (const theme of ['light', 'dark'] as const)
		expect(page).toContain(
			`name="theme-color" content="${colourOf('surface', theme)}" media="(prefers-color-scheme: ${theme})"`
		);
});

const SURFACES = ['ground', 'surface', 'raised', 'sunken', 'hover', 'selected'];
/** Words on grounds: 4.5:1 (WCAG 2.2, 1.4.3). */
const WORDS: [string, string[]][] = [
	['ink', [...SURFACES, 'prohibited-ground', 'near-ground', 'done-ground', 'unknown-ground']],
	['ink-soft', SURFACES],
	['accent', SURFACES],
	['accent-strong', SURFACES],
	['prohibited', ['ground', 'surface', 'raised', 'prohibited-ground']],
	['near', ['ground', 'surface', 'raised', 'near-ground']],
	['done', ['ground', 'surface', 'raised', 'done-ground']],
	['unknown', ['ground', 'surface', 'raised', 'unknown-ground']],
	['on-accent', ['accent', 'accent-strong']],
	['on-prohibited', ['prohibited', 'prohibited-strong']],
	['on-risk', ['risk-low', 'risk-medium', 'risk-high']],
	['on-risk-very-high', ['risk-very-high']]
];
/** Edges and rings that tell where a control is: 3:1 (1.4.11). */
const EDGES: [string, string[]][] = [
	['line-strong', ['ground', 'surface', 'raised', 'hover']],
	['focus', SURFACES],
	['near-line', ['ground', 'surface', 'near-ground']]
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
	const below = (pairs: [string, string[]][], least: number) =>
		pairs.flatMap(([front, grounds]) =>
			grounds
				.map((ground) => ({
					pair: `${front} on ${ground}`,
					ratio: contrast(colourOf(front, theme), colourOf(ground, theme))
				}))
				.filter(({ ratio }) => ratio < least)
				.map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`)
		);

	test('words stand out from every ground they are set on', () => {
		expect(below(WORDS, 4.5)).toEqual([]);
	});

	test('edges of controls and the focus ring are visible', () => {
		expect(below(EDGES, 3)).toEqual([]);
	});
});

test('the measure is right: black on white is 21, and equal colours 1', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#777777', '#777777')).toBe(1);
});

test('every token that a stylesheet uses exists', () => {
	const defined = new Set([...CSS.matchAll(/^\s*(--[a-z0-9-]+):/gm)].map(([, name]) => name!));
	const base = readFileSync('src/lib/ui/base.css', 'utf8');
	const used = [...base.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name!);
	expect(used.filter((name) => !defined.has(name))).toEqual([]);
});
