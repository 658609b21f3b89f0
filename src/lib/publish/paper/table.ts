/** The rows of the annex that lists what may not be entered. */
import { cleanText, isolate, isolateLtr } from './clean';
import type { NumberedEntry } from './facts';
import { REASON_CODES, type Said, type Speaker } from './say';

export type TableRow = {
	number: string;
	/** The sign first. */
	names: Said[];
	former: string | null;
	kind: string;
	where: string;
	notes: string[];
	position: { mgrs: string; degrees: string; note: string | null } | null;
	reason: string;
	emergency: string | null;
};

export type TableGroup = { heading: string; rows: TableRow[] };

const ORDER = { sign: 0, alias: 1, former: 2 } as const;

/** Rules and areas, then towns: the entries are in that order already. */
export function listTable(entries: readonly NumberedEntry[], speaker: Speaker): TableGroup[] {
	const groups: TableGroup[] = [];
	for (const numbered of entries) {
		const heading = headingOf(numbered, speaker);
		if (groups.at(-1)?.heading !== heading) groups.push({ heading, rows: [] });
		groups.at(-1)!.rows.push(rowOf(numbered, speaker));
	}
	return groups;
}

function headingOf({ entry }: NumberedEntry, { words }: Speaker): string {
	if (entry.kind === 'class') return words.list.everywhere;
	if (entry.kind !== 'establishment') return words.list.areas;
	const { town, region } = entry;
	const parts = [town, region !== town && region].filter((part) => typeof part === 'string');
	return parts.map((part) => isolate(cleanText(part))).join(' · ') || words.list.noTown;
}

function rowOf(numbered: NumberedEntry, speaker: Speaker): TableRow {
	const { entry, number } = numbered;
	const { words, labels, said, own, foreign, nameOf } = speaker;
	const names = [...entry.names].sort((a, b) => ORDER[a.status] - ORDER[b.status]);
	const current = names.filter(({ status }) => status !== 'former');
	const former = names.filter(({ status }) => status === 'former');
	const position = speaker.positionOf(numbered);
	const isArea = entry.geometry !== null && entry.geometry.type !== 'Point';
	return {
		number: String(number),
		names:
			current.length > 0
				? current.map(({ text, language }) => foreign(text, language))
				: [
						entry.kind !== 'establishment' && speaker.say(entry.name)
							? said(entry.name)
							: own(nameOf(numbered))
					],
		former:
			current.length > 0 && former.length > 0
				? words.list.formerly({
						names: speaker.joined(former.map(({ text }) => cleanText(text)))
					})
				: null,
		kind:
			entry.kind === 'establishment'
				? entry.kindOfEstablishment
					? labels.establishmentKind[entry.kindOfEstablishment]
					: ''
				: labels.designationKind[entry.kind],
		where: [entry.address, entry.kind === 'establishment' ? null : entry.town]
			.filter((part) => part !== null)
			.map((part) => isolate(cleanText(part)))
			.join(', '),
		notes: listNotes(numbered, speaker),
		position: position && {
			mgrs: isolateLtr(position.mgrs),
			degrees: isolateLtr(position.degrees),
			note: isArea
				? words.list.middle
				: entry.accuracyMetres > 100
					? words.list.accuracy({ distance: speaker.distance(entry.accuracyMetres) })
					: null
		},
		reason: REASON_CODES[entry.reason],
		emergency: entry.emergency ? labels.emergency : null
	};
}

function listNotes({ entry }: NumberedEntry, speaker: Speaker): string[] {
	const { words, labels } = speaker;
	const exceptions = speaker.said(entry.exceptions);
	return [
		entry.kind === 'class' &&
			entry.establishmentKind &&
			words.list.namedClass({ kind: labels.establishmentKind[entry.establishmentKind] }),
		entry.curfew && speaker.curfew(entry.curfew),
		entry.bufferMetres > 0 && words.list.buffer({ distance: speaker.distance(entry.bufferMetres) }),
		exceptions.text &&
			words.list.except({
				text: [isolate(exceptions.text), exceptions.mark].filter(Boolean).join(' ')
			}),
		entry.addedOn && words.list.since({ date: speaker.day(entry.addedOn) }),
		entry.lapsesAt && words.list.lapses({ date: speaker.when(entry.lapsesAt) })
	].filter((note): note is string => typeof note === 'string' && note !== '');
}
