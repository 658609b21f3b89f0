/** Designations of drafts and of published versions in one form, so that both are shown alike. */
import type {
	DraftDesignation,
	Establishment,
	Instant,
	PublishedDesignation,
	Day
} from '$lib/core/domain';

export type Shown = DraftDesignation &
	Pick<
		PublishedDesignation,
		'names' | 'kindOfEstablishment' | 'address' | 'town' | 'region' | 'accuracyMetres'
	> & { lapsesAt: Instant | null; addedOn: Day | null };

/**
 * A draft's establishment speaks with the names and place of the register, as publication would
 * write them down. One that left the register has no names: the list says so.
 */
export function showDraft(
	designations: readonly DraftDesignation[],
	register: ReadonlyMap<string, Establishment>
): Shown[] {
	return designations.map((designation) => {
		const place = designation.establishmentId
			? register.get(designation.establishmentId)
			: undefined;
		return {
			...designation,
			geometry: place?.geometry ?? designation.geometry,
			names: place?.names ?? [],
			kindOfEstablishment: place?.kind ?? null,
			address: place?.address ?? null,
			town: place?.town ?? null,
			region: place?.region ?? null,
			accuracyMetres: place?.accuracyMetres ?? 0,
			lapsesAt: null,
			addedOn: null
		};
	});
}

/** Entries by region and town; what has no town (zones, classes, curfews) comes first under ''. */
export function groupByPlace(
	entries: readonly Shown[],
	compare: (a: string, b: string) => number
): [string, Shown[]][] {
	const groups = new Map<string, Shown[]>();
	for (const entry of entries) {
		const place =
			entry.kind === 'establishment' ? [entry.region, entry.town].filter(Boolean).join(' · ') : '';
		groups.set(place, [...(groups.get(place) ?? []), entry]);
	}
	return [...groups].sort(([a], [b]) => compare(a, b));
}
