/** The heat's released cells as a table; apart from sheet.ts, because H3 weighs 75 kB. */
import type { AllegationHeat, AllegationType, ReleasedCounts } from '$lib/core/domain';
import { toCellFeatures } from '$lib/core/heat';
import { sumReleased } from '$lib/core/released-counts';
import type { Sheet } from './sheet';

/** Released cells of the heat, with the filter they were counted under. */
export function toHeatSheet(heat: AllegationHeat): Sheet {
	const rows = toCellFeatures(heat.cells).features.map(({ geometry, properties }) => ({
		id: properties.cell,
		geometry,
		accuracyMetres: null,
		cells: {
			reports_received: properties.count,
			from_year: heat.fromYear,
			to_year: heat.toYear,
			type: heat.type ?? 'all',
			least_released: heat.minimumCell,
			something_withheld: heat.withheld
		}
	}));
	return { name: 'allegation-cells', rows };
}

/** The same, a row for each cell and year. */
export function toYearSheet(
	released: ReleasedCounts,
	{ fromYear, toYear }: { fromYear: number; toYear: number },
	type: AllegationType | null
): Sheet {
	const rows = released.years
		.filter(({ year }) => year >= fromYear && year <= toYear)
		.flatMap(({ year }) =>
			toHeatSheet(sumReleased(released, { fromYear: year, toYear: year, type })).rows.map(
				(row) => ({ ...row, id: `${row.id}-${year}` })
			)
		);
	return { name: 'allegation-cells-by-year', rows };
}
