/** The list in the order it is read: by town, or by distance from a position known to this device. */
import type { ListDirective, ListEntry, ListInForce } from '$lib/core/list';
import type { LngLat } from '$lib/core/domain';
import { distanceToGeometry } from '$lib/core/geo';
import { hasLapsed } from '$lib/core/directive';
import { findMatches, indexTexts } from '$lib/core/search';

export type ListedEntry = {
	entry: ListEntry;
	directive: ListDirective;
	distanceMetres: number | null;
};

export type ListGroup =
	| { kind: 'everywhere' | 'areas' | 'nearest' | 'noTown'; town: null; entries: ListedEntry[] }
	| { kind: 'town'; town: string; region: string | null; entries: ListedEntry[] };

/** What binds at an instant; a device may hold a list longer than an emergency measure lasts. */
export function listBinding(
	list: Pick<ListInForce, 'directives'>,
	at: string,
	from: LngLat | null
): ListedEntry[] {
	return list.directives.flatMap((directive) =>
		directive.entries
			.filter((entry) => !hasLapsed(entry, at))
			.map((entry) => ({
				entry,
				directive,
				distanceMetres: from && entry.geometry ? distanceToGeometry(from, entry.geometry) : null
			}))
	);
}

/** Entries that answer a query, best first; all of them for an empty one. */
export function searchEntries(entries: ListedEntry[], query: string): ListedEntry[] {
	if (query.trim() === '') return entries;
	const index = indexTexts(entries, ({ entry }) => [
		...entry.names.map(({ text }) => text),
		...Object.values(entry.name),
		entry.address,
		entry.town,
		entry.region
	]);
	return findMatches(index, query, entries.length).map(({ item }) => item);
}

export function groupEntries(
	entries: ListedEntry[],
	byDistance: boolean,
	compare: (a: string, b: string) => number
): ListGroup[] {
	const everywhere = entries.filter(({ entry }) => entry.kind === 'class');
	const placed = entries.filter(({ entry }) => entry.kind !== 'class');
	const groups: ListGroup[] = [{ kind: 'everywhere', town: null, entries: everywhere }];
	if (byDistance) {
		const nearest = [...placed].sort(
			(a, b) => (a.distanceMetres ?? Infinity) - (b.distanceMetres ?? Infinity)
		);
		groups.push({ kind: 'nearest', town: null, entries: nearest });
	} else {
		groups.push(...groupByTown(placed, compare));
	}
	return groups.filter(({ entries }) => entries.length > 0);
}

function groupByTown(
	placed: ListedEntry[],
	compare: (a: string, b: string) => number
): ListGroup[] {
	const areas = placed.filter(({ entry }) => entry.kind !== 'establishment');
	const establishments = placed.filter(({ entry }) => entry.kind === 'establishment');
	const towns = new Map<string, ListedEntry[]>();
	for (const listed of establishments) {
		const town = listed.entry.town ?? '';
		towns.set(town, [...(towns.get(town) ?? []), listed]);
	}
	const named = [...towns]
		.filter(([town]) => town !== '')
		.sort(([a], [b]) => compare(a, b))
		.map(([town, entries]): ListGroup => {
			const region = entries[0]?.entry.region ?? null;
			return { kind: 'town', town, region, entries: sortByName(entries, compare) };
		});
	return [
		{ kind: 'areas', town: null, entries: areas },
		...named,
		{ kind: 'noTown', town: null, entries: towns.get('') ?? [] }
	];
}

const sortByName = (entries: ListedEntry[], compare: (a: string, b: string) => number) =>
	[...entries].sort((a, b) => compare(a.entry.names[0]?.text ?? '', b.entry.names[0]?.text ?? ''));
