/**
 * One printed map: vector drawing as SVG, and the labels that the typesetter sets over it. Symbols,
 * patterns and colours are those of the screen. Deployments are never drawn: paper travels.
 */
import type { Geometry, Position } from 'geojson';
import type { LngLat, Locale } from '$lib/core/domain';
import { inkOf, symbolContent, SYMBOL_SIZE, type SymbolId } from '$lib/map/symbols/draw';
import { PATTERN_SIZE, patternContent, type PatternId } from '$lib/map/symbols/patterns';
import { PALETTE } from '$lib/ui/palette';
import { boundsOf, onPaper, scaleBarOf, type Box, type Frame } from './frame';
import type { BoundaryKind, Ground } from './ground';
import { placeLabel, placeLabelAnyway, type MapLabel } from './labels';
import { graticule, kilometres } from './net';
import { anchorOf, type MapPlan, type PlacedEntry } from './plan';
import { circle, path, round } from './svg';

export type MapPicture = {
	number: number;
	width: number;
	height: number;
	svg: string;
	labels: MapLabel[];
	scaleBar: { metres: number; millimetres: number };
	/** 50000 stands for 1 : 50 000. */
	ratio: number;
	shown: Shown;
};

/** What a legend must explain. */
export type Shown = {
	symbols: SymbolId[];
	patterns: PatternId[];
	boundaries: BoundaryKind[];
	lines: ('buffer' | 'accuracy' | 'part' | 'graticule' | 'grid')[];
};

const COLOURS = PALETTE.light;
const INK = inkOf('light');
/** Side of a pattern's tile on paper. */
const TILE_MM = 2.2;
const MM_PER_POINT = 0.3528;

/** A path of positions, without steps that no printer shows. */
function tracePath(frame: Frame, positions: readonly Position[], close: boolean): string {
	const points: [number, number][] = [];
	for (const position of positions) {
		const [x, y] = onPaper(frame, position as LngLat);
		const last = points.at(-1);
		if (!last || Math.hypot(last[0] - x, last[1] - y) >= 0.05) points.push([x, y]);
	}
	const [west, north, east, south] = boundsOf(points);
	const misses = east < 0 || south < 0 || west > frame.width || north > frame.height;
	if (misses || points.length < (close ? 3 : 2)) return '';
	return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${close ? 'z' : ''}`;
}

const ringsOf = (geometry: Geometry): Position[][] =>
	geometry.type === 'Polygon'
		? geometry.coordinates
		: geometry.type === 'MultiPolygon'
			? geometry.coordinates.flat()
			: [];

export function drawMap(
	plan: MapPlan,
	ground: Ground,
	{
		area,
		locale,
		mapWord
	}: { area: Position[][][]; locale: Locale; mapWord: (number: number) => string }
): MapPicture {
	const { frame, entries } = plan;
	const shown: Shown = { symbols: [], patterns: [], boundaries: [], lines: [] };
	const labels: MapLabel[] = [];
	const taken: Box[] = [];

	const net = frame.zone === null ? graticule(frame) : kilometres(frame);
	shown.lines.push(frame.zone === null ? 'graticule' : 'grid');
	const places = placeEntries(plan, taken, labels, shown);
	const parts = placeParts(plan, taken, labels, mapWord);
	const elsewhere = plan.all
		.filter((placed) => !entries.includes(placed))
		.map((placed) => circle(onPaper(frame, anchorOf(placed)), 0.45, DOT_STYLE))
		.join('');
	if (plan.parts.length > 0) shown.lines.push('part');
	for (const label of net.labels) {
		const box = { x: label.x - 2.5, y: label.y - 1.2, width: 5, height: 2.4 };
		labels.push(label);
		taken.push(box);
	}
	const towns = placeTowns(frame, ground, taken, labels, locale);

	const body = [
		`<rect width="${frame.width}" height="${round(frame.height)}" fill="${COLOURS.basemap.sea}"/>`,
		drawGround(frame, ground, area),
		net.svg,
		drawBoundaries(frame, ground, area, shown),
		towns,
		drawAreas(frame, plan.all, shown),
		elsewhere,
		parts,
		places
	].join('');
	return {
		number: plan.number,
		width: frame.width,
		height: frame.height,
		svg: wrap(frame, body, shown),
		labels,
		scaleBar: scaleBarOf(frame),
		ratio: frame.metresPerMm * 1000,
		shown
	};
}

function wrap({ width, height }: Frame, body: string, shown: Shown): string {
	const patterns = shown.patterns.map(patternTile).join('');
	const symbols = shown.symbols.map((id) => `<g id="${id}">${symbolContent(id, INK)}</g>`).join('');
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}mm" height="${round(height)}mm">` +
		`<defs>${patterns}${symbols}<clipPath id="sheet"><rect width="${width}" height="${round(height)}"/></clipPath></defs>` +
		`<g clip-path="url(#sheet)">${body}</g></svg>`
	);
}

export function patternTile(id: PatternId): string {
	const scale = TILE_MM / PATTERN_SIZE;
	return `<pattern id="${id}" width="${PATTERN_SIZE}" height="${PATTERN_SIZE}" patternUnits="userSpaceOnUse" patternTransform="scale(${round(scale)})">${patternContent(id, INK)}</pattern>`;
}

function drawGround(frame: Frame, ground: Ground, area: Position[][][]): string {
	const c = COLOURS.basemap;
	const land = ground.land
		.map((rings) =>
			path(
				rings.map((ring) => tracePath(frame, ring, true)).join(''),
				`fill="${c.land}" stroke="${c.land}" stroke-width=".12" fill-rule="evenodd"`
			)
		)
		.join('');
	const rivers = path(
		ground.rivers.map((line) => tracePath(frame, line, false)).join(''),
		`fill="none" stroke="${c.river}" stroke-width=".28" stroke-linejoin="round"`
	);
	const sheet = `M-1-1H${frame.width + 1}V${round(frame.height + 1)}H-1z`;
	const outside = path(
		sheet + area.flatMap((rings) => rings.map((ring) => tracePath(frame, ring, true))).join(''),
		`fill="${c.outside}" fill-opacity="${c.outsideOpacity}" fill-rule="evenodd"`
	);
	return land + rivers + outside;
}

const DASHES: Partial<Record<BoundaryKind, string>> = {
	disputed: '1.6 1',
	control: '.3 .8',
	region: '1 .6'
};

function drawBoundaries(frame: Frame, ground: Ground, area: Position[][][], shown: Shown): string {
	const c = COLOURS.basemap;
	const edge = path(
		area.flatMap((rings) => rings.map((ring) => tracePath(frame, ring, true))).join(''),
		`fill="none" stroke="${c.missionEdge}" stroke-opacity=".22" stroke-width="1.4" stroke-linejoin="round"`
	);
	const kinds = ['municipality', 'region', 'country', 'disputed', 'control'] as const;
	const lines = kinds.map((kind) => {
		const d = ground.boundaries
			.filter((boundary) => boundary.kind === kind)
			.map(({ line }) => tracePath(frame, line, false))
			.join('');
		if (d) shown.boundaries.push(kind);
		return path(d, boundaryStroke(kind));
	});
	return edge + lines.join('');
}

export function boundaryStroke(kind: BoundaryKind): string {
	const c = COLOURS.basemap;
	const inner = kind === 'region' || kind === 'municipality';
	const dash = DASHES[kind] ? ` stroke-dasharray="${DASHES[kind]}"` : '';
	return `fill="none" stroke="${inner ? c.region : c.boundary}" stroke-width="${inner ? 0.18 : 0.4}" stroke-linejoin="round"${dash}`;
}

export const BUFFER_STYLE = `fill="${COLOURS.prohibition.line}" fill-opacity=".14" stroke="${COLOURS.prohibition.line}" stroke-width=".2"`;
export const ACCURACY_STYLE = `fill="none" stroke="${COLOURS.prohibition.line}" stroke-opacity=".7" stroke-width=".2" stroke-dasharray=".8 .6"`;
const DOT_STYLE = `fill="${COLOURS.prohibition.line}"`;
export const PART_STYLE = `fill="none" stroke="${COLOURS.prohibition.line}" stroke-width=".35"`;
export const AREA_STROKES = {
	'pattern-off-limits': `stroke="${COLOURS.prohibition.line}" stroke-width=".4"`,
	'pattern-curfew': `stroke="${COLOURS.curfew.line}" stroke-width=".4" stroke-dasharray="1.2 .8"`
} as const;

/** Zones, curfews, areas and buffers; of points the buffer and the circle of their accuracy. */
function drawAreas(frame: Frame, entries: readonly PlacedEntry[], shown: Shown): string {
	const drawn: string[] = [];
	const see = <T>(list: T[], what: T) => list.includes(what) || list.push(what);
	for (const placed of entries) {
		const { entry } = placed;
		const at = onPaper(frame, anchorOf(placed));
		const bufferMm = entry.bufferMetres / frame.metresPerMm;
		const rings = ringsOf(entry.geometry);
		if (rings.length > 0) {
			const pattern = entry.kind === 'curfew' ? 'pattern-curfew' : 'pattern-off-limits';
			const d = rings.map((ring) => tracePath(frame, ring, true)).join('');
			if (d) see(shown.patterns, pattern);
			if (bufferMm >= 0.4) {
				see(shown.lines, 'buffer');
				// A stroke as wide as both sides of the edge is the buffer's exact outline.
				drawn.push(
					path(
						d,
						`fill="none" stroke="${COLOURS.prohibition.line}" stroke-opacity=".14" stroke-width="${round(2 * bufferMm)}" stroke-linejoin="round"`
					)
				);
			}
			drawn.push(path(d, `fill="url(#${pattern})" fill-rule="evenodd" ${AREA_STROKES[pattern]}`));
			continue;
		}
		if (bufferMm >= 0.8) {
			see(shown.lines, 'buffer');
			drawn.push(circle(at, bufferMm, BUFFER_STYLE));
		}
		const accuracyMm = entry.accuracyMetres / frame.metresPerMm;
		if (accuracyMm >= 1.5) {
			see(shown.lines, 'accuracy');
			drawn.push(circle(at, accuracyMm, ACCURACY_STYLE));
		}
	}
	return drawn.join('');
}

export const symbolOf = ({ entry }: PlacedEntry): SymbolId =>
	entry.kind === 'curfew'
		? 'curfew'
		: entry.kind === 'establishment'
			? `off-limits-${entry.kindOfEstablishment ?? 'other'}`
			: 'off-limits-zone';

/** The signs of this map's own entries with their numbers, and a line to a number that stands off. */
function placeEntries(
	{ frame, entries }: MapPlan,
	taken: Box[],
	labels: MapLabel[],
	shown: Shown
): string {
	const side = entries.length > 24 ? 2.6 : 3.4;
	const marks = entries.map((placed) => ({ placed, at: onPaper(frame, anchorOf(placed)) }));
	const boxes = marks.map(({ at: [x, y] }): Box => {
		const half = side * 0.4;
		return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
	});
	taken.push(...boxes);
	const lines: string[] = [];
	const signs: string[] = [];
	for (const { placed, at } of marks) {
		const id = symbolOf(placed);
		if (!shown.symbols.includes(id)) shown.symbols.push(id);
		const scale = side / SYMBOL_SIZE;
		signs.push(
			`<use href="#${id}" transform="translate(${round(at[0] - side / 2)} ${round(at[1] - side / 2)}) scale(${scale.toFixed(4)})"/>`
		);
		const text = String(placed.number);
		const box = placeLabelAnyway(
			{
				anchor: at,
				clearance: side * 0.42,
				reach: 26,
				width: 0.8 + text.length * 1.32,
				height: 2.5
			},
			taken,
			frame
		);
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		labels.push({ x, y, text, style: 'entry' });
		if (Math.hypot(x - at[0], y - at[1]) > side * 0.42 + box.width) {
			lines.push(path(`M${round(at[0])} ${round(at[1])}L${round(x)} ${round(y)}`, LEADER));
		}
	}
	return lines.join('') + signs.join('');
}

const LEADER = `stroke="${COLOURS.prohibition.line}" stroke-width=".15"`;

function placeParts(
	{ frame, parts }: MapPlan,
	taken: Box[],
	labels: MapLabel[],
	mapWord: (number: number) => string
): string {
	const drawn = parts.map(({ box }) => {
		taken.push(box);
		const { x, y, width, height } = box;
		return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${PART_STYLE}/>`;
	});
	for (const { number, box } of parts) {
		const text = mapWord(number);
		const wanted = {
			anchor: [box.x + box.width / 2, box.y + box.height / 2] as [number, number],
			clearance: Math.min(box.width, box.height) / 2 + 0.3,
			reach: 12,
			width: textWidth(text, 6.5) + 1,
			height: 2.8
		};
		const found = placeLabelAnyway(wanted, taken, frame);
		labels.push({
			x: found.x + found.width / 2,
			y: found.y + found.height / 2,
			text,
			style: 'map'
		});
	}
	return drawn.join('');
}

const TOWN_POINTS = { capital: 9, city: 8, town: 7, village: 6.5 } as const;
const MOST_TOWNS = 40;

/** Names of towns as far as they find room, the first in rank before the others. */
function placeTowns(
	frame: Frame,
	ground: Ground,
	taken: Box[],
	labels: MapLabel[],
	locale: Locale
): string {
	const seen = new Set<string>();
	const towns = ground.places
		.map((place) => ({ ...place, at: onPaper(frame, place.position) }))
		.filter(({ at: [x, y] }) => x > 1 && y > 1 && x < frame.width - 1 && y < frame.height - 1)
		.sort((a, b) => a.rank - b.rank || (a.names.name! < b.names.name! ? -1 : 1))
		.slice(0, MOST_TOWNS);
	return towns
		.map(({ at, kind, names }) => {
			const text = names[`name:${locale}`] ?? names.name ?? '';
			if (!text || seen.has(text)) return '';
			const size = TOWN_POINTS[kind];
			const wanted = {
				anchor: at,
				clearance: 1,
				reach: kind === 'capital' || kind === 'city' ? 9 : 3,
				width: textWidth(text, size),
				height: size * MM_PER_POINT * 1.15
			};
			const box = placeLabel(wanted, taken, frame);
			if (!box) return '';
			seen.add(text);
			labels.push({ x: box.x + box.width / 2, y: box.y + box.height / 2, text, style: kind });
			const { dot, halo } = COLOURS.basemap;
			const first = kind === 'capital' || kind === 'city';
			return circle(
				at,
				first ? 0.65 : 0.5,
				`fill="${first ? dot : halo}" stroke="${first ? halo : dot}" stroke-width=".2"`
			);
		})
		.join('');
}

/** An estimate on the generous side; the typesetter sets the text centred on its box. */
function textWidth(text: string, points: number): number {
	const em = points * MM_PER_POINT;
	let width = 0;
	for (const letter of text) {
		width += /[\u2e80-\u9fff\uff00-\uffef]/.test(letter)
			? 1
			: /[\u0600-\u06ff]/.test(letter)
				? 0.5
				: 0.6;
	}
	return width * em + 0.6;
}
