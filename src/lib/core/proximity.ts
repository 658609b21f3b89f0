/**
 * Proximity of places (establishments and zones) to deployments: the nearest, the counts in each
 * ring, the personnel, the exposure. Distances are Turf's, edge to edge for areas, and every
 * answer carries what the two accuracies leave open. src/docs/method.md explains each figure.
 */
import type { Geometry, Point } from 'geojson';
import type { Day, Deployment, Period } from './domain';
import {
	ballRadius,
	chordToMetres,
	distanceBetweenShapes,
	metresToChord,
	shapeOf,
	toUnitVector
} from './geo';
import { buildNearIndex, emptyWithin, findNearest, findWithin, type NearIndex } from './near-index';
import { intersect, isValidOn, overlaps } from './period';
import { peakStrength, strengthOn } from './strength';

/** Establishments and deployments are such; for a designation give the period in which it binds. */
export type Located = { id: string; geometry: Geometry; accuracyMetres: number; period: Period };
export type LocatedDeployment = Located & Pick<Deployment, 'strengths'>;

/** As of a day; or over a period, in which pairs must have existed on one same day. */
export type When = { at: Day } | { during: Period };

export type ProximityOptions = {
	/** Ascending. */
	ringsMetres: readonly number[];
	when: When;
};

/**
 * A count at the recorded positions, with its bounds: `definite` holds wherever within their
 * accuracies the true positions lie, `possible` somewhere.
 */
export type Count = { measured: number; definite: number; possible: number };

export type Nearest = {
	id: string;
	/** Between the recorded positions or edges. */
	distanceMetres: number;
	/** Sum of both accuracies. */
	uncertaintyMetres: number;
};

/** Known personnel; null where there are deployments but none has a strength on record. */
export type Personnel = {
	measured: number | null;
	definite: number | null;
	possible: number | null;
	/** Deployments possibly within the ring whose strength is not on record. */
	withoutStrength: number;
};

/** Person-places: personnel times the mean over the rings of the count inside. */
export type Exposure = Count;

export type PlaceProximity = {
	id: string;
	nearest: Nearest | null;
	/** Deployments within each ring. */
	rings: Count[];
	/** Personnel within each ring. */
	personnel: Personnel[];
	/** Of deployments with a strength on record; null when none of those in reach has one. */
	exposure: Exposure | null;
};

export type DeploymentProximity = {
	id: string;
	nearest: Nearest | null;
	/** Places within each ring. */
	rings: Count[];
	/** On the day, or the greatest of the period; null when not on record. */
	personnel: number | null;
	/** Null when the strength is not on record. */
	exposure: Exposure | null;
};

export type Proximity = {
	ringsMetres: number[];
	when: When;
	/** Those that existed then, in the order given. */
	places: PlaceProximity[];
	deployments: DeploymentProximity[];
};

export type RingAnswer = 'yes' | 'no' | 'cannotTell';

/** Whether something lies within a ring, as far as the uncertainty allows to say. */
export function ringAnswer(
	distanceMetres: number,
	uncertaintyMetres: number,
	ringMetres: number
): RingAnswer {
	if (distanceMetres + uncertaintyMetres <= ringMetres) return 'yes';
	return distanceMetres - uncertaintyMetres <= ringMetres ? 'cannotTell' : 'no';
}

/** Whether anything of a count lies within its ring. */
export function countAnswer(count: Count): RingAnswer {
	if (count.definite > 0) return 'yes';
	return count.possible > 0 ? 'cannotTell' : 'no';
}

/** Rounded to the power of ten that the uncertainty carries: 412 m known to 30 m is 410 m. */
export function roundToUncertainty(distanceMetres: number, uncertaintyMetres: number): number {
	const step = 10 ** Math.floor(Math.log10(Math.max(1, uncertaintyMetres)));
	return Math.round(distanceMetres / step) * step;
}

/** Measures all places against all deployments. */
export function measureProximity(
	places: readonly Located[],
	deployments: readonly LocatedDeployment[],
	{ ringsMetres, when }: ProximityOptions
): Proximity {
	const rings = [...ringsMetres];
	const side = {
		places: gather(places, rings.length, when),
		deployments: gather(deployments, rings.length, when)
	};
	const personnel = side.deployments.located.map((each) => personnelOf(each, when));
	countPairs(side.places, side.deployments, personnel, rings);
	const widest = rings[rings.length - 1] ?? -1;
	completeNearest(side.places, side.deployments, widest);
	completeNearest(side.deployments, side.places, widest);
	return {
		ringsMetres: rings,
		when,
		places: side.places.located.map((_, i) =>
			toPlaceProximity(side.places, i, side.deployments, rings.length)
		),
		deployments: side.deployments.located.map((each, j) => {
			const counts = countsAt(side.deployments.counts, j, rings.length);
			return {
				id: each.id,
				nearest: nearestOf(side.deployments, j, side.places),
				rings: counts,
				personnel: personnel[j]!,
				exposure: deploymentExposure(counts, personnel[j]!)
			};
		})
	};
}

/** One side of the comparison, flat for the inner loop, with its tallies. */
type Side<L extends Located = Located> = {
	located: L[];
	/** Unit vector and ball radius of each: x, y, z, r. */
	balls: Float64Array;
	/** 1 for points, which need no shape. */
	isPoint: Uint8Array;
	accuracies: Float64Array;
	/** Of the period within the time asked for, in milliseconds; pairs must share a moment. */
	from: Float64Array;
	until: Float64Array;
	nearest: Int32Array;
	nearestMetres: Float64Array;
	counts: Tally;
	/** Of places only: known personnel, and deployments without a strength on record. */
	personnel: Tally;
	withoutStrength: Tally;
};

/** [measured, definite, possible] by item and ring. */
type Tally = Float64Array;
const MEASURED = 0;
const DEFINITE = 1;
const POSSIBLE = 2;
const BANDS = 3;

function gather<L extends Located>(all: readonly L[], rings: number, when: When): Side<L> {
	const located = all.filter((each) =>
		'at' in when ? isValidOn(each.period, when.at) : overlaps(each.period, when.during)
	);
	const size = located.length;
	const side: Side<L> = {
		located,
		balls: new Float64Array(size * 4),
		isPoint: new Uint8Array(size),
		accuracies: Float64Array.from(located, (each) => each.accuracyMetres),
		from: new Float64Array(size).fill(-Infinity),
		until: new Float64Array(size).fill(Infinity),
		nearest: new Int32Array(size).fill(-1),
		nearestMetres: new Float64Array(size).fill(Infinity),
		counts: new Float64Array(size * rings * BANDS),
		personnel: new Float64Array(size * rings * BANDS),
		withoutStrength: new Float64Array(size * rings * BANDS)
	};
	for (let i = 0; i < size; i++) {
		const { geometry, period } = located[i]!;
		side.isPoint[i] = geometry.type === 'Point' ? 1 : 0;
		const shape = geometry.type === 'Point' ? undefined : shapeOf(geometry);
		const centre = shape?.centre ?? toUnitVector((geometry as Point).coordinates);
		for (let axis = 0; axis < 3; axis++) side.balls[i * 4 + axis] = centre[axis]!;
		side.balls[i * 4 + 3] = shape ? ballRadius(shape) : 0;
		if ('during' in when) {
			const shared = intersect(period, when.during)!;
			if (shared.from !== null) side.from[i] = Date.parse(shared.from);
			if (shared.until !== null) side.until[i] = Date.parse(shared.until);
		}
	}
	return side;
}

function personnelOf(deployment: LocatedDeployment, when: When): number | null {
	if ('at' in when) return strengthOn(deployment, when.at);
	const period = intersect(deployment.period, when.during);
	return period ? peakStrength(deployment, period) : null;
}

/** Whether a pair existed together within the time asked for; as of one day all did. */
function coexist(a: Side, i: number, b: Side, j: number): boolean {
	return a.from[i]! < b.until[j]! && b.from[j]! < a.until[i]!;
}

function metresBetween(a: Side, i: number, b: Side, j: number, squaredChord: number): number {
	if (a.isPoint[i] && b.isPoint[j]) return chordToMetres(squaredChord);
	return distanceBetweenShapes(shapeOf(a.located[i]!.geometry), shapeOf(b.located[j]!.geometry));
}

/** Every pair within reach of the widest ring, tallied on both sides. */
function countPairs(
	places: Side,
	deployments: Side,
	personnel: readonly (number | null)[],
	rings: readonly number[]
): void {
	const index = buildNearIndex(deployments.balls);
	const found = emptyWithin(index);
	const known = Float64Array.from(personnel, (each) => each ?? NaN);
	const worstAccuracy = deployments.accuracies.reduce((worst, each) => Math.max(worst, each), 0);
	const widest = rings[rings.length - 1] ?? 0;
	const { balls, accuracies } = places;
	const size = rings.length;
	for (let i = 0; i < places.located.length; i++) {
		const reach = widest + accuracies[i]! + worstAccuracy;
		const chord = Math.sqrt(metresToChord(reach)) + balls[i * 4 + 3]!;
		findWithin(index, balls[i * 4]!, balls[i * 4 + 1]!, balls[i * 4 + 2]!, chord, found);
		for (let k = 0; k < found.count; k++) {
			const j = found.items[k]!;
			if (!coexist(places, i, deployments, j)) continue;
			const metres = metresBetween(places, i, deployments, j, found.squaredChords[k]!);
			keepNearest(places, i, j, metres);
			keepNearest(deployments, j, i, metres);
			const uncertainty = accuracies[i]! + deployments.accuracies[j]!;
			const ring = firstRing(rings, metres);
			const surely = uncertainty === 0 ? ring : firstRing(rings, metres + uncertainty);
			const perhaps = uncertainty === 0 ? ring : firstRing(rings, metres - uncertainty);
			if (ring < size) tally(places, i, deployments, j, ring, MEASURED, known[j]!, size);
			if (surely < size) tally(places, i, deployments, j, surely, DEFINITE, known[j]!, size);
			if (perhaps < size) tally(places, i, deployments, j, perhaps, POSSIBLE, known[j]!, size);
		}
	}
	for (const each of [
		places.counts,
		places.personnel,
		places.withoutStrength,
		deployments.counts
	]) {
		accumulate(each, rings.length);
	}
}

/** The innermost ring that holds a distance; as many as there are rings when none does. */
function firstRing(rings: readonly number[], metres: number): number {
	let ring = 0;
	while (ring < rings.length && metres > rings[ring]!) ring++;
	return ring;
}

function keepNearest(side: Side, item: number, other: number, metres: number): void {
	const best = side.nearestMetres[item]!;
	if (metres > best || (metres === best && other > side.nearest[item]!)) return;
	side.nearestMetres[item] = metres;
	side.nearest[item] = other;
}

/** Counts a pair in its innermost ring only; accumulate() carries it to the outer ones. */
function tally(
	places: Side,
	i: number,
	deployments: Side,
	j: number,
	ring: number,
	band: number,
	personnel: number,
	rings: number
): void {
	const atPlace = (i * rings + ring) * BANDS + band;
	places.counts[atPlace]!++;
	deployments.counts[(j * rings + ring) * BANDS + band]!++;
	if (Number.isNaN(personnel)) places.withoutStrength[atPlace]!++;
	else places.personnel[atPlace]! += personnel;
}

/** What lies in a ring lies in every wider one. */
function accumulate(tallied: Tally, rings: number): void {
	const stride = rings * BANDS;
	for (let at = 0; at < tallied.length; at++) {
		if (at % stride >= BANDS) tallied[at]! += tallied[at - BANDS]!;
	}
}

/** Searches the nearest for those that have nothing within the widest ring. */
function completeNearest(side: Side, others: Side, widestMetres: number): void {
	let index: NearIndex | undefined;
	const { balls } = side;
	for (let i = 0; i < side.located.length; i++) {
		if (side.nearestMetres[i]! <= widestMetres) continue;
		index ??= buildNearIndex(others.balls);
		const [x, y, z, radius] = balls.subarray(i * 4, i * 4 + 4) as unknown as number[];
		const found = findNearest(index, x!, y!, z!, radius!, (j, squaredChord) =>
			coexist(side, i, others, j) ? metresBetween(side, i, others, j, squaredChord) : Infinity
		);
		side.nearest[i] = found.item;
		side.nearestMetres[i] = found.metres;
	}
}

function nearestOf(side: Side, i: number, others: Side): Nearest | null {
	const other = others.located[side.nearest[i]!];
	if (!other) return null;
	return {
		id: other.id,
		distanceMetres: side.nearestMetres[i]!,
		uncertaintyMetres: side.located[i]!.accuracyMetres + other.accuracyMetres
	};
}

function countsAt(tallied: Tally, item: number, rings: number): Count[] {
	const counts: Count[] = [];
	for (let ring = 0; ring < rings; ring++) {
		const at = (item * rings + ring) * BANDS;
		counts.push({
			measured: tallied[at + MEASURED]!,
			definite: tallied[at + DEFINITE]!,
			possible: tallied[at + POSSIBLE]!
		});
	}
	return counts;
}

function toPlaceProximity(
	places: Side,
	i: number,
	deployments: Side,
	rings: number
): PlaceProximity {
	const counts = countsAt(places.counts, i, rings);
	const personnel: Personnel[] = [];
	const exposure = { measured: 0, definite: 0, possible: 0 };
	const sums = places.personnel;
	const unknown = places.withoutStrength;
	for (let ring = 0; ring < rings; ring++) {
		const at = (i * rings + ring) * BANDS;
		const count = counts[ring]!;
		personnel.push({
			measured: knownSum(sums[at + MEASURED]!, count.measured, unknown[at + MEASURED]!),
			definite: knownSum(sums[at + DEFINITE]!, count.definite, unknown[at + DEFINITE]!),
			possible: knownSum(sums[at + POSSIBLE]!, count.possible, unknown[at + POSSIBLE]!),
			withoutStrength: unknown[at + POSSIBLE]!
		});
		exposure.measured += sums[at + MEASURED]! / rings;
		exposure.definite += sums[at + DEFINITE]! / rings;
		exposure.possible += sums[at + POSSIBLE]! / rings;
	}
	return {
		id: places.located[i]!.id,
		nearest: nearestOf(places, i, deployments),
		rings: counts,
		personnel,
		exposure: personnel[rings - 1]?.possible === null ? null : exposure
	};
}

/** A sum of which no part is known is not known; of nothing it is zero. */
function knownSum(sum: number, count: number, unknown: number): number | null {
	return count > 0 && count === unknown ? null : sum;
}

/** The mean of the counts over the rings: a place in all rings counts 1, in half of them a half. */
function meanOf(counts: readonly Count[]): Count {
	const mean = { measured: 0, definite: 0, possible: 0 };
	for (const count of counts) {
		mean.measured += count.measured / counts.length;
		mean.definite += count.definite / counts.length;
		mean.possible += count.possible / counts.length;
	}
	return mean;
}

function deploymentExposure(counts: readonly Count[], personnel: number | null): Exposure | null {
	if (personnel === null) return null;
	const { measured, definite, possible } = meanOf(counts);
	return {
		measured: measured * personnel,
		definite: definite * personnel,
		possible: possible * personnel
	};
}

/** One thing near another, for lines on a map and lists beside it. */
export type Near<L> = { item: L; distanceMetres: number; uncertaintyMetres: number };

/**
 * Everything that is possibly within `withinMetres` of a subject and existed together with it,
 * nearest first.
 */
export function listNear<L extends Located>(
	subject: Located,
	others: readonly L[],
	withinMetres: number,
	when: When
): Near<L>[] {
	const shape = shapeOf(subject.geometry);
	const exists = (each: Located) => {
		if ('at' in when) return isValidOn(each.period, when.at);
		const together = intersect(subject.period, each.period);
		return together !== undefined && overlaps(together, when.during);
	};
	return others
		.filter(exists)
		.map((item) => ({
			item,
			distanceMetres: distanceBetweenShapes(shape, shapeOf(item.geometry)),
			uncertaintyMetres: subject.accuracyMetres + item.accuracyMetres
		}))
		.filter((near) => near.distanceMetres - near.uncertaintyMetres <= withinMetres)
		.sort((a, b) => a.distanceMetres - b.distanceMetres);
}
