/** What changed between two versions, places and words both, ready to be told. */
import { diffVersions } from '$lib/core/directive';
import type { VersionDifference } from '$lib/core/directive';
import type { DirectiveContent } from '$lib/core/domain';
import type { Shown } from './shown';

/** What a version says beside its list, in the order in which it is read. */
export const WORDS = [
	'title',
	'text',
	'legalBasis',
	'applicability',
	'exemptDuties',
	'reviewOn'
] as const;
export type Word = (typeof WORDS)[number];

export type Compared = Pick<DirectiveContent, Word | 'lifts'> & { designations: readonly Shown[] };

export type Difference = VersionDifference<Shown, Shown> & {
	words: Word[];
	/** The later one ends the directive. */
	ends: boolean;
};

const written = (value: unknown): string =>
	JSON.stringify(
		Array.isArray(value)
			? [...value].sort()
			: value && typeof value === 'object'
				? Object.entries(value)
						.filter(([, text]) => text)
						.sort(([a], [b]) => (a < b ? -1 : 1))
				: value
	);

export function differenceOf(before: Compared, after: Compared): Difference {
	return {
		...diffVersions(before.designations, after.designations),
		words: WORDS.filter((word) => written(before[word]) !== written(after[word])),
		ends: after.lifts && !before.lifts
	};
}
