/** Why the list could not be renewed: the outcomes of data/published-list that a reader must know. */
import type { RefreshOutcome } from '$lib/data/published-list';

export type RefreshTrouble = Exclude<RefreshOutcome, 'confirmed' | 'none'>;

export function troubleOf(outcome: RefreshOutcome | null): RefreshTrouble | null {
	return outcome === null || outcome === 'confirmed' || outcome === 'none' ? null : outcome;
}
