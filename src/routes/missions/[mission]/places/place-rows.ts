/** Establishments of the register with the designation that binds on a day, if one does. */
import type { DatedDesignation, Establishment, Instant, Role } from '$lib/core/domain';
import { hasLapsed } from '$lib/core/directive';
import { isInForce } from '$lib/core/period';
import { fold } from '$lib/core/search';

export const MAY_WRITE_PLACES: readonly Role[] = ['focal_point', 'head_of_mission'];

export type RegisterRow = { place: Establishment; listed: DatedDesignation | null };
export const SHOWN = ['all', 'listed', 'unlisted'] as const;
export type Shown = (typeof SHOWN)[number];

export function registerOn(
	establishments: readonly Establishment[],
	designations: readonly DatedDesignation[],
	at: Instant
): RegisterRow[] {
	const binding = new Map(
		designations
			.filter((each) => each.establishmentId && isInForce(each, at) && !hasLapsed(each, at))
			.map((each) => [each.establishmentId, each])
	);
	return establishments.map((place) => ({ place, listed: binding.get(place.id) ?? null }));
}

export function filterRegister(rows: RegisterRow[], query: string, shown: Shown): RegisterRow[] {
	const wanted = fold(query);
	return rows
		.filter(({ listed }) => shown === 'all' || (shown === 'listed') === (listed !== null))
		.filter(
			({ place }) =>
				wanted === '' ||
				[...place.names.map(({ text }) => text), place.address, place.town, place.region].some(
					(text) => text && fold(text).includes(wanted)
				)
		);
}
