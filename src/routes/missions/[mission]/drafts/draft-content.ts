/** The part of a draft that a person edits, and when two of them say the same. */
import type { Draft } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';

export function contentOf(draft: Draft): DraftContent {
	return structuredClone({
		title: draft.title,
		text: draft.text,
		legalBasis: draft.legalBasis,
		applicability: draft.applicability,
		exemptDuties: draft.exemptDuties,
		effectiveFrom: draft.effectiveFrom,
		reviewOn: draft.reviewOn,
		lifts: draft.lifts,
		designations: draft.designations
	});
}

/** JSON with keys in order and without empty texts: the database keeps neither. */
function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, entry]) => entry !== undefined && entry !== '')
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, entry]) => [name, canonical(entry)])
	);
}

/** Instants are compared as moments ("…Z" and "+00:00" may be one); categories have no order. */
export function sameContent(a: DraftContent, b: DraftContent): boolean {
	const written = (content: DraftContent) =>
		JSON.stringify(
			canonical({
				...content,
				applicability: [...content.applicability].sort(),
				effectiveFrom: content.effectiveFrom ? Date.parse(content.effectiveFrom) : null
			})
		);
	return written(a) === written(b);
}
