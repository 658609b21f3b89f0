/**
 * What would change if other places were Off-Limits or bases stood elsewhere. Designating moves no
 * base and closes no place: it divides the places on record, and with them the exposure, into what
 * is Off-Limits and what is open. Both together are the exposure to all places on record, as
 * proximity.ts measures it; moving a base changes that. src/docs/method.md says what it leaves out.
 */
import type { Geometry } from 'geojson';
import type { DesignationKind, Day, EstablishmentKind, LngLat } from './domain';
import { summarizeExposure, type MissionExposure } from './exposure-summary';
import { distanceToEdges, distanceToShape, middleOf, shapeOf } from './geo';
import { isValidOn } from './period';
import {
	listNear,
	measureProximity,
	type Located,
	type LocatedDeployment,
	type Proximity
} from './proximity';
import { findSmallestCover, type Cover } from './smallest-cover';
import { strengthOn } from './strength';

export type KnownPlace = Located & { kind: EstablishmentKind };

/** A designation in force on the day. */
export type Rule = {
	id: string;
	kind: DesignationKind;
	establishmentId: string | null;
	/** Of a class rule. */
	establishmentKind: EstablishmentKind | null;
	geometry: Geometry | null;
	accuracyMetres: number;
	bufferMetres: number;
};

export type Scenario = {
	/** Ids of places designated in addition. */
	designated: readonly string[];
	/** Ids of designations lifted. */
	lifted: readonly string[];
	/** Where bases would stand. Of an area its position is meant: it becomes a point. */
	moved: readonly { id: string; position: LngLat }[];
};

export const NO_CHANGE: Scenario = { designated: [], lifted: [], moved: [] };

/** A place and what forbids it, at its recorded position. */
export type Standing<P extends KnownPlace = KnownPlace> = {
	place: P;
	/** Ids of designations that cover it. Empty: open, unless the scenario designates it. */
	rules: string[];
	/** The accuracies leave open whether a zone covers it. */
	doubtful: boolean;
};

/**
 * Each place that exists on the day with the designations that cover it: by itself, by its kind, or
 * by a zone or the buffer around it in which its middle lies.
 */
export function listStandings<P extends KnownPlace>(
	places: readonly P[],
	rules: readonly Rule[],
	on: Day
): Standing<P>[] {
	return places
		.filter(({ period }) => isValidOn(period, on))
		.map((place) => standingOf(place, rules));
}

function standingOf<P extends KnownPlace>(place: P, rules: readonly Rule[]): Standing<P> {
	const standing: Standing<P> = { place, rules: [], doubtful: false };
	for (const rule of rules) {
		if (rule.kind === 'zone' && rule.geometry) {
			const beyond = metresBeyond(place.geometry, rule.geometry) - rule.bufferMetres;
			const uncertainty = place.accuracyMetres + rule.accuracyMetres;
			if (beyond <= 0) standing.rules.push(rule.id);
			if (Math.abs(beyond) <= uncertainty) standing.doubtful = true;
		} else if (
			rule.kind === 'establishment'
				? rule.establishmentId === place.id
				: rule.kind === 'class' && rule.establishmentKind === place.kind
		) {
			standing.rules.push(rule.id);
		}
	}
	return standing;
}

/** Metres from the middle of a place out of a zone; negative: so deep inside. */
function metresBeyond(place: Geometry, zone: Geometry): number {
	const [middle, shape] = [middleOf(place), shapeOf(zone)];
	return distanceToShape(middle, shape) || -distanceToEdges(middle, shape);
}

export type Measured = { proximity: Proximity; summary: MissionExposure };
export type Situation = {
	open: Measured;
	offLimits: Measured;
	/** Places of which the accuracies leave open whether a zone covers them. */
	doubtful: number;
};

export type WhatIfOptions = { ringsMetres: readonly number[]; on: Day };

/** Measures the day as the scenario would have it; with NO_CHANGE, as it was. */
export function measureSituation(
	standings: readonly Standing[],
	deployments: readonly LocatedDeployment[],
	scenario: Scenario,
	{ ringsMetres, on }: WhatIfOptions
): Situation {
	const bases = moveBases(deployments, scenario);
	const measure = (wanted: boolean): Measured => {
		const places = standings.filter((each) => isOpen(each, scenario) === wanted);
		const proximity = measureProximity(
			places.map(({ place }) => place),
			bases,
			{ ringsMetres, when: { at: on } }
		);
		return { proximity, summary: summarizeExposure(proximity) };
	};
	return {
		open: measure(true),
		offLimits: measure(false),
		doubtful: standings.filter(
			({ place, doubtful }) => doubtful && !scenario.designated.includes(place.id)
		).length
	};
}

/** Whether nothing would forbid the place. */
export function isOpen({ place, rules }: Standing, { designated, lifted }: Scenario): boolean {
	return !designated.includes(place.id) && rules.every((rule) => lifted.includes(rule));
}

/** The deployments as the scenario places them; their accuracies stay. */
export function moveBases<D extends LocatedDeployment>(
	deployments: readonly D[],
	{ moved }: Pick<Scenario, 'moved'>
): D[] {
	const positions = new Map(moved.map(({ id, position }) => [id, position]));
	return deployments.map((deployment) => {
		const coordinates = positions.get(deployment.id);
		return coordinates ? { ...deployment, geometry: { type: 'Point', coordinates } } : deployment;
	});
}

export const TARGET_KINDS = ['mission', 'base', 'places'] as const;
/** What open exposure shall be brought down to. */
export type Target =
	/** Person-places of the mission in all. */
	| { kind: 'mission'; atMost: number }
	/** Person-places of every base whose strength is on record. */
	| { kind: 'base'; atMost: number }
	/** Open places within a ring of every base. */
	| { kind: 'places'; atMost: number; ringMetres: number };

/** At the recorded positions, or as many as the accuracies possibly allow. */
export const TARGET_BANDS = ['measured', 'possible'] as const;
export type TargetBand = (typeof TARGET_BANDS)[number];

export type SmallestSet = Omit<Cover, 'chosen'> & {
	/** Ids of places to designate, those that count most first. */
	places: string[];
	/** Bases above the target now; of the mission's sum 1 or 0. */
	aboveTarget: number;
};

/**
 * The fewest open places whose designation brings exposure down to a target. Summed over the mission
 * that is simply the largest first. For every base it is a multicover problem, for which see
 * smallest-cover.ts.
 */
export function findSmallestSet(
	open: readonly KnownPlace[],
	deployments: readonly LocatedDeployment[],
	target: Target,
	band: TargetBand,
	{ ringsMetres, on }: WhatIfOptions
): SmallestSet {
	const rings = target.kind === 'places' ? [target.ringMetres] : ringsMetres;
	const { places, deployments: bases } = measureProximity(open, deployments, {
		ringsMetres: rings,
		when: { at: on }
	});
	const columns = new Map(places.map(({ id }) => [id, new Map<number, number>()]));
	const demands: number[] = [];
	if (target.kind === 'mission') {
		// One sum: what each place adds to it.
		for (const { id, exposure } of places) columns.get(id)!.set(0, exposure?.[band] ?? 0);
		demands.push(
			places.reduce((sum, { exposure }) => sum + (exposure?.[band] ?? 0), -target.atMost)
		);
	} else {
		// A row for each base above the target, in rings in which places lie: whole numbers.
		const byId = new Map(deployments.map((each) => [each.id, each]));
		for (const { id, rings: counts } of bases) {
			const base = byId.get(id)!;
			const personnel = target.kind === 'base' ? strengthOn(base, on) : 1;
			if (!personnel) continue;
			const allowed = Math.floor((target.atMost / personnel) * rings.length + 1e-9);
			if (counts.reduce((sum, count) => sum + count[band], -allowed) <= 0) continue;
			const row = demands.push(-allowed) - 1;
			for (const near of listNear(base, open, rings.at(-1)!, { at: on })) {
				const slack = band === 'possible' ? near.uncertaintyMetres : 0;
				const inside = rings.filter((ring) => near.distanceMetres - slack <= ring).length;
				if (inside > 0) columns.get(near.item.id)!.set(row, inside);
				demands[row]! += inside;
			}
		}
	}
	const ids = [...columns.keys()];
	const { chosen, ...cover } = findSmallestCover({
		demands,
		columns: ids.map((id) => [...columns.get(id)!])
	});
	return {
		places: chosen.map((column) => ids[column]!),
		aboveTarget: demands.filter((each) => each > 0).length,
		...cover
	};
}
