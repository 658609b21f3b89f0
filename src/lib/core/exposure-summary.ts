/** The figures of the slide: how close the Off-Limits places lie to where people are deployed. */
import type {
	Count,
	DeploymentProximity,
	Exposure,
	Personnel,
	PlaceProximity,
	Proximity
} from './proximity';
import { countAnswer, knownSum } from './proximity';
import type { Band } from './proximity/ring-tallies';

export type RegionSummary = {
	/** Null: no region on record. */
	region: string | null;
	places: number;
	/** Places with a deployment within each ring. */
	rings: Count[];
};

export type ProximitySummary = {
	ringsMetres: number[];
	places: number;
	deployments: number;
	/** Places with a deployment within each ring: measured, definitely, possibly. */
	rings: Count[];
	/** The same by region, most places first. */
	regions: RegionSummary[];
	/** Deployments by places within the chosen ring, most first; those with none are left out. */
	mostExposed: DeploymentProximity[];
	/** Median over places of the distance to the nearest deployment; null when none has one. */
	medianNearestMetres: number | null;
	/** Deployments without a strength on record. */
	withoutStrength: number;
};

export type SummaryOptions = {
	/** The ring by which deployments are ranked; must be one of the rings measured. */
	rankedByMetres: number;
	regionOf: (placeId: string) => string | null;
	top?: number;
};

/** Sums a measured proximity up for the slide and the head of the analysis page. */
export function summarizeProximity(
	proximity: Proximity,
	{ rankedByMetres, regionOf, top = 5 }: SummaryOptions
): ProximitySummary {
	const { ringsMetres, places, deployments } = proximity;
	const ring = ringsMetres.indexOf(rankedByMetres);
	if (ring === -1) throw new Error(`ring not measured: ${rankedByMetres} m`);
	const byRegion = Map.groupBy(places, (place) => regionOf(place.id));
	return {
		ringsMetres,
		places: places.length,
		deployments: deployments.length,
		rings: countPlacesNear(places, ringsMetres.length),
		regions: [...byRegion]
			.map(([region, inRegion]) => ({
				region,
				places: inRegion.length,
				rings: countPlacesNear(inRegion, ringsMetres.length)
			}))
			.sort((a, b) => b.places - a.places || (a.region ?? '').localeCompare(b.region ?? '', 'en')),
		mostExposed: rankDeployments(deployments, ring).slice(0, top),
		medianNearestMetres: medianOf(
			places.map((place) => place.nearest?.distanceMetres).filter((each) => each !== undefined)
		),
		withoutStrength: countWithoutStrength(deployments)
	};
}

function countPlacesNear(places: readonly PlaceProximity[], rings: number): Count[] {
	return Array.from({ length: rings }, (_, ring) => ({
		measured: places.filter((place) => place.rings[ring]!.measured > 0).length,
		definite: places.filter((place) => countAnswer(place.rings[ring]!) === 'yes').length,
		possible: places.filter((place) => countAnswer(place.rings[ring]!) !== 'no').length
	}));
}

/** What a mission's deployments have around them in all. */
export type MissionExposure = {
	/** For each ring: places with a deployment, deployments with a place, and the people in these. */
	rings: { places: Count; deployments: Count; personnel: Personnel }[];
	/** Of deployments with a strength on record; null when none of those in reach has one. */
	exposure: Exposure | null;
	/** Deployments possibly in reach of a place whose strength is not on record. */
	withoutStrength: number;
};

/** People near several places count once in a ring, and once for each place in the exposure. */
export function summarizeExposure({
	ringsMetres,
	places,
	deployments
}: Pick<Proximity, 'ringsMetres' | 'places' | 'deployments'>): MissionExposure {
	const placesNear = countPlacesNear(places, ringsMetres.length);
	const rings = ringsMetres.map((_, ring) => {
		const near = (band: Band) => deployments.filter(({ rings }) => rings[ring]![band] > 0);
		const [measured, definite, possible] = [near('measured'), near('definite'), near('possible')];
		return {
			places: placesNear[ring]!,
			deployments: {
				measured: measured.length,
				definite: definite.length,
				possible: possible.length
			},
			personnel: {
				measured: personnelOf(measured),
				definite: personnelOf(definite),
				possible: personnelOf(possible),
				withoutStrength: countWithoutStrength(possible)
			}
		};
	});
	const exposed = (band: Band) =>
		deployments.reduce((sum, { exposure }) => sum + (exposure?.[band] ?? 0), 0);
	const { personnel } = rings.at(-1) ?? {};
	return {
		rings,
		exposure:
			personnel?.possible === null
				? null
				: {
						measured: exposed('measured'),
						definite: exposed('definite'),
						possible: exposed('possible')
					},
		withoutStrength: personnel?.withoutStrength ?? 0
	};
}

const countWithoutStrength = (deployments: readonly DeploymentProximity[]) =>
	deployments.filter(({ personnel }) => personnel === null).length;

function personnelOf(deployments: readonly DeploymentProximity[]): number | null {
	const sum = deployments.reduce((total, { personnel }) => total + (personnel ?? 0), 0);
	return knownSum(sum, deployments.length, countWithoutStrength(deployments));
}

/** Most places within the ring first; then most certain, then the nearest place, then the id. */
export function rankDeployments(
	deployments: readonly DeploymentProximity[],
	ring: number
): DeploymentProximity[] {
	return deployments
		.filter((each) => each.rings[ring]!.possible > 0)
		.sort(
			(a, b) =>
				b.rings[ring]!.measured - a.rings[ring]!.measured ||
				b.rings[ring]!.definite - a.rings[ring]!.definite ||
				b.rings[ring]!.possible - a.rings[ring]!.possible ||
				a.nearest!.distanceMetres - b.nearest!.distanceMetres ||
				(a.id < b.id ? -1 : 1)
		);
}

function medianOf(values: number[]): number | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
