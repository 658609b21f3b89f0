/**
 * Points of any number as the graphics card takes them: those that a screen can tell apart, in one
 * column of numbers, class by class. Made in a worker and handed over, so that the page's own thread
 * touches no point, and so that what is drawn is bounded by the screen and not by the data.
 */
import type { Bounds } from './camera';

type Points = { lng: Float64Array; lat: Float64Array };

/** What is looked at; `east` may lie beyond 180. */
export type PointView = { bounds: Bounds; zoom: number };

/** Where class k lies: positions from `starts[k]` up to `starts[k + 1]`. */
export type PackedPoints = {
	/** Longitude, latitude; 32 bits are a quarter of a metre at 32 degrees and a metre at 180. */
	positions: Float32Array<ArrayBuffer>;
	starts: Uint32Array<ArrayBuffer>;
};

const WORLD_PIXELS = 512;

/** Of points that fall on one pixel, one of the lowest class is drawn. */
export function packPoints(
	{ lng, lat }: Points,
	classOf: (point: number) => number,
	classes: number,
	{ bounds: [west, south, east, north], zoom }: PointView
): PackedPoints {
	const world = WORLD_PIXELS * 2 ** zoom;
	const width = Math.min(360, east - west);
	const top = mercatorY(north);
	const columns = Math.ceil((width / 360) * world) + 1;
	const rows = Math.ceil((mercatorY(south) - top) * world) + 1;
	// The number of the point on each pixel, from 1.
	const pixels = new Int32Array(columns * rows);
	for (let i = 0; i < lng.length; i++) {
		if (lat[i]! < south || lat[i]! > north) continue;
		const turned = lng[i]! - west;
		const along = turned - 360 * Math.floor(turned / 360);
		if (along > width) continue;
		const column = Math.floor((along / 360) * world);
		const pixel = Math.floor((mercatorY(lat[i]!) - top) * world) * columns + column;
		const held = pixels[pixel]!;
		if (held === 0 || classOf(i) < classOf(held - 1)) pixels[pixel] = i + 1;
	}
	const drawn = pixels.filter((point) => point > 0);
	const starts = new Uint32Array(classes + 1);
	for (const point of drawn) starts[classOf(point - 1) + 1]!++;
	for (let k = 0; k < classes; k++) starts[k + 1]! += starts[k]!;
	const positions = new Float32Array(drawn.length * 2);
	const next = starts.slice();
	for (const point of drawn) {
		const at = next[classOf(point - 1)]!++ * 2;
		positions[at] = lng[point - 1]!;
		positions[at + 1] = lat[point - 1]!;
	}
	return { positions, starts };
}

export function classOfPacked({ positions, starts }: PackedPoints, k: number): Float32Array {
	return positions.subarray(starts[k]! * 2, starts[k + 1]! * 2);
}

/** From 0 in the north to 1 in the south of the square world of Web Mercator. */
function mercatorY(lat: number): number {
	const clamped = Math.max(-85.051129, Math.min(85.051129, lat));
	return (1 - Math.asinh(Math.tan((clamped * Math.PI) / 180)) / Math.PI) / 2;
}
