/** What a version changes against the one before it, in the document's words. */
import {
	diffOrder,
	diffVersions,
	type ComparedField,
	type DesignationChange
} from '$lib/core/directive';
import type { PublishedDesignation } from '$lib/core/domain';
import { cleanText, isolate } from './clean';
import type { NumberedEntry, PaperFacts } from './facts';
import type { Speaker } from './say';

export type ChangeGroup = { heading: string; lines: string[] };
type Change = DesignationChange<PublishedDesignation, PublishedDesignation>;

export function tellChanges(
	{ version, previous }: PaperFacts,
	entries: readonly NumberedEntry[],
	speaker: Speaker
): { lead: string; groups: ChangeGroup[]; also: string | null } {
	const { words, format } = speaker;
	if (!previous) return { lead: words.changes.first, groups: [], also: null };
	const { added, removed, changed, moved } = diffVersions(
		previous.designations,
		version.designations
	);
	const numberOf = new Map(entries.map(({ entry, number }) => [entry.id, number]));
	const byNumber = (a: PublishedDesignation, b: PublishedDesignation) =>
		(numberOf.get(a.id) ?? 0) - (numberOf.get(b.id) ?? 0);
	const line = (entry: PublishedDesignation, what: string | null = null) => {
		const number = numberOf.get(entry.id);
		const name = speaker.nameOf({ entry, number: number ?? 0 });
		const where = entry.town && isolate(cleanText(entry.town));
		return [
			number === undefined ? null : `${words.list.columns.number} ${number}`,
			[isolate(name), where].filter(Boolean).join(', '),
			what
		]
			.filter((part) => part !== null)
			.join(' · ');
	};
	const altered = [...changed, ...moved].sort((a, b) => byNumber(a.after, b.after));
	const groups: ChangeGroup[] = [
		{
			heading: words.changes.added({ count: added.length }),
			lines: [...added].sort(byNumber).map((entry) => line(entry))
		},
		{
			heading: words.changes.removed({ count: removed.length }),
			lines: removed.map((entry) => line(entry))
		},
		{
			heading: words.changes.changed({ count: altered.length }),
			lines: altered.map((change) =>
				line(
					change.after,
					change.fields.map((field) => tellField(field, change, speaker)).join('; ')
				)
			)
		}
	].filter(({ lines }) => lines.length > 0);
	const also = diffOrder(previous, version).map((word) => words.changes.field[word]);
	return {
		lead: [
			words.changes.against({ version: format.number(previous.version) }),
			version.lifts ? words.changes.everythingEnds : groups.length === 0 ? words.changes.none : ''
		]
			.filter(Boolean)
			.join(' '),
		groups,
		also: also.length > 0 ? words.changes.alsoChanged({ what: format.list(also) }) : null
	};
}

function tellField(field: ComparedField, { before, after, movedMetres }: Change, speaker: Speaker) {
	const { words } = speaker;
	if (field === 'emergency')
		return after.emergency ? words.changes.emergencyMade : words.changes.emergencyConfirmed;
	if (field === 'geometry')
		return movedMetres !== null && movedMetres >= 1
			? words.changes.movedBy({ distance: speaker.distance(movedMetres) })
			: words.changes.field.geometry;
	return words.changes.nowBefore({
		what: words.changes.field[field],
		now: isolate(valueOf(field, after, speaker)),
		before: isolate(valueOf(field, before, speaker))
	});
}

function valueOf(
	field: Exclude<ComparedField, 'emergency' | 'geometry'>,
	entry: PublishedDesignation,
	speaker: Speaker
): string {
	const { labels, say } = speaker;
	switch (field) {
		case 'bufferMetres':
			return speaker.distance(entry.bufferMetres);
		case 'reason':
			return labels.reason[entry.reason];
		case 'curfew':
			return entry.curfew ? speaker.curfew(entry.curfew) : '–';
		case 'name':
			if (entry.kind === 'establishment') return entry.names.map(({ text }) => text).join(', ');
			return say(entry.name) || '–';
		case 'exceptions':
			return say(entry[field]) || '–';
	}
}
