/** What both forms of the report say of a row, in the words of one language. */
import { levelOf, ratingProduct, type Rating } from '$lib/core/risk';
import type { RegisterChanges } from '$lib/core/risk-changes';
import { rangeOf, type AllegationBand } from '$lib/core/risk-register';
import type { Messages } from '$lib/i18n/load';

export function sayBand({ risk }: Messages, band: AllegationBand, minimumCell: number): string {
	const range = rangeOf(band, minimumCell);
	if (!range) return risk.band[band === 'none' ? 'none' : 'cannot_tell'];
	const from = String(range.from);
	return range.to === null
		? risk.band.orMore({ from })
		: risk.band.between({ from, to: String(range.to) });
}

export const sayRating = ({ risk }: Messages, rating: Rating): string =>
	risk.rating({ product: String(ratingProduct(rating)), level: risk.level[levelOf(rating)] });

export type ChangeLine = {
	kind: keyof RegisterChanges;
	id: string;
	name: string;
	from: Rating | null;
	to: Rating | null;
};

/** The changes as lines, what got worse first. */
export function listChanges(changes: RegisterChanges): ChangeLine[] {
	const rerated = (kind: 'raised' | 'lowered') =>
		changes[kind].map(({ row, from, to }) => ({
			...{ kind, id: row.base.id, name: row.base.name },
			...{ from, to }
		}));
	const rows = (kind: 'added' | 'firstAssessed' | 'confirmed') =>
		changes[kind].map(({ base, assessment }) => ({
			...{ kind, id: base.id, name: base.name },
			...{ from: null, to: assessment?.residual ?? null }
		}));
	return [
		...rerated('raised'),
		...rerated('lowered'),
		...rows('firstAssessed'),
		...rows('confirmed'),
		...rows('added'),
		...changes.removed.map(({ id, name }) => ({
			...{ kind: 'removed' as const, id, name, from: null, to: null }
		}))
	];
}
