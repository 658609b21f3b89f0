import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { distanceMetres } from '$lib/core/geo';
import {
	gridOver,
	kernelDensity,
	KERNELS,
	ruleOfThumbMetres,
	type Grid,
	type Kernel
} from '$lib/core/hotspots/kde';
import { readReference } from './reference';

const points = readReference('points.csv').map(({ lng, lat }): LngLat => [
	Number(lng),
	Number(lat)
]);

function plainDensity(
	some: readonly LngLat[],
	grid: Grid,
	bandwidth: number,
	kernel: Kernel
): number[] {
	const heights: Record<Kernel, (u: number) => number> = {
		quartic: (u) => (u < 1 ? (3 / Math.PI) * (1 - u * u) ** 2 : 0),
		epanechnikov: (u) => (u < 1 ? (2 / Math.PI) * (1 - u * u) : 0),
		gaussian: (u) => (u < 4 ? Math.exp((-u * u) / 2) / (2 * Math.PI * (1 - Math.exp(-8))) : 0)
	};
	return Array.from({ length: grid.columns * grid.rows }, (_, i) => {
		const lng = grid.origin[0] + (i % grid.columns) * grid.stepDegrees[0];
		const at: LngLat = [lng, grid.origin[1] + Math.floor(i / grid.columns) * grid.stepDegrees[1]];
		return (
			some.reduce((sum, p) => sum + heights[kernel](distanceMetres(p, at) / bandwidth), 0) /
			bandwidth ** 2
		);
	});
}

describe('kernel density', () => {
	test('agrees with scikit-learn', () => {
		const rows = readReference('kde-sklearn.csv');
		const grid = {
			origin: [20.55, 42.35] as LngLat,
			stepDegrees: [0.14, 0.09] as LngLat,
			columns: 7,
			rows: 7
		};
		const flat = kernelDensity(points, grid, 5000, { kernel: 'epanechnikov' }).values;
		const round = kernelDensity(points, grid, 2000, { kernel: 'gaussian' }).values;
		const peak = Math.max(...flat, ...round);
		rows.forEach((row, i) => {
			expect(Math.abs(flat[i]! - Number(row.epanechnikov)) / peak).toBeLessThan(1e-6);
			// Theirs has no end; ours is cut at four bandwidths and raised by a 3,000th.
			expect(Math.abs(round[i]! - Number(row.gaussian)) / peak).toBeLessThan(1e-3);
		});
	});

	test('agrees with its formula, anywhere on the globe', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...KERNELS),
				fc.double({ min: -89.5, max: 89, noNaN: true }),
				fc.double({ min: -180, max: 179.9, noNaN: true }),
				fc.constantFrom(400, 3000, 60_000),
				fc.array(
					fc.tuple(
						fc.double({ min: -3, max: 3, noNaN: true }),
						fc.double({ min: -3, max: 3, noNaN: true })
					),
					{ minLength: 1, maxLength: 12 }
				),
				(kernel, south, west, bandwidth, offsets) => {
					const step = bandwidth / 111_195;
					const north = Math.min(90, south + 3 * step);
					const wide =
						(3 * step) / Math.max(0.01, Math.cos((((south + north) / 2) * Math.PI) / 180));
					const east = ((((west + Math.min(300, wide) + 180) % 360) + 360) % 360) - 180;
					const grid = gridOver([west, south, east, north], bandwidth / 3);
					const some = offsets.map(([x, y]): LngLat => [
						((((west + (x * wide) / 3 + 180) % 360) + 360) % 360) - 180,
						Math.max(-90, Math.min(90, south + y * step))
					]);
					const { values } = kernelDensity(some, grid, bandwidth, { kernel });
					const plain = plainDensity(some, grid, bandwidth, kernel);
					const unit = 1 / bandwidth ** 2;
					values.forEach((value, i) =>
						expect(Math.abs(value - plain[i]!)).toBeLessThan(unit * 2e-4)
					);
				}
			),
			{ seed: 1986, numRuns: 120 }
		);
	});

	test.each(KERNELS)('of a %s kernel keeps the sum of the weights', (kernel) => {
		const grid = gridOver([20, 42, 21.5, 43.2], 200);
		const weights = points.map((_, i) => i % 3);
		const { values } = kernelDensity(points, grid, 2000, { kernel, weights });
		let sum = 0;
		for (let row = 0; row < grid.rows; row++) {
			const lat = grid.origin[1] + row * grid.stepDegrees[1];
			const area =
				grid.stepDegrees[0] *
				grid.stepDegrees[1] *
				111_195.08 ** 2 *
				Math.cos((lat * Math.PI) / 180);
			for (let column = 0; column < grid.columns; column++)
				sum += values[row * grid.columns + column]! * area;
		}
		expect(sum / weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
	});
});

describe('the grid over a box', () => {
	test('has the cell size in the middle, and its points are middles of cells', () => {
		const grid = gridOver([20, 42, 21, 43], 1000);
		expect(distanceMetres([20, 42.5], [20 + grid.stepDegrees[0], 42.5])).toBeCloseTo(1000, 1);
		expect(grid.origin[0]).toBeCloseTo(20 + grid.stepDegrees[0] / 2, 12);
		expect([grid.columns, grid.rows]).toEqual([82, 112]);
	});

	test('runs across the antimeridian', () => {
		const grid = gridOver([179.9, -17, -179.9, -16], 1000);
		expect(grid.columns).toBe(22);
		const { values } = kernelDensity([[-179.95, -16.5]], grid, 2000);
		expect(Math.max(...values)).toBeGreaterThan(0);
	});
});

test('the rule of thumb is Silverman’s, in metres on the ground', () => {
	// Standard deviations of one axis by hand, then n^(-1/6).
	const square: LngLat[] = [
		[-0.1, -0.1],
		[0.1, -0.1],
		[0.1, 0.1],
		[-0.1, 0.1]
	];
	const deviation = 11_119.5 * Math.sqrt(4 / 3);
	expect(ruleOfThumbMetres(square, 'gaussian') / (deviation * 4 ** (-1 / 6))).toBeCloseTo(1, 4);
	expect(ruleOfThumbMetres(square) / ruleOfThumbMetres(square, 'gaussian')).toBeCloseTo(2.78, 9);
	expect(ruleOfThumbMetres([[0, 0]])).toBeNaN();
});
