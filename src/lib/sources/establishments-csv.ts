/**
 * Establishments from a CSV file, one a row, with names in several languages: in `name` (divided by
 * " / "), or in `name_sq`, `name_sr_cyrl`, ... with the language in the heading. Reads back what
 * Cordon exports.
 */
import {
	ESTABLISHMENT_KINDS,
	ESTABLISHMENT_STATUSES,
	type Establishment,
	type EstablishmentName
} from '$lib/core/domain';
import { splitNames } from './deployments-csv';
import { POSITION_COLUMNS, POSITION_REQUIRED, RowReader, type PlaceOptions } from './row-reader';
import { readTable, type Reading, type Table } from './table';

/** An establishment as the import of the database takes it. */
export type ReadEstablishment = Omit<Establishment, 'id'> & { id: null };

/** Every heading that is understood, for the page that explains the file. */
export const ESTABLISHMENT_COLUMNS = {
	name: ['names', 'establishment'],
	name_: [],
	former_names: ['former names', 'formerly'],
	aliases: ['also called'],
	language: [],
	kind: ['type'],
	status: [],
	address: ['street'],
	town: ['place'],
	region: ['province', 'municipality'],
	...POSITION_COLUMNS
} as const;

const MAX_NAMES = 30;
/** BCP 47 for a language that is not known. */
const UNDETERMINED = 'und';

export type EstablishmentOptions = PlaceOptions & {
	/** Of the mission: invented places exist in exercises only. */
	exercise: boolean;
};

/** Reads establishments; import only when the reading has no faults. */
export function readEstablishments(
	file: Uint8Array | string,
	options: EstablishmentOptions
): Reading<ReadEstablishment> {
	const table = readTable(file, ESTABLISHMENT_COLUMNS, [POSITION_REQUIRED]);
	if (table.faults.length === 0 && !hasNames(table)) {
		table.faults.push({ row: 1, column: 'name', key: 'columnMissing', value: null });
	}
	const rows = (table.faults.length > 0 ? [] : table.rows).map((row) => ({
		row: row.row,
		value: {
			id: null,
			exercise: options.exercise,
			...readPlace(new RowReader(row, table), options)
		}
	}));
	return { rows, faults: table.faults, ignoredColumns: table.ignoredColumns };
}

export const hasNames = (table: Table): boolean =>
	[...table.headings.keys()].some((name) => /^name(_|$)/.test(name));

/** The place that one row describes. */
export function readPlace(
	reader: RowReader,
	options: PlaceOptions
): Omit<Establishment, 'id' | 'exercise'> {
	return {
		names: readNames(reader),
		kind: reader.word('kind', ESTABLISHMENT_KINDS, 'other'),
		geometry: reader.point(options),
		accuracyMetres: reader.accuracy(options),
		address: reader.text('address', 300),
		town: reader.text('town', 200),
		region: reader.text('region', 200),
		status: reader.word('status', ESTABLISHMENT_STATUSES, 'unknown'),
		period: reader.period('from', 'until')
	};
}

function readNames(reader: RowReader): EstablishmentName[] {
	const names: EstablishmentName[] = [];
	const language = reader.cell('language') ?? UNDETERMINED;
	if (!isLanguage(language)) reader.fault('language', 'languageInvalid');
	const add = (column: string, tag: string, status: EstablishmentName['status']) => {
		for (const text of splitNames(reader.text(column, 2000))) {
			if (text.length > 200) reader.fault(column, 'textTooLong');
			names.push({ text, language: tag, status });
		}
	};
	add('name', language, 'sign');
	for (const [rest] of reader.family('name_')) {
		const tag = toLanguageTag(rest);
		if (!isLanguage(tag)) reader.fault(`name_${rest}`, 'languageInvalid');
		add(`name_${rest}`, tag, 'sign');
	}
	add('aliases', language, 'alias');
	add('former_names', language, 'former');
	if (!names.some((name) => name.status === 'sign')) reader.fault('name', 'textMissing');
	if (names.length > MAX_NAMES) reader.fault('name', 'textTooLong');
	return names;
}

/** "sr_cyrl" as a heading is "sr-Cyrl". */
function toLanguageTag(heading: string): string {
	const [language = '', ...rest] = heading.split(/[_-]/);
	const subtags = rest.map((part) =>
		part.length === 4 ? part[0]!.toUpperCase() + part.slice(1) : part.toUpperCase()
	);
	return [language, ...subtags].join('-');
}

function isLanguage(tag: string): boolean {
	return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
}
