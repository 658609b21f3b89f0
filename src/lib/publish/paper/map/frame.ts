/** The rectangle of ground that one printed map shows, and how it lies on the paper. */
import { formatMgrs } from '$lib/core/coordinates';
import type { LngLat } from '$lib/core/domain';
import {
	transverseMercator,
	utmZone,
	type Projected,
	type Projection
} from '$lib/core/transverse-mercator';

/** From the map's upper left corner, in millimetres, y downwards. */
export type Millimetres = [x: number, y: number];
export type Box = { x: number; y: number; width: number; height: number };
export type Size = { width: number; height: number };

export type Frame = Size & {
	projection: Projection;
	centre: Projected;
	metresPerMm: number;
	/** The UTM zone whose kilometres are drawn; null: the projection is the map's own. */
	zone: number | null;
};

export const onPaper = (frame: Frame, position: LngLat): Millimetres => {
	const [east, north] = frame.projection.toMetres(position);
	return [
		frame.width / 2 + (east - frame.centre[0]) / frame.metresPerMm,
		frame.height / 2 - (north - frame.centre[1]) / frame.metresPerMm
	];
};

export const onGround = (frame: Frame, [x, y]: Millimetres): LngLat =>
	frame.projection.toLngLat([
		frame.centre[0] + (x - frame.width / 2) * frame.metresPerMm,
		frame.centre[1] - (y - frame.height / 2) * frame.metresPerMm
	]);

/** UTM's own rule with its exceptions in Norway, as MGRS applies it; null beyond its latitudes. */
function zoneOf(position: LngLat): number | null {
	const zone = /^\d+/.exec(formatMgrs(position, 1) ?? '');
	return zone && Number(zone[0]);
}

type FrameOptions = {
	/** Lie on the UTM grid where there is one, so that its lines are the paper's. */
	onGrid: boolean;
	/** Metres of ground that the shorter side shows at least. */
	leastMetres: number;
	/** Free paper around what must be seen. */
	marginMm: number;
	/** Lower a map that its contents do not fill, down to this height. */
	leastHeight?: number;
};

/** The frame of `slot` that holds all positions. */
export function frameAround(
	positions: readonly LngLat[],
	slot: Size,
	{ onGrid, leastMetres, marginMm, leastHeight }: FrameOptions
): Frame {
	const middle = positions[Math.floor(positions.length / 2)]!;
	const rough = boundsOf(positions.map((each) => transverseMercator(middle[0]).toMetres(each)));
	const [centreLng, centreLat] = transverseMercator(middle[0]).toLngLat(centreOf(rough));
	const zone = onGrid ? zoneOf([centreLng, centreLat]) : null;
	const projection = zone === null ? transverseMercator(centreLng) : utmZone(zone);

	const bounds = boundsOf(positions.map((each) => projection.toMetres(each)));
	const [width, height] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
	const inner = { width: slot.width - 2 * marginMm, height: slot.height - 2 * marginMm };
	const metresPerMm = roundUp(
		Math.max(
			width / inner.width,
			height / inner.height,
			leastMetres / Math.min(slot.width, slot.height)
		)
	);
	const needed = Math.max(height / metresPerMm + 2 * marginMm, leastHeight ?? slot.height);
	return {
		width: slot.width,
		height: Math.min(slot.height, needed),
		projection,
		centre: centreOf(bounds),
		metresPerMm,
		zone
	};
}

/** Scales that people know: 1 : 25 000, 1 : 50 000, 1 : 100 000. */
function roundUp(metresPerMm: number): number {
	const power = 10 ** Math.floor(Math.log10(metresPerMm));
	const steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10];
	return power * steps.find((step) => step * power >= metresPerMm * 0.9999)!;
}

type Bounds = [west: number, south: number, east: number, north: number];

export function boundsOf(points: readonly (readonly number[])[]): Bounds {
	const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points as [number, number][]) {
		if (x < bounds[0]) bounds[0] = x;
		if (y < bounds[1]) bounds[1] = y;
		if (x > bounds[2]) bounds[2] = x;
		if (y > bounds[3]) bounds[3] = y;
	}
	return bounds;
}

const centreOf = ([west, south, east, north]: Bounds): Projected => [
	(west + east) / 2,
	(south + north) / 2
];

/** Corners and middles of the edges on the ground: what a reader of tiles must cover. */
export function outlineOf(frame: Frame): LngLat[] {
	const { width, height } = frame;
	return [0, 0.5, 1].flatMap((x) =>
		[0, 0.5, 1].map((y) => onGround(frame, [x * width, y * height]))
	);
}

/** Round lengths that read well on a bar: 1, 2 or 5 and zeros. */
export function scaleBarOf({ metresPerMm, width }: Frame): { metres: number; millimetres: number } {
	const longest = metresPerMm * Math.min(50, width / 3);
	const power = 10 ** Math.floor(Math.log10(longest));
	const metres = power * ([5, 2, 1].find((step) => step * power <= longest) ?? 1);
	return { metres, millimetres: metres / metresPerMm };
}
