/** What of the map a person may switch, and when on the time slider something changed. */
import type { Day, Instant, Text } from '$lib/core/domain';
import { dayAt } from '$lib/core/period';
import { MAP_LAYERS, type MapLayer } from '$lib/map/view-state';

export type Sees = { deployments: boolean; heat: boolean; drafts: boolean };

/** Layers this person's role may see. The data of the others is not there either. */
export function listAllowed(sees: Sees): MapLayer[] {
	const refused: Partial<Record<MapLayer, boolean>> = {
		deployments: !sees.deployments,
		drafts: !sees.drafts,
		heat: !sees.heat,
		register: !sees.heat
	};
	return MAP_LAYERS.filter((layer) => !refused[layer]);
}

type Version = { number: number; version: number; title: Text; effectiveFrom: Instant };

/** The days on which a directive's version took effect, earliest first. */
export function markChanges(
	versions: readonly Version[],
	timeZone: string,
	label: (version: Version) => string
): { day: Day; label: string }[] {
	return versions
		.map((version) => ({ day: dayAt(version.effectiveFrom, timeZone), label: label(version) }))
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}
