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
import { isQuick, medianOf, shownLoad } from './compare';
import { makeTowns } from './towns';

const ROUNDS = 3;
const SIZE = isQuick ? 20_000 : 100_000;
const REPLICAS = isQuick ? 99 : 999;
const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
const pathOf = (name: string) => join(folder, name);
const write = (name: string, lines: readonly string[]) =>
	writeFileSync(pathOf(name), lines.join('\n') + '\n');
const readNumbers = (name: string) =>
	readFileSync(pathOf(name), 'utf8').trim().split(/\s+/).map(Number);

/** Runs a peer, which prints the milliseconds it took; undefined where it is missing. */
function runPeer(command: string, script: string, ...args: string[]): number | undefined {
	const path = join(import.meta.dirname, 'peers', script);
	const { status, stdout, error } = spawnSync(command, [path, folder, ...args], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	if (!error && status === 0) return Number(stdout);
	console.log(`  (no peer: ${command} ${script} did not run: its packages are not installed here)`);
	return undefined;
}

/**
 * Ours and a peer in turn, round by round; the ratio is the median of the rounds' ratios. A first
 * run of the peer, which `check` looks at, is not counted. Ours is so fast that the median of a few
 * runs stands for a round.
 */
function versus(
	title: string,
	ours: () => unknown,
	peer: (() => number | undefined) | null,
	name: string,
	check: () => void = () => {}
): void {
	const isThere = peer?.() !== undefined;
	if (isThere) check();
	ours();
	const [times, peers]: [number[], number[]] = [[], []];
	for (let round = 0; round < ROUNDS; round++) {
		if (isThere) peers.push(peer!()!);
		times.push(medianOf(Array.from({ length: 3 }, () => time(ours))));
	}
	console.log(`${title} (${ROUNDS} rounds, ${shownLoad()})`);
	console.log(`  ours ${medianOf(times).toFixed(1)} ms`);
	if (!isThere) return;
	const ratios = peers.map((each, round) => each / times[round]!).sort((a, b) => a - b);
	console.log(
		`  ${name} ${medianOf(peers).toFixed(0)} ms: ${medianOf(ratios).toFixed(0)} x ours ` +
			`(${ratios[0]!.toFixed(0)}-${ratios.at(-1)!.toFixed(0)})`
	);
}

function time(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
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
	const title = `Gi*, ${cells.length} cells, neighbours known`;
	const peer = () => runPeer('Rscript', 'gi-star.R');
	const z = giStarZ(counts, neighbours);
	// So short that it is warm only after many runs.
	for (let run = 0; run < 50; run++) giStarZ(counts, neighbours);
	versus(
		`${title}: z`,
		() => giStarZ(counts, neighbours),
		peer,
		'spdep localG',
		() => readNumbers('gi-star-z.csv').forEach((each, i) => assert(Math.abs(each - z[i]!) < 1e-9))
	);
	versus(`${title}: z, p and q`, () => giStar(counts, neighbours), null, '');
}

function pointsOfTowns(count: number): LngLat[] {
	return makeTowns(count, 0, 20040315).places.map(
		({ geometry }) => (geometry as Point).coordinates as LngLat
	);
}

function benchDbscan() {
	const points = pointsOfTowns(SIZE);
	write(
		'points.csv',
		points.map((each) => each.join(','))
	);
	versus(
		`DBSCAN, ${points.length} points, 300 m, 10`,
		() => findClusters(points, 300, 10),
		() => runPeer('/usr/bin/python3', 'sklearn-peers.py', 'dbscan'),
		'scikit-learn (haversine)',
		() => assert.deepEqual([...findClusters(points, 300, 10)], readNumbers('labels.csv'))
	);
	if (isQuick) return;
	const million = pointsOfTowns(1_000_000);
	const once = time(() => findClusters(million, 100, 10));
	console.log(`DBSCAN, 1,000,000 points, 100 m, 10 (once)\n  ours ${once.toFixed(0)} ms`);
}

function benchKde() {
	const points = pointsOfTowns(SIZE);
	const grid = {
		origin: [20, 41.85] as LngLat,
		stepDegrees: [1.8 / 499, 1.4 / 499] as LngLat,
		columns: 500,
		rows: 500
	};
	const run = () => kernelDensity(points, grid, 2000, { kernel: 'epanechnikov' });
	versus(
		`Kernel density, ${points.length} points on 500 x 500, 2 km`,
		run,
		() => runPeer('/usr/bin/python3', 'sklearn-peers.py', 'kde'),
		'scikit-learn (Epanechnikov, haversine)',
		() => {
			const { values } = run();
			const highest = values.reduce((most, each) => Math.max(most, each), 0);
			readNumbers('densities.csv').forEach((each, i) =>
				assert(Math.abs(each - values[i]!) < 1e-6 * highest)
			);
		}
	);
	versus('the same, quartic', () => kernelDensity(points, grid, 2000), null, '');
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
	const plain = time(() => plainReplica(order, population, cases)) * REPLICAS;
	const ours = time(() => scan(input, { maxShare: 0.5, replicas: REPLICAS, seed: 1 }));
	console.log(
		`Poisson scan, ${(zones / 1e6).toFixed(1)} million zones, ${REPLICAS} replicas, in all (${shownLoad()})\n` +
			`  ours ${(ours / 1000).toFixed(1)} s\n` +
			`  every logarithm, scaled from one replica: ${(plain / ours).toFixed(0)} x ours`
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
