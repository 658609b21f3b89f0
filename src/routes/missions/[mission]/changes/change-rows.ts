/** The difference as rows: one for each line that is not the same, in the words of the table. */
import type { Locale } from '$lib/core/domain';
import type { I18n } from '$lib/i18n/i18n';
import type { DrawnChange } from '$lib/map/layers/Changes.svelte';
import { changeInWords } from '$lib/ui/directive/change-words';
import { headingOf } from '$lib/ui/directive/designation-words';
import type { Line, ListDifference } from '$lib/ui/directive/version-difference';

export type ChangeRow = DrawnChange & {
	town: string | null;
	/** "2", or "1 → 2" where another directive lists it now. */
	directive: string;
	words: string;
};

export function toRows(
	{ added, removed, moved, changed }: ListDifference,
	i18n: I18n,
	languages: readonly Locale[]
): ChangeRow[] {
	const { m, format } = i18n;
	const row = (
		what: ChangeRow['what'],
		before: Line | null,
		after: Line | null,
		words: string
	): ChangeRow => {
		const line = (after ?? before)!;
		const numbers = new Set([before, after].flatMap((each) => (each ? [each.number] : [])));
		return {
			id: `${what}-${line.id}`,
			what,
			before: before?.geometry ?? null,
			after: after?.geometry ?? null,
			title: headingOf(i18n, line, languages),
			town: line.town,
			directive: [...numbers].map((number) => format.number(number)).join(' → '),
			words
		};
	};
	/** What it is and why, for what has no other side to compare with. */
	const plain = ({ reason, emergency, kind }: Line) =>
		[m.domain.designationKind[kind], m.domain.reason[reason], emergency ? m.domain.emergency : null]
			.filter(Boolean)
			.join(' · ');
	return [
		...added.map((line) => row('added', null, line, plain(line))),
		...removed.map((line) => row('removed', line, null, plain(line))),
		...moved.map((change) =>
			row('moved', change.before, change.after, changeInWords(i18n, change, languages))
		),
		...changed.map((change) =>
			row('changed', change.before, change.after, changeInWords(i18n, change, languages))
		)
	];
}
