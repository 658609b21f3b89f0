/**
 * Points from a CSV file of any length, taken piece by piece as it arrives: `id`, `lng`, `lat` and
 * the further columns asked for, in any order. Columns of numbers, not rows of objects, so that a
 * million points take some 150 bytes each, the set that finds repeated ids included.
 */
import { isPosition } from '$lib/core/geo';
import { detectDelimiter, extraCell, parseCells, plain, type Fault, type FaultKey } from './table';

/** `count`: a whole number from 0; `number`: any finite one; `text`: anything but nothing. */
export type PointColumns = Record<string, 'count' | 'number' | 'text'>;

/** Faults beyond this many are not worth a person's time; the rest of the file is not read. */
const MAX_FAULTS = 50;
/** What goes on for longer without a line break is no table; nothing of it is kept. */
const MAX_ROW_LENGTH = 1 << 23;
const WHOLE = /^\d+(\.0+)?$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export class PointReader<C extends PointColumns> {
	readonly ids: string[] = [];
	readonly lng = new NumberColumn();
	readonly lat = new NumberColumn();
	/** Where each point stands in the file, counted as a spreadsheet does. */
	readonly rows = new NumberColumn();
	readonly columns: { [K in keyof C]: C[K] extends 'text' ? string[] : NumberColumn };
	/** Empty: the file can be used. Rows are counted as a spreadsheet does: the heading is row 1. */
	readonly faults: Fault[] = [];

	readonly #kinds: C;
	readonly #optional: readonly string[];
	readonly #key: readonly string[];
	readonly #seen = new Set<string>();
	readonly #maxRows: number;
	#isDone = false;
	#places: Map<string, number> | undefined;
	#heading: readonly string[] = [];
	#delimiter = ',';
	#rest = '';
	#row = 0;

	/**
	 * Columns named in `optional`, `id` among them, may be missing or have empty cells. No two rows
	 * have the same cells in the columns of `key`. More than `maxRows` are a fault.
	 */
	constructor(
		kinds: C,
		optional: readonly (keyof C | 'id')[] = [],
		key: readonly (keyof C | 'id')[] = ['id'],
		maxRows = Infinity
	) {
		this.#maxRows = maxRows;
		this.#kinds = kinds;
		this.#key = key as readonly string[];
		this.#optional = optional as readonly string[];
		this.columns = Object.fromEntries(
			Object.entries(kinds).map(([name, kind]) => [name, kind === 'text' ? [] : new NumberColumn()])
		) as typeof this.columns;
	}

	get size(): number {
		return this.ids.length;
	}

	/** True once the rest of the file would change nothing: it need not be read. */
	get isDone(): boolean {
		return this.#isDone;
	}

	/** Takes the next piece of the file's text. */
	push(piece: string): void {
		if (this.#isDone) return;
		const text = this.#rest + piece;
		const end = endOfLastRow(text, this.#places ? this.#delimiter : detectDelimiter(text));
		this.#rest = text.slice(end);
		if (end > 0) this.#parse(text.slice(0, end).replace(/\r?\n$/, ''));
		if (this.#rest.length > MAX_ROW_LENGTH) {
			this.refuse(this.#rest.includes('"') ? 'quoteOpen' : 'rowTooLong', this.#row + 1);
		}
	}

	/** Gives the file up: for a fault of the whole, found here or by whoever reads it. */
	refuse(key: FaultKey, row: number | null = null): void {
		this.faults.push({ row, column: null, key, value: null });
		this.#isDone = true;
		this.#rest = '';
	}

	/** Takes what follows the last line break. */
	end(): void {
		if (this.#rest !== '') this.#parse(this.#rest);
		this.#rest = '';
		if (this.#isDone) return;
		if (!this.#places) this.#fault('fileEmpty', null, null);
	}

	#parse(text: string): void {
		if (!this.#places) {
			text = text.replace(/^\ufeff/, '');
			// Spreadsheets write "sep=;" as a first line of its own.
			const announced = this.#row === 0 && /^sep=(.)(\r?\n|$)/i.exec(text);
			if (announced) {
				this.#row++;
				text = text.slice(announced[0].length);
				if (text === '') return;
			}
			this.#delimiter = detectDelimiter(text);
		}
		const { data, errors } = parseCells(text, this.#delimiter);
		const open = errors.find(({ type }) => type === 'Quotes');
		// An empty line between two pieces is a row that Papa does not see.
		for (const [i, row] of (data.length > 0 ? data : [['']]).entries()) {
			this.#row++;
			if (open?.row === i) this.#fault('quoteOpen', null, null);
			if (row.every((cell) => cell.trim() === '')) continue;
			if (this.#isDone) return;
			if (this.size === this.#maxRows) return this.refuse('tooManyRows');
			if (this.#places) this.#take(row);
			else this.#readHeading(row);
		}
	}

	#readHeading(row: string[]): void {
		const wanted = ['id', 'lng', 'lat', ...Object.keys(this.#kinds)];
		this.#places = new Map();
		this.#heading = row;
		row.forEach((heading, at) => {
			const name = wanted.find((each) => plain(each) === plain(heading));
			if (!name) return;
			if (this.#places!.has(name)) this.#fault('columnTwice', name, heading);
			this.#places!.set(name, at);
		});
		for (const name of wanted) {
			if (!this.#places.has(name) && !this.#optional.includes(name)) {
				this.#fault('columnMissing', name, null);
			}
		}
		// Without its columns a file has these faults, not one more in every row.
		if (this.faults.length > 0) this.#isDone = true;
	}

	#take(row: string[]): void {
		const extra = extraCell(row, this.#heading);
		if (extra) this.#fault('cellsTooMany', null, extra);
		const id = this.#cell(row, 'id');
		const lng = this.#number(row, 'lng', DECIMAL);
		const lat = this.#number(row, 'lat', DECIMAL);
		if (id === '' && !this.#optional.includes('id')) this.#fault('textMissing', 'id', null);
		const key = this.#key.map((name) => this.#cell(row, name)).join('\n');
		if (id !== '' && this.#seen.size === this.#seen.add(key).size) this.#fault('idTwice', 'id', id);
		if (!Number.isNaN(lng) && !Number.isNaN(lat) && !isPosition([lng, lat])) {
			const [column, value] = Math.abs(lat) > 90 ? ['lat', lat] : ['lng', lng];
			this.#fault('positionInvalid', column as string, String(value));
		}
		this.rows.push(this.#row);
		this.ids.push(id);
		this.lng.push(lng);
		this.lat.push(lat);
		for (const [name, kind] of Object.entries(this.#kinds)) {
			const column = this.columns[name] as string[] & NumberColumn;
			if (kind === 'text') column.push(this.#text(row, name));
			else column.push(this.#number(row, name, kind === 'count' ? WHOLE : DECIMAL) as never);
		}
	}

	#cell(row: string[], name: string): string {
		const at = this.#places!.get(name);
		return at === undefined ? '' : (row[at] ?? '').trim();
	}

	#text(row: string[], name: string): string {
		const cell = this.#cell(row, name);
		if (cell === '' && !this.#optional.includes(name)) this.#fault('textMissing', name, null);
		return cell;
	}

	#number(row: string[], name: string, form: RegExp): number {
		const cell = this.#cell(row, name);
		if (cell === '' && this.#optional.includes(name)) return NaN;
		const value = Number(cell);
		if (form.test(cell) && Number.isFinite(value)) return value;
		const isPlace = name === 'lng' || name === 'lat';
		this.#fault(
			cell === '' ? 'textMissing' : isPlace ? 'positionInvalid' : 'numberInvalid',
			name,
			cell
		);
		return NaN;
	}

	#fault(key: FaultKey, column: string | null, value: string | null): void {
		if (this.faults.length >= MAX_FAULTS) return void (this.#isDone = true);
		const row = key === 'fileEmpty' ? null : this.#row;
		this.faults.push({ row, column, key, value: value === null ? null : value.slice(0, 60) });
	}
}

/** Numbers that grow in number. */
export class NumberColumn {
	#values = new Float64Array(1024);
	#size = 0;

	push(value: number): void {
		if (this.#size === this.#values.length) {
			const wider = new Float64Array(this.#size * 2);
			wider.set(this.#values);
			this.#values = wider;
		}
		this.#values[this.#size++] = value;
	}

	/** Those from `from` up to `to`, as a view that must be used before more are pushed. */
	view(from = 0, to = this.#size): Float64Array {
		return this.#values.subarray(from, to);
	}
}

/**
 * Where the last row ends that is surely whole: after a line break outside quotation marks. Those count
 * where a cell begins with one; elsewhere, as in 5" pipe, they are text.
 */
function endOfLastRow(text: string, delimiter: string): number {
	if (!text.includes('"')) return text.lastIndexOf('\n') + 1;
	let [end, open, closed] = [0, false, -2];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 10 && !open) end = at + 1;
		if (code !== 34) continue;
		if (open) [open, closed] = [false, at];
		else open = at === end || closed === at - 1 || text[at - 1] === delimiter;
	}
	return end;
}
