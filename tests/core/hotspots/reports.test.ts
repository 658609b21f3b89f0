import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { gridDisk } from 'h3-js';
import { describe, expect, test } from 'vitest';
import type { Deployment, ReleasedCounts } from '$lib/core/domain';
import { giStar } from '$lib/core/hotspots/gi-star';
import { ringNeighbours } from '$lib/core/hotspots/neighbours';
import { drawPoisson, seededRandom } from '$lib/core/hotspots/random';
import {
	expectReleased,
	findEmergingCells,
	findHotCells,
	scanReports,
	toReportCube,
	type ReportFilter
} from '$lib/core/hotspots/reports';
import { scan } from '$lib/core/hotspots/scan';
import { centreOf, listCells } from '$lib/core/hotspots/study-area';

const MINIMUM = 5;
const YEARS = [2001, 2002, 2003, 2004, 2005];
const ALL: ReportFilter = { fromYear: 2001, toYear: 2005, type: null };
const area: MultiPolygon = {
	type: 'MultiPolygon',
	coordinates: [
		[
			[
				[20.6, 42.3],
				[21.4, 42.3],
				[21.4, 42.9],
				[20.6, 42.9],
				[20.6, 42.3]
			]
		]
	]
};
const cells = listCells(area, 6).sort();
const OPTIONS = { maxShare: 0.5, replicas: 99, seed: 1, byYear: false };

/** What is stored, by cell and year, and what the rule of chapter 8 lets out of it. */
type Truth = Map<string, number>;
const inventTruth = (seed: number, meanOf: (cell: string, year: number) => number): Truth => {
	const random = seededRandom(seed);
	return new Map(
		YEARS.flatMap((year) =>
			cells.map((cell) => [`${cell} ${year}`, drawPoisson(meanOf(cell, year), random)] as const)
		)
	);
};
const release = (truth: Truth): ReleasedCounts => ({
	resolution: 6,
	minimumCell: MINIMUM,
	years: YEARS.map((year) => {
		const ofYear = cells.map((cell) => ({
			cell,
			count: truth.get(`${cell} ${year}`)!,
			byType: null
		}));
		return {
			year,
			cells: ofYear.filter(({ count }) => count >= MINIMUM),
			withheld: ofYear.some(({ count }) => count > 0 && count < MINIMUM)
		};
	})
});

const ALWAYS = { from: null, until: null };
const baseIn = (cell: string, personnel: number): Deployment => ({
	...{ id: cell, name: cell, alternateNames: [], force: 'KFOR', unit: null, kind: 'base' },
	...{ town: null, region: null, accuracyMetres: 100, period: ALWAYS, sources: [] },
	geometry: { type: 'Point', coordinates: centreOf(cell) },
	strengths: [{ period: ALWAYS, category: 'military', personnel, source: null }]
});
/** Three large bases, and small ones elsewhere. */
const bases = cells.flatMap((cell, i) =>
	i % 3 === 0 ? [baseIn(cell, i % 36 === 0 ? 3000 : 150)] : []
);

/** Everything that a page can show for a filter. */
function everything(released: ReleasedCounts, filter: ReportFilter) {
	const cube = toReportCube(released, area, filter);
	return {
		hot: findHotCells(cube, 1),
		emerging: findEmergingCells(cube, 1),
		scan: scanReports(cube, bases, MINIMUM, { ...OPTIONS, replicas: 9 })
	};
}

describe('the hostile analyst', () => {
	test('sees the same for every filter, whatever the withheld counts are', () => {
		const truth = inventTruth(
			1,
			(cell, year) => (cell < cells[40]! ? 4.5 : 1) * (year === 2003 ? 2 : 1)
		);
		const filter = fc
			.tuple(fc.constantFrom(...YEARS), fc.constantFrom(...YEARS))
			.map(([a, b]): ReportFilter => ({
				fromYear: Math.min(a, b),
				toYear: Math.max(a, b),
				type: null
			}));
		fc.assert(
			fc.property(
				filter,
				fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7 }),
				(asked, others) => {
					const changed = new Map(
						[...truth].map(([key, count], i) => [
							key,
							count < MINIMUM ? others[i % others.length]! : count
						])
					);
					expect(everything(release(changed), asked)).toEqual(everything(release(truth), asked));
				}
			),
			{ seed: 4, numRuns: 40 }
		);
	});

	test('gets no count between one and the minimum from thousands of pairs of filters', () => {
		const released = release(inventTruth(2, (cell) => (cell < cells[60]! ? 5 : 1.5)));
		const random = seededRandom(31);
		const draw = () => YEARS[Math.floor(random() * YEARS.length)]!;
		const countsOf = (filter: ReportFilter) => {
			const { z, counts } = findHotCells(toReportCube(released, area, filter), 1);
			return { counts, z };
		};
		const known = new Map<string, ReturnType<typeof countsOf>>();
		const ask = (fromYear: number, toYear: number) => {
			const key = `${fromYear} ${toYear}`;
			if (!known.has(key)) known.set(key, countsOf({ fromYear, toYear, type: null }));
			return known.get(key)!;
		};
		let differences = 0;
		for (let pair = 0; pair < 5000; pair++) {
			const [a, b, c, d] = [draw(), draw(), draw(), draw()].sort() as [
				number,
				number,
				number,
				number
			];
			const [outer, inner] = [ask(a, d), ask(b, c)];
			outer.counts.forEach((count, i) => {
				const left = count - inner.counts[i]!;
				expect(left === 0 || left >= MINIMUM).toBe(true);
				if (left > 0) differences++;
			});
		}
		expect(differences).toBeGreaterThan(10_000);
	});

	test('would read every withheld count out of z over true counts, which is why there is none', () => {
		const truth = inventTruth(3, () => 2);
		const counts = cells.map((cell) => truth.get(`${cell} 2003`)!);
		const neighbours = ringNeighbours(cells, 1);
		const { z } = giStar(counts, neighbours);
		// z is linear in the sum over the ring. Known: total, mean square (from any two cells), and
		// everything but one cell of a ring.
		const n = counts.length;
		const mean = counts.reduce((a, b) => a + b, 0) / n;
		const s = Math.sqrt(counts.reduce((a, b) => a + b * b, 0) / n - mean * mean);
		const victim = counts.findIndex((count) => count > 0 && count < MINIMUM);
		const around = [
			...neighbours.items.subarray(neighbours.starts[victim]!, neighbours.starts[victim + 1]!)
		];
		const W = around.length;
		const sum = z[victim]! * s * Math.sqrt((n * W - W * W) / (n - 1)) + W * mean;
		const others = around.filter((i) => i !== victim).reduce((total, i) => total + counts[i]!, 0);
		expect(sum - others).toBeCloseTo(counts[victim]!, 6);
	});
});

describe('under chance', () => {
	const RUNS = 200;
	const bound = RUNS * 0.05 + 3 * Math.sqrt(RUNS * 0.05 * 0.95);

	test('withholding raises no false alarm of Gi*', () => {
		let alarms = 0;
		for (let run = 0; run < RUNS; run++) {
			const released = release(inventTruth(100 + run, () => 2.5));
			if (findHotCells(toReportCube(released, area, ALL), 1).q.some((q) => q <= 0.05)) alarms++;
		}
		expect(alarms).toBeLessThanOrEqual(bound);
	}, 120_000);

	test('nor of the scan, though the rule spares the cells where many serve', () => {
		const ring = new Map(cells.map((cell) => [cell, new Set(gridDisk(cell, 1))]));
		const people = new Map(
			cells.map((cell) => {
				const shares = bases.map(({ id, strengths }) => {
					const disk = [...ring.get(id)!].filter((each) => ring.has(each));
					return disk.includes(cell) ? strengths[0]!.personnel / disk.length : 0;
				});
				return [cell, shares.reduce((a, b) => a + b, 0)];
			})
		);
		let [alarms, naive] = [0, 0];
		for (let run = 0; run < RUNS; run++) {
			const truth = inventTruth(500 + run, (cell) => people.get(cell)! * 0.01);
			const cube = toReportCube(release(truth), area, ALL);
			const found = scanReports(cube, bases, MINIMUM, { ...OPTIONS, seed: run });
			if ((found.clusters[0]?.p ?? 1) <= 0.05) alarms++;
			if (run >= 20) continue;
			// Released counts scanned as if nothing were withheld.
			const served = cells.filter((cell) => people.get(cell)! > 0);
			const plain = scan(
				{
					positions: served.map(centreOf),
					periods: 1,
					cases: served.map((cell) =>
						cube.counts.reduce((sum, ofYear) => sum + ofYear[cube.cells.indexOf(cell)]!, 0)
					),
					population: served.map((cell) => people.get(cell)!)
				},
				{ ...OPTIONS, seed: run }
			);
			if (plain[0]!.p <= 0.05) naive++;
		}
		expect(alarms).toBeLessThanOrEqual(bound);
		expect(naive).toBe(20);
	}, 300_000);

	test('the expectation of a released count is that of the counts drawn', () => {
		const random = seededRandom(8);
		for (const mean of [0.5, 3, 6, 45]) {
			let sum = 0;
			for (let i = 0; i < 40_000; i++) {
				const drawn = drawPoisson(mean, random);
				if (drawn >= MINIMUM) sum += drawn;
			}
			expect(Math.abs(sum / 40_000 - expectReleased(mean, MINIMUM))).toBeLessThan(
				0.02 * mean + 0.01
			);
		}
		expect(expectReleased(0, MINIMUM)).toBe(0);
	});
});

describe('what is there', () => {
	const planted = cells[Math.floor(cells.length / 2)]!;
	const near = new Set(gridDisk(planted, 1));
	const since2004 = release(
		inventTruth(9, (cell, year) => (near.has(cell) && year >= 2004 ? 14 : 1))
	);

	test('is found by each method, in its place and time', () => {
		const cube = toReportCube(since2004, area, ALL);
		const at = cube.cells.indexOf(planted);
		const hot = findHotCells(cube, 1);
		expect(hot.q[at]).toBeLessThan(0.05);
		expect(hot.z[at]).toBeGreaterThan(3);
		expect(findEmergingCells(cube, 1)[at]!.pattern).toEqual({ of: 'hot', class: 'consecutive' });
		const {
			clusters,
			cells: scanned,
			years
		} = scanReports(
			cube,
			cells.map((cell) => baseIn(cell, 200)),
			MINIMUM,
			{ ...OPTIONS, byYear: true }
		);
		const [first] = clusters;
		expect(new Set(first!.places.map((place) => scanned[place]))).toEqual(near);
		expect(first!.periods.map((period) => years[period])).toEqual([2004, 2005]);
		expect(first!.p).toBe(0.01);
	});

	test('has every cell of the study area, and only the years on record', () => {
		const cube = toReportCube({ ...since2004, years: since2004.years.slice(2) }, area, ALL);
		expect(cube.cells).toEqual(cells);
		expect(cube.years).toEqual([2003, 2004, 2005]);
		expect(cube.counts.map((ofYear) => ofYear.length)).toEqual([
			cells.length,
			cells.length,
			cells.length
		]);
	});

	test('reports where nobody is on record are counted apart, not scanned', () => {
		const cube = toReportCube(since2004, area, ALL);
		const total = cube.counts.flatMap((ofYear) => [...ofYear]).reduce((a, b) => a + b, 0);
		const nobody = scanReports(cube, [], MINIMUM, OPTIONS);
		expect(nobody).toMatchObject({ clusters: [], reports: 0, withoutPersonnel: total });
		const some = scanReports(cube, [baseIn(planted, 500)], MINIMUM, OPTIONS);
		expect(some.reports + some.withoutPersonnel).toBe(total);
		expect(some.reports).toBeGreaterThan(50);
	});
});
