/** Lines from what is selected to what lies in its rings; thin and broken where it cannot be told. */
import type { LngLat } from '$lib/core/domain';
import type { RingAnswer } from '$lib/core/proximity';
import type { MapColours } from '$lib/ui/palette';
import type { Layer } from '../deck';
import { slotEnd } from '../layer-order';

type Deck = typeof import('../deck');
export type ProximityLine = { from: LngLat; to: LngLat; inWidest: RingAnswer };

export function proximityLines(deck: Deck, lines: ProximityLine[], colours: MapColours): Layer[] {
	const value = Number.parseInt(colours.proximityLine.slice(1), 16);
	const rgb = [value >> 16, (value >> 8) & 255, value & 255] as const;
	return [
		new deck.LineLayer<ProximityLine>({
			id: 'proximity-lines',
			data: lines,
			getSourcePosition: ({ from }) => from,
			getTargetPosition: ({ to }) => to,
			getColor: ({ inWidest }) => [...rgb, inWidest === 'yes' ? 220 : 110],
			getWidth: ({ inWidest }) => (inWidest === 'yes' ? 2 : 1),
			widthUnits: 'pixels',
			updateTriggers: { getColor: colours },
			...{ beforeId: slotEnd('lines') }
		})
	];
}
