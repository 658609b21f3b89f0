/**
 * Gives MapLibre the symbols and patterns of a theme. The SVG goes through an `<img>` with a data
 * address, which the content security policy allows, and a canvas.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '$lib/ui/palette';
import { SYMBOL_IDS, SYMBOL_SIZE, symbolSvg } from './draw';
import { PATTERN_IDS, PATTERN_SIZE, patternSvg } from './patterns';

async function rasterise(svg: string, pixels: number): Promise<ImageData> {
	const image = new Image(pixels, pixels);
	image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = pixels;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d canvas to draw the map symbols on');
	context.drawImage(image, 0, 0, pixels, pixels);
	return context.getImageData(0, 0, pixels, pixels);
}

/**
 * Adds every symbol and pattern under its id, or replaces it with the theme's. Call after `load` and
 * again after each change of style: a new style starts without images.
 */
export async function loadSymbols(map: MapLibreMap, theme: Theme): Promise<void> {
	const pixelRatio = Math.min(3, Math.max(2, Math.ceil(window.devicePixelRatio)));
	const drawings = [
		...SYMBOL_IDS.map((id) => ({
			id,
			pixels: SYMBOL_SIZE * pixelRatio,
			svg: symbolSvg(id, theme, SYMBOL_SIZE * pixelRatio)
		})),
		...PATTERN_IDS.map((id) => ({
			id,
			pixels: PATTERN_SIZE * pixelRatio,
			svg: patternSvg(id, theme, PATTERN_SIZE * pixelRatio)
		}))
	];
	const images = await Promise.all(drawings.map(({ svg, pixels }) => rasterise(svg, pixels)));
	drawings.forEach(({ id }, i) => {
		const image = images[i];
		if (!image) return;
		if (map.hasImage(id)) map.removeImage(id);
		map.addImage(id, image, { pixelRatio });
	});
}
