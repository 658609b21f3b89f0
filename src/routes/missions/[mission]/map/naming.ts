import type { Messages } from '$lib/i18n/load';
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
