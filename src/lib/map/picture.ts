/** A map as it stands, for a sheet: with its attribution, and sharp enough for paper. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { ATTRIBUTION } from './basemap/attribution';

const DENSITY = 2;

/** The picture as SVG markup with the pixels inside. The map is itself again afterwards. */
export async function takeMap(
	map: MapLibreMap
): Promise<{ markup: string; width: number; height: number }> {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const density = map.getPixelRatio();
	map.setPixelRatio(Math.max(density, DENSITY));
	try {
		const pixels = await new Promise<string>((done) => {
			// Without preserveDrawingBuffer the pixels are there only while they are drawn.
			map.once('idle', () => {
				map.once('render', () => done(map.getCanvas().toDataURL('image/png')));
				map.triggerRepaint();
			});
			map.triggerRepaint();
		});
		return {
			markup:
				`<image width="${width}" height="${height}" href="${pixels}" xlink:href="${pixels}"/>` +
				`<text x="${width - 6}" y="${height - 6}" font-size="9" text-anchor="end" direction="ltr" fill="#505963">${ATTRIBUTION}</text>`,
			width,
			height
		};
	} finally {
		map.setPixelRatio(density);
	}
}
