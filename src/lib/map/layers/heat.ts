/**
 * Released allegation counts, drawn by deck.gl under the names of the map: either the hexagons that
 * were counted, or the smoothed surface. Classes and colours are fixed; the legend reads the same.
 */
import type { AllegationHeat } from '$lib/core/domain';
import { toCellFeatures, toSurface } from '$lib/core/heat';
import type { MapColours } from '$lib/ui/palette';
import type { Layer } from '../deck';
import { heatColour } from '../heat-colour';
import { slotEnd } from '../layer-order';
import type { HeatPicture } from '../view-state';

type Deck = typeof import('../deck');
export type HeatShape = { polygon: number[][][]; class: number };
type Rgba = [number, number, number, number];

/** What is seen of the ground through a class. */
const FILL_OPACITY = 0.8;

/**
 * Polygons to fill, from the lowest class up. The surface's classes lie on one another: holes of a
 * lower class would only be filled by its neighbour, so each is drawn over the one below.
 */
export function toHeatShapes({ cells }: AllegationHeat, picture: HeatPicture): HeatShape[] {
	if (picture === 'grid') {
		return toCellFeatures(cells).features.map(({ geometry, properties }) => ({
			polygon: geometry.coordinates,
			class: properties.class
		}));
	}
	return toSurface(cells).features.flatMap(({ geometry, properties }) =>
		geometry.coordinates.map((polygon) => ({ polygon, class: properties.class }))
	);
}

function toRgba(hex: string, opacity: number): Rgba {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255, Math.round(opacity * 255)];
}

export function heatLayers(
	deck: Deck,
	shapes: HeatShape[],
	picture: HeatPicture,
	colours: MapColours
): Layer[] {
	const beforeId = slotEnd('heat');
	return [
		new deck.SolidPolygonLayer<HeatShape>({
			id: 'heat-fill',
			data: shapes,
			getPolygon: (shape) => shape.polygon as never,
			getFillColor: (shape) => toRgba(heatColour(colours, shape.class), FILL_OPACITY),
			updateTriggers: { getFillColor: colours },
			...{ beforeId }
		}),
		new deck.PathLayer<HeatShape>({
			id: 'heat-edge',
			data: shapes,
			visible: picture === 'grid',
			getPath: (shape) => (shape.polygon[0] ?? []) as never,
			getColor: toRgba(colours.casing, 0.8),
			getWidth: 1,
			widthUnits: 'pixels',
			updateTriggers: { getColor: colours },
			...{ beforeId }
		})
	];
}
