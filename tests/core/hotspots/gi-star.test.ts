import { cellToChildren, getRes0Cells, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { fdrCutOff, toQValues } from '$lib/core/hotspots/false-discovery';
import { giStar } from '$lib/core/hotspots/gi-star';
import { bandNeighbours, ringNeighbours, type Neighbours } from '$lib/core/hotspots/neighbours';
import { twoSidedP } from '$lib/core/hotspots/normal';
import { drawPoisson, seededRandom } from '$lib/core/hotspots/random';
import { centreOf, listCells, toBox } from '$lib/core/hotspots/study-area';
import { distanceMetres } from '$lib/core/geo';
import { readReference } from './reference';

const cells = gridDisk(latLngToCell(42.66, 21.16, 7), 9);
const ring = ringNeighbours(cells, 1);
const listOf = ({ starts, items }: Neighbours, i: number) =>
	[...items.subarray(starts[i]!, starts[i + 1]!)].sort((a, b) => a - b);

/** Gi* as Ord and Getis wrote it, cell by cell. */
function plainZ(values: ArrayLike<number>, neighbours: Neighbours): number[] {
	const x = Array.from(values);
	const n = x.length;
	const mean = x.reduce((a, b) => a + b, 0) / n;
	const s = Math.sqrt(x.reduce((a, b) => a + b * b, 0) / n - mean * mean);
	return x.map((_, i) => {
		const around = listOf(neighbours, i);
		const W = around.length;
		const sum = around.reduce((total, j) => total + x[j]!, 0);
		return (sum - mean * W) / (s * Math.sqrt((n * W - W * W) / (n - 1)));
	});
}

describe('Gi*', () => {
	test('agrees with spdep in z, p and q', () => {
		const counts = readReference('gi-star.csv').map(({ count }) => Number(count));
		const { z, p, q } = giStar(counts, ring);
		readReference('gi-star-spdep.csv').forEach((row, i) => {
			expect(z[i]).toBeCloseTo(Number(row.z), 11);
			expect(p[i]! / Number(row.p)).toBeCloseTo(1, 11);
			expect(q[i]! / Number(row.q)).toBeCloseTo(1, 11);
		});
		expect(q.filter((each) => each <= 0.05).length).toBeGreaterThan(2);
	});

	test('agrees with its formula on any weights', () => {
		const random = seededRandom(11);
		const values = cells.map(() => drawPoisson(3, random));
		for (const neighbours of [
			ring,
			ringNeighbours(cells, 3),
			bandNeighbours(cells.map(centreOf), 6000)
		]) {
			const z = giStar(values, neighbours).z;
			plainZ(values, neighbours).forEach((each, i) => expect(z[i]).toBeCloseTo(each, 10));
		}
	});

	test('says nothing where nothing can be said', () => {
		const nothing = (values: number[], some: string[], ringOf = 1) => {
			const { z, p, q } = giStar(values, ringNeighbours(some, ringOf));
			for (const list of [z, p, q]) expect([...list].every(Number.isNaN)).toBe(true);
		};
		nothing(
			cells.map(() => 0.1),
			cells
		);
		nothing(
			cells.map(() => 0),
			cells
		);
		nothing([4], cells.slice(0, 1));
		nothing([], []);
		// Everybody is everybody's neighbour.
		nothing([1, 2, 3, 4, 5, 6, 7], cells.slice(0, 7), 2);
	});
});

describe('neighbours', () => {
	test('are the cell and its ring within the area, six at most', () => {
		expect(listOf(ring, 0)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(listOf(ring, cells.length - 1).length).toBeLessThan(7);
		for (let i = 0; i < cells.length; i++) {
			expect(listOf(ring, i).map((j) => cells[j])).toEqual(expect.arrayContaining([cells[i]]));
			for (const j of listOf(ring, i)) expect(listOf(ring, j)).toContain(i);
		}
	});

	test('of a band are all within the distance, the limit included', () => {
		const centres = cells.slice(0, 120).map(centreOf);
		const limit = distanceMetres(centres[0]!, centres[9]!);
		const band = bandNeighbours(centres, limit);
		centres.forEach((centre, i) => {
			const near = centres.flatMap((other, j) =>
				distanceMetres(centre, other) <= limit ? [j] : []
			);
			expect(listOf(band, i)).toEqual(near);
		});
	});
});

describe('exact p', () => {
	test('is the share of all shuffles with so large or so small a sum', () => {
		// Seven cells, all 5,040 shuffles.
		const some = gridDisk(cells[0]!, 1).slice(0, 6);
		const neighbours = ringNeighbours(some, 1);
		const values = [7, 0, 2, 0, 2, 1];
		const { p } = giStar(values, neighbours, 'exact');
		const shuffles = permutations([0, 1, 2, 3, 4, 5]);
		some.forEach((_, i) => {
			const around = listOf(neighbours, i);
			if (around.length === some.length) return expect(p[i]).toBeNaN();
			const sumOf = (order: number[]) => around.reduce((sum, j) => sum + values[order[j]!]!, 0);
			const observed = sumOf([0, 1, 2, 3, 4, 5]);
			const share = (test: (sum: number) => boolean) =>
				shuffles.filter((order) => test(sumOf(order))).length / shuffles.length;
			const twoSided =
				2 *
				Math.min(
					share((sum) => sum >= observed),
					share((sum) => sum <= observed)
				);
			expect(p[i]).toBeCloseTo(Math.min(1, twoSided), 12);
		});
	});

	test('comes near the normal where counts are many', () => {
		const random = seededRandom(5);
		const values = cells.map(() => drawPoisson(400, random));
		const normal = giStar(values, ring);
		const exact = giStar(values, ring, 'exact');
		exact.p.forEach((p, i) => expect(Math.abs(p - normal.p[i]!)).toBeLessThan(0.03));
	});

	test('stays a chance with hundreds of neighbours', () => {
		const random = seededRandom(6);
		const values = cells.map(() => drawPoisson(1, random));
		const { p } = giStar(values, ringNeighbours(cells, 8), 'exact');
		expect([...p].every((each) => Number.isNaN(each) || (each > 0 && each <= 1))).toBe(true);
	});
});

describe('under complete spatial randomness', () => {
	const RUNS = 400;
	/** How many of so many random maps show at least one significant cell. */
	function countFalseAlarms(mean: number, pValues: 'normal' | 'exact'): number {
		let alarms = 0;
		for (let run = 0; run < RUNS; run++) {
			const random = seededRandom(2026, run);
			const values = cells.map(() => drawPoisson(mean, random));
			if (giStar(values, ring, pValues).q.some((q) => q <= 0.05)) alarms++;
		}
		return alarms;
	}
	/** Mean and three standard deviations of a binomial: one test in a thousand would go beyond. */
	const bound = (rate: number) => RUNS * rate + 3 * Math.sqrt(RUNS * rate * (1 - rate));

	test('exact p raise a false alarm at the stated rate at most, however sparse the counts', () => {
		for (const mean of [0.05, 0.3, 2, 20]) {
			expect(countFalseAlarms(mean, 'exact')).toBeLessThanOrEqual(bound(0.05));
		}
	}, 120_000);

	test('the normal approximation does so for plenty, and not for sparse counts', () => {
		expect(countFalseAlarms(50, 'normal')).toBeLessThanOrEqual(bound(0.05));
		expect(countFalseAlarms(0.05, 'normal')).toBeGreaterThan(bound(0.05));
	}, 120_000);

	test('a planted cluster is found, and little else', () => {
		const planted = new Set(gridDisk(cells[60]!, 1));
		let [found, elsewhere] = [0, 0];
		for (let run = 0; run < 50; run++) {
			const random = seededRandom(7, run);
			const values = cells.map((cell) => drawPoisson(planted.has(cell) ? 8 : 2, random));
			const { z, q } = giStar(values, ring, 'exact');
			const near = new Set(gridDisk(cells[60]!, 2));
			if (q[60]! <= 0.05 && z[60]! > 0) found++;
			if (cells.some((cell, i) => !near.has(cell) && q[i]! <= 0.05)) elsewhere++;
		}
		expect(found).toBe(50);
		expect(elsewhere).toBeLessThanOrEqual(12);
	});
});

describe('false discovery', () => {
	test('q agrees with R on the example of Benjamini and Hochberg 1995', () => {
		// Their table of 15 sorted p-values: the four smallest are significant at 0.05.
		const p = [
			...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324],
			...[0.4262, 0.5719, 0.6528, 0.759, 1.0]
		];
		const shuffled = p.map((_, i) => p[(i * 7) % 15]!);
		expect([...toQValues(shuffled)].filter((q) => q <= 0.05)).toHaveLength(4);
		expect(fdrCutOff(shuffled, 0.05)).toBeCloseTo((4 * 0.05) / 15, 12);
	});

	test('p at most the cut-off is q at most alpha; without any the cut-off is Bonferroni’s', () => {
		const random = seededRandom(3);
		for (let run = 0; run < 200; run++) {
			const p = Array.from({ length: 40 }, () => random() ** (run % 4 === 0 ? 1 : 5));
			p[3] = NaN;
			const q = toQValues(p);
			const cutOff = fdrCutOff(p, 0.05);
			p.forEach((each, i) => expect(each <= cutOff).toBe(q[i]! <= 0.05));
		}
		expect(fdrCutOff([0.9, 0.8, NaN], 0.05)).toBe(0.025);
		expect([...toQValues([])]).toEqual([]);
	});
});

test('normal tails agree with SciPy', () => {
	for (const { z, p } of readReference('normal-scipy.csv')) {
		expect(twoSidedP(Number(z)) / Number(p)).toBeCloseTo(1, 12);
		expect(twoSidedP(-Number(z))).toBe(twoSidedP(Number(z)));
	}
	expect(twoSidedP(Infinity)).toBe(0);
	expect(twoSidedP(NaN)).toBeNaN();
});

function permutations(items: number[]): number[][] {
	if (items.length <= 1) return [items];
	return items.flatMap((item) =>
		permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest])
	);
}

describe('the study area', () => {
	const globe = getRes0Cells().flatMap((cell) => cellToChildren(cell, 2));
	const bySouthToNorth = (south: number, north: number, isEast: (lng: number) => boolean) =>
		globe.filter((cell) => {
			const [lng, lat] = centreOf(cell);
			return lat > south && lat < north && isEast(lng);
		});

	test('may be all of the globe', () => {
		expect(listCells(toBox(-180, -90, 180, 90), 2).sort()).toEqual(globe.sort());
	});

	test('may be told beyond 180 degrees', () => {
		const beyond = toBox(190, -10, 200, 10);
		expect(listCells(beyond, 3).sort()).toEqual(listCells(toBox(-170, -10, -160, 10), 3).sort());
	});

	test.each([
		['half of it', [-100, -60, 80, 60]],
		['more than half of it', [-100, -60, 100, 60]],
		['a quarter of it across the antimeridian', [130, -30, -140, 30]],
		['more than half of it across the antimeridian', [10, -30, -10, 30]],
		['a belt', [-180, -10, 180, 10]]
	] as const)('may be %s', (_, [west, south, east, north]) => {
		const found = new Set(listCells(toBox(west, south, east, north), 2));
		const width = (((east - west) % 360) + 360) % 360 || 360;
		const within = bySouthToNorth(south, north, (lng) => (lng - west + 360) % 360 < width);
		expect(within.filter((cell) => !found.has(cell))).toEqual([]);
		// Beside the cells whose centres lie within, those that touch it from outside, a corner too.
		const reached = new Set(within.flatMap((cell) => gridDisk(cell, 2)));
		expect([...found].filter((cell) => !reached.has(cell))).toEqual([]);
	});
});
