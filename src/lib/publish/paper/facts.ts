/** What a directive on paper is made of: published facts alone, so that a version prints the same for ever. */
import type { DirectiveVersion, Locale, PublishedDesignation } from '$lib/core/domain';
import type { ListOfVersion } from '$lib/core/list';

export const PAPER_SIZES = ['a4', 'letter'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];
export const PAPER_KINDS = ['directive', 'poster'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export type PaperOptions = { kind: PaperKind; locale: Locale; size: PaperSize };

export type PaperFacts = {
	version: DirectiveVersion;
	/** The version it took the place of. */
	previous: DirectiveVersion | null;
	/** The list published with the version: the mission, contacts and consequences as they were. */
	list: ListOfVersion;
	/** Where the version is read on this server; null where no reader could reach it. */
	address: string | null;
};

/** The part that is the same in every file's name: "kosovo-directive-3-2-ar-exercise.pdf". */
export function paperFileName(
	{ version, list }: PaperFacts,
	{ kind, locale }: PaperOptions
): string {
	const parts = [list.mission.slug, kind, version.number, version.version, locale];
	if (list.mission.exercise) parts.push('exercise');
	return `${parts.join('-')}.pdf`;
}

export type NumberedEntry = { number: number; entry: PublishedDesignation };

const KIND_ORDER = { class: 0, curfew: 1, zone: 2, establishment: 3 } as const;
const compareTexts = new Intl.Collator('en', { numeric: true }).compare;

/**
 * The entries in the order of the annex, numbered from 1: rules and areas first, then places by
 * region, town and name. No part of the order depends on the language, so that number 12 is the same
 * place in every language and on every map.
 */
export function numberEntries(entries: readonly PublishedDesignation[]): NumberedEntry[] {
	const nameOf = ({ names, name }: PublishedDesignation) =>
		names[0]?.text ?? Object.values(name)[0] ?? '';
	return [...entries]
		.sort(
			(a, b) =>
				KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
				compareTexts(a.region ?? '', b.region ?? '') ||
				compareTexts(a.town ?? '', b.town ?? '') ||
				compareTexts(nameOf(a), nameOf(b)) ||
				(a.id < b.id ? -1 : 1)
		)
		.map((entry, i) => ({ number: i + 1, entry }));
}
