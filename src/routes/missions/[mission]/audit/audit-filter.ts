/** Which entries of the audit are asked for, as the address says it. */
import type { Day, Instant } from '$lib/core/domain';
import { localToMillis } from '$lib/core/curfew';
import { isDay, toDay, toDayNumber, toInstant } from '$lib/core/period';

export type AuditFilter = {
	act: string | null;
	/** Part of a name. */
	actor: string | null;
	subject: string | null;
	/** Days on the mission's clock; both belong to the period. */
	from: Day | null;
	until: Day | null;
};

export function readFilter(query: URLSearchParams): AuditFilter {
	const text = (name: string) => query.get(name)?.trim() || null;
	const day = (name: string) => {
		const written = query.get(name);
		return isDay(written) ? written : null;
	};
	return {
		act: text('act'),
		actor: text('actor'),
		subject: text('subject'),
		from: day('from'),
		until: day('until')
	};
}

export function writeFilter(filter: AuditFilter, more: Record<string, string> = {}): string {
	const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value);
	return `?${new URLSearchParams(given as [string, string][])}`;
}

/** As the database is asked: instants, the last day included. */
export function toInterval(
	{ from, until }: AuditFilter,
	timeZone: string
): { since: Instant | null; until: Instant | null } {
	const startOf = (day: Day) => toInstant(localToMillis(day, '00:00', timeZone, 'first'));
	return {
		since: from && startOf(from),
		until: until && startOf(toDay(toDayNumber(until) + 1))
	};
}
