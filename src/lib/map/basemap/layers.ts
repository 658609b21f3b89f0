/**
 * The layers of one archive in our own schema (README.md in archives/): `coverage`, `land`, `rivers`,
 * `grid`, `boundaries`, `places`. A detail archive first lays sea over its own tiles, so that the
 * coarser coast of the world beneath does not show.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Locale } from '$lib/core/domain';
import type { BasemapColours } from '$lib/ui/palette';
import { ITALIC, UPRIGHT } from './fonts';

type CircleLayer = Extract<LayerSpecification, { type: 'circle' }>;
type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

/** A function of zoom that is linear between the given stops. */
const byZoom = (...stops: number[]): ExpressionSpecification => [
	'interpolate',
	['linear'],
	['zoom'],
	...stops
];
const kind = (...kinds: string[]): ExpressionSpecification => [
	'match',
	['get', 'kind'],
	kinds,
	true,
	false
];
/** Zoom from which a detail archive takes over from the world. */
const DETAIL_ZOOM = 7;

export type Archive = { source: string; detail: boolean };

export function groundLayers({ source, detail }: Archive, c: BasemapColours): LayerSpecification[] {
	const from = { source, ...(detail ? { minzoom: DETAIL_ZOOM } : {}) };
	const ground: LayerSpecification[] = detail
		? [
				{
					id: `${source}-coverage`,
					type: 'fill',
					...from,
					'source-layer': 'coverage',
					paint: { 'fill-color': c.sea, 'fill-antialias': false }
				}
			]
		: [];
	return [
		...ground,
		{
			id: `${source}-land`,
			type: 'fill',
			...from,
			'source-layer': 'land',
			paint: { 'fill-color': c.land, 'fill-antialias': !detail }
		},
		{
			id: `${source}-rivers`,
			type: 'line',
			...from,
			'source-layer': 'rivers',
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: {
				'line-color': c.river,
				'line-width': [
					'interpolate',
					['exponential', 1.4],
					['zoom'],
					3,
					0.4,
					7,
					['interpolate', ['linear'], ['get', 'rank'], 1, 2, 9, 0.7],
					12,
					['interpolate', ['linear'], ['get', 'rank'], 1, 6, 9, 2]
				]
			}
		}
	];
}

/** The kilometre grid of MGRS, where an archive has one: every ten kilometres, then every one. */
export function gridLayers({ source, detail }: Archive, c: BasemapColours): LayerSpecification[] {
	if (!detail) return [];
	const line = (step: number, minzoom: number, opacity: ExpressionSpecification) =>
		({
			id: `${source}-grid-${step}`,
			type: 'line',
			source,
			'source-layer': 'grid',
			minzoom,
			filter: ['==', ['get', 'step'], step],
			paint: { 'line-color': c.grid, 'line-width': step === 10 ? 1 : 0.7, 'line-opacity': opacity }
		}) satisfies LayerSpecification;
	return [line(10, 9, byZoom(9, 0, 10, 0.8)), line(1, 12, byZoom(12, 0, 12.7, 0.7))];
}

/** The two digits of each line, as in a grid reference. */
function gridNumbers(source: string, c: BasemapColours): LayerSpecification {
	return {
		id: `${source}-grid-numbers`,
		type: 'symbol',
		source,
		'source-layer': 'grid',
		minzoom: 10,
		filter: ['any', ['==', ['get', 'step'], 10], ['>=', ['zoom'], 12]],
		layout: {
			'symbol-placement': 'line',
			'symbol-spacing': 360,
			'text-field': ['get', 'km'],
			'text-font': [UPRIGHT],
			'text-size': 10,
			'text-rotation-alignment': 'viewport',
			'text-padding': 12
		},
		paint: { 'text-color': c.labelQuiet, 'text-halo-color': c.halo, 'text-halo-width': 2 }
	};
}

export function boundaryLayers(
	{ source, detail }: Archive,
	c: BasemapColours
): LayerSpecification[] {
	const line = (
		id: string,
		filter: FilterSpecification,
		paint: Extract<LayerSpecification, { type: 'line' }>['paint'],
		minzoom = 0
	): LayerSpecification => ({
		id: `${source}-${id}`,
		type: 'line',
		source,
		minzoom: detail ? Math.max(DETAIL_ZOOM, minzoom) : minzoom,
		'source-layer': 'boundaries',
		filter,
		layout: { 'line-join': 'round', 'line-cap': 'butt' },
		paint
	});
	const width = byZoom(2, 0.5, 6, 1, 10, 1.8);
	return [
		line('boundary-band', kind('country', 'disputed', 'control'), {
			'line-color': c.boundaryBand,
			'line-opacity': byZoom(3, 0.06, 8, 0.13),
			'line-width': byZoom(3, 2, 7, 7, 11, 12)
		}),
		line(
			'region',
			kind('region'),
			{ 'line-color': c.region, 'line-width': byZoom(5, 0.4, 10, 0.9), 'line-dasharray': [4, 2] },
			5
		),
		line(
			'municipality',
			kind('municipality'),
			{
				'line-color': c.region,
				'line-width': byZoom(7, 0.5, 12, 1.4),
				'line-opacity': byZoom(7, 0.6, 9, 1)
			},
			7
		),
		line('country', kind('country'), { 'line-color': c.boundary, 'line-width': width }),
		// Not settled: dashed. A line of control, armistice or demarcation: dotted.
		line('disputed', kind('disputed'), {
			'line-color': c.boundary,
			'line-width': width,
			'line-dasharray': [4, 2.5]
		}),
		line('control', kind('control'), {
			'line-color': c.boundary,
			'line-width': width,
			'line-dasharray': [1, 1.6]
		})
	];
}

/** The reader's language first; the name on the spot below it, smaller, where it differs. */
function placeName(locale: Locale, c: BasemapColours): ExpressionSpecification {
	const own: ExpressionSpecification = ['coalesce', ['get', `name:${locale}`], ['get', 'name']];
	return [
		'case',
		['any', ['!', ['has', 'name']], ['==', own, ['get', 'name']]],
		['format', own, {}],
		[
			'format',
			own,
			{},
			'\n',
			{},
			['get', 'name'],
			{ 'font-scale': 0.8, 'text-color': c.labelQuiet }
		]
	];
}

/**
 * The map does not mirror brackets in text from right to left: what stands in them gets a line of its
 * own there.
 */
function countryName(locale: Locale): ExpressionSpecification {
	const name: ExpressionSpecification = ['get', `name:${locale}`];
	if (locale !== 'ar') return name;
	const at: ExpressionSpecification = ['index-of', ' (', name];
	const inside: ExpressionSpecification = ['slice', name, ['+', at, 2], ['-', ['length', name], 1]];
	return ['case', ['in', ' (', name], ['concat', ['slice', name, 0, at], '\n', inside], name];
}

/** Scripts that join their letters, or have no capitals, keep their shape. */
const spaced = (locale: Locale) => locale !== 'ar' && locale !== 'zh';

export function labelLayers(
	{ source, detail }: Archive,
	c: BasemapColours,
	locale: Locale
): LayerSpecification[] {
	const base = { source, 'source-layer': 'places', ...(detail ? { minzoom: DETAIL_ZOOM } : {}) };
	const halo = { 'text-halo-color': c.halo, 'text-halo-width': 1.3, 'text-halo-blur': 0.4 };
	const towns: SymbolLayer = {
		id: `${source}-towns`,
		type: 'symbol',
		...base,
		filter: kind('capital', 'city', 'town', 'village'),
		layout: {
			'text-field': placeName(locale, c),
			'text-font': [UPRIGHT],
			'text-size': [
				'interpolate',
				['linear'],
				['zoom'],
				4,
				['interpolate', ['linear'], ['get', 'rank'], 0, 12.5, 6, 10.5],
				8,
				['interpolate', ['linear'], ['get', 'rank'], 0, 17, 4, 14, 7, 11.5, 9, 10.5],
				12,
				['interpolate', ['linear'], ['get', 'rank'], 0, 24, 4, 19, 7, 15, 9, 12.5]
			],
			'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
			'text-radial-offset': 0.65,
			'text-justify': 'auto',
			'text-max-width': 14,
			'text-line-height': 1.1,
			'text-padding': 4,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: {
			'text-color': ['match', ['get', 'kind'], 'village', c.labelQuiet, c.label],
			...halo
		}
	};
	const countries: LayerSpecification = {
		id: `${source}-countries`,
		type: 'symbol',
		...base,
		maxzoom: 7,
		filter: [
			'all',
			kind('country'),
			// A filter sees whole zooms only.
			['>=', ['zoom'], ['match', ['get', 'rank'], 1, 1, 2, 2, 3, 3, 4, 5, 6]]
		],
		layout: {
			'text-field': countryName(locale),
			'text-font': [UPRIGHT],
			'text-size': [
				'interpolate',
				['linear'],
				['zoom'],
				2,
				['match', ['get', 'rank'], 1, 11, 10],
				6,
				['match', ['get', 'rank'], 1, 19, 2, 17, 3, 15.5, 4, 14, 13]
			],
			'text-transform': spaced(locale) ? 'uppercase' : 'none',
			'text-letter-spacing': spaced(locale) ? 0.14 : 0,
			'text-max-width': 8,
			'text-padding': 6,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: {
			'text-color': c.labelQuiet,
			...halo
		}
	};
	const regions: LayerSpecification = {
		id: `${source}-regions`,
		type: 'symbol',
		...base,
		filter: kind('region', 'municipality'),
		layout: {
			'text-field': ['coalesce', ['get', `name:${locale}`], ['get', 'name']],
			'text-font': [UPRIGHT],
			'text-size': byZoom(7, 10.5, 11, 13),
			'text-transform': spaced(locale) ? 'uppercase' : 'none',
			'text-letter-spacing': spaced(locale) ? 0.16 : 0,
			'text-max-width': 7,
			'text-padding': 10
		},
		paint: { 'text-color': c.labelQuiet, 'text-opacity': 0.75, ...halo }
	};
	const rivers: LayerSpecification = {
		id: `${source}-river-names`,
		type: 'symbol',
		...base,
		'source-layer': 'rivers',
		minzoom: detail ? 8 : 5,
		filter: ['has', 'name'],
		layout: {
			'symbol-placement': 'line',
			'symbol-spacing': 420,
			'text-field': ['coalesce', ['get', `name:${locale}`], ['get', 'name']],
			'text-font': [ITALIC],
			'text-size': byZoom(6, 10, 11, 13),
			'text-letter-spacing': spaced(locale) ? 0.06 : 0,
			'text-max-angle': 30
		},
		paint: { 'text-color': c.labelWater, ...halo }
	};
	// The lowest priority first: later layers are placed before earlier ones.
	if (detail) return [gridNumbers(source, c), rivers, regions, towns];
	return [rivers, ...handOver(towns), countries];
}

/** The world's layer as two: alone below the detail zoom, silent above it where a detail archive speaks. */
function handOver<L extends CircleLayer | SymbolLayer>(layer: L): L[] {
	const uncovered = ['all', layer.filter, ['!', ['has', 'detail']]] as FilterSpecification;
	return [
		{ ...layer, maxzoom: DETAIL_ZOOM },
		{ ...layer, id: `${layer.id}-beyond`, minzoom: DETAIL_ZOOM, filter: uncovered }
	];
}

/** A small ring for each place, so that a name has a position. */
export function dotLayers({ source, detail }: Archive, c: BasemapColours): LayerSpecification[] {
	const layer: CircleLayer = {
		id: `${source}-dots`,
		type: 'circle',
		source,
		'source-layer': 'places',
		minzoom: detail ? DETAIL_ZOOM : 4,
		filter: kind('capital', 'city', 'town', 'village'),
		paint: {
			'circle-radius': [
				'interpolate',
				['linear'],
				['zoom'],
				4,
				['match', ['get', 'kind'], 'capital', 2.6, 1.6],
				10,
				['match', ['get', 'kind'], 'capital', 4.2, 'city', 3.4, 'town', 2.6, 1.8]
			],
			'circle-color': ['match', ['get', 'kind'], ['capital', 'city'], c.dot, c.halo],
			'circle-stroke-color': ['match', ['get', 'kind'], ['capital', 'city'], c.halo, c.dot],
			'circle-stroke-width': 1
		}
	};
	return detail ? [layer] : handOver(layer);
}
