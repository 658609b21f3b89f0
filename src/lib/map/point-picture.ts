/**
 * Points of any number as a picture of the screen, and which of them lies under a pointer. Made where
 * the points are, in a worker: the page's own thread and the graphics card meet pixels only, and what
 * they cost is bounded by the screen and not by the data.
 */

/** Columns in the square world of Web Mercator: from 0 in the west and north to 1. */
export type WorldPoints = { x: Float64Array; y: Float64Array };

/** A rectangle of the world in pixels of the device. */
export type PictureView = {
	/** The corner in the north-west, in worlds; `left` may lie beyond the date line. */
	left: number;
	top: number;
	/** Pixels across the whole world. */
	scale: number;
	width: number;
	height: number;
	/** Pixels to one of CSS. */
	density: number;
};

/** Lengths in CSS pixels. */
export type PointLook = { colour: string; radiusPixels: number; outline?: string };
export const OUTLINE_PIXELS = 1.5;

/** Points of one kind, class by class: the first class is drawn over the others. */
export type PointGroup = {
	points: WorldPoints;
	classOf: (point: number) => number;
	looks: readonly PointLook[];
};

export type PointPicture = {
	view: PictureView;
	/** Red, green, blue and alpha, multiplied by alpha, row by row. */
	pixels: Uint8ClampedArray<ArrayBuffer>;
};

/** How far from a pointer or finger a point still counts as meant, in CSS pixels: half of 44. */
const REACH = 22;

export const worldX = (lng: number): number => lng / 360 + 0.5;
export function worldY(lat: number): number {
	const clamped = Math.max(-85.051129, Math.min(85.051129, lat));
	return (1 - Math.asinh(Math.tan((clamped * Math.PI) / 180)) / Math.PI) / 2;
}

export const toWorld = ({ lng, lat }: Record<'lng' | 'lat', Float64Array>): WorldPoints => ({
	x: lng.map(worldX),
	y: lat.map(worldY)
});

/** A disc for each point, the last group on top. */
export function drawPoints(groups: readonly PointGroup[], view: PictureView): PointPicture {
	const pixels = new Uint8ClampedArray(view.width * view.height * 4);
	const { width, density } = view;
	for (const { points, classOf, looks } of groups) {
		const foremost = findForemost(points, classOf, view);
		const around = [1, width - 1, width, width + 1].flatMap((step) => [-step, step]);
		/** In the midst of marks at least as large, of its colour or over it: it shows no more than its pixel. */
		const isSurrounded = (pixel: number, k: number) =>
			around.every((step) => {
				const other = foremost[pixel + step];
				return other !== undefined && other > 0 && classOf(other - 1) <= k;
			});
		for (let k = looks.length - 1; k >= 0; k--) {
			const { colour, radiusPixels, outline } = looks[k]!;
			const edge = outline === undefined ? 0 : OUTLINE_PIXELS / 2;
			const fill = toRgb(colour);
			const line = outline === undefined ? undefined : toRgb(outline);
			for (let pixel = 0; pixel < foremost.length; pixel++) {
				const point = foremost[pixel]! - 1;
				if (point < 0 || classOf(point) !== k) continue;
				if (!line && isSurrounded(pixel, k)) {
					fillPixel(pixels, pixel * 4, 1, fill);
					continue;
				}
				const x = copyNear(points.x[point]!, (pixel % width) + 0.5, view);
				const y = (points.y[point]! - view.top) * view.scale;
				if (line) fillDisc(pixels, view, x, y, (radiusPixels + edge) * density, line);
				fillDisc(pixels, view, x, y, (radiusPixels - edge) * density, fill);
			}
		}
	}
	return { view, pixels };
}

/** For each pixel the number of the point to draw there, from 1: one of the lowest class. */
function findForemost(
	{ x, y }: WorldPoints,
	classOf: (point: number) => number,
	{ left, top, scale, width, height }: PictureView
): Int32Array {
	const foremost = new Int32Array(width * height);
	for (let i = 0; i < x.length; i++) {
		const row = Math.floor((y[i]! - top) * scale);
		if (row < 0 || row >= height) continue;
		const turned = x[i]! - left;
		// A view wider than the world shows a point more than once.
		for (let along = (turned - Math.floor(turned)) * scale; along < width; along += scale) {
			const pixel = row * width + Math.floor(along);
			const held = foremost[pixel]!;
			if (held === 0 || classOf(i) < classOf(held - 1)) foremost[pixel] = i + 1;
		}
	}
	return foremost;
}

/** The pixel column of a point, in that copy of the world that comes nearest to `column`. */
function copyNear(x: number, column: number, { left, scale }: PictureView): number {
	const along = (x - left) * scale;
	return along + Math.round((column - along) / scale) * scale;
}

type Rgb = readonly [number, number, number];

function toRgb(hex: string): Rgb {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Each pixel by how much of it the disc covers, to within a few hundredths. */
function fillDisc(
	pixels: Uint8ClampedArray,
	{ width, height }: PictureView,
	x: number,
	y: number,
	radius: number,
	colour: Rgb
): void {
	const reach = radius + 0.5;
	const right = Math.min(width - 1, Math.ceil(x + reach - 0.5));
	const bottom = Math.min(height - 1, Math.ceil(y + reach - 0.5));
	for (let row = Math.max(0, Math.floor(y - reach)); row <= bottom; row++) {
		const dy = row + 0.5 - y;
		for (let column = Math.max(0, Math.floor(x - reach)); column <= right; column++) {
			const dx = column + 0.5 - x;
			const cover = reach - Math.sqrt(dx * dx + dy * dy);
			if (cover <= 0) continue;
			fillPixel(pixels, (row * width + column) * 4, Math.min(1, cover), colour);
		}
	}
}

function fillPixel(
	pixels: Uint8ClampedArray,
	at: number,
	share: number,
	[red, green, blue]: Rgb
): void {
	pixels[at] = pixels[at]! + (red - pixels[at]!) * share;
	pixels[at + 1] = pixels[at + 1]! + (green - pixels[at + 1]!) * share;
	pixels[at + 2] = pixels[at + 2]! + (blue - pixels[at + 2]!) * share;
	pixels[at + 3] = pixels[at + 3]! + (255 - pixels[at + 3]!) * share;
}

/** What lies at (x, y) of the world, where it is `scale` CSS pixels across. */
export type PointedAt = { x: number; y: number; scale: number };
export type FoundPoint = {
	group: number;
	point: number;
	/** Others of its group whose middle its disc covers. */
	covered: number;
};

/**
 * The point whose disc is nearest, within a finger's reach; of several under the pointer that which is
 * drawn on top, and of those the one with the nearest middle.
 */
export function findPoint(groups: readonly PointGroup[], at: PointedAt): FoundPoint | undefined {
	let best: { group: number; point: number; rank: number[] } | undefined;
	groups.forEach(({ points, classOf, looks }, group) => {
		for (let point = 0; point < points.x.length; point++) {
			const pixels = pixelsFrom(points, point, at);
			if (pixels > REACH) continue;
			const k = classOf(point);
			const gap = Math.max(0, pixels - looks[k]!.radiusPixels);
			const rank = [gap, -group, k, pixels];
			if (!best || isLess(rank, best.rank)) best = { group, point, rank };
		}
	});
	if (!best) return undefined;
	const { group, point } = best;
	const { points, classOf, looks } = groups[group]!;
	const radius = looks[classOf(point)]!.radiusPixels;
	const middle = { x: points.x[point]!, y: points.y[point]!, scale: at.scale };
	let covered = -1;
	for (let other = 0; other < points.x.length; other++) {
		if (pixelsFrom(points, other, middle) <= radius) covered++;
	}
	return { group, point, covered };
}

function pixelsFrom({ x, y }: WorldPoints, point: number, at: PointedAt): number {
	const across = x[point]! - at.x;
	const down = y[point]! - at.y;
	const round = across - Math.round(across);
	return Math.sqrt(round * round + down * down) * at.scale;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
	const differs = a.findIndex((value, i) => value !== b[i]);
	return differs >= 0 && a[differs]! < b[differs]!;
}
