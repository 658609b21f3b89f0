/**
 * A GeoJSON source with its MapLibre layers as one reactive thing: added when the component that
 * draws it appears, updated when its data or paint changes, removed with it.
 */
import { untrack } from 'svelte';
import type { GeoJSONSource, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection } from 'geojson';
import { slotEnd, type Slot } from './layer-order';
import { useMap } from './map-context';

type WithoutSource<Layer> = Layer extends { source: string } ? Omit<Layer, 'source'> : never;
export type DrawnLayer = WithoutSource<LayerSpecification> & {
	slot: Slot;
	/** The kind of record a click on this layer picks; the feature's property `id` says which. */
	picks?: string;
};

type Drawing = {
	/** Unique on the map. */
	id: string;
	features: () => Feature[];
	/** Cluster and similar options of the source. */
	source?: () => Partial<Extract<SourceSpecification, { type: 'geojson' }>>;
	layers: () => DrawnLayer[];
};

const toCollection = (features: Feature[]): FeatureCollection => ({
	type: 'FeatureCollection',
	features
});

export function drawGeoJson({ id, features, source, layers }: Drawing): void {
	const context = useMap();
	const { map } = context;
	let present: string[] = [];

	function removeLayers() {
		for (const layer of present) {
			delete context.pickable[layer];
			if (context.alive && map.getLayer(layer)) map.removeLayer(layer);
		}
		present = [];
	}

	$effect(() => {
		map.addSource(id, { type: 'geojson', data: toCollection(untrack(features)), ...source?.() });
		return () => {
			removeLayers();
			if (context.alive && map.getSource(id)) map.removeSource(id);
		};
	});

	$effect(() => {
		for (const { slot, picks, ...layer } of layers()) {
			map.addLayer({ ...layer, source: id } as LayerSpecification, slotEnd(slot));
			present.push(layer.id);
			if (picks) context.pickable[layer.id] = picks;
		}
		return removeLayers;
	});

	let shown: Feature[] | undefined;
	$effect(() => {
		const next = features();
		// The source was given the first features when it was added.
		if (shown && shown !== next) map.getSource<GeoJSONSource>(id)?.setData(toCollection(next));
		shown = next;
	});
}
