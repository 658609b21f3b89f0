import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	drawPoints,
	findPoint,
	toWorld,
	worldX,
	worldY,
	type PictureView,
	type PointGroup
} from '$lib/map/point-picture';
import { seededRandom } from '../bench/towns';

type LngLat = readonly [number, number];
const RED = { colour: '#ff0000', radiusPixels: 2 };
const BLUE = { colour: '#0000ff', radiusPixels: 2 };
const WHITE_IN_GREEN = { colour: '#ffffff', outline: '#00ff00', radiusPixels: 4 };

const group = (
	positions: readonly LngLat[],
	looks: PointGroup['looks'] = [RED],
	classes: readonly number[] = []
): PointGroup => ({
	points: toWorld({
		lng: Float64Array.from(positions, ([lng]) => lng),
		lat: Float64Array.from(positions, ([, lat]) => lat)
	}),
	classOf: (point) => classes[point] ?? 0,
	looks
});
/** The place lies in the middle of the pixel whose row and column are half the size. */
const viewAround = ([lng, lat]: LngLat, zoom: number, size = 100, density = 1): PictureView => {
	const scale = 512 * 2 ** zoom * density;
	return {
		left: worldX(lng) - (size / 2 + 0.5) / scale,
		top: worldY(lat) - (size / 2 + 0.5) / scale,
		scale,
		width: size,
		height: size,
		density
	};
};
function pixelAt(groups: readonly PointGroup[], view: PictureView, x: number, y: number): number[] {
	return [
		...drawPoints(groups, view)
			.pixels.subarray((y * view.width + x) * 4)
			.slice(0, 4)
	];
}
const litPixels = (groups: readonly PointGroup[], view: PictureView) =>
	drawPoints(groups, view).pixels.filter((value, i) => i % 4 === 3 && value > 0).length;

const TOWN: LngLat = [21.1, 42.6];

describe('the picture of points', () => {
	test('the pixel of a point has its colour, and the ground around it none', () => {
		const view = viewAround(TOWN, 10);
		expect(pixelAt([group([TOWN])], view, 50, 50)).toEqual([255, 0, 0, 255]);
		expect(pixelAt([group([TOWN])], view, 54, 50)).toEqual([0, 0, 0, 0]);
	});

	test('a disc covers its area, whatever part of a pixel its middle is on', () => {
		for (const [density, shift] of [
			[1, 0],
			[1, 0.3],
			[2, 0.71],
			[0.5, 0.5]
		] as const) {
			const view = viewAround(TOWN, 10, 60, density);
			const moved = { ...view, left: view.left + shift / view.scale };
			const { pixels } = drawPoints([group([TOWN])], moved);
			const covered = pixels.reduce((sum, value, i) => sum + (i % 4 === 3 ? value / 255 : 0), 0);
			const area = Math.PI * (RED.radiusPixels * density) ** 2;
			expect(covered / area, `density ${density}`).toBeGreaterThan(0.9);
			expect(covered / area, `density ${density}`).toBeLessThan(1.2);
		}
	});

	test('colours are multiplied by alpha, as the graphics card adds them up', () => {
		const { pixels } = drawPoints([group([TOWN])], viewAround(TOWN, 10.37));
		for (let at = 0; at < pixels.length; at += 4) expect(pixels[at]).toBe(pixels[at + 3]);
	});

	test('no points leave every pixel clear', () => {
		expect(litPixels([group([]), group([], [WHITE_IN_GREEN])], viewAround(TOWN, 10))).toBe(0);
	});

	test('of points on one pixel that of the lowest class is drawn, and lower classes lie on top', () => {
		const looks = [BLUE, RED];
		const view = viewAround(TOWN, 4);
		expect(pixelAt([group([TOWN, TOWN, TOWN], looks, [1, 0, 1])], view, 50, 50)).toEqual([
			0, 0, 255, 255
		]);
		const beside: LngLat = [TOWN[0] + 360 / view.scale, TOWN[1]];
		for (const classes of [
			[0, 1],
			[1, 0]
		]) {
			const [first] = classes as [number];
			const pair = group([TOWN, beside], looks, classes);
			expect(pixelAt([pair], view, 50, 50)[2], `class ${first}`).toBe(255);
			expect(pixelAt([pair], view, 51, 50)[2], `class ${first}`).toBe(255);
		}
	});

	test('a later group lies over an earlier one, with its outline', () => {
		const view = viewAround(TOWN, 10);
		const groups = [group([TOWN]), group([TOWN], [WHITE_IN_GREEN])];
		expect(pixelAt(groups, view, 50, 50)).toEqual([255, 255, 255, 255]);
		expect(pixelAt(groups, view, 54, 50)).toEqual([0, 255, 0, 255]);
		expect(pixelAt(groups, view, 56, 50)).toEqual([0, 0, 0, 0]);
	});

	test('a view across the date line shows both sides of it', () => {
		const points = group([
			[179.9, 0],
			[-179.9, 0],
			[0, 0]
		]);
		const view = viewAround([180, 0], 6);
		const off = Math.round((0.1 / 360) * view.scale);
		expect(pixelAt([points], view, 50 - off, 50)[3]).toBe(255);
		expect(pixelAt([points], view, 50 + off, 50)[3]).toBe(255);
		// The same place counted from the other side.
		const turned = { ...view, left: view.left - 1 };
		expect(drawPoints([points], turned).pixels).toEqual(drawPoints([points], view).pixels);
	});

	test('a view wider than the world shows a point in each copy', () => {
		const half = 0.5 / 64;
		const view = { left: -0.5 - half, top: -half, scale: 64, width: 128, height: 64, density: 1 };
		const { pixels } = drawPoints([group([[0, 0]])], view);
		const solid = Array.from({ length: 128 }, (_, x) => pixels[(32 * 128 + x) * 4 + 3]);
		expect(solid.flatMap((alpha, x) => (alpha === 255 ? [x] : []))).toEqual([0, 1, 63, 64, 65]);
	});
});

/** What the picture must show, one point after the other, however slow. */
test('whatever the points, exactly those pixels are lit that a disc comes near', () => {
	const lngLat = fc.tuple(
		fc.double({ min: 20.9, max: 21.3, noNaN: true }),
		fc.double({ min: 42.4, max: 42.8, noNaN: true })
	);
	fc.assert(
		fc.property(
			fc.array(lngLat, { maxLength: 30 }),
			fc.double({ min: 4, max: 9 }),
			(given, zoom) => {
				const view = viewAround(TOWN, zoom, 40);
				const points = group(given);
				const { pixels } = drawPoints([points], view);
				const middles = given.map(([lng, lat]) => [
					(worldX(lng) - view.left) * view.scale,
					(worldY(lat) - view.top) * view.scale
				]);
				// Points beyond the edge are the margin's affair; those on one pixel stand for one another.
				const inside = middles.filter(([x, y]) => x! >= 0 && y! >= 0 && x! < 40 && y! < 40);
				for (let pixel = 0; pixel < 1600; pixel++) {
					const [px, py] = [(pixel % 40) + 0.5, Math.floor(pixel / 40) + 0.5];
					const nearest = Math.min(...inside.map(([x, y]) => Math.hypot(x! - px, y! - py)));
					const alpha = pixels[pixel * 4 + 3]!;
					if (alpha > 0) expect(nearest).toBeLessThan(2.5);
					if (nearest < 2.5 - Math.SQRT2 - 0.01) expect(alpha).toBeGreaterThan(0);
				}
			}
		),
		{ seed: 7, numRuns: 60 }
	);
});

test('a crowd looks as if each of it were drawn', () => {
	const random = seededRandom(5);
	const view = { left: 0.5, top: 0.25, scale: 1e6, width: 40, height: 40, density: 1 };
	const at = (pixel: number) => (pixel + random()) / view.scale;
	const crowd = Array.from({ length: 22 * 22 }, (_, i) => ({
		x: view.left + at(9 + (i % 22)),
		y: view.top + at(9 + Math.floor(i / 22))
	}));
	const looks = [{ ...BLUE, radiusPixels: 3 }, RED];
	const classes = crowd.map(() => Math.floor(random() * 1.3));
	const toPoints = (some: typeof crowd) => ({
		x: Float64Array.from(some, ({ x }) => x),
		y: Float64Array.from(some, ({ y }) => y)
	});
	const together = drawPoints(
		[{ points: toPoints(crowd), classOf: (i) => classes[i]!, looks }],
		view
	).pixels;
	// Alone none is surrounded; what lies on top is drawn last.
	const order = crowd.map((_, i) => i).sort((a, b) => classes[b]! - classes[a]!);
	const alone = drawPoints(
		order.map((i) => ({
			points: toPoints([crowd[i]!]),
			classOf: () => 0,
			looks: [looks[classes[i]!]!]
		})),
		view
	).pixels;
	const differences = together.map((value, i) => Math.abs(value - alone[i]!));
	expect(Math.max(...differences)).toBeLessThan(32);
});

describe('what lies under a pointer', () => {
	const at = ([lng, lat]: LngLat, zoom = 10) => ({
		x: worldX(lng),
		y: worldY(lat),
		scale: 512 * 2 ** zoom
	});
	const pixelsEast = (pixels: number, zoom = 10): LngLat => [
		TOWN[0] + (pixels * 360) / (512 * 2 ** zoom),
		TOWN[1]
	];

	test('is the nearest within a finger’s reach, and nothing beyond it', () => {
		const points = group([pixelsEast(15), pixelsEast(-12), pixelsEast(60)]);
		expect(findPoint([points], at(TOWN))).toEqual({ group: 0, point: 1, covered: 0 });
		expect(findPoint([points], at(pixelsEast(37)))).toMatchObject({ point: 0 });
		expect(findPoint([points], at(pixelsEast(90)))).toBeUndefined();
		expect(findPoint([group([])], at(TOWN))).toBeUndefined();
	});

	test('is what is drawn on top where several are: later groups, then lower classes', () => {
		const places = group([TOWN, pixelsEast(1)], [RED, BLUE], [1, 0]);
		expect(findPoint([places], at(TOWN))).toMatchObject({ point: 1 });
		const sites = group([pixelsEast(3)], [WHITE_IN_GREEN]);
		expect(findPoint([places, sites], at(TOWN))).toMatchObject({ group: 1, point: 0 });
	});

	test('counts the others of its group that its mark covers', () => {
		const points = group([TOWN, TOWN, pixelsEast(1.5), pixelsEast(2.5)]);
		expect(findPoint([points], at(TOWN))).toEqual({ group: 0, point: 0, covered: 2 });
	});

	test('is found across the date line', () => {
		expect(findPoint([group([[-179.999, 10]])], at([179.999, 10]))).toMatchObject({ point: 0 });
	});
});
