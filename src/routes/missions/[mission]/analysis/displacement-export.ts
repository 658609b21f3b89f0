/** Displacement as a sheet: counts with their bounds, figures unrounded, and how they were made. */
import type { Geometry } from 'geojson';
import type { Displacement, DisplacementOptions } from '$lib/core/displacement';
import type { Count } from '$lib/core/proximity';
import type { Cell, Sheet } from '$lib/publish/sheet';
import { METHOD } from './analysis-export';

const inBands = (name: string, { measured, definite, possible }: Count): Record<string, Cell> => ({
	[name]: measured,
	[`${name}_at_least`]: definite,
	[`${name}_at_most`]: possible
});
/** A sheet has no infinity: an empty cell would be no answer. */
const finite = (value: number | undefined): Cell =>
	value === undefined ? null : Number.isFinite(value) ? value : 'infinite';

export function toDisplacementSheet(
	rows: readonly Displacement[],
	titleOf: (row: Displacement) => string,
	geometryOf: (row: Displacement) => Geometry | null
): Sheet {
	return {
		name: 'displacement',
		rows: rows.map((row) => ({
			id: row.id,
			geometry: geometryOf(row),
			accuracyMetres: null,
			cells: {
				designated: titleOf(row),
				took_effect: row.day,
				days_compared: row.days,
				centres: row.centres.length,
				...inBands('near_before', row.near.before),
				...inBands('near_after', row.near.after),
				...inBands('far_before', row.far.before),
				...inBands('far_after', row.far.after),
				between: row.appearances.filter(({ where }) => where === 'between').length,
				ratio: finite(row.test?.oddsRatio),
				ratio_lower_95: finite(row.test?.interval[0]),
				ratio_upper_95: finite(row.test?.interval[1]),
				p: finite(row.test?.p),
				least_p: finite(row.test?.leastP),
				q: row.q,
				result: row.verdict
			}
		}))
	};
}

/** Exports speak English, as their columns do. */
export const methodOf = (
	{ around, nearMetres, farMetres, windowDays }: DisplacementOptions,
	appear: string
): string =>
	[
		`Places counted by the day they appeared (${appear}), up to ${windowDays} days before and after, as many on either side;`,
		`near: within ${nearMetres} m of ${around === 'bases' ? `the bases within ${farMetres} m of what was designated` : 'what was designated'};`,
		`far: beyond ${farMetres} m of every ${around === 'bases' ? 'base' : 'designated place'}.`,
		"Fisher's exact test with conditional ratio and 95 % interval; q: Benjamini and Hochberg over all that could be tested.",
		METHOD
	].join(' ');
