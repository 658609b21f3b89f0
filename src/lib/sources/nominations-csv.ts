/**
 * Nominations from a CSV file, as a patrol or a reporting cell collects them: one place a row, why it
 * is proposed, and what was observed. A place of the register is named by its `place_id`; any other
 * row describes its place as a file of establishments does.
 */
import { INDICATORS, type Nomination } from '$lib/core/case';
import { REASONS } from '$lib/core/domain';
import { ESTABLISHMENT_COLUMNS, hasNames, readPlace } from './establishments-csv';
import { POSITION_REQUIRED, RowReader, type PlaceOptions } from './row-reader';
import { readTable, type Reading } from './table';

export const NOMINATION_COLUMNS = {
	reason: ['why', 'reason code'],
	indicators: ['observed', 'signs'],
	place_id: ['establishment id'],
	...ESTABLISHMENT_COLUMNS
} as const;

/** Reads nominations; import only when the reading has no faults. */
export function readNominations(
	file: Uint8Array | string,
	options: PlaceOptions
): Reading<Nomination> {
	const table = readTable(file, NOMINATION_COLUMNS, [['reason'], ['indicators']]);
	// Where every row names a place of the register, neither name nor position is needed.
	const describes = table.rows.some(({ cells }) => !cells.has('place_id'));
	if (table.faults.length === 0 && describes) {
		if (!hasNames(table))
			table.faults.push({ row: 1, column: 'name', key: 'columnMissing', value: null });
		if (!POSITION_REQUIRED.some((column) => table.headings.has(column)))
			table.faults.push({ row: 1, column: 'lat', key: 'columnMissing', value: null });
	}
	const rows = (table.faults.length > 0 ? [] : table.rows).map((row) => ({
		row: row.row,
		value: readRow(new RowReader(row, table), options)
	}));
	return { rows, faults: table.faults, ignoredColumns: table.ignoredColumns };
}

function readRow(reader: RowReader, options: PlaceOptions): Nomination {
	const establishmentId = reader.id('place_id');
	return {
		kind: 'establishment',
		establishmentId,
		establishment: establishmentId === null ? readPlace(reader, options) : null,
		name: {},
		establishmentKind: null,
		geometry: null,
		reason: reader.word('reason', REASONS, null),
		indicators: reader.words('indicators', INDICATORS)
	};
}
