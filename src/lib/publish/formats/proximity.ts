/** What was measured between points, as files: piece by piece, since a million places are 200 MB. */
import type { Proximities } from '$lib/core/proximity/in-parallel';
import { toField } from './csv';

/** With the ids that the numbers of `found` stand for. */
export type MeasuredPoints = {
	places: readonly string[];
	sites: readonly string[];
	ringsMetres: readonly number[];
	found: Proximities;
};

type Nearest = { nearest: Int32Array; distanceMetres: Float64Array };

const metresAt = ({ nearest, distanceMetres }: Nearest, i: number) =>
	nearest[i]! < 0 ? null : distanceMetres[i]!;

/** One document; a line for each place and site. */
export function* renderProximityJson(measured: MeasuredPoints): Generator<string> {
	const { places, sites, ringsMetres, found } = measured;
	const byRing = (values: ArrayLike<number>, i: number) =>
		Object.fromEntries(ringsMetres.map((ring, k) => [ring, values[i * ringsMetres.length + k]]));
	yield '{"places":[';
	for (const [i, id] of places.entries()) {
		const place = {
			id,
			nearestSite: sites[found.places.nearest[i]!] ?? null,
			distanceMetres: metresAt(found.places, i),
			personnelWithin: byRing(found.places.personnel, i)
		};
		yield `${i > 0 ? ',' : ''}\n${JSON.stringify(place)}`;
	}
	yield '\n],"sites":[';
	for (const [j, id] of sites.entries()) {
		const site = {
			id,
			nearestPlace: places[found.sites.nearest[j]!] ?? null,
			distanceMetres: metresAt(found.sites, j),
			placesWithin: byRing(found.sites.counts, j)
		};
		yield `${j > 0 ? ',' : ''}\n${JSON.stringify(site)}`;
	}
	yield '\n]}\n';
}

/** The places of the same answer, as a table. */
export function* renderPlacesCsv(measured: MeasuredPoints): Generator<string> {
	const { places, sites, ringsMetres, found } = measured;
	yield headingOf('nearest_site', 'personnel_within', ringsMetres);
	for (const [i, id] of places.entries()) {
		yield lineOf(
			id,
			sites[found.places.nearest[i]!],
			found.places,
			found.places.personnel,
			i,
			ringsMetres
		);
	}
}

/** The sites of the same answer, as a table. */
export function* renderSitesCsv(measured: MeasuredPoints): Generator<string> {
	const { places, sites, ringsMetres, found } = measured;
	yield headingOf('nearest_place', 'places_within', ringsMetres);
	for (const [j, id] of sites.entries()) {
		yield lineOf(
			id,
			places[found.sites.nearest[j]!],
			found.sites,
			found.sites.counts,
			j,
			ringsMetres
		);
	}
}

/** Spreadsheets take UTF-8 for something else without the mark in front. */
const headingOf = (nearest: string, within: string, rings: readonly number[]) =>
	`\ufeff${['id', nearest, 'distance_metres', ...rings.map((ring) => `${within}_${ring}_metres`)].join(',')}\r\n`;

function lineOf(
	id: string,
	nearest: string | undefined,
	figures: Nearest,
	within: ArrayLike<number>,
	i: number,
	rings: readonly number[]
): string {
	const ownRings = rings.map((_, ring) => within[i * rings.length + ring]!);
	const cells = [id, nearest ?? null, metresAt(figures, i), ...ownRings];
	return `${cells.map(toField).join(',')}\r\n`;
}
