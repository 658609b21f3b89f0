/** What is shown, as a file: the rows in their order, with what they are and how they were made. */
import type { Instant, Mission } from '$lib/core/domain';
import { EARTH_RADIUS_METRES } from '$lib/core/geo';
import { renderCsv } from '$lib/publish/formats/csv';
import { renderGeoJson } from '$lib/publish/formats/geojson';
import { fileNameOf, toDeploymentsProximitySheet, toPlacesSheet } from '$lib/publish/sheet';
import type { About, Labelled, Sheet } from '$lib/publish/sheet';
import { saveFile } from '$lib/ui/save-file';
import type { Analysis, BaseRow, Place, PlaceRow } from './analysis-rows';
import { placeTitle } from './analysis-rows';

export const METHOD =
	`Great-circle distance on a sphere of radius ${EARTH_RADIUS_METRES} m (Turf), edge to edge for areas; ` +
	'pairs existed together on the day; bounds from the sum of both accuracies.';

export type ExportFormat = 'csv' | 'geojson';

export function toBaseSheet({ bases, places, proximity }: Analysis, rows: BaseRow[]): Sheet {
	const baseById = new Map(bases.map(({ base }) => [base.id, base]));
	const placeById = new Map(places.map(({ place }) => [place.id, place]));
	return toDeploymentsProximitySheet(
		rows.map(({ measured }) => measured),
		proximity.ringsMetres,
		(id) => {
			const base = baseById.get(id)!;
			const { name, kind, town, region, force, unit } = base;
			return { name, kind, town, region, force, unit, record: base };
		},
		(id) => labelPlace(placeById.get(id)!)
	);
}

export function toPlaceSheet({ bases, places, proximity }: Analysis, rows: PlaceRow[]): Sheet {
	const baseById = new Map(bases.map(({ base }) => [base.id, base]));
	const placeById = new Map(places.map(({ place }) => [place.id, place]));
	return toPlacesSheet(
		rows.map(({ measured }) => measured),
		proximity.ringsMetres,
		(id) => labelPlace(placeById.get(id)!),
		(id) => {
			const base = baseById.get(id)!;
			const { name, kind, town, region } = base;
			return { name, kind, town, region, record: base };
		}
	);
}

function labelPlace(place: Place): Labelled {
	const { establishmentKind, kind, town, region } = place;
	return {
		name: placeTitle(place, 'en'),
		kind: establishmentKind ?? kind,
		town,
		region,
		record: place
	};
}

/** The list that is published now. */
export type ListInForce = { sequence: number; effectiveFrom: Instant } | null;

/** What the files of this mission say about themselves. */
export function aboutMission(
	mission: Mission,
	list: ListInForce,
	{ generated, asOf, method, sources }: Pick<About, 'generated' | 'asOf' | 'method' | 'sources'>
): About {
	return {
		mission: mission.slug,
		note: mission.statusNote.en ?? Object.values(mission.statusNote)[0] ?? null,
		exercise: mission.exercise,
		version: list && `list ${list.sequence}, in force since ${list.effectiveFrom}`,
		generated,
		asOf,
		method,
		sources
	};
}

/** Hands a file to the browser's own download. */
export function download(sheet: Sheet, about: About, format: ExportFormat): void {
	const [text, type] =
		format === 'csv'
			? [renderCsv(sheet, about), 'text/csv;charset=utf-8']
			: [renderGeoJson(sheet, about), 'application/geo+json'];
	saveFile(new Blob([text], { type }), fileNameOf(sheet, about, format));
}
