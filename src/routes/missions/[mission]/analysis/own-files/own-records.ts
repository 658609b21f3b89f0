/** The mission's own records as one side of the question: a point each, under a name of its own. */
import type { Geometry } from 'geojson';
import type { Day, Deployment } from '$lib/core/domain';
import { middleOf } from '$lib/core/geo';
import { isValidOn } from '$lib/core/period';
import { strengthOn } from '$lib/core/strength';
import { placeTitle, type Place } from '../analysis-rows';
import type { Columns } from './sides';

export type OwnRecords = { columns: Columns; withoutStrength: number };

export function placeRecords(places: readonly Place[], locale: string): OwnRecords {
	return toColumns(places.map((place) => ({ ...place, title: placeTitle(place, locale) })));
}

/** Those of the day; an unknown strength counts as none, and is counted. */
export function deploymentRecords(deployments: readonly Deployment[], day: Day): OwnRecords {
	return toColumns(
		deployments
			.filter(({ period }) => isValidOn(period, day))
			.map((each) => ({ ...each, title: each.name, personnel: strengthOn(each, day) }))
	);
}

type Titled = { id: string; title: string; geometry: Geometry; personnel?: number | null };

function toColumns(records: readonly Titled[]): OwnRecords {
	const times = new Map<string, number>();
	for (const { title } of records) times.set(title, (times.get(title) ?? 0) + 1);
	const positions = records.map(({ geometry }) => middleOf(geometry));
	return {
		columns: {
			// Names may be shared; what is told apart by its name alone keeps it.
			ids: records.map(({ id, title }) => (times.get(title) === 1 ? title : `${title} (${id})`)),
			lng: Float64Array.from(positions, ([lng]) => lng),
			lat: Float64Array.from(positions, ([, lat]) => lat),
			personnel: Float64Array.from(records, ({ personnel }) => personnel ?? 0)
		},
		withoutStrength: records.filter(({ personnel }) => personnel === null).length
	};
}
