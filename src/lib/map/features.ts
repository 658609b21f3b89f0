/** Records as GeoJSON features of the map's sources: what a layer needs to draw, nothing more. */
import type { Feature, Geometry, Polygon } from 'geojson';
import { circle } from '@turf/turf';
import type { DatedDesignation, Deployment, Establishment, LngLat } from '$lib/core/domain';
import { growBounds, isWithin, metresPerPixel, type Bounds } from './camera';

/** Sides of a drawn circle: its chords leave the true one by under 0.1 % of the radius. */
const CIRCLE_STEPS = 96;
/** Positions better known than this need no circle: it would be smaller than the symbol. */
const ACCURACY_WORTH_DRAWING_METRES = 50;

type Placed = { id: string; geometry: Geometry | null; accuracyMetres: number };
type PointRecord<T> = T & { geometry: { type: 'Point'; coordinates: number[] } };

const isPoint = <T extends Placed>(record: T): record is PointRecord<T> =>
	record.geometry?.type === 'Point';
const isArea = (record: Placed) =>
	record.geometry?.type === 'Polygon' || record.geometry?.type === 'MultiPolygon';

const feature = (
	id: string,
	geometry: Geometry,
	properties: Record<string, unknown> = {}
): Feature => ({ type: 'Feature', geometry, properties: { id, ...properties } });

/** A circle on the sphere as a polygon, for drawing only: decisions are made by distance. */
export function drawnCircle(center: LngLat, radiusMetres: number, corners = CIRCLE_STEPS): Polygon {
	return circle(center, radiusMetres / 1000, { steps: corners, units: 'kilometers' }).geometry;
}

/** Half of a symbol: a smaller circle lies under its own. */
const HIDDEN_PIXELS = 11;

/** With a view those that can be seen in it, with corners enough to be round there. */
export const accuracyCircles = (
	records: readonly Placed[],
	view?: { bounds: Bounds; zoom: number }
): Feature[] =>
	records
		.filter(isPoint)
		.filter(({ accuracyMetres }) => accuracyMetres >= ACCURACY_WORTH_DRAWING_METRES)
		.flatMap(({ id, geometry, accuracyMetres }) => {
			const center = geometry.coordinates as LngLat;
			if (!view) return feature(id, drawnCircle(center, accuracyMetres));
			const pixels = accuracyMetres / metresPerPixel(center[1], view.zoom);
			const reach = growBounds(view.bounds, accuracyMetres);
			if (pixels <= HIDDEN_PIXELS || !isWithin(center, reach)) return [];
			// Chords leave an arc by a quarter of a pixel: r (1 - cos(pi / n)) is r pi^2 / 2 n^2.
			const corners = Math.min(CIRCLE_STEPS, Math.ceil(Math.PI * Math.sqrt(2 * pixels)));
			return feature(id, drawnCircle(center, accuracyMetres, corners));
		});

export const deploymentSites = (deployments: Deployment[]): Feature[] =>
	deployments
		.filter(isPoint)
		.map(({ id, geometry, name, kind, force }) => feature(id, geometry, { name, kind, force }));

export const deploymentAreas = (deployments: Deployment[]): Feature[] =>
	deployments
		.filter(isArea)
		.map(({ id, geometry, name, kind }) => feature(id, geometry, { name, kind }));

/** The name a place is shown by: as on its sign first. */
export const shownName = (names: Establishment['names']): string | undefined =>
	(names.find(({ status }) => status === 'sign') ?? names[0])?.text;

/** A designation, published or drafted, with the one name it is shown by. */
export type DrawnDesignation = Pick<
	DatedDesignation,
	| 'id'
	| 'kind'
	| 'kindOfEstablishment'
	| 'geometry'
	| 'accuracyMetres'
	| 'bufferMetres'
	| 'emergency'
> & { title: string };

const properties = ({ title, kind, kindOfEstablishment, emergency }: DrawnDesignation) => ({
	name: title,
	kind,
	place: kindOfEstablishment ?? 'other',
	emergency
});

/** Listed places that are a point. */
export const listedPlaces = (designations: DrawnDesignation[]): Feature[] =>
	designations.filter(isPoint).map((entry) => feature(entry.id, entry.geometry, properties(entry)));

/** Zones, curfew areas, and establishments that are an area. */
export const listedAreas = (designations: DrawnDesignation[]): Feature[] =>
	designations
		.filter(isArea)
		.map((entry) => feature(entry.id, entry.geometry as Geometry, properties(entry)));

/** Buffers around points. */
export const bufferCircles = (designations: DrawnDesignation[]): Feature[] =>
	designations
		.filter(isPoint)
		.filter(({ bufferMetres }) => bufferMetres > 0)
		.map((entry) =>
			feature(
				entry.id,
				drawnCircle(entry.geometry.coordinates as LngLat, entry.bufferMetres),
				properties(entry)
			)
		);

/** Buffers around areas, whose edge `offset` finds (offset-areas.ts). */
export const buffersOfAreas = (
	designations: DrawnDesignation[],
	offset: (entry: DrawnDesignation & { geometry: Geometry }) => Geometry | undefined
): Feature[] =>
	designations
		.filter((entry): entry is DrawnDesignation & { geometry: Geometry } => isArea(entry))
		.filter(({ bufferMetres }) => bufferMetres > 0)
		.flatMap((entry) => {
			const edge = offset(entry);
			return edge ? [feature(entry.id, edge, properties(entry))] : [];
		});

/** Of an establishment that is known, listed or not: what draws it. */
export type KnownPlace = Pick<Establishment, 'id' | 'names'> & { geometry: Geometry };

export const knownPlaces = (places: KnownPlace[]): Feature[] =>
	places.map(({ id, geometry, names }) => feature(id, geometry, { name: shownName(names) ?? '' }));
