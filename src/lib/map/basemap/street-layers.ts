/**
 * The operator's own archive in the Protomaps schema, version 4 (https://docs.protomaps.com/basemaps/layers):
 * the extract a mission cuts from OpenStreetMap for its area. Taken from it: water, land use, roads,
 * buildings, road names. Not taken: boundaries and names of places, which are the United Nations' own.
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Locale } from '$lib/core/domain';
import type { BasemapColours } from '$lib/ui/palette';
import { UPRIGHT } from './fonts';

const STREET_ZOOM = 8;
const kinds = (...names: string[]): ExpressionSpecification => [
	'match',
	['get', 'kind'],
	names,
	true,
	false
];
const widths = (...stops: number[]): ExpressionSpecification => [
	'interpolate',
	['exponential', 1.6],
	['zoom'],
	...stops
];

export function streetLayers(source: string, c: BasemapColours): LayerSpecification[] {
	const road = (
		id: string,
		filter: ExpressionSpecification,
		minzoom: number,
		colour: string,
		width: ExpressionSpecification
	): LayerSpecification => ({
		id: `${source}-${id}`,
		type: 'line',
		source,
		'source-layer': 'roads',
		minzoom,
		filter,
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: { 'line-color': colour, 'line-width': width }
	});
	const minor = kinds('minor_road');
	// Version 4 has one kind for trunk roads down to tertiary ones; the detail parts them.
	const trunk: ExpressionSpecification = [
		'match',
		['get', 'kind_detail'],
		['trunk', 'trunk_link', 'primary', 'primary_link'],
		true,
		false
	];
	const major: ExpressionSpecification = [
		'any',
		kinds('highway'),
		['all', kinds('major_road'), trunk]
	];
	const medium: ExpressionSpecification = ['all', kinds('major_road'), ['!', trunk]];
	return [
		{
			id: `${source}-wood`,
			type: 'fill',
			source,
			'source-layer': 'landuse',
			minzoom: STREET_ZOOM,
			filter: kinds('wood', 'forest', 'park', 'nature_reserve', 'national_park'),
			paint: { 'fill-color': c.wood }
		},
		{
			id: `${source}-built`,
			type: 'fill',
			source,
			'source-layer': 'landuse',
			minzoom: STREET_ZOOM,
			filter: kinds('residential', 'industrial', 'commercial', 'military', 'aerodrome'),
			paint: { 'fill-color': c.built }
		},
		{
			id: `${source}-water`,
			type: 'fill',
			source,
			'source-layer': 'water',
			minzoom: STREET_ZOOM,
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-color': c.lake }
		},
		{
			id: `${source}-streams`,
			type: 'line',
			source,
			'source-layer': 'water',
			minzoom: STREET_ZOOM,
			filter: kinds('river', 'stream', 'canal'),
			paint: { 'line-color': c.river, 'line-width': widths(8, 0.6, 14, 2.5) }
		},
		{
			id: `${source}-buildings`,
			type: 'fill',
			source,
			'source-layer': 'buildings',
			minzoom: 13,
			paint: { 'fill-color': c.building }
		},
		road('rail', kinds('rail'), 9, c.rail, widths(9, 0.6, 15, 2)),
		road('path', kinds('path', 'other'), 13, c.roadEdge, widths(13, 0.5, 17, 2)),
		road('minor-edge', minor, 13, c.roadEdge, widths(13, 1.6, 17, 9)),
		road('minor', minor, 12, c.road, widths(12, 0.6, 17, 7)),
		road('medium-edge', medium, 10, c.roadEdge, widths(10, 1.4, 17, 13)),
		road('medium', medium, 10, c.road, widths(10, 0.8, 17, 11)),
		road('major-edge', major, 8, c.roadEdge, widths(8, 1.6, 17, 18)),
		road('major', major, 8, c.roadMajor, widths(8, 0.9, 17, 15))
	];
}

export function streetLabelLayers(
	source: string,
	c: BasemapColours,
	locale: Locale
): LayerSpecification[] {
	return [
		{
			id: `${source}-road-names`,
			type: 'symbol',
			source,
			'source-layer': 'roads',
			minzoom: 13,
			filter: ['has', 'name'],
			layout: {
				'symbol-placement': 'line',
				'text-field': ['coalesce', ['get', `name:${locale}`], ['get', 'name']],
				'text-font': [UPRIGHT],
				'text-size': 11
			},
			paint: { 'text-color': c.labelQuiet, 'text-halo-color': c.halo, 'text-halo-width': 1.2 }
		}
	];
}
