/**
 * Hotspots against what an analyst would use instead: spdep for Gi*, scikit-learn for clusters and
 * density, and Kulldorff's scan as its definition reads. Peers in other languages time themselves
 * (tests/bench/peers); where they are not installed the reason is printed and ours runs alone. All
 * must agree before a clock counts.
 */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Point } from 'geojson';
import { gridDisk, latLngToCell } from 'h3-js';
import type { LngLat } from '../../src/lib/core/domain';
import { findClusters } from '../../src/lib/core/hotspots/dbscan';
import { giStar, giStarZ } from '../../src/lib/core/hotspots/gi-star';
import { kernelDensity } from '../../src/lib/core/hotspots/kde';
import { ringNeighbours } from '../../src/lib/core/hotspots/neighbours';
import { aliasSampler, drawPoisson, seededRandom } from '../../src/lib/core/hotspots/random';
import { scan } from '../../src/lib/core/hotspots/scan';
import { medianOf } from './compare';
import { makeTowns } from './towns';

const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
const pathOf = (name: string) => join(folder, name);
const write = (name: string, lines: readonly string[]) =>
	writeFileSync(pathOf(name), lines.join('\n') + '\n');
const readNumbers = (name: string) =>
	readFileSync(pathOf(name), 'utf8').trim().split(/\s+/).map(Number);

/** Runs a peer, which prints the milliseconds of each of its rounds; undefined where it is missing. */
function runPeer(command: string, script: string, ...args: string[]): number[] | undefined {
	const path = join(import.meta.dirname, 'peers', script);
	const { status, stdout, error } = spawnSync(command, [path, folder, String(ROUNDS), ...args], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	if (!error && status === 0) return stdout.trim().split(/\s+/).map(Number);
	console.log(`  (no peer: ${command} ${script} did not run: its packages are not installed here)`);
	return undefined;
}

/** Median and spread of ours, and how many times as long the peer takes. */
function report(title: string, ours: number[], peer: number[] | undefined, name: string): void {
	const [low, middle, high] = [Math.min(...ours), medianOf(ours), Math.max(...ours)];
	console.log(`${title}\n  ours ${middle.toFixed(1)} ms (${low.toFixed(1)}-${high.toFixed(1)})`);
	if (!peer) return;
	const ratio = medianOf(peer) / middle;
	console.log(`  ${name} ${medianOf(peer).toFixed(0)} ms: ${ratio.toFixed(0)} x ours`);
}

function time(run: () => unknown, rounds = ROUNDS): number[] {
	run();
	return Array.from({ length: rounds }, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
}

function benchGiStar() {
	const cells = gridDisk(latLngToCell(42.66, 21.16, 8), 97).slice(0, 28_312);
	const random = seededRandom(1);
	const counts = Float64Array.from(cells, (_, i) => drawPoisson(i % 90 < 5 ? 7 : 2, random));
	const neighbours = ringNeighbours(cells, 1);
	const { starts, items } = neighbours;
	write('gi-star.csv', [
		'count,neighbours',
		...cells.map((_, i) => `${counts[i]},${items.subarray(starts[i]!, starts[i + 1]!).join(' ')}`)
	]);
	const peer = runPeer('Rscript', 'gi-star.R');
	if (peer) {
		const z = giStarZ(counts, neighbours);
		readNumbers('gi-star-z.csv').forEach((each, i) => assert(Math.abs(each - z[i]!) < 1e-9));
	}
	const title = `Gi*, ${cells.length} cells, neighbours known`;
	report(
		`${title}: z`,
		time(() => giStarZ(counts, neighbours), 51),
		peer,
		'spdep localG'
	);
	report(
		`${title}: z, p and q`,
		time(() => giStar(counts, neighbours), 21),
		peer,
		'spdep localG (z alone)'
	);
}

function pointsOfTowns(count: number): LngLat[] {
	return makeTowns(count, 0, 20040315).places.map(
		({ geometry }) => (geometry as Point).coordinates as LngLat
	);
}

function benchDbscan() {
	const points = pointsOfTowns(100_000);
	write(
		'points.csv',
		points.map((each) => each.join(','))
	);
	const peer = runPeer('/usr/bin/python3', 'sklearn-peers.py', 'dbscan');
	if (peer) assert.deepEqual([...findClusters(points, 300, 10)], readNumbers('labels.csv'));
	report(
		'DBSCAN, 100,000 points, 300 m, 10',
		time(() => findClusters(points, 300, 10)),
		peer,
		'scikit-learn (haversine)'
	);
	const million = pointsOfTowns(1_000_000);
	report(
		'DBSCAN, 1,000,000 points, 100 m, 10',
		time(() => findClusters(million, 100, 10), 2),
		undefined,
		''
	);
}

function benchKde() {
	const points = pointsOfTowns(100_000);
	const grid = {
		origin: [20, 41.85] as LngLat,
		stepDegrees: [1.8 / 499, 1.4 / 499] as LngLat,
		columns: 500,
		rows: 500
	};
	const run = () => kernelDensity(points, grid, 2000, { kernel: 'epanechnikov' });
	const peer = runPeer('/usr/bin/python3', 'sklearn-peers.py', 'kde');
	if (peer) {
		const { values } = run();
		const highest = values.reduce((most, each) => Math.max(most, each), 0);
		readNumbers('densities.csv').forEach((each, i) =>
			assert(Math.abs(each - values[i]!) < 1e-6 * highest)
		);
	}
	report(
		'Kernel density, 100,000 points on 500 x 500, 2 km',
		time(run),
		peer,
		'scikit-learn (Epanechnikov, haversine)'
	);
	report(
		'the same, quartic',
		time(() => kernelDensity(points, grid, 2000)),
		undefined,
		''
	);
}

/** One replica by the definition: every circle, every logarithm, as SpatialEpi's C++ does it. */
function plainReplica(order: Int32Array[], population: Float64Array, cases: Int32Array): number {
	const total = cases.reduce((a, b) => a + b, 0);
	const people = population.reduce((a, b) => a + b, 0);
	let best = 0;
	for (const near of order) {
		let [c, n] = [0, 0];
		for (const place of near) {
			c += cases[place]!;
			n += population[place]!;
			const e = (total * n) / people;
			if (c <= e) continue;
			const ratio = c * Math.log(c / e) + (total - c) * Math.log((total - c) / (total - e));
			if (ratio > best) best = ratio;
		}
	}
	return best;
}

function benchScan() {
	const size = 3560;
	const random = seededRandom(7);
	const positions = pointsOfTowns(size);
	const population = Float64Array.from({ length: size }, () =>
		Math.ceil(100 + 2000 * random() ** 3)
	);
	const pick = aliasSampler(population);
	const cases = new Int32Array(size);
	for (let i = 0; i < 3000; i++) cases[pick(random)]!++;
	for (const place of [5, 6, 7]) cases[place]! += 12;
	const people = population.reduce((a, b) => a + b, 0);
	const order = positions.map((centre) => {
		const metres = positions.map(
			([lng, lat]) => ((lng - centre[0]) * 0.735) ** 2 + (lat - centre[1]) ** 2
		);
		const near = Int32Array.from(metres.keys()).sort((a, b) => metres[a]! - metres[b]!);
		let inside = 0;
		return near.subarray(
			0,
			near.findIndex((place) => (inside += population[place]!) > people / 2)
		);
	});
	const zones = order.reduce((sum, near) => sum + near.length, 0);
	const input = { positions, periods: 1, cases, population };
	const [found] = scan(input, { maxShare: 0.5, replicas: 9, seed: 1 });
	// Its order is of the plane: near enough for the clock, and for all but the closest of calls.
	assert(Math.abs(plainReplica(order, population, cases) / found!.logLikelihoodRatio - 1) < 0.02);
	const plain = time(() => plainReplica(order, population, cases), 3).map((each) => each * 999);
	const ours = time(() => scan(input, { maxShare: 0.5, replicas: 999, seed: 1 }), 1);
	report(
		`Poisson scan, ${(zones / 1e6).toFixed(1)} million zones, 999 replicas, in all`,
		ours,
		plain,
		'every logarithm (scaled from one replica)'
	);
}

try {
	benchGiStar();
	benchDbscan();
	benchKde();
	benchScan();
} finally {
	rmSync(folder, { recursive: true });
}
