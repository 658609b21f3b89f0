/** The fixed classes of the heat, apart from its geometry: a legend needs no H3. */

/** One class of a legend: at least `from` and below `until`; null: no upper limit. */
export type HeatClass = { from: number; until: number | null };

/** Reports received in a cell. The first class begins at the least minimum that a mission may set. */
export const COUNT_CLASSES: readonly HeatClass[] = [
	{ from: 5, until: 10 },
	{ from: 10, until: 25 },
	{ from: 25, until: 50 },
	{ from: 50, until: null }
];

/** Reports per 100 km² of the smoothed surface. */
export const SURFACE_CLASSES: readonly HeatClass[] = [
	{ from: 2, until: 6 },
	{ from: 6, until: 15 },
	{ from: 15, until: 40 },
	{ from: 40, until: null }
];

/** Number of the class that a value falls into; -1 below the first. */
export function classOf(classes: readonly HeatClass[], value: number): number {
	return classes.findLastIndex((each) => value >= each.from);
}
