/**
 * Drawing the area of a zone or curfew with Terra Draw: one shape at a time, as GeoJSON in and out.
 * Loaded only when somebody draws. The keyboard way to the same shape is typing its corners.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
	TerraDraw,
	TerraDrawCircleMode,
	TerraDrawPolygonMode,
	TerraDrawSelectMode,
	ValidateNotSelfIntersecting
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';

export type Shape = Polygon | MultiPolygon;
export const DRAW_TOOLS = ['polygon', 'circle', 'edit'] as const;
export type DrawTool = (typeof DRAW_TOOLS)[number];

export type DrawOptions = {
	colour: `#${string}`;
	/** Colour of handles: what stands out from both the shape and the map. */
	handleColour: `#${string}`;
	/** Draws below this layer. */
	below?: string;
	/** A finished shape, or the shape after an edit. */
	onshape: (shape: Shape) => void;
};

export type Drawing = {
	use(tool: DrawTool): void;
	/** Replaces what is drawn. False when it cannot be edited by hand, such as an area with a hole. */
	show(shape: Shape | null): boolean;
	stop(): void;
};

/** Decimal places kept: a hundred-thousandth of a degree is about a metre, one more a decimetre. */
const DECIMALS = 6;
const round = (value: number) => Number(value.toFixed(DECIMALS));
const roundRing = (ring: Position[]): Position[] =>
	ring.map(([lng = 0, lat = 0]) => [round(lng), round(lat)]);

const partsOf = (shape: Shape): Position[][][] =>
	shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

function toShape(parts: Position[][][]): Shape | null {
	const rounded = parts.map((part) => part.map(roundRing));
	const [first] = rounded;
	if (!first) return null;
	return rounded.length === 1
		? { type: 'Polygon', coordinates: first }
		: { type: 'MultiPolygon', coordinates: rounded };
}

/** Starts drawing on a map whose style is loaded; a change of style needs a new start. */
export function startDrawing(map: MapLibreMap, options: DrawOptions): Drawing {
	const { colour, handleColour } = options;
	const outline = { outlineColor: colour, outlineWidth: 2, fillColor: colour, fillOpacity: 0.15 };
	const handles = {
		coordinatePointColor: handleColour,
		coordinatePointOutlineColor: colour,
		coordinatePointOutlineWidth: 2,
		coordinatePointWidth: 5
	} as const;
	const editable = {
		feature: {
			draggable: true,
			coordinates: { midpoints: true, draggable: true, deletable: true },
			validation: ValidateNotSelfIntersecting
		}
	};
	const draw = new TerraDraw({
		adapter: new TerraDrawMapLibreGLAdapter({
			map,
			coordinatePrecision: 9,
			...(options.below ? { renderBelowLayerId: options.below } : {})
		}),
		modes: [
			new TerraDrawPolygonMode({
				styles: { ...outline, ...handles, closingPointColor: handleColour, closingPointWidth: 7 },
				validation: (feature, { updateType }) =>
					updateType === 'finish' || updateType === 'commit'
						? ValidateNotSelfIntersecting(feature)
						: { valid: true },
				showCoordinatePoints: true
			}),
			new TerraDrawCircleMode({ styles: outline, segments: 72 }),
			new TerraDrawSelectMode({
				flags: { polygon: editable, circle: editable },
				styles: {
					selectedPolygonColor: colour,
					selectedPolygonOutlineColor: colour,
					selectedPolygonOutlineWidth: 2,
					selectedPolygonFillOpacity: 0.15,
					selectionPointColor: handleColour,
					selectionPointOutlineColor: colour,
					selectionPointOutlineWidth: 2,
					selectionPointWidth: 7,
					midPointColor: handleColour,
					midPointOutlineColor: colour,
					midPointOutlineWidth: 1,
					midPointWidth: 4
				}
			})
		]
	});
	draw.start();

	// Guidance (corners, midpoints, the closing point) is in the same store as the shapes.
	const drawn = () =>
		draw
			.getSnapshot()
			.flatMap((feature) =>
				feature.geometry.type === 'Polygon' && feature.id !== undefined
					? [{ id: feature.id, coordinates: feature.geometry.coordinates }]
					: []
			);

	draw.on('finish', (id, { action }) => {
		// A new shape takes the place of the old one.
		if (action === 'draw') {
			const others = drawn().filter((shape) => shape.id !== id);
			draw.removeFeatures(others.map((shape) => shape.id));
			draw.setMode('select');
			draw.selectFeature(id);
		}
		const shape = toShape(drawn().map(({ coordinates }) => coordinates));
		if (shape) options.onshape(shape);
	});

	return {
		use(tool) {
			draw.setMode(tool === 'edit' ? 'select' : tool);
			const [first] = drawn();
			if (tool === 'edit' && first) draw.selectFeature(first.id);
		},
		show(shape) {
			draw.clear();
			if (!shape) return true;
			const results = draw.addFeatures(
				partsOf(shape).map((part) => ({
					type: 'Feature',
					geometry: { type: 'Polygon', coordinates: part.map(roundRing) },
					properties: { mode: 'polygon' }
				}))
			);
			return results.every(({ valid }) => valid);
		},
		stop() {
			draw.stop();
		}
	};
}
