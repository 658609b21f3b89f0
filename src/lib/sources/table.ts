/**
 * A CSV file as people send it: comma, semicolon or tab, with or without a byte order mark, UTF-8 or
 * UTF-16, headings in any case. Becomes rows of named cells; what cannot be read is a fault with
 * its row, never a guess.
 */
import Papa from 'papaparse';
import { fold } from '$lib/core/search';

export const MAX_FILE_BYTES = 5_000_000;
/** As many as one import of the database takes. */
export const MAX_ROWS = 5000;

export const FAULT_KEYS = [
	// the file
	'fileEmpty',
	'fileTooLarge',
	'encodingUnknown',
	'tooManyRows',
	'columnMissing',
	'columnTwice',
	'idTwice',
	'idInvalid',
	'quoteOpen',
	'rowTooLong',
	'cellsTooMany',
	// a cell or row
	'textMissing',
	'textTooLong',
	'textInvalid',
	'positionMissing',
	'positionInvalid',
	'positionSwapped',
	'positionOutside',
	'areaAsPoint',
	'accuracyMissing',
	'accuracyInvalid',
	'wordUnknown',
	'numberInvalid',
	'dateInvalid',
	'dateAmbiguous',
	'periodInvalid',
	'categoryMissing',
	'strengthOverlaps',
	'rowsDisagree',
	'languageInvalid'
] as const;
export type FaultKey = (typeof FAULT_KEYS)[number];

export type Fault = {
	/** As the spreadsheet counts: the heading is row 1. Null for the file as a whole. */
	row: number | null;
	/** The heading as written, or as it should be. */
	column: string | null;
	key: FaultKey;
	/** What stood there, cut short. */
	value: string | null;
};

export type TableRow = { row: number; cells: Map<string, string> };

export type Table = {
	rows: TableRow[];
	faults: Fault[];
	/** Headings that mean nothing here, as written; their cells were not read. */
	ignoredColumns: string[];
	/** Heading as written by column name. */
	headings: Map<string, string>;
};

/** What a reader of a source gives back: checked rows, or faults to mend. */
export type Reading<T> = {
	/** Import only when there are no faults: a file is taken whole or not at all. */
	rows: { row: number; value: T }[];
	faults: Fault[];
	ignoredColumns: string[];
};

/**
 * Reads a file into rows. `columns` are the names understood, each with other headings for it;
 * a heading ending in "_" stands for all that begin with it.
 */
export function readTable(
	file: Uint8Array | string,
	columns: Record<string, readonly string[]>,
	required: readonly (string | readonly string[])[]
): Table {
	const table: Table = { rows: [], faults: [], ignoredColumns: [], headings: new Map() };
	const fail = (key: FaultKey, column: string | null = null, value: string | null = null) => {
		table.faults.push({ row: column ? 1 : null, column, key, value });
		return table;
	};
	if (file.length > MAX_FILE_BYTES) return fail('fileTooLarge');
	const text = typeof file === 'string' ? file.replace(/^\ufeff/, '') : decode(file);
	if (text === undefined) return fail('encodingUnknown');
	if (text.trim() === '') return fail('fileEmpty');

	// Spreadsheets write "sep=;" as a first line of its own.
	const announced = /^sep=(.)\r?\n/i.exec(text);
	const body = announced ? text.slice(announced[0].length) : text;
	const delimiter = announced?.[1] ?? detectDelimiter(body);
	const { data, errors } = parseCells(body, delimiter);
	if (errors.some((error) => error.type === 'Quotes')) return fail('quoteOpen');
	const [heading, ...lines] = data;
	const names = nameColumns(heading!, columns, table);
	for (const each of required) {
		const oneOf = typeof each === 'string' ? [each] : each;
		if (!oneOf.some((name) => table.headings.has(name))) fail('columnMissing', oneOf.join(' / '));
	}
	const offset = announced ? 3 : 2;
	for (const [i, line] of lines.entries()) {
		if (line.every((cell) => cell.trim() === '')) continue;
		const extra = extraCell(line, heading!);
		if (extra)
			table.faults.push({ row: i + offset, column: null, key: 'cellsTooMany', value: extra });
		const cells = new Map<string, string>();
		names.forEach((name, at) => {
			const cell = unguard((line[at] ?? '').trim());
			if (name !== undefined && cell !== '') cells.set(name, cell);
		});
		table.rows.push({ row: i + offset, cells });
	}
	if (table.rows.length === 0 && table.faults.length === 0) return fail('fileEmpty');
	if (table.rows.length > MAX_ROWS) {
		table.rows = [];
		return fail('tooManyRows');
	}
	return table;
}

/** What stands beyond the last heading: mostly a comma within a number or a name, and all after it is shifted. */
export function extraCell(row: readonly string[], heading: readonly string[]): string | undefined {
	return row.slice(heading.length).find((cell) => cell.trim() !== '');
}

/** The file's text; undefined where it is neither UTF-8 nor UTF-16. */
export function decode(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** By the first bytes: UTF-16 by its mark or its zeros, else UTF-8. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	const share = (parity: number) => {
		const some = bytes.subarray(0, 1000).filter((_, i) => i % 2 === parity);
		return some.filter((byte) => byte === 0).length / Math.max(1, some.length);
	};
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	if (bytes.length > 3 && share(1) > 0.4) return 'utf-16le';
	return bytes.length > 3 && share(0) > 0.4 ? 'utf-16be' : 'utf-8';
}

/**
 * Rows of cells, not yet trimmed. Where some lines end in CR LF and others in LF alone, as in files put
 * together from two, a guess by the first line would glue the others to one row and lose them.
 */
export const parseCells = (text: string, delimiter: string) =>
	Papa.parse<string[]>(text, { delimiter, newline: text.includes('\n') ? '\n' : '\r' });

/** The separator that the heading uses most. */
export function detectDelimiter(text: string): string {
	const heading = text.slice(0, text.search(/\r|\n|$/)).replace(/"[^"]*"/g, '');
	const count = (separator: string) => heading.split(separator).length;
	return [',', ';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The apostrophe that our exports put before anything like a formula. */
function unguard(cell: string): string {
	return /^'[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? cell.slice(1) : cell;
}

/** A heading as it is compared: without case, marks and spaces. */
export const plain = (heading: string) => fold(heading).replaceAll(' ', '_');

function nameColumns(
	heading: readonly string[],
	columns: Record<string, readonly string[]>,
	table: Table
): (string | undefined)[] {
	return heading.map((written) => {
		const wanted = plain(written);
		const name = Object.entries(columns).find(([column, others]) =>
			[column, ...others].some((each) => plain(each) === wanted)
		)?.[0];
		const family = Object.keys(columns).find(
			(column) => column.endsWith('_') && wanted.startsWith(plain(column) + '_')
		);
		const found = name ?? (family && wanted);
		if (!found) {
			if (written.trim() !== '') table.ignoredColumns.push(written.trim());
			return undefined;
		}
		if (table.headings.has(found)) {
			table.faults.push({ row: 1, column: written.trim(), key: 'columnTwice', value: null });
		}
		table.headings.set(found, written.trim());
		return found;
	});
}
