/** Deployments as of a day, with their strength and the places around them on that day. */
import type { DatedDesignation, Day, Deployment, Instant, Mission, Role } from '$lib/core/domain';
import { fold } from '$lib/core/search';
import { analyse, placesInForce } from '../analysis/analysis-rows';
import type { BaseRow } from '../analysis/analysis-rows';

export const MAY_WRITE_DEPLOYMENTS: readonly Role[] = [
	'analyst',
	'head_of_mission',
	'administrator'
];

export function rowsOn(
	deployments: readonly Deployment[],
	designations: readonly DatedDesignation[],
	mission: Pick<Mission, 'ringsMetres' | 'timeZone'>,
	on: Day,
	at: Instant
): BaseRow[] {
	const places = placesInForce(designations, at, mission.timeZone);
	return analyse(places, deployments, on, mission.ringsMetres).bases;
}

export function searchRows(rows: BaseRow[], query: string): BaseRow[] {
	const wanted = fold(query);
	if (wanted === '') return rows;
	return rows.filter(({ base }) =>
		[base.name, ...base.alternateNames, base.unit, base.town, base.region, base.force].some(
			(text) => text && fold(text).includes(wanted)
		)
	);
}
