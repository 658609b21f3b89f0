/** What the layers inside a Map may rely on: they exist only while its style is loaded. */
import { createContext } from 'svelte';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Locale } from '$lib/core/domain';
import type { MapColours, Theme } from '$lib/ui/palette';

/** What the user pointed at: the kind of record a layer draws, and the record's id. */
export type Pick = { kind: string; id: string };

export type MapContext = {
	readonly map: MapLibreMap;
	/** False once the map was taken down: there is nothing left to clean up. */
	readonly alive: boolean;
	readonly theme: Theme;
	/** The palette in this theme. */
	readonly colours: MapColours;
	readonly locale: Locale;
	/** Layers that answer a click, with the kind of record they draw. */
	readonly pickable: Record<string, string>;
};

export const [useMap, provideMap] = createContext<MapContext>();
