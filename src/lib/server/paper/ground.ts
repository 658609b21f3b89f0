/**
 * The ground under a printed map, out of the same archives that the screen draws: the operator's, those
 * that come with Cordon, and the world's where neither has a tile.
 */
import { join } from 'node:path';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import type { LngLat } from '$lib/core/domain';
import { onGround, outlineOf, type Frame } from '$lib/publish/paper/map/frame';
import { BOUNDARY_KINDS, type BoundaryKind, type Ground } from '$lib/publish/paper/map/ground';
import { FileSource, findArchive, listOperatorArchives } from '../operator-archives.ts';
import { findProjectRoot } from '../project-root.ts';

/** Finest first; the last one covers the world. */
const OWN_ARCHIVES = ['kosovo', 'missions', 'world'];
/** A tile is never wider on paper: its coordinates are then finer than any printer's dot. */
const WIDEST_TILE_MM = 160;
const EQUATOR_METRES = 40_075_016;

export type GroundReader = (frame: Frame) => Promise<Ground>;

export async function openGround(dataFolder: string): Promise<GroundReader> {
	const listed = await listOperatorArchives(dataFolder);
	const found = await Promise.all(
		listed
			.filter(({ schema }) => schema === 'cordon')
			.map(({ name }) => findArchive(dataFolder, name))
	);
	// On screen later ones lie on top; here the first that has a tile gives it.
	const operators = found.flatMap((file) => (file ? [file.path] : [])).reverse();
	const own = OWN_ARCHIVES.map((name) =>
		join(findProjectRoot(), 'static/basemap', `${name}.pmtiles`)
	);
	const archives = [...operators, ...own].map((path) => new PMTiles(new FileSource(path)));
	const tiles = new Map<string, Promise<Piece[]>>();
	const piecesOf = (z: number, x: number, y: number) => {
		const key = `${z}/${x}/${y}`;
		if (!tiles.has(key)) tiles.set(key, readTile(archives, z, x, y));
		return tiles.get(key)!;
	};
	return async (frame) => {
		const pieces = await Promise.all(tilesUnder(frame).map(([z, x, y]) => piecesOf(z, x, y)));
		return toGround(pieces.flat());
	};
}

type Tile = [z: number, x: number, y: number];

function tilesUnder(frame: Frame): Tile[] {
	const [, latitude] = onGround(frame, [frame.width / 2, frame.height / 2]);
	const across = EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180);
	const wanted = Math.ceil(Math.log2(across / (WIDEST_TILE_MM * frame.metresPerMm)));
	const z = Math.max(0, Math.min(14, wanted));
	const corners = outlineOf(frame).map((position) => toTile(position, z));
	// Columns as steps from the first, the short way round: a map may lie across the antimeridian.
	const first = corners[0]![0];
	const steps = corners.map(([x]) => ((x - first + 1.5 * 2 ** z) % 2 ** z) - 2 ** z / 2);
	const rows = corners.map(([, y]) => Math.floor(y));
	const tiles: Tile[] = [];
	const [west, east] = [first + Math.min(...steps), first + Math.max(...steps)];
	for (let x = Math.floor(west); x <= Math.floor(east); x++) {
		for (
			let y = Math.max(0, Math.min(...rows));
			y <= Math.min(2 ** z - 1, Math.max(...rows));
			y++
		) {
			tiles.push([z, ((x % 2 ** z) + 2 ** z) % 2 ** z, y]);
		}
	}
	return tiles;
}

function toTile([lng, lat]: LngLat, z: number): [number, number] {
	const phi = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
	return [((lng + 180) / 360) * 2 ** z, ((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * 2 ** z];
}

type Point = { x: number; y: number };
/** A feature of one tile, cut to exactly that tile's square so that neighbours never overlap. */
type Piece = { layer: string; properties: VectorTileFeature['properties']; parts: LngLat[][] };

const LAYERS = ['land', 'rivers', 'boundaries', 'places'];

async function readTile(archives: PMTiles[], z: number, x: number, y: number): Promise<Piece[]> {
	for (const archive of archives) {
		const { minZoom, maxZoom } = await archive.getHeader();
		if (z < minZoom) continue;
		// Beyond an archive's last zoom, the part of the last tile that lies here.
		const up = Math.max(0, z - maxZoom);
		const data = await archive.getZxy(z - up, x >> up, y >> up);
		if (!data) continue;
		const { layers } = new VectorTile(new PbfReader(new Uint8Array(data.data)));
		return LAYERS.flatMap((name) => {
			const layer = layers[name];
			if (!layer) return [];
			const share = layer.extent / 2 ** up;
			const cut = {
				west: (x % 2 ** up) * share,
				north: (y % 2 ** up) * share,
				side: share
			};
			const toLngLat = ({ x: px, y: py }: Point): LngLat => {
				const size = layer.extent * 2 ** (z - up);
				const mercator = Math.PI * (1 - (2 * ((y >> up) * layer.extent + py)) / size);
				return [
					(360 * ((x >> up) * layer.extent + px)) / size - 180,
					(Math.atan(Math.sinh(mercator)) * 180) / Math.PI
				];
			};
			return Array.from({ length: layer.length }, (_, i) => layer.feature(i)).map((feature) => ({
				layer: name,
				properties: feature.properties,
				parts: cutFeature(feature, cut).map((part) => part.map(toLngLat))
			}));
		});
	}
	return [];
}

type Cut = { west: number; north: number; side: number };

function cutFeature(feature: VectorTileFeature, cut: Cut): Point[][] {
	const parts = feature.loadGeometry() as Point[][];
	const inside = ({ x, y }: Point) =>
		x >= cut.west && y >= cut.north && x < cut.west + cut.side && y < cut.north + cut.side;
	if (feature.type === 1) return parts.map((part) => part.filter(inside)).filter((p) => p.length);
	const edges: Edge[] = [
		{ axis: 'x', at: cut.west, sign: 1 },
		{ axis: 'x', at: cut.west + cut.side, sign: -1 },
		{ axis: 'y', at: cut.north, sign: 1 },
		{ axis: 'y', at: cut.north + cut.side, sign: -1 }
	];
	return feature.type === 3
		? parts.map((ring) => edges.reduce(cutRing, ring)).filter((ring) => ring.length > 2)
		: edges.reduce((lines, edge) => lines.flatMap((line) => cutLine(line, edge)), parts);
}

type Edge = { axis: 'x' | 'y'; at: number; sign: 1 | -1 };
const isInside = (point: Point, { axis, at, sign }: Edge) => (point[axis] - at) * sign >= 0;

function crossingOf(a: Point, b: Point, { axis, at }: Edge): Point {
	const share = (at - a[axis]) / (b[axis] - a[axis]);
	return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}

/** Sutherland and Hodgman, one edge at a time. */
function cutRing(ring: Point[], edge: Edge): Point[] {
	return ring.flatMap((point, i) => {
		const before = ring[(i || ring.length) - 1]!;
		const crosses = isInside(before, edge) !== isInside(point, edge);
		return [
			...(crosses ? [crossingOf(before, point, edge)] : []),
			...(isInside(point, edge) ? [point] : [])
		];
	});
}

function cutLine(line: Point[], edge: Edge): Point[][] {
	const pieces: Point[][] = [];
	let open: Point[] = [];
	line.forEach((point, i) => {
		const before = line[i - 1];
		if (before && isInside(before, edge) !== isInside(point, edge)) {
			open.push(crossingOf(before, point, edge));
			if (!isInside(point, edge)) {
				pieces.push(open);
				open = [];
			}
		}
		if (isInside(point, edge)) open.push(point);
	});
	return [...pieces, open].filter((piece) => piece.length > 1);
}

const PLACE_KINDS = ['capital', 'city', 'town', 'village'] as const;

function toGround(pieces: Piece[]): Ground {
	const of = (layer: string) => pieces.filter((piece) => piece.layer === layer);
	return {
		land: of('land').map(({ parts }) => parts),
		rivers: joinLines(of('rivers').flatMap(({ parts }) => parts)),
		boundaries: BOUNDARY_KINDS.flatMap((kind: BoundaryKind) =>
			joinLines(
				of('boundaries')
					.filter(({ properties }) => properties.kind === kind)
					.flatMap(({ parts }) => parts)
			).map((line) => ({ kind, line }))
		),
		places: of('places').flatMap(({ properties, parts }) => {
			const kind = PLACE_KINDS.find((each) => each === properties.kind);
			const position = parts[0]?.[0];
			if (!kind || !position) return [];
			const names = Object.entries(properties).filter(([key]) => /^name(:|$)/.test(key));
			return {
				position,
				kind,
				rank: Number(properties.rank ?? 9),
				names: Object.fromEntries(names.map(([key, value]) => [key, String(value)]))
			};
		})
	};
}

/** Lines that were cut at the edges of tiles, put together again: their dashes must not start anew. */
function joinLines(lines: LngLat[][]): LngLat[][] {
	const keyOf = (position: LngLat) => position.map((each) => each.toFixed(4)).join();
	const ends = new Map<string, LngLat[][]>();
	for (const line of lines) {
		for (const end of [line[0]!, line.at(-1)!]) {
			const key = keyOf(end);
			ends.set(key, [...(ends.get(key) ?? []), line]);
		}
	}
	const used = new Set<LngLat[]>();
	/** The one other line that goes on from here; at a junction of three nothing is joined. */
	const next = (end: LngLat) => {
		const here = ends.get(keyOf(end)) ?? [];
		return here.length === 2 ? here.find((line) => !used.has(line)) : undefined;
	};
	const joined: LngLat[][] = [];
	for (const line of lines) {
		if (used.has(line)) continue;
		used.add(line);
		let whole = line;
		for (const direction of [1, -1] as const) {
			if (direction === -1) whole = [...whole].reverse();
			for (let more = next(whole.at(-1)!); more; more = next(whole.at(-1)!)) {
				used.add(more);
				const forwards = keyOf(more[0]!) === keyOf(whole.at(-1)!);
				whole = [...whole, ...(forwards ? more : [...more].reverse()).slice(1)];
			}
		}
		joined.push(whole);
	}
	return joined;
}
