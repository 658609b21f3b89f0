/** The edge of a buffer around an area. Loaded when one must be drawn: its library is heavy. */
import { buffer } from '@turf/turf';
import type { Geometry } from 'geojson';
import type { DrawnDesignation } from './features';

/** Sides of a drawn quarter circle at a corner. For drawing only: decisions are made by distance. */
const CORNER_STEPS = 24;

export function offsetArea({
	geometry,
	bufferMetres
}: DrawnDesignation & { geometry: Geometry }): Geometry | undefined {
	const options = { units: 'meters', steps: CORNER_STEPS } as const;
	return buffer({ type: 'Feature', geometry, properties: {} }, bufferMetres, options)?.geometry;
}
