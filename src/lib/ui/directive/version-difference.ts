/** What changed between two versions, places and words both, ready to be told. */
import { diffOrder, diffVersions } from '$lib/core/directive';
import type { OrderWord, VersionDifference } from '$lib/core/directive';
import type { DirectiveContent } from '$lib/core/domain';
import type { Shown } from './shown';

export type Compared = Pick<DirectiveContent, OrderWord | 'lifts'> & {
	designations: readonly Shown[];
};

export type Difference = VersionDifference<Shown, Shown> & {
	words: OrderWord[];
	/** The later one ends the directive. */
	ends: boolean;
};

export function differenceOf(before: Compared, after: Compared): Difference {
	return {
		...diffVersions(before.designations, after.designations),
		words: diffOrder(before, after),
		ends: after.lifts && !before.lifts
	};
}
