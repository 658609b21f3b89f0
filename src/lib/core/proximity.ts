/**
 * Proximity of places (establishments and zones) to deployments: the nearest, the counts in each
 * ring, the personnel, the exposure. Distances are Turf's, edge to edge for areas, and every
 * answer carries what the two accuracies leave open. src/docs/method.md explains each figure.
 */
import type { Geometry } from 'geojson';
import type { Day, Deployment, Period } from './domain';
import { chordToMetres, distanceBetweenShapes, metresToChord, shapeOf, type Shape } from './geo';
import {
	ballRadius,
	buildNearIndex,
	emptyWithin,
	findNearest,
	findWithin,
	type NearIndex
} from './near-index';
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
	countPairs(side.places, side.deployments, personnel, rings, when);
	const widest = rings[rings.length - 1] ?? -1;
	completeNearest(side.places, side.deployments, widest, when);
	completeNearest(side.deployments, side.places, widest, when);
	return {
		ringsMetres: rings,
		when,
		places: side.places.located.map((each, i) => ({
			id: each.id,
			nearest: nearestOf(side.places, i, side.deployments),
			...placeFigures(side.places, i, rings.length)
		})),
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

/** One side of the comparison, with its tallies: [measured, definite, possible] by item and ring. */
type Side<L extends Located = Located> = {
	located: L[];
	shapes: Shape[];
	isPoint: boolean[];
	index: NearIndex;
	nearest: Int32Array;
	nearestMetres: Float64Array;
	counts: Tally;
	/** Of places only: personnel, and deployments with a strength on record. */
	personnel: Tally;
	withStrength: Tally;
};

type Tally = Float64Array;
const MEASURED = 0;
const DEFINITE = 1;
const POSSIBLE = 2;

function gather<L extends Located>(all: readonly L[], rings: number, when: When): Side<L> {
	const located = all.filter((each) =>
		'at' in when ? isValidOn(each.period, when.at) : overlaps(each.period, when.during)
	);
	const shapes = located.map((each) => shapeOf(each.geometry));
	const tally = () => new Float64Array(located.length * rings * 3);
	return {
		located,
		shapes,
		isPoint: shapes.map((shape) => shape.points.length === 3 && shape.edges.length === 0),
		index: buildNearIndex(shapes),
		nearest: new Int32Array(located.length).fill(-1),
		nearestMetres: new Float64Array(located.length).fill(Infinity),
		counts: tally(),
		personnel: tally(),
		withStrength: tally()
	};
}

function personnelOf(deployment: LocatedDeployment, when: When): number | null {
	if ('at' in when) return strengthOn(deployment, when.at);
	const period = intersect(deployment.period, when.during);
	return period ? peakStrength(deployment, period) : null;
}

/** Whether a pair existed together. As of one day both do, having been gathered. */
function coexist(a: Located, b: Located, when: When): boolean {
	if ('at' in when) return true;
	const together = intersect(a.period, b.period);
	return together !== undefined && overlaps(together, when.during);
}

/** Every pair within reach of the widest ring, tallied on both sides. */
function countPairs(
	places: Side,
	deployments: Side,
	personnel: readonly (number | null)[],
	rings: readonly number[],
	when: When
): void {
	const found = emptyWithin();
	const accuracies = Float64Array.from(deployments.located, (each) => each.accuracyMetres);
	const worstAccuracy = accuracies.reduce((worst, each) => Math.max(worst, each), 0);
	const widest = rings.length > 0 ? rings[rings.length - 1]! : 0;
	const askAll = 'at' in when;
	for (let i = 0; i < places.located.length; i++) {
		const place = places.located[i]!;
		const shape = places.shapes[i]!;
		const reach = widest + place.accuracyMetres + worstAccuracy;
		const chord = Math.sqrt(metresToChord(reach)) + ballRadius(shape);
		findWithin(deployments.index, shape.centre[0], shape.centre[1], shape.centre[2], chord, found);
		for (let k = 0; k < found.count; k++) {
			const j = found.items[k]!;
			if (!askAll && !coexist(place, deployments.located[j]!, when)) continue;
			const metres =
				places.isPoint[i] && deployments.isPoint[j]
					? chordToMetres(found.squaredChords[k]!)
					: distanceBetweenShapes(shape, deployments.shapes[j]!);
			keepNearest(places, i, j, metres);
			keepNearest(deployments, j, i, metres);
			tallyPair(places, i, deployments, j, metres, place.accuracyMetres + accuracies[j]!, {
				personnel: personnel[j]!,
				rings
			});
		}
	}
}

function keepNearest(side: Side, item: number, other: number, metres: number): void {
	const best = side.nearestMetres[item]!;
	if (metres > best || (metres === best && other > side.nearest[item]!)) return;
	side.nearestMetres[item] = metres;
	side.nearest[item] = other;
}

function tallyPair(
	places: Side,
	i: number,
	deployments: Side,
	j: number,
	metres: number,
	uncertainty: number,
	{ personnel, rings }: { personnel: number | null; rings: readonly number[] }
): void {
	for (let ring = 0; ring < rings.length; ring++) {
		const radius = rings[ring]!;
		if (metres - uncertainty > radius) continue;
		const atPlace = (i * rings.length + ring) * 3;
		const atDeployment = (j * rings.length + ring) * 3;
		for (let band = 0; band < 3; band++) {
			if (band === MEASURED && metres > radius) continue;
			if (band === DEFINITE && metres + uncertainty > radius) continue;
			places.counts[atPlace + band]!++;
			deployments.counts[atDeployment + band]!++;
			if (personnel === null) continue;
			places.personnel[atPlace + band]! += personnel;
			places.withStrength[atPlace + band]!++;
		}
	}
}

/** Searches the nearest for those that have nothing within the widest ring. */
function completeNearest(side: Side, others: Side, widestMetres: number, when: When): void {
	for (let i = 0; i < side.located.length; i++) {
		if (side.nearestMetres[i]! <= widestMetres) continue;
		const shape = side.shapes[i]!;
		const found = findNearest(others.index, shape.centre, ballRadius(shape), (j) =>
			coexist(side.located[i]!, others.located[j]!, when)
				? distanceBetweenShapes(shape, others.shapes[j]!)
				: Infinity
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

function countsAt(tally: Tally, item: number, rings: number): Count[] {
	return Array.from({ length: rings }, (_, ring) => {
		const at = (item * rings + ring) * 3;
		return {
			measured: tally[at + MEASURED]!,
			definite: tally[at + DEFINITE]!,
			possible: tally[at + POSSIBLE]!
		};
	});
}

function placeFigures(
	places: Side,
	i: number,
	rings: number
): Pick<PlaceProximity, 'rings' | 'personnel' | 'exposure'> {
	const counts = countsAt(places.counts, i, rings);
	const sums = countsAt(places.personnel, i, rings);
	const withStrength = countsAt(places.withStrength, i, rings);
	const personnel = counts.map((count, ring): Personnel => {
		const known = (band: keyof Count) =>
			count[band] > 0 && withStrength[ring]![band] === 0 ? null : sums[ring]![band];
		return {
			measured: known('measured'),
			definite: known('definite'),
			possible: known('possible'),
			withoutStrength: count.possible - withStrength[ring]!.possible
		};
	});
	const nothingKnown = personnel[rings - 1]?.possible === null;
	return { rings: counts, personnel, exposure: nothingKnown ? null : meanOf(sums) };
}

/** The mean of the counts over the rings: a place in all rings counts 1, in half of them a half. */
function meanOf(counts: readonly Count[]): Count {
	const mean = (band: keyof Count) =>
		counts.length === 0 ? 0 : counts.reduce((sum, each) => sum + each[band], 0) / counts.length;
	return { measured: mean('measured'), definite: mean('definite'), possible: mean('possible') };
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
	const exists = (each: Located) =>
		'at' in when ? isValidOn(each.period, when.at) : coexist(subject, each, when);
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
