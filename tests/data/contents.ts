/** Contents of drafts that could be published as they are. */
import type { DraftDesignation } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';

export function aLine(fields: Partial<DraftDesignation> = {}): DraftDesignation {
	return {
		id: crypto.randomUUID(),
		kind: 'class',
		establishmentId: null,
		name: { en: 'All salons' },
		establishmentKind: 'massage_parlour',
		geometry: null,
		bufferMetres: 0,
		reason: 'exploitation',
		emergency: false,
		curfew: null,
		exceptions: {},
		...fields
	};
}

export const SQUARE = {
	type: 'Polygon' as const,
	coordinates: [
		[
			[21.15, 42.65],
			[21.16, 42.65],
			[21.16, 42.66],
			[21.15, 42.66],
			[21.15, 42.65]
		]
	]
};
export const aZone = (fields: Partial<DraftDesignation> = {}) =>
	aLine({
		kind: 'zone',
		name: { en: 'Square' },
		establishmentKind: null,
		geometry: SQUARE,
		...fields
	});

export function someContent(fields: Partial<DraftContent> = {}): DraftContent {
	return {
		title: { en: 'Salons' },
		text: { en: 'All salons are Off-Limits.' },
		legalBasis: 'Authority of the Head of Mission',
		applicability: ['military', 'police'],
		exemptDuties: {},
		effectiveFrom: null,
		reviewOn: '2099-01-01',
		lifts: false,
		designations: [aLine()],
		...fields
	};
}
