import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { findEmerging, findPattern, HOTSPOT_CLASSES } from '$lib/core/hotspots/emerging';
import { mannKendall } from '$lib/core/hotspots/mann-kendall';
import { ringNeighbours } from '$lib/core/hotspots/neighbours';
import { drawPoisson, seededRandom } from '$lib/core/hotspots/random';
import { readReference } from './reference';

const NONE = { s: 0, z: 0, p: 1 };
const UP = { s: 30, z: 3, p: 0.002 };
const DOWN = { s: -30, z: -3, p: 0.002 };

/** One letter a step: h hot, c cold, a dot neither. */
const statesOf = (course: string) =>
	Int8Array.from(course, (letter) => (letter === 'h' ? 1 : letter === 'c' ? -1 : 0));

describe('the classes, after the definitions that Esri published', () => {
	test.each([
		['.........h', NONE, 'new'],
		['.......hhh', NONE, 'consecutive'],
		['.hhhhhhhhh', UP, 'intensifying'],
		['hhhhhhhhhh', NONE, 'persistent'],
		['hhhh.hhhhh', DOWN, 'diminishing'],
		['.h..hh..hh', NONE, 'sporadic'],
		['.c..hh..hh', NONE, 'oscillating'],
		['hhhhhhhhh.', NONE, 'historical'],
		['..hhhhhhh.', NONE, null],
		['....hh....', NONE, null],
		['..........', UP, null]
	] as const)('%s is %o %s', (course, trend, expected) => {
		const pattern = findPattern(statesOf(course), trend, 0.05);
		expect(pattern).toEqual(expected && { of: 'hot', class: expected });
	});

	test('a cold spot has the class of the hot spot with its course turned over', () => {
		for (const [course, trend, expected] of [
			['.........c', NONE, 'new'],
			['cccccccccc', DOWN, 'intensifying'],
			['cccccccccc', UP, 'diminishing'],
			['.h..cc..cc', NONE, 'oscillating']
		] as const) {
			expect(findPattern(statesOf(course), trend, 0.05)).toEqual({ of: 'cold', class: expected });
		}
	});

	test('every class is reachable', () => {
		const random = seededRandom(4);
		const seen = new Set<string>();
		for (let run = 0; run < 4000; run++) {
			const share = random();
			const states = Int8Array.from({ length: 10 }, () =>
				random() < share ? 1 : random() < 0.1 ? -1 : 0
			);
			const pattern = findPattern(states, [NONE, UP, DOWN][run % 3]!, 0.05);
			if (pattern?.of === 'hot') seen.add(pattern.class);
		}
		expect([...seen].sort()).toEqual([...HOTSPOT_CLASSES].sort());
	});
});

describe('the space-time cube', () => {
	const cells = gridDisk(latLngToCell(42.66, 21.16, 7), 6);
	const neighbours = ringNeighbours(cells, 1);
	const invent = (seed: number, meanOf: (cell: number, step: number) => number) => {
		const random = seededRandom(seed);
		return Array.from({ length: 10 }, (_, step) =>
			Int32Array.from(cells, (_, cell) => drawPoisson(meanOf(cell, step), random))
		);
	};

	test('tells planted courses', () => {
		const hot = new Set(gridDisk(cells[0]!, 1));
		const planted = (from: number, until: number) =>
			findEmerging(
				invent(3, (cell, step) => (hot.has(cells[cell]!) && step >= from && step < until ? 9 : 1)),
				neighbours,
				{ pValues: 'exact' }
			)[0]!;
		expect(planted(0, 10).pattern).toEqual({ of: 'hot', class: 'persistent' });
		expect(planted(6, 10).pattern).toEqual({ of: 'hot', class: 'consecutive' });
		expect(planted(0, 4).pattern).toBeNull();
		expect([...planted(6, 10).states]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
	});

	test('compares a bin with its ring at its step and the one before, over the whole cube', () => {
		const counts = invent(5, () => 2);
		const flat = counts.flatMap((step) => [...step]);
		const mean = flat.reduce((a, b) => a + b, 0) / flat.length;
		const s = Math.sqrt(flat.reduce((a, b) => a + b * b, 0) / flat.length - mean * mean);
		const found = findEmerging(counts, neighbours);
		for (const [cell, step] of [
			[0, 0],
			[0, 1],
			[40, 7],
			[126, 9]
		] as const) {
			const around = [
				...neighbours.items.subarray(neighbours.starts[cell]!, neighbours.starts[cell + 1]!)
			];
			const values = around.flatMap((other) =>
				step === 0 ? [counts[0]![other]!] : [counts[step]![other]!, counts[step - 1]![other]!]
			);
			const [n, W] = [flat.length, values.length];
			const z =
				(values.reduce((a, b) => a + b, 0) - W * mean) / (s * Math.sqrt((n * W - W * W) / (n - 1)));
			expect(found[cell]!.z[step]).toBeCloseTo(z, 9);
		}
	});

	test('under chance shows a hot spot anywhere in one cube of twenty', () => {
		let alarms = 0;
		for (let run = 0; run < 100; run++) {
			const found = findEmerging(
				invent(1000 + run, () => 0.4),
				neighbours,
				{ pValues: 'exact' }
			);
			if (found.some(({ states }) => states.some((state) => state !== 0))) alarms++;
		}
		expect(alarms).toBeLessThanOrEqual(100 * 0.05 + 3 * Math.sqrt(100 * 0.05 * 0.95));
	}, 120_000);

	test('of nothing, or of one value alone, finds nothing', () => {
		const empty = findEmerging(
			invent(1, () => 0),
			neighbours
		);
		expect(empty.every(({ pattern }) => pattern === null)).toBe(true);
		expect(findEmerging([], neighbours).every(({ pattern }) => pattern === null)).toBe(true);
	});
});

test('Mann-Kendall agrees with SciPy, ties included', () => {
	for (const row of readReference('mann-kendall-scipy.csv')) {
		const trend = mannKendall(row.series!.split(' ').map(Number));
		expect(trend.s).toBe(Number(row.s));
		expect(trend.z).toBeCloseTo(Number(row.z), 9);
		expect(trend.p).toBeCloseTo(Number(row.p), 9);
	}
	expect(mannKendall([1, 1, 1, 1])).toEqual({ s: 0, z: 0, p: 1 });
	expect(mannKendall([])).toEqual({ s: 0, z: 0, p: 1 });
});
