/** What the address of the page asks to compare. */
import type { Instant, VersionSummary } from '$lib/core/domain';
import { toInstant, toMillis } from '$lib/core/period';
import { fromLocalInput } from '$lib/ui/directive/mission-clock';

export type Asked =
	| { kind: 'versions'; before: VersionSummary | null; after: VersionSummary }
	| { kind: 'times'; from: Instant; to: Instant }
	| { kind: 'invalid'; what: 'version' | 'time' };

/**
 * Two versions of a directive (`directive`, `before`, `after`), by default the newest against the
 * one before it; or the list at two times (`from`, `to`), by default now against just before the
 * last change.
 */
export function readAsked(
	query: URLSearchParams,
	versions: readonly VersionSummary[],
	timeZone: string,
	now: Instant
): Asked {
	const directive = query.get('directive');
	if (directive !== null) {
		const own = versions
			.filter(({ number }) => String(number) === directive)
			.sort((a, b) => b.version - a.version);
		const find = (name: string) =>
			own.find(({ version }) => String(version) === query.get(name)) ?? null;
		const after = query.has('after') ? find('after') : (own[0] ?? null);
		if (!after || (query.get('before') && !find('before')))
			return { kind: 'invalid', what: 'version' };
		const before = query.get('before')
			? find('before')
			: (own.find(({ version }) => version === after.supersedes) ?? null);
		return { kind: 'versions', before, after };
	}
	const read = (name: string, otherwise: () => Instant) => {
		const written = query.get(name);
		return written ? fromLocalInput(written, timeZone) : otherwise();
	};
	const to = read('to', () => now);
	const from = to && read('from', () => justBeforeLastChange(versions, to));
	return to && from ? { kind: 'times', from, to } : { kind: 'invalid', what: 'time' };
}

function justBeforeLastChange(versions: readonly VersionSummary[], to: Instant): Instant {
	const changes = versions
		.map(({ effectiveFrom }) => toMillis(effectiveFrom))
		.filter((millis) => millis <= toMillis(to));
	return changes.length === 0 ? to : toInstant(Math.max(...changes) - 60_000);
}
