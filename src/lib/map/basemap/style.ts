/**
 * The basemap as a MapLibre style: a quiet sheet in light and dark on which marks can be read. Nothing
 * in it leads to another host: archives, fonts and symbols come from this server.
 */
import type {
	FontFacesSpecification,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification
} from 'maplibre-gl';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Locale } from '$lib/core/domain';
import { PALETTE, type Theme } from '$lib/ui/palette';
import { ATTRIBUTION } from './attribution';
import {
	boundaryLayers,
	dotLayers,
	gridLayers,
	groundLayers,
	labelLayers,
	type Archive
} from './layers';
import { streetLabelLayers, streetLayers } from './street-layers';

export type BasemapTiles = {
	world: string;
	/** Archives in our own schema, finer than the world; later ones lie on top. */
	detail: string[];
	/** The operator's own archives in the Protomaps schema: roads, buildings, land use. */
	streets?: string[];
};

/** The archives that come with Cordon. */
export const OWN_TILES: BasemapTiles = {
	world: '/basemap/world.pmtiles',
	detail: ['/basemap/missions.pmtiles', '/basemap/kosovo.pmtiles']
};

export type BasemapOptions = {
	theme: Theme;
	locale: Locale;
	tiles?: BasemapTiles;
	fonts: FontFacesSpecification;
	/** The area of mission: what lies outside is dimmed. */
	area?: MultiPolygon | Polygon;
};

/** Fills of data (hatching, heat, areas) go below this layer: over the ground, under every name. */
export const BELOW_LABELS = 'below-labels';
/** Lines and fills that belong under the dimming and the boundaries go below this one. */
export const BELOW_BOUNDARIES = 'below-boundaries';

/** A layer that draws nothing, to insert before. */
const marker = (id: string): LayerSpecification => ({
	id,
	type: 'background',
	layout: { visibility: 'none' }
});

const archive = (url: string, attribution = ''): SourceSpecification => ({
	type: 'vector',
	url: `pmtiles://${url}`,
	attribution
});

/** All of the world but the area: the area's outer rings become the holes of one great polygon. */
export function outsideOf(area: MultiPolygon | Polygon): Feature<MultiPolygon> {
	const parts = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
	const world = [
		[-180, -85],
		[180, -85],
		[180, 85],
		[-180, 85],
		[-180, -85]
	];
	const outer = parts.flatMap((rings) => (rings[0] ? [rings[0]] : []));
	// A hole of the area is outside it again.
	const holes = parts.flatMap((rings) => rings.slice(1).map((ring) => [ring]));
	return {
		type: 'Feature',
		properties: {},
		geometry: { type: 'MultiPolygon', coordinates: [[world, ...outer], ...holes] }
	};
}

export function basemapStyle(options: BasemapOptions): StyleSpecification {
	const { theme, locale, tiles = OWN_TILES, fonts, area } = options;
	const colours = PALETTE[theme].basemap;
	const sources: Record<string, SourceSpecification> = { world: archive(tiles.world, ATTRIBUTION) };
	const own: Archive[] = [{ source: 'world', detail: false }];
	tiles.detail.forEach((url, i) => {
		sources[`detail-${i}`] = archive(url);
		own.push({ source: `detail-${i}`, detail: true });
	});
	const streets = (tiles.streets ?? []).map((url, i) => {
		sources[`streets-${i}`] = archive(url, '© OpenStreetMap');
		return `streets-${i}`;
	});

	const mission: LayerSpecification[] = [];
	if (area) {
		sources['mission-area'] = {
			type: 'geojson',
			data: { type: 'Feature', properties: {}, geometry: area }
		};
		sources['mission-outside'] = { type: 'geojson', data: outsideOf(area) };
		mission.push(
			{
				id: 'mission-outside',
				type: 'fill',
				source: 'mission-outside',
				paint: {
					'fill-color': colours.outside,
					'fill-opacity': colours.outsideOpacity,
					'fill-antialias': false
				}
			},
			{
				id: 'mission-edge',
				type: 'line',
				source: 'mission-area',
				layout: { 'line-join': 'round' },
				paint: {
					'line-color': colours.missionEdge,
					'line-opacity': 0.16,
					'line-width': ['interpolate', ['linear'], ['zoom'], 4, 2, 10, 7]
				}
			}
		);
	}

	return {
		version: 8,
		name: `Cordon ${theme}`,
		'font-faces': fonts,
		sources,
		layers: [
			{ id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
			...own.flatMap((one) => groundLayers(one, colours)),
			...streets.flatMap((source) => streetLayers(source, colours)),
			...own.flatMap((one) => gridLayers(one, colours)),
			marker(BELOW_BOUNDARIES),
			...mission,
			...own.flatMap((one) => boundaryLayers(one, colours)),
			marker(BELOW_LABELS),
			...own.flatMap((one) => dotLayers(one, colours)),
			...streets.flatMap((source) => streetLabelLayers(source, colours, locale)),
			...own.flatMap((one) => labelLayers(one, colours, locale))
		]
	};
}
