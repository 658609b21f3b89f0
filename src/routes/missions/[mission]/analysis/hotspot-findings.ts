/** Questions of the hotspots view and their answers: what table, map and export show alike. */
import type { Geometry, MultiPolygon } from 'geojson';
import type { Deployment, LngLat, ReleasedCounts } from '$lib/core/domain';
import { distanceMetres } from '$lib/core/geo';
import { toCellFeatures } from '$lib/core/heat';
import { findClusters, NOISE } from '$lib/core/hotspots/dbscan';
import type { Emerging, HotspotClass } from '$lib/core/hotspots/emerging';
import { giStar, type GiStar } from '$lib/core/hotspots/gi-star';
import { ringNeighbours } from '$lib/core/hotspots/neighbours';
import {
	findEmergingCells,
	findHotCells,
	scanReports,
	toReportCube,
	type ReportFilter
} from '$lib/core/hotspots/reports';
import { centreOf, countByCell } from '$lib/core/hotspots/study-area';
import { isOfReports, type HotspotState } from './hotspot-state';

export type Question = {
	state: HotspotState;
	area: MultiPolygon;
	places: { name: string; position: LngLat }[];
	filter: ReportFilter;
	/** Null for questions about places. */
	released: ReleasedCounts | null;
	deployments: Deployment[];
};

export const MARKS = [
	'veryHot',
	'hot',
	'none',
	'cold',
	'veryCold',
	'cluster',
	'doubtful',
	'group',
	'alone'
] as const;
export type Mark = (typeof MARKS)[number];

export type Finding = {
	id: string;
	/** Where its name stands: the middle of a cell, the centre of a circle. */
	at: LngLat;
	geometry: Geometry;
	/** The radius of its circle, where it has one. */
	radiusMetres: number | null;
	mark: Mark;
	pattern: { of: 'hot' | 'cold'; class: HotspotClass } | null;
	/** By column; null where nothing can be said. */
	values: Record<string, string | number | null>;
};

export type Answer = {
	findings: Finding[];
	/** Cells examined. */
	cells: number;
	/** First and last year of the data. */
	years: [number, number] | null;
	withoutPersonnel: number;
	/** Places in no cluster. */
	alone: number;
};

const NOTHING: Answer = { findings: [], cells: 0, years: null, withoutPersonnel: 0, alone: 0 };
const ALPHA = 0.05;
const STRICT = 0.01;
const REPLICAS = 999;
const SEED = 1;

export function answer(question: Question, onProgress?: (share: number) => void): Answer {
	const { state, places, area } = question;
	if (state.method === 'dbscan') return findGroups(question);
	if (!isOfReports(state)) {
		if (places.length === 0) return NOTHING;
		const positions = places.map(({ position }) => position);
		const { cells, counts } = countByCell(positions, state.resolution, area);
		const gi = giStar(counts, ringNeighbours(cells, state.steps), 'exact');
		return { ...NOTHING, cells: cells.length, findings: toCells({ cells, counts, ...gi }) };
	}
	if (!question.released) return NOTHING;
	const cube = toReportCube(question.released, area, question.filter);
	if (cube.years.length === 0) return NOTHING;
	const about: Answer = {
		...NOTHING,
		cells: cube.cells.length,
		years: [cube.years[0]!, cube.years.at(-1)!]
	};
	if (state.method === 'gi-star') {
		return { ...about, findings: toCells(findHotCells(cube, state.steps)) };
	}
	if (state.method === 'emerging') {
		return { ...about, findings: toPatterns(cube.cells, findEmergingCells(cube, state.steps)) };
	}
	return scanCube(question, cube, about, onProgress);
}

const cellShape = (cell: string) => toCellFeatures([{ cell, count: 0 }]).features[0]!.geometry;
const orNull = (value: number) => (Number.isNaN(value) ? null : value);

function toCells(found: GiStar & { cells: string[]; counts: ArrayLike<number> }): Finding[] {
	const markOf = (i: number): Mark => {
		if (!(found.q[i]! <= ALPHA)) return 'none';
		const strict = found.q[i]! <= STRICT;
		return found.z[i]! > 0 ? (strict ? 'veryHot' : 'hot') : strict ? 'veryCold' : 'cold';
	};
	return found.cells.map((cell, i) => ({
		id: cell,
		at: centreOf(cell),
		geometry: cellShape(cell),
		radiusMetres: null,
		mark: markOf(i),
		pattern: null,
		values: {
			count: found.counts[i]!,
			z: orNull(found.z[i]!),
			p: orNull(found.p[i]!),
			q: orNull(found.q[i]!)
		}
	}));
}

function toPatterns(cells: readonly string[], found: readonly Emerging[]): Finding[] {
	const yearsOf = (states: Int8Array, sign: number) =>
		states.filter((state) => state === sign).length;
	return found.flatMap(({ pattern, states, trend }, i) =>
		pattern === null
			? []
			: {
					id: cells[i]!,
					at: centreOf(cells[i]!),
					geometry: cellShape(cells[i]!),
					radiusMetres: null,
					mark: pattern.of === 'hot' ? ('veryHot' as const) : ('veryCold' as const),
					pattern,
					values: {
						hotYears: yearsOf(states, 1),
						coldYears: yearsOf(states, -1),
						trendZ: trend.z,
						trendP: trend.p
					}
				}
	);
}

function scanCube(
	{ state, deployments, released }: Question,
	cube: ReturnType<typeof toReportCube>,
	about: Answer,
	onProgress?: (share: number) => void
): Answer {
	const found = scanReports(cube, deployments, released!.minimumCell, {
		maxShare: state.share,
		replicas: REPLICAS,
		seed: SEED,
		byYear: state.byYear,
		onProgress
	});
	const findings = found.clusters.map((cluster, i): Finding => {
		const cells = cluster.places.map((place) => found.cells[place]!);
		const [from, until] = state.byYear
			? cluster.periods.map((period) => found.years[period]!)
			: about.years!;
		return {
			id: String(i + 1),
			at: centreOf(found.cells[cluster.centre]!),
			geometry: {
				type: 'MultiPolygon',
				coordinates: cells.map((cell) => cellShape(cell).coordinates)
			},
			radiusMetres: cluster.radiusMetres,
			mark: cluster.p <= ALPHA ? 'cluster' : 'doubtful',
			pattern: null,
			values: {
				cells: cells.length,
				years: from === until ? String(from) : `${from}–${until}`,
				reports: cluster.cases,
				expected: cluster.expected,
				relativeRisk: cluster.relativeRisk,
				logLikelihoodRatio: cluster.logLikelihoodRatio,
				p: cluster.p,
				radiusMetres: cluster.radiusMetres
			}
		};
	});
	return {
		...about,
		cells: found.cells.length,
		findings,
		withoutPersonnel: found.withoutPersonnel
	};
}

function findGroups({ state, places }: Question): Answer {
	const labels = findClusters(
		places.map(({ position }) => position),
		state.radiusMetres,
		state.least
	);
	const groups = Map.groupBy(places, (_, i) => labels[i]!);
	const alone = groups.get(NOISE) ?? [];
	groups.delete(NOISE);
	const findings = [...groups.values()]
		.sort((a, b) => b.length - a.length)
		.map((members, i): Finding => {
			const at = mostCentral(members.map(({ position }) => position));
			const radiusMetres = Math.max(...members.map(({ position }) => distanceMetres(at, position)));
			return {
				id: String(i + 1),
				at,
				geometry: { type: 'MultiPoint', coordinates: members.map(({ position }) => position) },
				radiusMetres,
				mark: 'group',
				pattern: null,
				values: {
					places: members.length,
					radiusMetres,
					names: members.map(({ name }) => name).join(' · ')
				}
			};
		});
	const lone: Finding[] = alone.map(({ name, position }, i) => ({
		id: `alone-${i}`,
		at: position,
		geometry: { type: 'Point', coordinates: position },
		radiusMetres: null,
		mark: 'alone',
		pattern: null,
		values: { places: 1, radiusMetres: null, names: name }
	}));
	return { ...NOTHING, findings: [...findings, ...lone], alone: lone.length };
}

/** The member whose furthest fellow is nearest. */
function mostCentral(positions: readonly LngLat[]): LngLat {
	const reachOf = (from: LngLat) => Math.max(...positions.map((to) => distanceMetres(from, to)));
	return positions.reduce((best, each) => (reachOf(each) < reachOf(best) ? each : best));
}
