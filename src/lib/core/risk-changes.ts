/** What became different between the registers of two days. */
import { ratingProduct, type Rating } from './risk';
import type { RegisterBase, RegisterRow } from './risk-register';

export type Rerated = { row: RegisterRow; from: Rating; to: Rating };
export type RegisterChanges = {
	/** Bases on record now that were not, and the other way round. */
	added: RegisterRow[];
	removed: RegisterBase[];
	firstAssessed: RegisterRow[];
	/** By the residual rating. */
	raised: Rerated[];
	lowered: Rerated[];
	/** Assessed again with the same product. */
	confirmed: RegisterRow[];
};

export function compareRegisters(
	before: readonly RegisterRow[],
	after: readonly RegisterRow[]
): RegisterChanges {
	const then = new Map(before.map((row) => [row.base.id, row]));
	const now = new Set(after.map(({ base }) => base.id));
	const changes: RegisterChanges = {
		added: after.filter(({ base }) => !then.has(base.id)),
		removed: before.map(({ base }) => base).filter(({ id }) => !now.has(id)),
		firstAssessed: [],
		raised: [],
		lowered: [],
		confirmed: []
	};
	for (const row of after) {
		const earlier = then.get(row.base.id)?.assessment ?? null;
		const { assessment } = row;
		if (assessment === null || assessment.number === earlier?.number) continue;
		if (earlier === null) {
			changes.firstAssessed.push(row);
			continue;
		}
		const rerated = { row, from: earlier.residual, to: assessment.residual };
		const step = ratingProduct(rerated.to) - ratingProduct(rerated.from);
		if (step > 0) changes.raised.push(rerated);
		else if (step < 0) changes.lowered.push(rerated);
		else changes.confirmed.push(row);
	}
	return changes;
}
