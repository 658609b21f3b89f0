/** The colour of each kind of finding, shared by map and legend. */
import type { MapColours } from '$lib/ui/palette';
import type { Mark } from './hotspot-findings';

export function markColour({ hotspots, heat, prohibition }: MapColours, mark: Mark): string {
	const colours: Record<Mark, string> = {
		veryHot: hotspots.hot[1],
		hot: hotspots.hot[0],
		none: heat.zero,
		cold: hotspots.cold[0],
		veryCold: hotspots.cold[1],
		cluster: hotspots.hot[1],
		doubtful: heat.zero,
		group: prohibition.line,
		alone: heat.zero
	};
	return colours[mark];
}

/** Of areas: the basemap shows through. */
export const FILL_OPACITY = 0.55;

/** Marks whose edge is dashed on the map. */
export const DASHED: readonly Mark[] = ['cold', 'veryCold', 'doubtful'];
