/**
 * CSV (RFC 4180): one row an entry, positions in degrees and MGRS. What the table says about itself
 * is repeated in columns of every row, since a preamble breaks readers and rows get cut and pasted.
 */
import { formatMgrs } from '$lib/core/coordinates';
import { middleOf } from '$lib/core/geo';
import type { About, Cell, Row, Sheet } from '../sheet';

export type CsvOptions = {
	/** Spreadsheets take UTF-8 for something else without the mark. */
	byteOrderMark?: boolean;
};

/** Renders a sheet. Every line ends in CR LF, the last one too. */
export function renderCsv(sheet: Sheet, about: About, options: CsvOptions = {}): string {
	const { byteOrderMark = true } = options;
	const own = Object.keys(sheet.rows[0]?.cells ?? {});
	const position = sheet.placeless ? [] : POSITION_COLUMNS;
	const header = ['id', ...own, ...position, ...Object.keys(aboutCells(about))];
	const lines = sheet.rows.map((row) => [
		row.id,
		...own.map((column) => row.cells[column] ?? null),
		...(sheet.placeless ? [] : positionCells(row)),
		...Object.values(aboutCells(about))
	]);
	const text = [header, ...lines].map((cells) => `${cells.map(toField).join(',')}\r\n`).join('');
	return byteOrderMark ? `\ufeff${text}` : text;
}

const POSITION_COLUMNS = ['geometry', 'lat', 'lng', 'mgrs'];

/** Of an area the middle stands for it; the column `geometry` says so. */
function positionCells({ geometry, accuracyMetres }: Row): Cell[] {
	if (!geometry) return [null, null, null, null];
	const [lng, lat] = middleOf(geometry);
	const isPoint = geometry.type === 'Point';
	return [
		isPoint ? 'point' : 'middle of area',
		Number(lat.toFixed(5)),
		Number(lng.toFixed(5)),
		formatMgrs([lng, lat], isPoint ? (accuracyMetres ?? 1) : 100) ?? null
	];
}

function aboutCells(about: About): Record<string, Cell> {
	return {
		mission: about.mission,
		as_of: about.asOf,
		generated: about.generated,
		data: about.exercise ? 'EXERCISE DATA - establishments and allegations are invented' : 'real',
		...(about.version === undefined ? {} : { version: about.version }),
		sources: about.sources.join('; ') || null,
		method: about.method,
		note: about.note
	};
}

/** Cells that a spreadsheet would run as a formula: also behind spaces, also in wide letters. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u;

/** One field: quoted when it must be, with an apostrophe before anything like a formula. */
export function toField(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell !== 'string') return String(cell);
	const text = FORMULA.test(cell) ? `'${cell}` : cell;
	return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
