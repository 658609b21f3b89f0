import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { Locale } from '$lib/core/domain';
import { loadFontFaces } from '$lib/map/basemap/fonts';
import {
	BELOW_BOUNDARIES,
	BELOW_LABELS,
	OWN_TILES,
	basemapStyle,
	outsideOf
} from '$lib/map/basemap/style';

const LOCALES: Locale[] = ['en', 'ar', 'fr', 'es', 'ru', 'zh'];
const AREA = {
	type: 'Polygon' as const,
	coordinates: [
		[
			[20, 42],
			[21.8, 42],
			[21.8, 43],
			[20, 42]
		]
	]
};
const tiles = { ...OWN_TILES, streets: ['/basemap/own/streets.pmtiles'] };

async function styleIn(locale: Locale, theme: 'light' | 'dark'): Promise<StyleSpecification> {
	return basemapStyle({ theme, locale, tiles, fonts: await loadFontFaces(locale), area: AREA });
}

describe.each(LOCALES)('the style in %s', (locale) => {
	it.each(['light', 'dark'] as const)('is valid in %s', async (theme) => {
		const problems = validateStyleMin((await styleIn(locale, theme)) as never);
		expect(problems.map((problem) => problem.message)).toEqual([]);
	});

	it('leads to no other host, and asks for no glyph or sprite server', async () => {
		const style = await styleIn(locale, 'light');
		const addresses = JSON.stringify(style).match(/"[^"]*\/\/[^"]*"/g) ?? [];
		expect(addresses.length).toBeGreaterThan(3);
		expect(addresses.filter((one) => !one.startsWith('"pmtiles:///'))).toEqual([]);
		expect(style.glyphs).toBeUndefined();
		expect(style.sprite).toBeUndefined();
	});

	it('draws every label in a font it brings, with its language asked for first', async () => {
		const style = await styleIn(locale, 'light');
		const fonts = Object.keys(style['font-faces'] ?? {});
		for (const layer of style.layers) {
			if (layer.type !== 'symbol' || layer.id.endsWith('grid-numbers')) continue;
			for (const font of layer.layout?.['text-font'] as string[]) expect(fonts).toContain(font);
			expect(JSON.stringify(layer.layout?.['text-field']), layer.id).toContain(`name:${locale}`);
		}
	});
});

describe('the style', () => {
	it('brings a font file for a letter of each script', async () => {
		const faces = (await loadFontFaces('zh'))['Noto Sans'] as { 'unicode-range': string[] }[];
		for (const letter of [
			'P',
			'ë',
			'š',
			'П',
			'Ђ',
			'ب',
			'گ',
			'α',
			'普',
			'里',
			'什',
			'蒂',
			'纳',
			'（'
		]) {
			const code = letter.codePointAt(0)!;
			const covered = faces.some((face) =>
				face['unicode-range'].some((range) => {
					const [from, to = from] = range.slice(2).split('-');
					return code >= parseInt(from!, 16) && code <= parseInt(to!, 16);
				})
			);
			expect(covered, letter).toBe(true);
		}
	});

	it('never draws the same place from the world and from a detail archive', async () => {
		const { layers } = await styleIn('en', 'light');
		for (const id of ['world-towns', 'world-dots']) {
			const below = layers.find((layer) => layer.id === id);
			const beyond = layers.find((layer) => layer.id === `${id}-beyond`);
			expect(below?.maxzoom).toBe(7);
			expect(beyond?.minzoom).toBe(7);
			expect(JSON.stringify((beyond as { filter: unknown }).filter)).toContain(
				'["!",["has","detail"]]'
			);
		}
	});

	it('dashes what is disputed, dots what is a line of control, and draws only the settled solid', async () => {
		const { layers } = await styleIn('en', 'light');
		const dash = (id: string) =>
			(layers.find((layer) => layer.id === id)?.paint as Record<string, unknown>)['line-dasharray'];
		for (const source of ['world', 'detail-0', 'detail-1']) {
			expect(dash(`${source}-country`)).toBeUndefined();
			expect(dash(`${source}-disputed`)).toBeDefined();
			expect(dash(`${source}-control`)).not.toEqual(dash(`${source}-disputed`));
		}
	});

	it('keeps the operator’s boundaries and place names out: ours decide', async () => {
		const { layers } = await styleIn('en', 'light');
		const used = layers.flatMap((layer) =>
			'source' in layer && String(layer.source).startsWith('streets') ? [layer['source-layer']] : []
		);
		expect(used.length).toBeGreaterThan(8);
		expect(used).not.toContain('boundaries');
		expect(used).not.toContain('places');
	});

	it('asks an operator’s archive only for kinds of road that version 4 of the schema has', async () => {
		const { layers } = await styleIn('en', 'light');
		const roads = layers.filter(
			(layer) => 'source-layer' in layer && layer['source-layer'] === 'roads'
		);
		const asked = JSON.stringify(roads).match(/\["get","kind"\],\[[^\]]*\]/g) ?? [];
		const kinds = new Set(asked.flatMap((one) => one.slice(13).match(/[a-z_]+/g) ?? []));
		expect([...kinds].sort()).toEqual([
			'highway',
			'major_road',
			'minor_road',
			'other',
			'path',
			'rail'
		]);
	});

	it('has one place for fills over the ground and one below the boundaries', async () => {
		const ids = (await styleIn('en', 'light')).layers.map((layer) => layer.id);
		expect(ids.filter((id) => id === BELOW_LABELS)).toHaveLength(1);
		expect(ids.indexOf(BELOW_BOUNDARIES)).toBeLessThan(ids.indexOf('world-country'));
		expect(ids.indexOf(BELOW_LABELS)).toBeGreaterThan(ids.indexOf('detail-1-country'));
		expect(ids.indexOf(BELOW_LABELS)).toBeLessThan(ids.indexOf('world-towns'));
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('what lies outside an area', () => {
	it('is the world with the area cut out, and the holes of the area added', () => {
		const hole = [
			[20.5, 42.2],
			[20.6, 42.2],
			[20.6, 42.3],
			[20.5, 42.2]
		];
		const outside = outsideOf({ ...AREA, coordinates: [...AREA.coordinates, hole] });
		const [world, ...holes] = outside.geometry.coordinates;
		expect(world).toHaveLength(2);
		expect(world?.[1]).toEqual(AREA.coordinates[0]);
		expect(holes).toEqual([[hole]]);
	});
});
