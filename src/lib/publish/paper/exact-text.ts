/**
 * The document's text in reading order, attached to its PDF: shaped Arabic does not come back whole
 * from a page, and whoever searches or translates needs the letters as they were written.
 */
import type { Paper } from './paper';
import type { Said } from './say';

export function exactText(paper: Paper): string {
	const { head, order, consequences, reporting, standing, distribution, list, changes } = paper;
	const said = ({ text, mark }: Said) => (mark ? `${text} ${mark}` : text);
	const parts: (string | null)[][] = [
		[
			head.acronym,
			said(head.mission),
			paper.exercise && `${paper.exercise.mark}. ${paper.exercise.note}`
		],
		[head.kind, `${head.number.join(' ')} · ${head.version.join(' ')}`, said(head.title)],
		[...head.facts.map((fact) => `${fact.label}: ${said(fact.said)}`), ...paper.notes],
		[order.heading, said(order.text), order.lifted, order.follows],
		[
			consequences.heading,
			consequences.breach,
			...consequences.byCategory.map(({ who, said: told }) => `${who}: ${said(told)}`)
		],
		[
			reporting.heading,
			reporting.text,
			...reporting.contacts.map(({ name, kind, reach, where }) =>
				[said(name), kind, where && said(where), ...reach].filter(Boolean).join(' · ')
			)
		],
		[standing.heading, ...standing.paragraphs],
		[distribution.heading, ...distribution.lines.map(({ label, text }) => `${label}: ${text}`)],
		[paper.signature.issuedBy, ...paper.signature.rows.map((row) => row.join(': '))],
		[
			paper.verification.heading,
			paper.verification.text,
			...paper.verification.prints.map((row) => row.join(': ')),
			paper.verification.describe
		],
		[list.heading, list.count, list.none, ...list.reasons.codes.map((row) => row.join(' '))],
		...list.groups.map(({ heading, rows }) => [
			heading,
			...rows.map((row) =>
				[
					row.number,
					...row.names.map(said),
					row.former,
					row.kind,
					row.where,
					...row.notes,
					row.position?.mgrs,
					row.position?.degrees,
					row.position?.note,
					row.reason,
					row.emergency
				]
					.filter(Boolean)
					.join(' · ')
			)
		]),
		...(paper.maps
			? [
					[
						paper.maps.heading,
						...paper.maps.pictures.map(({ caption }) => caption),
						...paper.maps.notes
					]
				]
			: []),
		[
			changes.heading,
			changes.lead,
			...changes.groups.flatMap((group) => [group.heading, ...group.lines]),
			changes.also
		]
	];
	return parts.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n') + '\n';
}
