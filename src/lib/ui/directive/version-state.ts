/** What a published version is at a moment: scheduled, in force, or history. */
import type { Instant, VersionSummary } from '$lib/core/domain';
import { hasLapsed } from '$lib/core/directive';
import { toMillis } from '$lib/core/period';

export type VersionState =
	| 'scheduled'
	| 'inForce'
	/** Not lifted, but everything it lists was an emergency that nobody confirmed. */
	| 'lapsed'
	| 'superseded'
	| 'lifted'
	| 'lifts';
type Dated = Pick<
	VersionSummary,
	'version' | 'directiveId' | 'lifts' | 'inForce' | 'effectiveFrom' | 'lapsesAt'
>;

/** `siblings` are the versions of the mission: the one that came next tells lifted from superseded. */
export function versionState(
	version: Dated,
	siblings: readonly Dated[],
	at: Instant
): VersionState {
	const now = toMillis(at);
	const { until } = version.inForce;
	// A later version took its place before it ever took effect.
	if (!version.lifts && until !== null && toMillis(until) <= toMillis(version.effectiveFrom))
		return 'superseded';
	if (toMillis(version.effectiveFrom) > now) return 'scheduled';
	if (version.lifts) return 'lifts';
	if (until === null || toMillis(until) > now) return hasLapsed(version, at) ? 'lapsed' : 'inForce';
	const successor = siblings.find(
		(other) => other.directiveId === version.directiveId && other.version === version.version + 1
	);
	return successor?.lifts ? 'lifted' : 'superseded';
}

/** Versions of one directive, newest first; directives by number, newest first. */
export function groupByDirective<
	V extends Pick<VersionSummary, 'directiveId' | 'number' | 'version'>
>(versions: readonly V[]): V[][] {
	const groups = new Map<string, V[]>();
	for (const version of versions) {
		const group = groups.get(version.directiveId) ?? [];
		group.push(version);
		groups.set(version.directiveId, group);
	}
	return [...groups.values()]
		.map((group) => group.sort((a, b) => b.version - a.version))
		.sort(([a], [b]) => b!.number - a!.number);
}
