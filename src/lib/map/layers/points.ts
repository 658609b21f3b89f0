/** Very many points, a layer for each class: its looks are constants, so no point is asked for any. */
import type { Layer } from '../deck';
import { slotEnd } from '../layer-order';
import { classOfPacked, type PackedPoints } from '../packed-points';

type Deck = typeof import('../deck');
export type PointLook = { colour: string; radiusPixels: number; outline?: string };

/** Class by class, the first one on top. */
export function pointLayers(
	deck: Deck,
	id: string,
	points: PackedPoints,
	looks: readonly PointLook[]
): Layer[] {
	return looks
		.map(({ colour, radiusPixels, outline }, k) => {
			const value = classOfPacked(points, k);
			return new deck.ScatterplotLayer({
				id: `${id}-${k}`,
				data: { length: value.length / 2, attributes: { getPosition: { value, size: 2 } } },
				getRadius: radiusPixels,
				radiusUnits: 'pixels',
				getFillColor: toRgb(colour),
				stroked: outline !== undefined,
				getLineColor: toRgb(outline ?? colour),
				getLineWidth: 1.5,
				lineWidthUnits: 'pixels',
				...{ beforeId: slotEnd('clusters') }
			});
		})
		.reverse();
}

function toRgb(hex: string): [number, number, number] {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}
