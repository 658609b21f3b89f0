/** One search over what the map can show, the gazetteer's places, and coordinates as typed. */
import { parseCoordinates, formatMgrs } from '$lib/core/coordinates';
import type { LngLat, Locale } from '$lib/core/domain';
import { findMatches, indexTexts, type SearchIndex } from '$lib/core/search';
import { isWithin, type Bounds } from '$lib/map/camera';
import { keyOf, type ShownRecord } from './records';

/** An entry of static/basemap/gazetteer-*.json. */
export type GazetteerPlace = {
	id: string;
	kind: 'city' | 'town' | 'village' | 'municipality';
	name: string;
	names: Record<string, string>;
	alternates: string[];
	position: LngLat;
	populationClass: number;
};

export type SearchHit =
	| { key: string; kind: 'record'; record: ShownRecord; matched: string; former: boolean }
	| { key: string; kind: 'place'; place: GazetteerPlace; name: string; matched: string }
	| { key: string; kind: 'coordinates'; position: LngLat; accuracyMetres: number; name: string };

type Item = { kind: 'record'; record: ShownRecord } | { kind: 'place'; place: GazetteerPlace };

function textsOf(item: Item): (string | null)[] {
	if (item.kind === 'place') {
		const { name, names, alternates } = item.place;
		return [name, ...Object.values(names), ...alternates];
	}
	const { record } = item;
	switch (record.kind) {
		case 'deployment':
			return [record.title, ...record.of.alternateNames, record.of.unit];
		case 'designation':
		case 'establishment':
			return [record.title, ...record.of.names.map(({ text }) => text), record.of.address];
		default:
			return [record.title];
	}
}

/** The page's own thread is left alone after so long. */
const SLICE_MS = 20;

/**
 * Folds all names once, to be searched as often as a key is pressed: a slice at a time, because there
 * may be tens of thousands. `tell` is given the whole; a few are told at once. Returns how to stop.
 */
export function indexPlaces(
	records: readonly ShownRecord[],
	places: readonly GazetteerPlace[],
	tell: (index: SearchIndex<Item>) => void
): () => void {
	const items: Item[] = [
		...records.map((record) => ({ kind: 'record' as const, record })),
		...places.map((place) => ({ kind: 'place' as const, place }))
	];
	const index: SearchIndex<Item> = [];
	let from = 0;
	let later: ReturnType<typeof setTimeout> | undefined;
	function fold() {
		const until = performance.now() + SLICE_MS;
		while (from < items.length && performance.now() < until) {
			index.push(...indexTexts(items.slice(from, (from += 100)), textsOf));
		}
		if (from < items.length) later = setTimeout(fold);
		else tell(index);
	}
	fold();
	return () => clearTimeout(later);
}

const isFormer = (record: ShownRecord, text: string) =>
	(record.kind === 'designation' || record.kind === 'establishment') &&
	record.of.names.some((name) => name.text === text && name.status === 'former');

export function searchPlaces(
	index: SearchIndex<Item>,
	query: string,
	locale: Locale,
	limit = 12
): SearchHit[] {
	const typed = parseCoordinates(query);
	if (typed) {
		const name = formatMgrs(typed.position, typed.accuracyMetres) ?? query.trim();
		return [{ key: 'coordinates', kind: 'coordinates', ...typed, name }];
	}
	return findMatches(index, query, limit).map(({ item, text }): SearchHit => {
		if (item.kind === 'record') {
			const { record } = item;
			const former = isFormer(record, text);
			return { key: keyOf(record), kind: 'record', record, matched: text, former };
		}
		const { place } = item;
		const name = place.names[locale] ?? place.name;
		return { key: place.id, kind: 'place', place, name, matched: text };
	});
}

/** The gazetteers that come with the basemap; only places of the mission's own area are kept. */
export async function loadGazetteer(area: Bounds): Promise<GazetteerPlace[]> {
	const response = await fetch('/basemap/gazetteer-kosovo.json');
	if (!response.ok) return [];
	const { places } = (await response.json()) as { places: GazetteerPlace[] };
	return places.filter(({ position }) => isWithin(position, area));
}
