/**
 * Which maps a directive needs: one of the mission area, and one more of each patch where numbers
 * would crowd or an area be a speck, down to single streets. Every entry that has a place is numbered
 * on exactly one map.
 */
import type { Position } from 'geojson';
import type { LngLat, PublishedDesignation } from '$lib/core/domain';
import { middleOf } from '$lib/core/geo';
import type { NumberedEntry } from '../facts';
import {
	boundsOf,
	frameAround,
	onPaper,
	outlineOf,
	type Box,
	type Frame,
	type Size
} from './frame';

export type PlacedEntry = NumberedEntry & {
	entry: PublishedDesignation & { geometry: NonNullable<PublishedDesignation['geometry']> };
};

export type MapPlan = {
	number: number;
	frame: Frame;
	/** Entries that are numbered on this map. */
	entries: PlacedEntry[];
	/** All entries that lie in it, those of its parts too. */
	all: PlacedEntry[];
	parts: { number: number; box: Box }[];
};

/** Width of the text on A4 and, to the millimetre, on Letter. */
const FULL: Size = { width: 170, height: 182 };
const HALF: Size = { width: 82, height: 64 };
const WIDE: Size = { width: 170, height: 100 };
const WIDE_FROM = 25;
const MOST_ON_ONE = 60;
/** Numbers nearer than this crowd; so many may. */
const CROWD_MM = 5;
const MAY_CROWD = 3;
const DEEPEST = 4;
const LEAST_OUTLINE_MM = 12;

export const hasPlace = (numbered: NumberedEntry): numbered is PlacedEntry =>
	numbered.entry.geometry !== null;

export function planMaps(area: Position[][][], entries: readonly NumberedEntry[]): MapPlan[] {
	const placed = entries.filter(hasPlace);
	if (placed.length === 0) return [];
	const outline = area.flatMap(([outer]) => outer as LngLat[]);
	const frame = frameAround([...outline, ...placed.flatMap(positionsOf)], FULL, {
		onGrid: false,
		leastMetres: 2000,
		marginMm: 5,
		leastHeight: 70
	});
	const plans: MapPlan[] = [];
	const open = [{ frame, all: placed, depth: 1, parent: undefined as MapPlan | undefined }];
	for (let next = open.shift(); next; next = open.shift()) {
		const { frame, all, depth, parent } = next;
		const plan: MapPlan = { number: plans.length + 1, frame, entries: [], all, parts: [] };
		plans.push(plan);
		parent?.parts.push({ number: plan.number, box: boxOn(parent.frame, frame) });
		let left = all;
		/** Hands what lies on the frame's ground over to a map of its own, where enough does. */
		const part = (own: Frame, least: number) => {
			const inside = left.filter((placed) => isOn(own, placed));
			if (inside.length < least || own.metresPerMm >= frame.metresPerMm * 0.6) return;
			open.push({ frame: own, all: inside, depth: depth + 1, parent: plan });
			left = left.filter((placed) => !inside.includes(placed));
		};
		if (depth < DEEPEST) {
			for (const group of crowdsOf(frame, all)) part(frameOf(group), MAY_CROWD + 1);
			for (const placed of all) {
				if (left.includes(placed) && isSpeck(frame, placed)) part(frameOf([placed]), 1);
			}
		}
		plan.entries = left;
	}
	return plans;
}

const frameOf = (entries: PlacedEntry[]) =>
	frameAround(entries.flatMap(positionsOf), entries.length < WIDE_FROM ? HALF : WIDE, {
		onGrid: true,
		leastMetres: 1200,
		marginMm: 7
	});

export const anchorOf = ({ entry }: PlacedEntry): LngLat => middleOf(entry.geometry);

/** Its anchor, and for an area its corners: what must be on the map. */
function positionsOf(placed: PlacedEntry): LngLat[] {
	const { geometry } = placed.entry;
	const corners =
		geometry.type === 'Polygon'
			? geometry.coordinates[0]
			: geometry.type === 'MultiPolygon'
				? geometry.coordinates.flatMap(([outer]) => outer ?? [])
				: [];
	return [anchorOf(placed), ...((corners ?? []) as LngLat[])];
}

const leastNumber = (entries: PlacedEntry[]) => Math.min(...entries.map(({ number }) => number));

type Marked = { placed: PlacedEntry; x: number; y: number };

/** An area whose outline nobody could make out. */
function isSpeck(frame: Frame, placed: PlacedEntry): boolean {
	if (placed.entry.geometry.type === 'Point') return false;
	const points = positionsOf(placed).map((position) => onPaper(frame, position));
	const [west, north, east, south] = boundsOf(points);
	return Math.max(east - west, south - north) < LEAST_OUTLINE_MM;
}

function isOn(frame: Frame, placed: PlacedEntry): boolean {
	const [x, y] = onPaper(frame, anchorOf(placed));
	return x > 2 && y > 2 && x < frame.width - 2 && y < frame.height - 2;
}

/** Groups whose members crowd on this frame, in the order of their numbers; one that fills much of it is divided. */
function crowdsOf(frame: Frame, entries: PlacedEntry[]): PlacedEntry[][] {
	const marks = entries.map((placed): Marked => {
		const [x, y] = onPaper(frame, anchorOf(placed));
		return { placed, x, y };
	});
	return link(marks)
		.flatMap((group) => divide(group, frame))
		.filter((group) => group.length > MAY_CROWD)
		.map((group) => group.map(({ placed }) => placed))
		.sort((a, b) => leastNumber(a) - leastNumber(b));
}

/** Single linkage: marks with at most CROWD_MM from one to the next. */
function link(marks: Marked[]): Marked[][] {
	const left = [...marks].sort((a, b) => a.x - b.x);
	const groups: Marked[][] = [];
	while (left.length > 0) {
		const group = [left.shift()!];
		for (const { x, y } of group) {
			for (let i = left.length - 1; i >= 0; i--) {
				if (Math.hypot(left[i]!.x - x, left[i]!.y - y) <= CROWD_MM) {
					group.push(...left.splice(i, 1));
				}
			}
		}
		groups.push(group);
	}
	return groups;
}

function divide(group: Marked[], frame: Frame): Marked[][] {
	const [west, north, east, south] = boundsOf(group.map(({ x, y }) => [x, y]));
	const [width, height] = [east - west, south - north];
	const fits =
		group.length <= MOST_ON_ONE && width <= frame.width * 0.5 && height <= frame.height * 0.5;
	if (fits || group.length <= MAY_CROWD || width + height === 0) return [group];
	const along = width > height ? 'x' : 'y';
	const sorted = [...group].sort(
		(a, b) => a[along] - b[along] || a.placed.number - b.placed.number
	);
	const half = Math.ceil(sorted.length / 2);
	return [...divide(sorted.slice(0, half), frame), ...divide(sorted.slice(half), frame)];
}

/** Where a part lies on the map that it is a part of. */
function boxOn(parent: Frame, part: Frame): Box {
	const [west, north, east, south] = boundsOf(
		outlineOf(part).map((position) => onPaper(parent, position))
	);
	return { x: west, y: north, width: east - west, height: south - north };
}
