/** Records and measured proximity joined into the rows of the two tables. */
import type {
	DatedDesignation,
	Day,
	Deployment,
	DesignationKind,
	EstablishmentKind,
	EstablishmentName,
	Instant,
	Reason,
	Text
} from '$lib/core/domain';
import { listedPlaces } from '$lib/core/listed-places';
import { isValidOn } from '$lib/core/period';
import { measureProximity } from '$lib/core/proximity';
import type { DeploymentProximity, Located, PlaceProximity, Proximity } from '$lib/core/proximity';
import { fold } from '$lib/core/search';
import type { RegisterRow } from '../places/place-rows';
import type { AnalysisState } from './analysis-state';

/** A place that proximity is measured to: a designation in force, or an establishment on record. */
export type Place = Located & {
	names: EstablishmentName[];
	name: Text;
	kind: DesignationKind;
	establishmentKind: EstablishmentKind | null;
	town: string | null;
	region: string | null;
	reason: Reason | null;
	/** Off-Limits on the day that is looked at; otherwise only known. */
	listed: boolean;
};

export type PlaceRow = { place: Place; measured: PlaceProximity; nearest: Deployment | null };
export type BaseRow = { base: Deployment; measured: DeploymentProximity; nearest: Place | null };

export type Analysis = { proximity: Proximity; places: PlaceRow[]; bases: BaseRow[] };

/** Designations that bind at an instant, in the words of the tables. */
export function placesInForce(
	designations: readonly DatedDesignation[],
	at: Instant,
	timeZone: string
): Place[] {
	return listedPlaces(designations, at, timeZone).map((each) => ({
		...each,
		establishmentKind: each.kindOfEstablishment,
		listed: true
	}));
}

/** Establishments that existed on the day, each with what the list says of it. */
export function placesOnRecord(rows: readonly RegisterRow[], on: Day): Place[] {
	return rows
		.filter(({ place }) => isValidOn(place.period, on))
		.map(({ place, listed }) => ({
			...place,
			name: {},
			kind: 'establishment',
			establishmentKind: place.kind,
			reason: listed?.reason ?? null,
			listed: listed !== null
		}));
}

export function analyse(
	places: readonly Place[],
	deployments: readonly Deployment[],
	on: Day,
	ringsMetres: readonly number[]
): Analysis {
	const proximity = measureProximity(places, deployments, { ringsMetres, when: { at: on } });
	const placeById = new Map(places.map((each) => [each.id, each]));
	const baseById = new Map(deployments.map((each) => [each.id, each]));
	return {
		proximity,
		places: proximity.places.flatMap((measured) => {
			const place = placeById.get(measured.id);
			const nearest = (measured.nearest && baseById.get(measured.nearest.id)) ?? null;
			return place ? [{ place, measured, nearest }] : [];
		}),
		bases: proximity.deployments.flatMap((measured) => {
			const base = baseById.get(measured.id);
			const nearest = (measured.nearest && placeById.get(measured.nearest.id)) ?? null;
			return base ? [{ base, measured, nearest }] : [];
		})
	};
}

type Filter = Pick<AnalysisState, 'ring' | 'region' | 'kind' | 'force' | 'query'>;

const matches = (query: string, texts: readonly (string | null)[]) => {
	const wanted = fold(query);
	return wanted === '' || texts.some((text) => text && fold(text).includes(wanted));
};

/** True when something possibly lies within the ring that is asked for. */
function reaches(
	measured: { rings: { possible: number }[] },
	rings: number[],
	ring: number | null
) {
	const at = ring === null ? -1 : rings.indexOf(ring);
	return at < 0 || (measured.rings[at]?.possible ?? 0) > 0;
}

export function filterPlaces({ places, proximity }: Analysis, filter: Filter): PlaceRow[] {
	return places.filter(
		({ place, measured, nearest }) =>
			reaches(measured, proximity.ringsMetres, filter.ring) &&
			(filter.region === null || place.region === filter.region) &&
			(filter.kind === null || (place.establishmentKind ?? place.kind) === filter.kind) &&
			(filter.force === null || nearest?.force === filter.force) &&
			matches(filter.query, [
				...place.names.map(({ text }) => text),
				...Object.values(place.name),
				place.town
			])
	);
}

export function filterBases({ bases, proximity }: Analysis, filter: Filter): BaseRow[] {
	return bases.filter(
		({ base, measured }) =>
			reaches(measured, proximity.ringsMetres, filter.ring) &&
			(filter.region === null || base.region === filter.region) &&
			(filter.kind === null || base.kind === filter.kind) &&
			(filter.force === null || base.force === filter.force) &&
			matches(filter.query, [base.name, ...base.alternateNames, base.unit, base.town])
	);
}

export const distinct = (values: readonly (string | null)[]): string[] =>
	[...new Set(values.filter((value) => value !== null))].sort();

/** The name by which a place stands in a table: as on its sign first. */
export function placeTitle({ names, name }: Pick<Place, 'names' | 'name'>, locale: string): string {
	const sign = names.filter(({ status }) => status === 'sign');
	const shown = (sign.length > 0 ? sign : names.slice(0, 1)).map(({ text }) => text);
	return (
		shown.join(' / ') ||
		(name as Record<string, string | undefined>)[locale] ||
		Object.values(name).find(Boolean) ||
		''
	);
}
