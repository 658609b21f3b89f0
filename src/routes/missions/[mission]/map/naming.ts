import { roundToUncertainty } from '$lib/core/uncertainty';
import type { Format } from '$lib/i18n/format';
import type { Messages } from '$lib/i18n/load';
import type { SymbolId } from '$lib/map/symbols/draw';
import type { Neighbour } from './neighbours';
import type { ShownRecord } from './records';

/** What sort of thing a record is, in the reader's words. */
export function nameKind({ domain, map }: Messages, record: ShownRecord): string {
	switch (record.kind) {
		case 'deployment':
			return domain.deploymentKind[record.of.kind];
		case 'designation':
			return record.of.kindOfEstablishment
				? domain.establishmentKind[record.of.kindOfEstablishment]
				: domain.designationKind[record.of.kind];
		case 'draft':
			return domain.designationKind[record.of.kind];
		case 'establishment':
			return domain.establishmentKind[record.of.kind];
		case 'position':
			return map.selection.position;
	}
}

/** The symbol a record is drawn with; null where it is a surface without one. */
export function symbolOf(record: ShownRecord): SymbolId | null {
	if (record.kind === 'deployment')
		return record.of.kind === 'area_of_operations' ? null : `deployment-${record.of.kind}`;
	if (record.kind === 'designation' || record.kind === 'draft') {
		const family = record.kind === 'draft' ? 'draft' : 'off-limits';
		if (record.of.kind === 'curfew') return family === 'draft' ? 'draft-curfew' : 'curfew';
		if (record.of.kind !== 'establishment') return `${family}-${record.of.kind}`;
		return `${family}-${record.drawn.kindOfEstablishment ?? 'other'}`;
	}
	return record.kind === 'position' ? 'position' : null;
}

type Measured = Pick<Neighbour, 'distanceMetres' | 'uncertaintyMetres'>;

/** "2 km ± 1.1 km": the distance with the digits it carries, the uncertainty with two, rounded up. */
export function sayDistance({ map }: Messages, format: Format, measured: Measured): string {
	const { distanceMetres, uncertaintyMetres } = measured;
	const digit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, uncertaintyMetres))) - 1);
	return map.proximity.about({
		distance: format.distance(roundToUncertainty(distanceMetres, uncertaintyMetres)),
		uncertainty: format.distance(Math.ceil(uncertaintyMetres / digit) * digit)
	});
}
