/**
 * What lies over what. Each slot is held open in the style by an invisible layer of that name, so
 * that the order is the same however often and in whichever order layers come and go.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { BELOW_LABELS } from './basemap/style';

/** From the bottom to the top. The first ones lie under the basemap's names, the rest over them. */
export const SLOTS_UNDER_LABELS = ['heat', 'areas', 'zones', 'buffers', 'accuracy'] as const;
export const SLOTS_OVER_LABELS = [
	'rings',
	'lines',
	'clusters',
	'deployments',
	'off-limits',
	'drafts',
	'selection',
	'labels',
	'drawing',
	'position'
] as const;
export type Slot = (typeof SLOTS_UNDER_LABELS)[number] | (typeof SLOTS_OVER_LABELS)[number];

/** The id of the invisible layer at the top of a slot: what belongs into the slot is added before it. */
export const slotEnd = (slot: Slot) => `cordon-slot-${slot}`;

/** Adds the invisible layers to a freshly loaded style. */
export function openSlots(map: MapLibreMap): void {
	const add = (slot: Slot, before?: string) =>
		map.addLayer({ id: slotEnd(slot), type: 'background', layout: { visibility: 'none' } }, before);
	for (const slot of SLOTS_UNDER_LABELS) add(slot, BELOW_LABELS);
	for (const slot of SLOTS_OVER_LABELS) add(slot);
}
