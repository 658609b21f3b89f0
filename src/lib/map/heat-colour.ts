import type { MapColours } from '$lib/ui/palette';

/** The colour of a class: the palette has one more, for counts that start lower than these do. */
export const heatColour = ({ heat }: MapColours, index: number): string =>
	heat.classes[Math.min(index + 1, heat.classes.length - 1)] ?? heat.noData;
