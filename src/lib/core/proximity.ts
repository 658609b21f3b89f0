/**
 * Proximity of places (establishments and zones) to deployments: the nearest, the counts in each
 * ring, the personnel, the exposure. Distances are Turf's, edge to edge for areas, and every
 * answer carries what the two accuracies leave open. src/docs/method.md explains each figure.
 */
import type { Geometry } from 'geojson';
import type { Day, Deployment, Period } from './domain';
import { distanceBetweenShapes, shapeOf } from './geo';
import { intersect, isValidOn, overlaps } from './period';
import { findNearestItems } from './proximity/nearest';
import { tallyRings, type Band, type RingTallies } from './proximity/ring-tallies';
import { metresOf, sideOfLocated, type Side } from './proximity/side';
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

/** Measures all places against all deployments. */
export function measureProximity(
	places: readonly Located[],
	deployments: readonly LocatedDeployment[],
	{ ringsMetres, when }: ProximityOptions
): Proximity {
	const existingPlaces = existingIn(places, when);
	const existingDeployments = existingIn(deployments, when);
	const personnel = existingDeployments.map((each) => personnelOf(each, when));
	const deploymentSide = sideOf(existingDeployments, when);
	const placeSide = sideOf(existingPlaces, when, deploymentSide);
	const tallies = tallyBands(placeSide, deploymentSide, ringsMetres, personnel);
	const nearestOf = nearestFinder(existingPlaces, placeSide, existingDeployments, deploymentSide);
	const nearestTo = nearestFinder(existingDeployments, deploymentSide, existingPlaces, placeSide);
	return {
		ringsMetres: [...ringsMetres],
		when,
		places: existingPlaces.map(({ id }, i) => {
			const rings = ringsMetres.map((_, ring) =>
				countOf(tallies, 'counts', i * ringsMetres.length + ring)
			);
			const within = rings.map((count, ring) =>
				personnelWithin(tallies, count, i * ringsMetres.length + ring)
			);
			return {
				id,
				nearest: nearestOf(i),
				rings,
				personnel: within,
				exposure: placeExposure(tallies, within, i)
			};
		}),
		deployments: existingDeployments.map(({ id }, j) => {
			const rings = ringsMetres.map((_, ring) =>
				countOf(tallies, 'atSites', j * ringsMetres.length + ring)
			);
			return {
				id,
				nearest: nearestTo(j),
				rings,
				personnel: personnel[j]!,
				exposure: deploymentExposure(rings, personnel[j]!)
			};
		})
	};
}

function existingIn<L extends Located>(all: readonly L[], when: When): L[] {
	return all.filter(({ period }) =>
		'at' in when ? isValidOn(period, when.at) : overlaps(period, when.during)
	);
}

/** As of a day all that exist do so together; over a period each has its part of it. */
function sideOf(existing: readonly Located[], when: When, other?: Side): Side {
	const periods =
		'at' in when ? null : existing.map(({ period }) => intersect(period, when.during)!);
	return sideOfLocated(existing, periods, other?.index.frame);
}

function personnelOf(deployment: LocatedDeployment, when: When): number | null {
	if ('at' in when) return strengthOn(deployment, when.at);
	const period = intersect(deployment.period, when.during);
	return period ? peakStrength(deployment, period) : null;
}

/** Tallies of known personnel in each band, and of deployments whose strength is not on record. */
type Tallies = Record<Band, RingTallies & { unknown: Float64Array | null }>;

function tallyBands(
	places: Side,
	deployments: Side,
	ringsMetres: readonly number[],
	personnel: readonly (number | null)[]
): Tallies {
	const known = Float64Array.from(personnel, (each) => each ?? 0);
	const unknown = Float64Array.from(personnel, (each) => (each === null ? 1 : 0));
	const tally = (band: Band) => ({
		...tallyRings(places, deployments, ringsMetres, known, band),
		unknown: unknown.includes(1)
			? tallyRings(places, deployments, ringsMetres, unknown, band).sums
			: null
	});
	const measured = tally('measured');
	// With exact positions there is nothing to leave open.
	if (!places.accuracies && !deployments.accuracies) {
		return { measured, definite: measured, possible: measured };
	}
	return { measured, definite: tally('definite'), possible: tally('possible') };
}

function countOf(tallies: Tallies, of: 'counts' | 'atSites', at: number): Count {
	return {
		measured: tallies.measured[of][at]!,
		definite: tallies.definite[of][at]!,
		possible: tallies.possible[of][at]!
	};
}

function personnelWithin(tallies: Tallies, count: Count, at: number): Personnel {
	const { measured, definite, possible } = tallies;
	return {
		measured: knownSum(measured.sums[at]!, count.measured, measured.unknown?.[at] ?? 0),
		definite: knownSum(definite.sums[at]!, count.definite, definite.unknown?.[at] ?? 0),
		possible: knownSum(possible.sums[at]!, count.possible, possible.unknown?.[at] ?? 0),
		withoutStrength: possible.unknown?.[at] ?? 0
	};
}

function nearestFinder(
	own: readonly Located[],
	ownSide: Side,
	others: readonly Located[],
	otherSide: Side
): (i: number) => Nearest | null {
	const { items, squaredChords } = findNearestItems(ownSide, otherSide);
	return (i) => {
		const other = others[items[i]!];
		if (!other) return null;
		return {
			id: other.id,
			distanceMetres: metresOf(ownSide, i, otherSide, items[i]!, squaredChords[i]!),
			uncertaintyMetres: own[i]!.accuracyMetres + other.accuracyMetres
		};
	};
}

function placeExposure(
	{ measured, definite, possible }: Tallies,
	within: readonly Personnel[],
	i: number
): Exposure | null {
	if (within.at(-1)?.possible === null) return null;
	const rings = within.length;
	const mean = ({ sums }: RingTallies) =>
		within.reduce((total, _, ring) => total + sums[i * rings + ring]! / rings, 0);
	return { measured: mean(measured), definite: mean(definite), possible: mean(possible) };
}

/** A sum of which no part is known is not known; of nothing it is zero. */
export function knownSum(sum: number, count: number, unknown: number): number | null {
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
