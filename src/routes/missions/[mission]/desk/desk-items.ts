/** What waits on the desk, worked out from what is published and drafted. Pure; time is an argument. */
import { diffVersions } from '$lib/core/directive';
import type { DatedDesignation, Draft, Instant, VersionSummary } from '$lib/core/domain';
import { isInForce, toInstant, toMillis } from '$lib/core/period';
import { versionState } from '$lib/ui/directive/version-state';

const DAY_MILLIS = 86_400_000;
export const CHANGES_DAYS = 7;

const wholeDays = (millis: number) => Math.floor(millis / DAY_MILLIS);
/** In force with at least one entry that has not lapsed. */
export const binds = (version: VersionSummary, at: Instant): boolean =>
	versionState(version, [], at) === 'inForce';

export type Emergency = { designation: DatedDesignation; days: number; lapsed: boolean };

/** Emergency designations in force, and those that lapsed within the last week. */
export function listEmergencies(
	designations: readonly DatedDesignation[],
	at: Instant
): Emergency[] {
	const now = toMillis(at);
	return designations
		.filter(({ emergency, lapsesAt }) => emergency && lapsesAt !== null)
		.map((designation) => ({ designation, left: toMillis(designation.lapsesAt!) - now }))
		.filter(({ designation, left }) =>
			left > 0
				? isInForce(designation, at)
				: // It ended by lapsing, not because a later version confirmed or removed it.
					left > -CHANGES_DAYS * DAY_MILLIS &&
					designation.inForce.until !== null &&
					toMillis(designation.inForce.until) === toMillis(designation.lapsesAt!)
		)
		.sort((a, b) => a.left - b.left)
		.map(({ designation, left }) => ({ designation, days: wholeDays(left), lapsed: left <= 0 }));
}

/** Versions signed but not yet effective, the next one first. */
export function listScheduled(versions: readonly VersionSummary[], at: Instant): VersionSummary[] {
	return versions
		.filter(({ effectiveFrom }) => toMillis(effectiveFrom) > toMillis(at))
		.sort((a, b) => toMillis(a.effectiveFrom) - toMillis(b.effectiveFrom));
}

export type Change = { version: VersionSummary; added: number; removed: number };

/** Versions that took effect within the last week, newest first, with what they did to the list. */
export function listChanges(
	versions: readonly VersionSummary[],
	designations: readonly DatedDesignation[],
	at: Instant
): Change[] {
	const now = toMillis(at);
	return versions
		.filter(({ effectiveFrom }) => {
			const age = now - toMillis(effectiveFrom);
			return age >= 0 && age <= CHANGES_DAYS * DAY_MILLIS;
		})
		.sort((a, b) => toMillis(b.effectiveFrom) - toMillis(a.effectiveFrom))
		.map((version) => {
			const own = designations.filter(({ directiveId }) => directiveId === version.directiveId);
			const bindingAt = (instant: Instant) => own.filter((each) => isInForce(each, instant));
			const justBefore = toInstant(toMillis(version.effectiveFrom) - 1);
			const { added, removed } = diffVersions(
				bindingAt(justBefore),
				bindingAt(version.effectiveFrom)
			);
			return { version, added: added.length, removed: removed.length };
		});
}

/** Whether the directive moved on since this draft began: it cannot be published any more. */
export function isBehind(draft: Draft, versions: readonly VersionSummary[]): boolean {
	return versions.some(
		({ directiveId, version }) =>
			directiveId === draft.directiveId && version > (draft.basedOnVersion ?? 0)
	);
}

/** Designations that bind now, lapsed emergencies left out. */
export function countInForce(designations: readonly DatedDesignation[], at: Instant): number {
	return designations.filter((designation) => isInForce(designation, at)).length;
}
