/** The layers that deployments, listed places and drafts have in common: symbol, name, cluster. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { DrawnLayer } from '../geojson-layers.svelte';
import type { MapColours } from '$lib/ui/palette';
import { UPRIGHT } from '../basemap/fonts';

/** Sites within a finger's width are one cluster until the scale at which a town fills a phone. */
export const clusterOptions = { cluster: true, clusterRadius: 34, clusterMaxZoom: 12 };

const single: ExpressionSpecification = ['!', ['has', 'point_count']];
type SymbolSlot = 'deployments' | 'off-limits' | 'drafts';
const PICKS = { deployments: 'deployment', 'off-limits': 'designation', drafts: 'draft' } as const;

export const symbolLayer = (
	source: string,
	slot: SymbolSlot,
	image: ExpressionSpecification | string,
	/** One size at every zoom, as a share of the symbol's own; otherwise it grows with the zoom. */
	size?: number
): DrawnLayer => ({
	id: `${source}-symbol`,
	slot,
	picks: PICKS[slot],
	type: 'symbol',
	filter: single,
	layout: {
		'icon-image': image,
		// Nothing listed is ever hidden because something else is near.
		'icon-allow-overlap': true,
		// Towns keep their names beside what lies in them.
		'icon-ignore-placement': true,
		'icon-size': size ?? ['interpolate', ['linear'], ['zoom'], 7, 0.7, 11, 1]
	}
});

const LONGEST_LABEL = 60;
const labelOf: ExpressionSpecification = [
	'case',
	['>', ['length', ['get', 'name']], LONGEST_LABEL],
	['concat', ['slice', ['get', 'name'], 0, LONGEST_LABEL - 1], '…'],
	['get', 'name']
];

export const nameLayer = (source: string, color: string, colours: MapColours): DrawnLayer => ({
	id: `${source}-name`,
	slot: 'labels',
	type: 'symbol',
	filter: single,
	minzoom: 10,
	layout: {
		'text-field': labelOf,
		'text-font': [UPRIGHT],
		'text-size': 12,
		'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
		'text-radial-offset': 1.3,
		'text-justify': 'auto',
		'text-max-width': 9
	},
	paint: { 'text-color': color, 'text-halo-color': colours.casing, 'text-halo-width': 1.5 }
});

const CLUSTER_SHIFT = { deployments: -12, 'off-limits': 12, drafts: 0 };

/** A cluster is a frame (deployments) or disc (Off-Limits) of its own with the number of sites. */
export const clusterLayers = (
	source: string,
	slot: SymbolSlot,
	colours: MapColours
): DrawnLayer[] => [
	{
		id: `${source}-cluster`,
		slot,
		picks: `cluster:${source}`,
		type: 'symbol',
		filter: ['has', 'point_count'],
		layout: {
			'icon-image': `cluster-${slot}`,
			'icon-allow-overlap': true,
			// Towns keep their names under their clusters.
			'icon-ignore-placement': true,
			'text-ignore-placement': true,
			'icon-size': ['interpolate', ['linear'], ['get', 'point_count'], 2, 0.85, 40, 1.3],
			'text-field': ['get', 'point_count'],
			'text-font': [UPRIGHT],
			'text-size': 13,
			'text-allow-overlap': true
		},
		paint: {
			'text-color': colours.casing,
			// Bases and places gather in the same towns: plates stand above the spot, discs below it.
			'icon-translate': [0, CLUSTER_SHIFT[slot]],
			'text-translate': [0, CLUSTER_SHIFT[slot]]
		}
	}
];
