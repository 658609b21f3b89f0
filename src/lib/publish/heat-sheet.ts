/** The heat's released cells as a table; apart from sheet.ts, because H3 weighs 75 kB. */
import type { AllegationHeat } from '$lib/core/domain';
import { toCellFeatures } from '$lib/core/heat';
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
