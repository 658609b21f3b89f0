import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { distanceMetres } from '$lib/core/geo';
import { aliasSampler, drawPoisson, seededRandom, type Random } from '$lib/core/hotspots/random';
import { scan, type ScanInput } from '$lib/core/hotspots/scan';
import { maximaOfReplicas } from '$lib/core/hotspots/scan-replicas';
import { buildZones } from '$lib/core/hotspots/scan-zones';
import { readReference } from './reference';

const counties = readReference('north-carolina.csv');
const columnOf = (name: string) => counties.map((county) => Number(county[name]));
const positions = counties.map(({ lng, lat }): LngLat => [Number(lng), Number(lat)]);

type Best = { places: number[]; periods: [number, number]; ratio: number };

/** The definition, without any of the tricks: every circle, every run, every logarithm. */
function plainScan(
	{ positions, periods, cases, population, expected = population }: ScanInput,
	maxShare: number,
	taken: ReadonlySet<number> = new Set()
): Best {
	const sum = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0);
	const [total, mass, people] = [sum(cases), sum(expected), sum(population)];
	const longest = Math.max(1, Math.floor(periods * maxShare + 1e-9));
	let best: Best = { places: [], periods: [0, 0], ratio: 0 };
	positions.forEach((centre) => {
		const order = positions
			.map((position, place) => ({ place, metres: distanceMetres(centre, position) }))
			.sort((a, b) => a.metres - b.metres || a.place - b.place);
		for (let size = 1; size <= order.length; size++) {
			const places = order.slice(0, size).map(({ place }) => place);
			const inside = (list: ArrayLike<number>, from: number, to: number) =>
				sum(
					places.flatMap((place) =>
						Array.from(list).slice(place * periods + from, place * periods + to + 1)
					)
				);
			if (inside(population, 0, periods - 1) > people * maxShare * (1 + 1e-12)) break;
			if (places.some((place) => taken.has(place))) break;
			if ((order[size]?.metres ?? Infinity) - order[size - 1]!.metres < 1e-3) continue;
			for (let from = 0; from < periods; from++) {
				for (let to = from; to < Math.min(periods, from + longest); to++) {
					const c = inside(cases, from, to);
					const e = (total * inside(expected, from, to)) / mass;
					if (c <= e) continue;
					const rest = total === c ? 0 : (total - c) * Math.log((total - c) / (total - e));
					const ratio = c * Math.log(c / e) + rest;
					if (ratio > best.ratio * (1 + 1e-12)) best = { places, periods: [from, to], ratio };
				}
			}
		}
	});
	return best;
}

/** A small invented mission; places may coincide or lie equally far away. */
function invent(seed: number, places: number, periods: number): ScanInput {
	const random = seededRandom(seed);
	const size = places * periods;
	const population = Array.from({ length: size }, () =>
		random() < 0.1 ? 0 : Math.ceil(random() * 900)
	);
	return {
		positions: Array.from({ length: places }, (): LngLat => {
			const [x, y] = [Math.floor(random() * 8), Math.floor(random() * 8)];
			return [20 + x / 10, 42 + y / 10];
		}),
		periods,
		cases: population.map((people) => drawPoisson(people / 150, random)),
		population
	};
}

const OPTIONS = { maxShare: 0.5, replicas: 99, seed: 1 };

describe('the spatial scan', () => {
	test.each(['74', '79', 'both'])('finds what R finds in North Carolina, years %s', (years) => {
		const add = (name: string) =>
			years === 'both'
				? columnOf(`${name}74`).map((each, i) => each + columnOf(`${name}79`)[i]!)
				: columnOf(`${name}${years}`);
		const clusters = scan(
			{ positions, periods: 1, cases: add('SID'), population: add('BIR') },
			{ ...OPTIONS, alpha: 1 }
		);
		const expected = readReference('north-carolina-scan.csv').filter((row) => row.years === years);
		expected.forEach((row, rank) => {
			const cluster = clusters[rank]!;
			expect(new Set(cluster.places.map((place) => counties[place]!.id))).toEqual(
				new Set(row.ids!.split(' '))
			);
			expect(cluster.cases).toBe(Number(row.cases));
			expect(cluster.expected).toBeCloseTo(Number(row.expected), 8);
			expect(cluster.relativeRisk).toBeCloseTo(Number(row.risk), 8);
			expect(cluster.logLikelihoodRatio).toBeCloseTo(Number(row.llr), 8);
			expect(cluster.radiusMetres).toBeCloseTo(Number(row.metres), 3);
			// R drew 199 replicas of its own.
			if (row.p !== 'NA') expect(Math.abs(cluster.p - Number(row.p))).toBeLessThan(0.1);
		});
	});

	test('agrees with the definition, with ties, empty places and secondary clusters', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.integer({ min: 2, max: 24 }),
				fc.constantFrom(0.1, 0.25, 0.5),
				(seed, places, maxShare) => {
					const input = invent(seed, places, 1);
					const taken = new Set<number>();
					for (const cluster of scan(input, { ...OPTIONS, maxShare, alpha: 1, replicas: 1 })) {
						const plain = plainScan(input, maxShare, taken);
						expect(cluster.logLikelihoodRatio).toBeCloseTo(plain.ratio, 9);
						for (const place of cluster.places) {
							expect(taken.has(place)).toBe(false);
							taken.add(place);
						}
					}
					expect(plainScan(input, maxShare, taken).ratio).toBeCloseTo(0, 9);
				}
			),
			{ seed: 1997, numRuns: 60 }
		);
	});

	test('finds the likeliest zone of each replica, whatever fits into a lane', () => {
		// 3, 2 and 1 replicas to a word.
		for (const total of [200, 3000, 40_000]) {
			const { positions, population } = invent(5, 30, 1);
			const mass = population as number[];
			const people = mass.reduce((a, b) => a + b, 0);
			const weights = Float64Array.from(mass, (each) => each / people);
			const zones = buildZones(positions, 1, population, weights, 0.5, total);
			const pick = aliasSampler(weights);
			const draw = (replica: number, cases: Int32Array) => {
				const random = seededRandom(8, replica);
				for (let i = 0; i < total; i++) cases[pick(random)]!++;
			};
			maximaOfReplicas(zones, 19, total, draw).forEach((maximum, replica) => {
				const cases = new Int32Array(30);
				draw(replica, cases);
				expect(maximum).toBeCloseTo(
					plainScan({ positions, periods: 1, cases, population }, 0.5).ratio,
					8
				);
			});
		}
	});

	test('is the same for the same seed, and p is a whole number of replicas', () => {
		const input = invent(3, 30, 1);
		const clusters = scan(input, { ...OPTIONS, replicas: 199 });
		expect(scan(input, { ...OPTIONS, replicas: 199 })).toEqual(clusters);
		expect(clusters[0]!.p * 200).toBeCloseTo(Math.round(clusters[0]!.p * 200), 9);
	});

	test('without cases has no cluster, and with all of them in one place no relative risk', () => {
		const input = invent(3, 30, 1);
		expect(scan({ ...input, cases: new Array(30).fill(0) }, OPTIONS)).toEqual([]);
		const population = new Array(30).fill(100);
		const cases = population.map((_, i) => (i === 4 ? 9 : 0));
		const lone = { ...invent(3, 30, 1), population, cases, positions: positions.slice(0, 30) };
		expect(scan(lone, OPTIONS)[0]).toMatchObject({ places: [4], cases: 9, relativeRisk: null });
	});

	test('refuses cases where nobody is, and lists of another length', () => {
		const input = invent(3, 4, 1);
		const cases = [1, 1, 1, 1];
		expect(() => scan({ ...input, cases, population: [9, 9, 0, 9] }, OPTIONS)).toThrow('entry 2');
		expect(() => scan({ ...input, cases: [1] }, OPTIONS)).toThrow('1 entries instead of 4');
		expect(() => scan(input, { ...OPTIONS, maxShare: 0.6 })).toThrow('not a share');
	});
});

describe('the space-time scan', () => {
	test('agrees with the definition', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.integer({ min: 2, max: 7 }),
				(seed, periods) => {
					const input = invent(seed, 12, periods);
					const plain = plainScan(input, 0.5);
					const [cluster] = scan(input, { ...OPTIONS, replicas: 1 });
					expect(cluster?.logLikelihoodRatio ?? 0).toBeCloseTo(plain.ratio, 9);
					expect(cluster?.periods).toEqual(plain.periods);
				}
			),
			{ seed: 1998, numRuns: 40 }
		);
	});

	test('finds the likeliest cylinder of each replica', () => {
		const { positions, population } = invent(6, 14, 5);
		const people = (population as number[]).reduce((a, b) => a + b, 0);
		const weights = Float64Array.from(population, (each) => each / people);
		const zones = buildZones(positions, 5, population, weights, 0.5, 300);
		const draw = (replica: number, cases: Int32Array) => {
			const random = seededRandom(8, replica);
			for (let i = 0; i < 300; i++) cases[aliasSampler(weights)(random)]!++;
		};
		maximaOfReplicas(zones, 13, 300, draw).forEach((maximum, replica) => {
			const cases = new Int32Array(70);
			draw(replica, cases);
			expect(maximum).toBeCloseTo(
				plainScan({ positions, periods: 5, cases, population }, 0.5).ratio,
				8
			);
		});
	});

	test('finds a planted outbreak with its place and time', () => {
		const random = seededRandom(12);
		const population = new Array(40 * 8).fill(500);
		const cases = population.map((_, i) => {
			const [place, period] = [Math.floor(i / 8), i % 8];
			return drawPoisson([3, 17].includes(place) && period >= 5 && period <= 6 ? 12 : 2, random);
		});
		const near = positions
			.slice(0, 40)
			.map((each, i): LngLat => (i === 17 ? [positions[3]![0] + 0.01, positions[3]![1]] : each));
		const [cluster] = scan(
			{ positions: near, periods: 8, cases, population },
			{ ...OPTIONS, replicas: 999 }
		);
		expect(new Set(cluster!.places)).toEqual(new Set([3, 17]));
		expect(cluster!.periods).toEqual([5, 6]);
		expect(cluster!.p).toBe(0.001);
	});
});

test('under chance the likeliest cluster has p at most 0.05 in one run of twenty', () => {
	const RUNS = 300;
	const population = columnOf('BIR74');
	const pick = aliasSampler(population);
	const falseAlarms = (draw: (random: Random) => number[]) => {
		let alarms = 0;
		for (let run = 0; run < RUNS; run++) {
			const cases = draw(seededRandom(99, run));
			const found = scan({ positions, periods: 1, cases, population }, { ...OPTIONS, seed: run });
			if (found[0]!.p <= 0.05) alarms++;
		}
		return alarms;
	};
	const alarms = falseAlarms((random) => {
		const cases = population.map(() => 0);
		for (let i = 0; i < 400; i++) cases[pick(random)]!++;
		return cases;
	});
	const deviation = Math.sqrt(RUNS * 0.05 * 0.95);
	expect(Math.abs(alarms - RUNS * 0.05)).toBeLessThan(3 * deviation);
});

test('more cases than can be drawn, or people than can be added up, are refused at once', () => {
	const two: LngLat[] = [
		[20, 42],
		[21, 42]
	];
	const ask = (cases: number[], population: number[]) => () =>
		scan({ positions: two, periods: 1, cases, population }, OPTIONS);
	expect(ask([900_000_000, 1], [5, 50])).toThrow('more than 10000000 cases');
	expect(ask([3, 1], [1e308, 1e308])).toThrow('too large to add up');
});
