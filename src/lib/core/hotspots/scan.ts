/**
 * Kulldorff's scan statistic, Poisson model (Kulldorff 1997, Communications in Statistics: Theory and
 * Methods 26; space-time: Kulldorff, Athas, Feuer, Miller & Key 1998, American Journal of Public
 * Health 88): is there a circle, or a circle and a run of periods, with more cases than its people
 * explain? The search over all circles is itself part of the test: p compares the likeliest cluster
 * with the likeliest of each replica made by chance.
 */
import type { LngLat } from '../domain';
import { distanceMetres } from '../geo';
import { aliasSampler, seededRandom, type Random } from './random';
import { fillThresholds, logLikelihoodRatio, tableOfXLogX } from './scan-likelihood';
import { maximaOfReplicas } from './scan-replicas';
import { BUCKETS, buildZones, shareOf, type Zones } from './scan-zones';

/** More cases than this are refused: each is drawn anew in every replica. */
export const MAX_CASES = 10_000_000;

/** What is scanned: one entry a place, and with several periods one a place and period. */
export type ScanInput = {
	/** Centres of the places. */
	positions: readonly LngLat[];
	/** Equal periods in order; 1 for a purely spatial scan. */
	periods: number;
	/** Cases by place and period: entry place · periods + period. Whole numbers. */
	cases: ArrayLike<number>;
	/** People at risk, in the same order; they limit how large a circle may be. */
	population: ArrayLike<number>;
	/** What chance expects, up to a factor, in the same order; the population where not given. */
	expected?: ArrayLike<number>;
	/** Adds one replica of the cases to zeros; by default as many cases as there are, by `expected`. */
	drawReplica?: (random: Random, cases: Int32Array) => void;
};

export type ScanOptions = {
	/** The largest share of the population in a circle, and of the periods in a run: up to 0.5. */
	maxShare: number;
	/** Replicas under chance; p is a multiple of 1 / (replicas + 1). */
	replicas: number;
	seed: number;
	/** Secondary clusters up to this p are reported; the likeliest always is. */
	alpha?: number;
	onProgress?: (share: number) => void;
};

export type Cluster = {
	/** Numbers of the places, nearest to the centre first. */
	places: number[];
	/** Number of the place whose position is the centre. */
	centre: number;
	/** From the centre to the furthest place of the cluster. */
	radiusMetres: number;
	/** First and last period. */
	periods: [number, number];
	cases: number;
	expected: number;
	/** Cases over expected inside, divided by the same outside; null when no case is outside. */
	relativeRisk: number | null;
	/** Natural logarithm of the likelihood ratio. */
	logLikelihoodRatio: number;
	/** Share of the replicas, the data among them, whose likeliest cluster is at least as likely. */
	p: number;
};

/**
 * Clusters of high rates, the likeliest first, no place in two of them. None without cases, and none
 * where no circle holds more than chance expects. Throws on cases where nobody is expected, on lists
 * of another length, and on more zones than MAX_ZONES.
 */
export function scan(input: ScanInput, options: ScanOptions): Cluster[] {
	const { maxShare, replicas, seed, alpha = 0.05, onProgress } = options;
	const { positions, periods, cases, population } = input;
	if (!(maxShare > 0 && maxShare <= 0.5)) throw new RangeError(`not a share: ${maxShare}`);
	const expected = input.expected ?? population;
	const total = countCases(input, expected);
	if (total === 0) return [];
	const mass = sumOf(expected);
	const weights = Float64Array.from(expected, (each) => each / mass);
	const zones = buildZones(positions, periods, population, weights, maxShare, total);

	const isTaken = new Uint8Array(positions.length);
	const next = () => findLikeliest(zones, cases, total, isTaken);
	let found = next();
	if (!found) return [];
	const draw = input.drawReplica ?? drawerOf(weights, total);
	const maxima = maximaOfReplicas(
		zones,
		replicas,
		input.drawReplica ? 2 * total + 100 : total,
		(replica, into) => draw(seededRandom(seed, replica), into),
		onProgress
	);
	const clusters: Cluster[] = [];
	for (; found; found = next()) {
		// Rounding must not make a replica of the same likelihood the lesser one.
		const least = found.ratio * (1 - 1e-9);
		const p = (1 + maxima.filter((each) => each >= least).length) / (replicas + 1);
		if (clusters.length > 0 && p > alpha) break;
		const cluster = describe(zones, positions, found, total, p);
		clusters.push(cluster);
		for (const place of cluster.places) isTaken[place] = 1;
	}
	return clusters;
}

function countCases(
	{ positions, periods, cases, population }: ScanInput,
	expected: ArrayLike<number>
): number {
	const size = positions.length * periods;
	for (const list of [cases, population, expected]) {
		if (list.length !== size) throw new RangeError(`${list.length} entries instead of ${size}`);
	}
	for (let i = 0; i < size; i++) {
		if (cases[i]! > 0 && !(expected[i]! > 0))
			throw new RangeError(`cases without people: entry ${i}`);
	}
	const total = sumOf(cases);
	if (total > MAX_CASES) throw new RangeError(`The scan has more than ${MAX_CASES} cases.`);
	if (!(sumOf(population) < Infinity && sumOf(expected) < Infinity))
		throw new RangeError('The population is too large to add up.');
	return total;
}

function sumOf(list: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < list.length; i++) sum += list[i]!;
	return sum;
}

/** Replicas with a fixed number of cases, each falling anywhere in proportion to the weights. */
function drawerOf(weights: Float64Array, total: number) {
	const pick = aliasSampler(weights);
	return (random: Random, cases: Int32Array) => {
		for (let i = 0; i < total; i++) cases[pick(random)]!++;
	};
}

/** A circle by its last member, and a window. */
type Found = {
	centre: number;
	end: number;
	window: number;
	cases: number;
	share: number;
	ratio: number;
};

/** The zone with the greatest ratio among those without a taken place; the first of equals. */
function findLikeliest(
	zones: Zones,
	cases: ArrayLike<number>,
	total: number,
	isTaken: Uint8Array
): Found | undefined {
	const { places, periods, members, isOpen, starts, blockStarts, blockEnds, windows } = zones;
	const xLogX = tableOfXLogX(total);
	const thresholds = new Int32Array(BUCKETS);
	let best: Found | undefined;
	const raise = () => fillThresholds(thresholds, best?.ratio ?? 0, total, zones, xLogX);
	raise();
	// Cases of the circle in the periods before each.
	const before = new Int32Array(periods + 1);
	const judge = (centre: number, block: number, end: number) => {
		windows.forEach(([first, last], window) => {
			const inside = before[last + 1]! - before[first]!;
			if (inside <= thresholds[zones.buckets[block * windows.length + window]!]!) return;
			const share = shareOf(zones, centre, end, window);
			const ratio = logLikelihoodRatio(inside, total, share);
			// The same zone from another centre may differ in its last digits.
			if (ratio <= (best?.ratio ?? 0) * (1 + 1e-12)) return;
			best = { centre, end, window, cases: inside, share, ratio };
			raise();
		});
	};
	for (let centre = 0; centre < places; centre++) {
		before.fill(0);
		let block = blockStarts[centre]!;
		for (let at = starts[centre]!; at < starts[centre + 1]!; at++) {
			if (isTaken[members[at]!] === 1) break;
			if (at === blockEnds[block]) block++;
			for (let t = 0, sum = 0; t < periods; t++) {
				sum += cases[members[at]! * periods + t]!;
				before[t + 1]! += sum;
			}
			if (isOpen[at] === 0) judge(centre, block, at);
		}
	}
	return best;
}

function describe(
	{ starts, members, windows }: Zones,
	positions: readonly LngLat[],
	{ centre, end, window, cases, share, ratio }: Found,
	total: number,
	p: number
): Cluster {
	const places = Array.from(members.subarray(starts[centre]!, end + 1));
	const expected = total * share;
	return {
		places,
		centre,
		radiusMetres: distanceMetres(positions[centre]!, positions[places.at(-1)!]!),
		periods: windows[window]!,
		cases,
		expected,
		relativeRisk:
			cases === total ? null : (cases / expected) * ((total - expected) / (total - cases)),
		logLikelihoodRatio: ratio,
		p
	};
}
