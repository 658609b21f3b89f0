import { describe, expect, it } from 'vitest';
import { PALETTE, type MapColours, type Theme } from '$lib/ui/palette';

type Rgb = [number, number, number];

const channels = (hex: string): Rgb =>
	[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb;
const linear = (hex: string): Rgb =>
	channels(hex).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as Rgb;

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(one: string, other: string): number {
	const [a, b] = [luminance(linear(one)), luminance(linear(other))].sort((x, y) => y - x);
	return (a! + 0.05) / (b! + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, in linear RGB. */
const VISION: Record<string, number[]> = {
	usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
	protanopia: [
		0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
	],
	deuteranopia: [
		0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881
	],
	tritanopia: [
		1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039
	]
};

/** OKLab (Ottosson 2020) as the named reader sees the colour. */
function seen(hex: string, vision: string): Rgb {
	const rgb = linear(hex);
	const m = VISION[vision]!;
	const [r, g, b] = [0, 3, 6].map((row) =>
		Math.min(1, Math.max(0, m[row]! * rgb[0] + m[row + 1]! * rgb[1] + m[row + 2]! * rgb[2]))
	) as Rgb;
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const mm = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * mm - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * mm + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * mm - 0.808675766 * s
	];
}
const distance = (one: string, other: string, vision: string) => {
	const [a, b] = [seen(one, vision), seen(other, vision)];
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

const THEMES: Theme[] = ['light', 'dark'];
const marks = (c: MapColours): Record<string, string> => ({
	deployment: c.deployment.line,
	prohibition: c.prohibition.line,
	curfew: c.curfew.line,
	near: c.near.line,
	draft: c.draft.line,
	selection: c.selection,
	proximityLine: c.proximityLine,
	...Object.fromEntries(c.rings.map((ring, i) => [`ring ${i}`, ring]))
});

describe.each(THEMES)('in %s', (theme) => {
	const colours = PALETTE[theme];
	const { basemap } = colours;

	it('every mark stands out from land and sea (3:1, WCAG 1.4.11)', () => {
		for (const [name, colour] of Object.entries(marks(colours))) {
			expect(contrast(colour, basemap.land), `${name} on land`).toBeGreaterThanOrEqual(3);
			expect(contrast(colour, basemap.outside), `${name} outside`).toBeGreaterThanOrEqual(3);
		}
	});

	it('icons can be read inside their symbols (4.5:1)', () => {
		for (const one of [colours.deployment, colours.prohibition, colours.curfew, colours.draft])
			expect(contrast(one.icon, one.fill)).toBeGreaterThanOrEqual(4.5);
	});

	it('labels can be read on the land (4.5:1)', () => {
		expect(contrast(basemap.label, basemap.land)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(basemap.labelQuiet, basemap.land)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(basemap.labelWater, basemap.land)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(Object.keys(VISION))('neighbouring heat classes differ to a reader with %s', (vision) => {
		const steps = colours.heat.classes;
		for (let i = 1; i < steps.length; i++)
			expect(distance(steps[i - 1]!, steps[i]!, vision), `${i - 1} and ${i}`).toBeGreaterThan(0.09);
	});

	it.each(Object.keys(VISION))('heat gets steadily stronger to a reader with %s', (vision) => {
		const lightness = colours.heat.classes.map((hex) => seen(hex, vision)[0]);
		const away = theme === 'light' ? -1 : 1;
		for (let i = 1; i < lightness.length; i++)
			expect(away * (lightness[i]! - lightness[i - 1]!)).toBeGreaterThan(0.05);
	});

	it.each(Object.keys(VISION))('deployment and prohibition are told apart with %s', (vision) => {
		expect(distance(colours.deployment.line, colours.prohibition.line, vision)).toBeGreaterThan(
			0.1
		);
	});

	it('the ground is quiet: no basemap line rivals a mark', () => {
		const loudest = Math.max(
			...[basemap.river, basemap.region, basemap.road, basemap.lake].map((c) =>
				contrast(c, basemap.land)
			)
		);
		const faintest = Math.min(
			...Object.values(marks(colours)).map((c) => contrast(c, basemap.land))
		);
		expect(loudest).toBeLessThan(faintest);
	});
});
