import { readFileSync } from 'node:fs';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../../lib/core/domain.ts';
import { isPosition } from '../../lib/core/geo.ts';
import { findClusters, MIN_RADIUS_METRES, NOISE } from '../../lib/core/hotspots/dbscan.ts';
import { giStar, P_VALUES } from '../../lib/core/hotspots/gi-star.ts';
import {
	gridOver,
	kernelDensity,
	KERNELS,
	ruleOfThumbMetres
} from '../../lib/core/hotspots/kde.ts';
import { bandNeighbours, ringNeighbours } from '../../lib/core/hotspots/neighbours.ts';
import { centreOf, countByCell, hullOf, toBox } from '../../lib/core/hotspots/study-area.ts';
import { PointReader } from '../../lib/sources/point-reader.ts';
import { defineCommand, InputError, need } from './command.ts';
import { readPointFile } from './point-file.ts';
import { compute, needNumber, printJson, printTable } from './figures.ts';

const POINTS = { points: { type: 'string' }, json: { type: 'boolean' } } as const;

export const giStarCommand = defineCommand({
	name: 'hotspots gi-star',
	usage: `npm run --silent cordon -- hotspots gi-star --points X.csv --resolution 0-15 [--ring 1 | --band METRES]
    [--area AREA.geojson | --bbox W,S,E,N] [--p normal|exact] [--alpha 0.05] [--json]`,
	summary: `Getis-Ord Gi* of points (lng,lat) counted in H3 cells: z, two-sided p, and q by Benjamini and Hochberg.
Weights are binary over a cell and its ring (or all cells whose centres lie within --band); neighbours
outside the study area are left out. The study area is every cell that touches the area or box given, and
otherwise the convex hull of the points; cells with points outside it are added. Cells without points count.
--p exact counts every shuffle instead of trusting the normal approximation: take it where counts are few.
A cell is significant where q is at most --alpha. z, p and q are null where all counts are equal.`,
	options: {
		...POINTS,
		resolution: { type: 'string' },
		ring: { type: 'string' },
		band: { type: 'string' },
		area: { type: 'string' },
		bbox: { type: 'string' },
		p: { type: 'string', default: 'normal' },
		alpha: { type: 'string', default: '0.05' }
	},
	async run(values) {
		const resolution = needNumber('resolution', values.resolution, { whole: true, max: 15 });
		const alpha = needNumber('alpha', values.alpha, { max: 1 });
		const pValues = need('p', values.p, P_VALUES);
		if (values.ring && values.band) throw new InputError('Give --ring or --band, not both.');
		if (values.area && values.bbox) throw new InputError('Give --area or --bbox, not both.');
		const band = values.band ? needNumber('band', values.band, { max: 1e6 }) : null;
		const ring = needNumber('ring', values.ring ?? '1', { whole: true, max: 50 });
		const positions = await readPoints(values.points);
		const area = values.area
			? readArea(values.area)
			: values.bbox
				? toBox(...readBox(values.bbox))
				: hullOf(positions);
		const { cells, counts } = compute(() => countByCell(positions, resolution, area));
		const neighbours = compute(() =>
			band === null ? ringNeighbours(cells, ring) : bandNeighbours(cells.map(centreOf), band)
		);
		const { z, p, q } = compute(() => giStar(counts, neighbours, pValues));
		const rows = cells.map((cell, i) => ({
			cell,
			count: counts[i]!,
			z: orNull(z[i]!),
			p: orNull(p[i]!),
			q: orNull(q[i]!),
			significant: q[i]! <= alpha
		}));
		const method = {
			statistic: 'Getis-Ord Gi*, binary weights',
			resolution,
			...(band === null ? { ring } : { bandMetres: band }),
			studyArea: values.area ? 'area' : values.bbox ? 'bbox' : 'hull',
			p: pValues,
			falseDiscovery: 'Benjamini-Hochberg',
			alpha
		};
		const isSparse = pValues === 'normal' && positions.length < 5 * cells.length;
		const note = isSparse
			? 'Counts are few: the normal approximation takes chance for significant. Use --p exact.'
			: null;
		if (values.json) return printJson({ method, note, points: positions.length, cells: rows });
		if (note) console.log(note);
		const significant = rows.filter((row) => row.significant);
		printTable(
			method,
			`${significant.length} of ${rows.length} cells are significant.`,
			significant
		);
	}
});

export const dbscanCommand = defineCommand({
	name: 'hotspots dbscan',
	usage:
		'npm run --silent cordon -- hotspots dbscan --points X.csv --radius METRES --min-points N [--json]',
	summary: `DBSCAN clusters of points (lng,lat) by great-circle distance: labels in the order of the file, -1 for
noise. A point counts among its own neighbours; a border point between clusters takes the lowest label.`,
	options: { ...POINTS, radius: { type: 'string' }, 'min-points': { type: 'string' } },
	async run(values) {
		const radius = needNumber('radius', values.radius, { least: MIN_RADIUS_METRES, max: 1e6 });
		const minPoints = needNumber('min-points', values['min-points'], { whole: true, above: 0 });
		const positions = await readPoints(values.points);
		const labels = Array.from(findClusters(positions, radius, minPoints));
		const clusters = labels.reduce((most, label) => Math.max(most, label + 1), 0);
		const noise = labels.filter((label) => label === NOISE).length;
		const method = { statistic: 'DBSCAN', radiusMetres: radius, minPoints };
		if (values.json) return printJson({ method, clusters, noise, labels });
		const sizes = Array.from({ length: clusters }, (_, cluster) => ({ cluster, points: 0 }));
		for (const label of labels) if (label !== NOISE) sizes[label]!.points++;
		printTable(method, `${clusters} clusters; ${noise} points are noise.`, sizes);
	}
});

export const kdeCommand = defineCommand({
	name: 'hotspots kde',
	usage: `npm run --silent cordon -- hotspots kde --points X.csv --bandwidth METRES|rule --cell METRES --bbox W,S,E,N
    [--kernel quartic|epanechnikov|gaussian] [--json]`,
	summary: `Kernel density of points (lng,lat): points per square kilometre at the middle of each grid cell, row by
row from the south-west. The bandwidth is where the kernel ends, for gaussian its standard deviation;
"rule" takes Silverman's rule of thumb, which is too wide for several clusters. Great-circle distances.`,
	options: {
		...POINTS,
		bandwidth: { type: 'string' },
		cell: { type: 'string' },
		bbox: { type: 'string' },
		kernel: { type: 'string', default: 'quartic' }
	},
	async run(values) {
		const kernel = need('kernel', values.kernel, KERNELS);
		const cellMetres = needNumber('cell', values.cell, { above: 0 });
		const given = need('bandwidth', values.bandwidth);
		const fixed = given === 'rule' ? null : needNumber('bandwidth', given, { above: 0, max: 1e6 });
		const grid = gridOver(readBox(need('bbox', values.bbox)), cellMetres);
		if (grid.columns * grid.rows > 25e6) {
			throw new InputError(
				`--cell ${cellMetres} makes ${grid.columns} x ${grid.rows} cells: choose a larger one.`
			);
		}
		const positions = await readPoints(values.points);
		const bandwidthMetres = fixed ?? ruleOfThumbMetres(positions, kernel);
		// Of points at one place the rule gives what rounding leaves.
		if (fixed === null && !(bandwidthMetres > 0.001))
			throw new InputError('--bandwidth rule needs points apart from one another.');
		const density = kernelDensity(positions, grid, bandwidthMetres, { kernel });
		const method = { statistic: 'kernel density', kernel, bandwidthMetres, cellMetres };
		const { columns, rows, origin, stepDegrees } = grid;
		const unit = 'points per km²';
		const perKm2 = Array.from(density.values, (each) => each * 1e6);
		if (values.json) {
			return printJson({ method, unit, columns, rows, origin, stepDegrees, values: perKm2 });
		}
		const cells = perKm2.map((value, i) => ({
			lng: (origin[0] + (i % columns) * stepDegrees[0]).toFixed(5),
			lat: (origin[1] + Math.floor(i / columns) * stepDegrees[1]).toFixed(5),
			density: value
		}));
		cells.sort((a, b) => b.density - a.density);
		printTable(method, `${columns} x ${rows} cells, ${unit}; the highest:`, cells.slice(0, 20));
	}
});

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

async function readPoints(path: string | undefined): Promise<LngLat[]> {
	const reader = await readPointFile(need('points', path), new PointReader({}, ['id']));
	const [lng, lat] = [reader.lng.view(), reader.lat.view()];
	return Array.from(lng, (each, i): LngLat => [each, lat[i]!]);
}

function readBox(text: string): [number, number, number, number] {
	const [west, south, east, north] = text
		.split(',')
		.map((each) => (each.trim() ? Number(each) : NaN));
	const isBox =
		text.split(',').length === 4 &&
		isPosition([west!, south!]) &&
		isPosition([east!, north!]) &&
		south! < north! &&
		west !== east;
	if (!isBox) {
		throw new InputError(
			`--bbox is "${text}": write west,south,east,north in degrees, such as 20,41.8,21.8,43.3.`
		);
	}
	return [west!, south!, east!, north!];
}

/** The first area of a GeoJSON file: a geometry, a feature or a collection. */
function readArea(path: string): Polygon | MultiPolygon {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new InputError(`${path} cannot be read as GeoJSON (${(error as Error).message}).`);
	}
	const parts = (node: unknown): unknown[] => {
		const { type, geometry, features } = (node ?? {}) as Record<string, unknown>;
		if (type === 'FeatureCollection') return Array.isArray(features) ? features.flatMap(parts) : [];
		return type === 'Feature' ? [geometry] : [node];
	};
	const areas = parts(content) as (Polygon | MultiPolygon)[];
	const found = areas.filter(
		(each) =>
			(each?.type === 'Polygon' || each?.type === 'MultiPolygon') && Array.isArray(each.coordinates)
	);
	if (found.length === 0) throw new InputError(`${path} holds no polygon.`);
	const coordinates = found.flatMap((each) =>
		each.type === 'Polygon' ? [each.coordinates] : each.coordinates
	);
	if (!coordinates.every(isPolygon)) {
		throw new InputError(
			`${path} holds a polygon that is none: a ring is four positions or more, longitude and latitude in degrees.`
		);
	}
	return { type: 'MultiPolygon', coordinates };
}

/** Longitudes may go on beyond 180, as across the antimeridian. */
function isPolygon(rings: unknown): boolean {
	const isPlace = (each: unknown) =>
		Array.isArray(each) &&
		Number.isFinite(each[0]) &&
		Math.abs(each[0]) <= 360 &&
		Number.isFinite(each[1]) &&
		Math.abs(each[1]) <= 90;
	const isRing = (ring: unknown) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPlace);
	return Array.isArray(rings) && rings.length > 0 && rings.every(isRing);
}
