/** All that needs the MapLibre library itself: this module is the chunk that loads after the page. */
import { addProtocol, Map as MapLibreMap, Marker, setWorkerUrl } from 'maplibre-gl';
import type { PaddingOptions, StyleSpecification } from 'maplibre-gl';
import styleUrl from 'maplibre-gl/dist/maplibre-gl.css?url';
// Without its address MapLibre would start the worker from a blob:, which our policy forbids.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MultiPolygon } from 'geojson';
import type { LngLat } from '$lib/core/domain';
import type { Offered } from '$lib/i18n/tags';
import type { Theme } from '$lib/ui/palette';
import { listTiles, loadBasemapStyle, registerPmtiles } from './basemap/load';
import type { Bounds, Camera } from './camera';

setWorkerUrl(workerUrl);
registerPmtiles({ addProtocol });

/** Its style sheet, before ours; as an import it would come with every page that may open a map. */
let styleSheet: Promise<unknown> | undefined;
export function loadStyleSheet(): Promise<unknown> {
	return (styleSheet ??= new Promise((loaded, failed) => {
		const link = Object.assign(document.createElement('link'), {
			rel: 'stylesheet',
			href: styleUrl
		});
		link.onload = loaded;
		link.onerror = () => failed(new Error('the style sheet of the map did not come'));
		document.head.prepend(link);
	}));
}

export type MapOpening = {
	container: HTMLElement;
	style: StyleSpecification;
	label: string;
	bounds: Bounds;
	camera: Camera | undefined;
	padding: PaddingOptions | undefined;
	interactive: boolean;
	withinPage: boolean;
	keepPixels: boolean;
	gestureHelp: { desktop: string; mac: string; touch: string };
};

/** Opens a map. Throws where the browser has no WebGL 2. */
export function openMap(opening: MapOpening): MapLibreMap {
	const map = new MapLibreMap({
		container: opening.container,
		style: opening.style,
		interactive: opening.interactive,
		cooperativeGestures: opening.withinPage,
		canvasContextAttributes: { preserveDrawingBuffer: opening.keepPixels, antialias: true },
		// What is printed or saved is looked at closely.
		...(opening.keepPixels ? { pixelRatio: Math.max(2, devicePixelRatio) } : {}),
		attributionControl: false,
		// A plan, not a view: north stays up, so that a bearing read off the map is right.
		dragRotate: false,
		touchPitch: false,
		maxPitch: 0,
		fadeDuration: opening.keepPixels ? 0 : 200,
		locale: {
			'Map.Title': opening.label,
			'CooperativeGesturesHandler.WindowsHelpText': opening.gestureHelp.desktop,
			'CooperativeGesturesHandler.MacHelpText': opening.gestureHelp.mac,
			'CooperativeGesturesHandler.MobileHelpText': opening.gestureHelp.touch
		}
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	if (opening.padding) map.setPadding(opening.padding);
	if (opening.camera) map.jumpTo(opening.camera);
	else map.fitBounds(opening.bounds, { duration: 0, padding: 24 });
	return map;
}

/** An element that can be dragged over the map, by pointer or arrow keys. */
export const openHandle = (map: MapLibreMap, element: HTMLElement, at: LngLat): Marker =>
	new Marker({ element, draggable: true }).setLngLat(at).addTo(map);

/** The basemap for a theme and language, with the operator's own archives where there are any. */
export async function styleFor(
	theme: Theme,
	locale: Offered,
	area: MultiPolygon | undefined
): Promise<StyleSpecification> {
	return loadBasemapStyle({ theme, locale, area, tiles: await listTiles() });
}
