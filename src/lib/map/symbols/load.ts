/**
 * Gives MapLibre the symbols and patterns of a theme. The SVG goes through an `<img>` with a data
 * address, which the content security policy allows, and a canvas.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '$lib/ui/palette';
import { inkOf, SYMBOL_IDS, SYMBOL_SIZE, symbolContent } from './draw';
import { PATTERN_IDS, PATTERN_SIZE, patternContent } from './patterns';

/** What stands between `<svg>` and `</svg>`, on a square of so many CSS pixels. */
type Drawing = { id: string; size: number; content: string };

/**
 * Draws all of them side by side on one sheet and cuts it up: every SVG that a browser opens costs it a
 * document. They are read back from memory, without waiting for the graphics card.
 */
async function rasterise(drawings: Drawing[], pixelRatio: number): Promise<ImageData[]> {
	const [width, height] = [drawings.length * SYMBOL_SIZE, SYMBOL_SIZE];
	const cells = drawings.map(
		({ size, content }, i) =>
			`<svg x="${i * SYMBOL_SIZE}" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${content}</svg>`
	);
	const canvas = document.createElement('canvas');
	canvas.width = width * pixelRatio;
	canvas.height = height * pixelRatio;
	const image = new Image(canvas.width, canvas.height);
	image.src = `data:image/svg+xml,${encodeURIComponent(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${canvas.width}" height="${canvas.height}" viewBox="0 0 ${width} ${height}">${cells.join('')}</svg>`
	)}`;
	await image.decode();
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d canvas to draw the map symbols on');
	context.drawImage(image, 0, 0);
	return drawings.map(({ size }, i) =>
		context.getImageData(i * SYMBOL_SIZE * pixelRatio, 0, size * pixelRatio, size * pixelRatio)
	);
}

/**
 * Adds every symbol and pattern under its id, or replaces it with the theme's. Call after `load` and
 * again after each change of style: a new style starts without images.
 */
export async function loadSymbols(map: MapLibreMap, theme: Theme): Promise<void> {
	const pixelRatio = Math.min(3, Math.max(2, Math.ceil(window.devicePixelRatio)));
	const ink = inkOf(theme);
	const drawings: Drawing[] = [
		...SYMBOL_IDS.map((id) => ({ id, size: SYMBOL_SIZE, content: symbolContent(id, ink) })),
		...PATTERN_IDS.map((id) => ({ id, size: PATTERN_SIZE, content: patternContent(id, ink) }))
	];
	const images = await rasterise(drawings, pixelRatio);
	drawings.forEach(({ id }, i) => {
		if (map.hasImage(id)) map.removeImage(id);
		map.addImage(id, images[i]!, { pixelRatio });
	});
}
