/** Entries of the list as the map's Off-Limits layer draws them. */
import type { Locale } from '$lib/core/domain';
import type { ListEntry, ListInForce } from '$lib/core/list';
import { shownName } from '$lib/map/features';
import type { DrawnDesignation } from '$lib/map/features';

export function toDrawn(list: ListInForce, locale: Locale): DrawnDesignation[] {
	return list.directives
		.flatMap((directive) => directive.entries)
		.filter((entry) => entry.geometry !== null)
		.map((entry) => ({
			id: entry.id,
			kind: entry.kind,
			kindOfEstablishment: entry.establishmentKind,
			geometry: entry.geometry,
			accuracyMetres: entry.accuracyMetres,
			bufferMetres: entry.bufferMetres,
			emergency: entry.emergency,
			title: titleOf(entry, locale)
		}));
}

/** The one name an entry is called by where there is room for one. */
export function titleOf(entry: ListEntry, locale: Locale): string {
	return (
		shownName(entry.names) ?? entry.name[locale] ?? Object.values(entry.name).find(Boolean) ?? ''
	);
}
