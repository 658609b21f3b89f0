import fc from 'fast-check';
import { cellToBoundary, cellToLatLng, getPentagons, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { indexCells } from '$lib/core/hotspots/h3-index';
import { seededRandom } from '$lib/core/hotspots/random';
import { countByCell } from '$lib/core/hotspots/study-area';

const RESOLUTIONS = Array.from({ length: 16 }, (_, resolution) => resolution);

/** Cells as h3-js names them, and as ours spell. */
function expectSame(points: readonly LngLat[], resolution: number) {
	const lng = Float64Array.from(points, (point) => point[0]);
	const lat = Float64Array.from(points, (point) => point[1]);
	const found = Array.from(indexCells({ lng, lat }, resolution), (cell) => cell.toString(16));
	expect(found).toEqual(points.map((point) => latLngToCell(point[1], point[0], resolution)));
}

const random = seededRandom(11);
const around = ([lng, lat]: LngLat, degrees: number): LngLat => [
	lng + (random() - 0.5) * degrees,
	Math.max(-90, Math.min(90, lat + (random() - 0.5) * degrees))
];
const middleOf = (cell: string) => cellToLatLng(cell).toReversed() as LngLat;

describe.each(RESOLUTIONS)('H3 index at resolution %i', (resolution) => {
	test('names the cells that h3-js names all over the globe', () => {
		const points = Array.from({ length: 4000 }, (): LngLat => [
			random() * 360 - 180,
			(Math.asin(random() * 2 - 1) * 180) / Math.PI
		]);
		expectSame(points, resolution);
	});

	test('names them around every pentagon, at the poles and across the antimeridian', () => {
		const middles: LngLat[] = [...getPentagons(resolution).map(middleOf), [180, 3], [-180, -60]];
		const poles: LngLat[] = [
			[0, 90],
			[77, -90],
			[-180, 90],
			[540, 89.9999999]
		];
		const size = 40 / Math.sqrt(7) ** resolution;
		const near = middles.flatMap((middle) =>
			Array.from({ length: 60 }, (_, i) => around(middle, i % 2 === 0 ? size : size / 10))
		);
		expectSame(
			[...middles, ...poles, ...near, ...near.map(([lng, lat]): LngLat => [lng + 360, lat])],
			resolution
		);
	});

	test('names them at corners, on edges and at middles of cells, where rounding decides', () => {
		const points = Array.from({ length: 60 }, () => [random() * 170 - 85, random() * 360] as const)
			.map(([lat, lng]) => latLngToCell(lat, lng, resolution))
			.flatMap((cell): LngLat[] => {
				const corners = cellToBoundary(cell).map(([lat, lng]): LngLat => [lng, lat]);
				const middles = corners.map(([lng, lat], i): LngLat => {
					const next = corners[(i + 1) % corners.length]!;
					return [(lng + next[0]) / 2, (lat + next[1]) / 2];
				});
				return [middleOf(cell), ...corners, ...middles];
			});
		expectSame(points, resolution);
	});

	test('names them along the edges of the icosahedron, and in the middle of its faces', () => {
		const corners = getPentagons(0).map((cell) => middleOf(cell));
		const points = corners.flatMap((a) =>
			corners.flatMap((b) => [0.2, 1 / 3, 0.5].map((share) => between(a, b, share)))
		);
		const faces = gridDisk('8001fffffffffff', 10).map(middleOf);
		expectSame([...points, ...faces, ...faces.map((middle) => around(middle, 1e-6))], resolution);
	});
});

/** Part of the way along a great circle. */
function between(a: LngLat, b: LngLat, share: number): LngLat {
	const toVector = ([lng, lat]: LngLat) => {
		const [x, y] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
		return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
	};
	const [from, to] = [toVector(a), toVector(b)];
	const [x, y, z] = from.map((each, i) => each * (1 - share) + to[i]! * share);
	return [
		(Math.atan2(y!, x!) * 180) / Math.PI,
		(Math.atan2(z!, Math.hypot(x!, y!)) * 180) / Math.PI
	];
}

test('any position has the cell that h3-js gives it, whatever came before it', () => {
	const position = fc.tuple(
		fc.double({ min: -720, max: 720, noNaN: true }),
		fc.double({ min: -90, max: 90, noNaN: true })
	);
	fc.assert(
		fc.property(fc.array(position, { maxLength: 50 }), fc.constantFrom(...RESOLUTIONS), expectSame),
		{ numRuns: 300 }
	);
});

test('what h3-js refuses is refused', () => {
	const index = (lng: number, lat: number, resolution: number) =>
		indexCells({ lng: Float64Array.of(lng), lat: Float64Array.of(lat) }, resolution);
	expect(() => index(NaN, 1, 7)).toThrow();
	expect(() => index(1, Infinity, 7)).toThrow();
	expect(() => index(1, 1, 16)).toThrow();
	expect(() => index(1, 1, -1)).toThrow();
	expect(() => index(1, 1, 7.5)).toThrow();
});

test('points are counted in the cells that hold them', () => {
	const points = Array.from({ length: 3000 }, () => around([21, 42.5], random() ** 4));
	const plain = new Map<string, number>();
	for (const [lng, lat] of points) {
		const cell = latLngToCell(lat, lng, 9);
		plain.set(cell, (plain.get(cell) ?? 0) + 1);
	}
	const { cells, counts } = countByCell(points, 9, null);
	expect(new Map(cells.map((cell, i) => [cell, counts[i]]))).toEqual(plain);
	expect(cells).toEqual([...plain.keys()].sort());
	expect(countByCell([], 9, null).cells).toEqual([]);
});
