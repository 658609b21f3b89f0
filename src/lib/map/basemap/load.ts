/** What the map asks for once: the pmtiles protocol, the archives at hand, the fonts, the style. */
import type { StyleSpecification } from 'maplibre-gl';
import type { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import { loadFontFaces } from './fonts';
import { basemapStyle, OWN_TILES, type BasemapOptions, type BasemapTiles } from './style';

let registered = false;

/** Teaches MapLibre `pmtiles://` addresses. May be called again without effect. */
export function registerPmtiles(maplibre: { addProtocol: typeof addProtocol }): void {
	if (registered) return;
	registered = true;
	maplibre.addProtocol('pmtiles', new Protocol().tile);
}

/** An archive the operator put into the data folder, as GET /basemap lists it. */
export type OperatorArchive = {
	name: string;
	url: string;
	bytes: number;
	/** Null: not used, and the list says why. */
	schema: 'cordon' | 'protomaps' | null;
};

/** The archives that come with Cordon and the operator's own; the former alone when offline. */
export async function listTiles(fetcher: typeof fetch = fetch): Promise<BasemapTiles> {
	try {
		const answer = await fetcher('/basemap');
		if (!answer.ok) return OWN_TILES;
		const { archives } = (await answer.json()) as { archives: OperatorArchive[] };
		const urls = (schema: OperatorArchive['schema']) =>
			archives.filter((one) => one.schema === schema).map((one) => one.url);
		return {
			...OWN_TILES,
			detail: [...OWN_TILES.detail, ...urls('cordon')],
			streets: urls('protomaps')
		};
	} catch {
		return OWN_TILES;
	}
}

export async function loadBasemapStyle(
	options: Omit<BasemapOptions, 'fonts'>
): Promise<StyleSpecification> {
	const fonts = await loadFontFaces(options.locale);
	return basemapStyle({ ...options, fonts });
}
