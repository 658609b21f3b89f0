/** Reads the cells of one row into checked values; every fault names its row and column. */
import type { MultiPolygon, Point } from 'geojson';
import { parseCoordinates } from '$lib/core/coordinates';
import type { Day, LngLat, Period } from '$lib/core/domain';
import { isInsideShape, isPosition, shapeOf } from '$lib/core/geo';
import { isDay } from '$lib/core/period';
import { fold } from '$lib/core/search';
import type { Fault, FaultKey, Table, TableRow } from './table';

export const POSITION_COLUMNS = {
	lat: ['latitude', 'y', 'breite'],
	lng: ['lon', 'long', 'longitude', 'x'],
	mgrs: ['grid', 'grid reference'],
	position: ['coordinates', 'location'],
	geometry: [],
	accuracy_m: ['accuracy', 'accuracy metres', 'accuracy meters'],
	from: ['valid from', 'since', 'start'],
	until: ['valid until', 'to', 'end']
} as const;

/** Headings of which at least one must be there. */
export const POSITION_REQUIRED = ['lat', 'mgrs', 'position'] as const;

export type PlaceOptions = {
	/** The mission area: tells latitude from longitude where they were swapped. */
	area: MultiPolygon | null;
	/** For rows that give none; null: such rows are at fault, since precision is never invented. */
	accuracyMetres: number | null;
	/** Places that a directive may name must touch the area; bases may stand outside it. */
	mustBeInside: boolean;
};

export class RowReader {
	readonly #row: TableRow;
	readonly #table: Table;

	constructor(row: TableRow, table: Table) {
		this.#row = row;
		this.#table = table;
	}

	fault(column: string, key: FaultKey, value?: string): undefined {
		const heading = this.#table.headings.get(column) ?? column;
		const written = value ?? this.#row.cells.get(column) ?? null;
		const fault: Fault = { row: this.#row.row, column: heading, key, value: cut(written) };
		this.#table.faults.push(fault);
	}

	cell(column: string): string | undefined {
		return this.#row.cells.get(column);
	}

	/** Cells of a family of columns ("name_"), by what follows. */
	family(prefix: string): [rest: string, text: string][] {
		return [...this.#row.cells]
			.filter(([column]) => column.startsWith(prefix))
			.map(([column, text]) => [column.slice(prefix.length), text]);
	}

	text(column: string, maxLength: number): string | null {
		const text = this.cell(column);
		if (text === undefined) return null;
		// Line breaks are taken for spaces; other control characters are a damaged file.
		const line = text.replace(/[\r\n\t]+/g, ' ');
		if (/[\p{Cc}\p{Cs}\ufffd]/u.test(line)) this.fault(column, 'textInvalid');
		if (line.length > maxLength) this.fault(column, 'textTooLong');
		return line;
	}

	requiredText(column: string, maxLength: number): string {
		const text = this.text(column, maxLength);
		if (text === null) this.fault(column, 'textMissing');
		return text ?? '';
	}

	/** One of a fixed set of words, in any case, with spaces or underscores. */
	word<W extends string>(column: string, words: readonly W[], otherwise: W | null): W {
		const text = this.cell(column);
		if (text === undefined && otherwise !== null) return otherwise;
		const found = text && words.find((word) => fold(word) === fold(text));
		if (!found) this.fault(column, text === undefined ? 'textMissing' : 'wordUnknown');
		return found || words[0]!;
	}

	/** At least one of a fixed set of words, divided by semicolons; each once. */
	words<W extends string>(column: string, words: readonly W[]): W[] {
		const texts = (this.cell(column) ?? '')
			.split(';')
			.map((text) => text.trim())
			.filter(Boolean);
		if (texts.length === 0) this.fault(column, 'textMissing');
		const found = texts.flatMap((text) => {
			const word = words.find((each) => fold(each) === fold(text));
			if (!word) this.fault(column, 'wordUnknown', text);
			return word ?? [];
		});
		return [...new Set(found)];
	}

	/** A UUID, as exports give it. */
	id(column: string): string | null {
		const text = this.cell(column)?.toLowerCase();
		if (text === undefined) return null;
		if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) this.fault(column, 'idInvalid');
		return text;
	}

	/** A whole number from 0; "1,200" and "1 200" are 1200, "1.200" is not read. */
	count(column: string, max: number): number | null {
		const text = this.cell(column);
		if (text === undefined) return null;
		const bare = /^\d{1,3}([ ,\u00a0\u202f]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
		const number = Number(bare);
		if (!/^\d+(\.0+)?$/.test(bare) || number > max) this.fault(column, 'numberInvalid');
		return number;
	}

	/** 2004-03-15 or 15.3.2004; for the beginning of a period also 2004-03 or 2004. */
	day(column: string, part: 'start' | 'end'): Day | null {
		const text = this.cell(column);
		if (text === undefined) return null;
		if (/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text)) {
			this.fault(column, 'dateAmbiguous');
			return null;
		}
		const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
		const pad = (digits: string) => digits.padStart(2, '0');
		let day = dotted ? `${dotted[3]}-${pad(dotted[2]!)}-${pad(dotted[1]!)}` : text;
		if (part === 'start' && /^\d{4}(-\d{2})?$/.test(day)) day = `${day}-01-01`.slice(0, 10);
		if (!isDay(day)) {
			this.fault(column, 'dateInvalid');
			return null;
		}
		return day;
	}

	period(from: string, until: string): Period {
		const period = { from: this.day(from, 'start'), until: this.day(until, 'end') };
		if (period.from !== null && period.until !== null && period.until <= period.from) {
			this.fault(until, 'periodInvalid');
		}
		return period;
	}

	/** The point, from columns lat and lng, or MGRS, or one column with both coordinates. */
	point(options: PlaceOptions): Point {
		if (this.cell('geometry') === 'middle of area') this.fault('geometry', 'areaAsPoint');
		const position = this.#position(options.area);
		if (position && options.mustBeInside && options.area) {
			if (!isInsideShape(position, shapeOf(options.area))) {
				this.fault(this.#positionColumn(), 'positionOutside', position.toReversed().join(', '));
			}
		}
		return { type: 'Point', coordinates: position ?? [0, 0] };
	}

	accuracy(options: PlaceOptions): number {
		const text = this.cell('accuracy_m');
		if (text === undefined) {
			if (options.accuracyMetres === null) this.fault('accuracy_m', 'accuracyMissing');
			return options.accuracyMetres ?? 1;
		}
		const metres = Math.ceil(Number(text.replace(/\s*m$/i, '')));
		if (!(metres >= 1 && metres <= 100_000)) this.fault('accuracy_m', 'accuracyInvalid');
		return metres;
	}

	#positionColumn(): string {
		return ['lat', 'mgrs', 'position'].find((column) => this.cell(column)) ?? 'lat';
	}

	#position(area: MultiPolygon | null): LngLat | undefined {
		const [lat, lng] = [this.cell('lat'), this.cell('lng')];
		if (lat === undefined && lng === undefined) {
			const column = this.cell('mgrs') ? 'mgrs' : 'position';
			const text = this.cell(column);
			if (text === undefined) return this.fault('lat', 'positionMissing');
			return parseCoordinates(text)?.position ?? this.fault(column, 'positionInvalid');
		}
		if (lat === undefined) return this.fault('lat', 'positionMissing');
		if (lng === undefined) return this.fault('lng', 'positionMissing');
		const position: LngLat = [toDegrees(lng), toDegrees(lat)];
		const swapped: LngLat = [position[1], position[0]];
		const fits = (each: LngLat) =>
			isPosition(each) && (!area || isInsideShape(each, shapeOf(area)));
		if (!fits(position) && fits(swapped)) {
			return this.fault('lat', 'positionSwapped', `${lat}, ${lng}`);
		}
		if (!isPosition(position)) return this.fault('lat', 'positionInvalid', `${lat}, ${lng}`);
		// Nought and nought is an empty form, not a place in the Gulf of Guinea.
		if (position[0] === 0 && position[1] === 0) return this.fault('lat', 'positionMissing');
		return position;
	}
}

/** Plain decimal degrees, with a decimal point or comma; NaN for anything else. */
function toDegrees(text: string): number {
	return /^[+-]?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
}

function cut(text: string | null): string | null {
	return text !== null && text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
