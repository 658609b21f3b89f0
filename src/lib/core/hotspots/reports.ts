/**
 * Hotspots of allegations, from the counts that the database releases and from nothing else: whatever
 * is computed here, for whatever filter, is a function of them, and so gives away no count that the
 * rule of supabase/migrations/0008_allegations.sql withholds.
 *
 * What is withheld enters as zero. For Gi* and emerging hotspots that keeps the rate of false alarms:
 * chance treats every cell alike, and so does the rule. For the scan it would not, because the rule
 * spares the cells where many serve; there each replica is withheld by the same rule.
 */
import type { MultiPolygon } from 'geojson';
import { gridDisk, latLngToCell } from 'h3-js';
import type { AllegationType, Deployment, ReleasedCounts } from '../domain';
import { middleOf } from '../geo';
import { isValidOn } from '../period';
import { sumReleased } from '../released-counts';
import { strengthOn } from '../strength';
import { findEmerging, type Emerging } from './emerging';
import { giStar, type GiStar } from './gi-star';
import { ringNeighbours } from './neighbours';
import { drawPoisson, type Random } from './random';
import { scan, type Cluster, type ScanInput, type ScanOptions } from './scan';
import { centreOf, listCells } from './study-area';

export type ReportFilter = { fromYear: number; toYear: number; type: AllegationType | null };

/** Cells of the study area, in the order of their indexes, and counts in that order by year on record. */
export type ReportCube = { cells: string[]; years: number[]; counts: Float64Array[] };

/**
 * Released counts in every cell that touches the mission's area, and in those outside it that have
 * any. Years without any report on record are left out: no data is not zero.
 */
export function toReportCube(
	released: ReleasedCounts,
	area: MultiPolygon,
	{ fromYear, toYear, type }: ReportFilter
): ReportCube {
	const years = released.years
		.map(({ year }) => year)
		.filter((year) => year >= fromYear && year <= toYear);
	const byYear = years.map(
		(year) => sumReleased(released, { fromYear: year, toYear: year, type }).cells
	);
	const withReports = byYear.flat().map(({ cell }) => cell);
	const cells = [...new Set([...listCells(area, released.resolution), ...withReports])].sort();
	const places = new Map(cells.map((cell, i) => [cell, i]));
	const counts = byYear.map((some) => {
		const ofYear = new Float64Array(cells.length);
		for (const { cell, count } of some) ofYear[places.get(cell)!] = count;
		return ofYear;
	});
	return { cells, years, counts };
}

/** Counts of all years together, and their Gi* with exact p: released counts are few and skewed. */
export function findHotCells(
	{ cells, counts }: ReportCube,
	ring: number
): GiStar & { cells: string[]; counts: Float64Array } {
	const sums = new Float64Array(cells.length);
	for (const ofYear of counts) ofYear.forEach((count, i) => (sums[i]! += count));
	return { cells, counts: sums, ...giStar(sums, ringNeighbours(cells, ring), 'exact') };
}

/** The course of each cell through the years. */
export function findEmergingCells({ cells, counts }: ReportCube, ring: number): Emerging[] {
	return findEmerging(counts, ringNeighbours(cells, ring), { pValues: 'exact' });
}

export type ReportScan = {
	/** By place number of the clusters. */
	cells: string[];
	years: number[];
	clusters: Cluster[];
	/** Released reports that were scanned, and those in cells and years where nobody is on record. */
	reports: number;
	withoutPersonnel: number;
};

export type ReportScanOptions = ScanOptions & { byYear: boolean };

/**
 * Kulldorff's scan of the reports given the personnel of each cell and year. With `byYear`, in space
 * and time; otherwise over all years together. Chance expects reports in proportion to personnel, and
 * releases them by the mission's rule: expected counts and replicas are both of what would be
 * released. Their one rate is such that as many are expected as were released.
 */
export function scanReports(
	cube: ReportCube,
	deployments: readonly Deployment[],
	minimumCell: number,
	{ byYear, ...options }: ReportScanOptions
): ReportScan {
	const { years } = cube;
	const personnel = personnelByCell(deployments, years, cube.cells);
	const cells = [...personnel.keys()].sort();
	const places = new Map(cube.cells.map((cell, i) => [cell, i]));
	const people = Float64Array.from(cells.flatMap((cell) => [...personnel.get(cell)!]));
	let withoutPersonnel = cube.counts.flatMap((ofYear) => [...ofYear]).reduce(add, 0);
	const reports = people.map((each, i) => {
		const count =
			cube.counts[i % years.length]![places.get(cells[Math.floor(i / years.length)]!)!]!;
		return each > 0 ? count : 0;
	});
	const total = reports.reduce(add, 0);
	withoutPersonnel -= total;
	const result = { cells, years, clusters: [], reports: total, withoutPersonnel };
	if (total === 0) return result;

	const rate = rateOf(people, total, minimumCell);
	const means = people.map((each) => each * rate);
	const periods = byYear ? years.length : 1;
	/** Where a cell and year is counted: on its own, or with the other years of its cell. */
	const entryOf = byYear ? (i: number) => i : (i: number) => Math.floor(i / years.length);
	const gather = (list: Float64Array) => {
		const gathered = new Float64Array(cells.length * periods);
		list.forEach((each, i) => (gathered[entryOf(i)]! += each));
		return gathered;
	};
	const input: ScanInput = {
		positions: cells.map(centreOf),
		periods,
		cases: gather(reports),
		population: gather(people),
		expected: gather(means.map((mean) => expectReleased(mean, minimumCell))),
		drawReplica: (random: Random, cases: Int32Array) => {
			for (let i = 0; i < means.length; i++) {
				const drawn = drawPoisson(means[i]!, random);
				if (drawn >= minimumCell) cases[entryOf(i)]! += drawn;
			}
		}
	};
	return { ...result, clusters: scan(input, options) };
}

const add = (sum: number, each: number) => sum + each;

/**
 * People by cell and year: the strength of the middle of the year, in equal parts over the cell of
 * the deployment and the cells around it that belong to the study area. Neither the accuracy of a
 * deployment nor the movements of its people allow to say more. Strengths not on record are nobody.
 */
function personnelByCell(
	deployments: readonly Deployment[],
	years: readonly number[],
	studyCells: readonly string[]
): Map<string, Float64Array> {
	const resolution = studyCells[0] ? parseInt(studyCells[0][1]!, 16) : 6;
	const isStudied = new Set(studyCells);
	const people = new Map<string, Float64Array>();
	for (const deployment of deployments) {
		const [lng, lat] = middleOf(deployment.geometry);
		const cells = gridDisk(latLngToCell(lat, lng, resolution), 1).filter((cell) =>
			isStudied.has(cell)
		);
		years.forEach((year, t) => {
			const day = `${year}-07-01`;
			const strength = isValidOn(deployment.period, day) ? (strengthOn(deployment, day) ?? 0) : 0;
			if (strength === 0) return;
			for (const cell of cells) {
				const byYear = people.get(cell) ?? new Float64Array(years.length);
				byYear[t]! += strength / cells.length;
				people.set(cell, byYear);
			}
		});
	}
	return people;
}

/** Mean of a Poisson count that is released only from the minimum on: mean · P(one less or more). */
export function expectReleased(mean: number, minimum: number): number {
	if (mean === 0) return 0;
	let chance = Math.exp(-mean);
	let below = 0;
	for (let count = 0; count < minimum - 1; count++) {
		below += chance;
		chance *= mean / (count + 1);
	}
	return mean * Math.max(0, 1 - below);
}

/** Reports a person and year at which so many are expected to be released; found by halving. */
function rateOf(people: Float64Array, released: number, minimum: number): number {
	const expectAt = (rate: number) =>
		people.reduce((sum, each) => sum + expectReleased(each * rate, minimum), 0);
	let [low, high] = [0, 1e-6];
	while (expectAt(high) < released) [low, high] = [high, high * 2];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (expectAt(middle) < released) low = middle;
		else high = middle;
	}
	return high;
}
