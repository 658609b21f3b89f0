/**
 * GeoJSON (RFC 7946): longitude first, outer rings counterclockwise, a bounding box, no crs, areas
 * cut at the antimeridian. What the table says about itself stands in foreign members.
 */
import { bboxClip, rewind } from '@turf/turf';
import type { BBox, Feature, FeatureCollection, Geometry, Polygon, Position } from 'geojson';
import type { About, Cell, Sheet } from '../sheet';

export type SheetCollection = FeatureCollection<Geometry | null, Record<string, Cell>> & {
	mission: string;
	note: string | null;
	version?: string | null;
	asOf: string;
	generated: string;
	exercise: boolean;
	sources: string[];
	method: string | null;
};

/** The sheet as a feature collection; entries without a place have a null geometry. */
export function toFeatureCollection(sheet: Sheet, about: About): SheetCollection {
	const features = sheet.rows.map((row): Feature<Geometry | null, Record<string, Cell>> => ({
		type: 'Feature',
		id: row.id,
		geometry: row.geometry && toStandard(row.geometry),
		properties: { ...row.cells }
	}));
	const bbox = boundsOf(features);
	const { mission, note, version, asOf, generated, exercise, sources, method } = about;
	return {
		type: 'FeatureCollection',
		...(bbox && { bbox }),
		...(version !== undefined && { version }),
		...{ mission, note, asOf, generated, exercise, sources, method },
		features
	};
}

/** The collection as text, one feature a line, so that two exports compare line by line. */
export function renderGeoJson(sheet: Sheet, about: About): string {
	const { features, ...members } = toFeatureCollection(sheet, about);
	const head = JSON.stringify(members).slice(0, -1);
	const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
	return `${head},"features":[\n${lines}\n]}\n`;
}

/** Seven decimals are a centimetre. */
function toStandard(geometry: Geometry): Geometry {
	const rounded: Geometry = JSON.parse(JSON.stringify(geometry), (_key, value: unknown) =>
		typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value
	);
	const cut = rounded.type === 'Polygon' ? cutAtAntimeridian(rounded) : rounded;
	return cut.type === 'Polygon' || cut.type === 'MultiPolygon' ? (rewind(cut) as Geometry) : cut;
}

/** An area written beyond 180 degrees becomes two, one on each side. */
function cutAtAntimeridian(polygon: Polygon): Geometry {
	const lngs = polygon.coordinates.flat().map((position) => position[0]!);
	const beyond = lngs.some((lng) => lng > 180) ? 360 : lngs.some((lng) => lng < -180) ? -360 : 0;
	if (beyond === 0) return polygon;
	const moved = (position: Position) => [position[0]! - beyond, position[1]!];
	const shifted = { ...polygon, coordinates: polygon.coordinates.map((ring) => ring.map(moved)) };
	const world: BBox = [-180, -90, 180, 90];
	const halves = [polygon, shifted].map((half) => bboxClip(half, world).geometry);
	return {
		type: 'MultiPolygon',
		coordinates: halves.flatMap((half) =>
			half.type === 'Polygon'
				? [half.coordinates as Position[][]]
				: (half.coordinates as Position[][][])
		)
	};
}

/** West, south, east, north; across the antimeridian west is greater than east (RFC 7946, 5.2). */
function boundsOf(features: readonly Feature<Geometry | null>[]): BBox | undefined {
	const positions = features.flatMap((each) => (each.geometry ? positionsOf(each.geometry) : []));
	if (positions.length === 0) return undefined;
	const lats = positions.map((position) => position[1]!);
	const lngs = positions.map((position) => position[0]!);
	const [south, north] = [least(lats), -least(lats.map((lat) => -lat))];
	const [west, east] = [least(lngs), -least(lngs.map((lng) => -lng))];
	// The other way round is shorter when all lie near the antimeridian.
	const eastern = least(lngs.filter((lng) => lng >= 0));
	const western = -least(lngs.filter((lng) => lng < 0).map((lng) => -lng));
	const across = west < 0 && east >= 0 && 360 - (eastern - western) < east - west;
	return across ? [eastern, south, western, north] : [west, south, east, north];
}

function least(values: readonly number[]): number {
	return values.reduce((min, each) => Math.min(min, each), Infinity);
}

function positionsOf(geometry: Geometry): Position[] {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
	const nested = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
	const flat = (list: unknown[]): Position[] =>
		typeof (list[0] as number[])?.[0] === 'number'
			? (list as Position[])
			: list.flatMap((each) => flat(each as unknown[]));
	return flat(nested);
}
