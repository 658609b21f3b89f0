/**
 * Positions as people write them: decimal degrees, degrees with minutes and seconds, and MGRS. Read
 * liberally, written with no more digits than the accuracy carries.
 */
import * as mgrsModule from 'mgrs';
import type { LngLat } from './domain';
import { distanceMetres, isPosition } from './geo';

// Bundlers take the package's ES module; Node itself, in the terminal's commands, its CommonJS.
const { forward, inverse, toPoint } =
	(mgrsModule as { default?: typeof mgrsModule }).default ?? mgrsModule;

export type CoordinateFormat = 'degrees' | 'dms' | 'mgrs';

export type ParsedCoordinates = {
	position: LngLat;
	/** How far the last written digit lets the place lie from the position. */
	accuracyMetres: number;
	format: CoordinateFormat;
};

const METRES_PER_DEGREE = 111_195;

/**
 * Reads a position from text; undefined when the text is not one. Without letters the order is
 * latitude, longitude, as receivers show it; with N, S, E or W any order. A decimal comma and
 * Arabic digits are understood.
 */
export function parseCoordinates(text: string): ParsedCoordinates | undefined {
	const plain = toPlainDigits(text).trim().toUpperCase();
	return parseMgrs(plain) ?? parseDegrees(plain);
}

function toPlainDigits(text: string): string {
	return text
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
		.replace(/\u066b/g, '.')
		.replace(/\u060c/g, ',')
		.replace(/[\u2212\u2013]/g, '-')
		.replace(/\u00a0/g, ' ');
}

function parseMgrs(text: string): ParsedCoordinates | undefined {
	// Easting and northing are written with the same number of digits, together or apart.
	const groups = text.match(/(?<=[A-Z\s])\d+(?=\s|$)/g) ?? [];
	if (groups.length > 2 || (groups.length === 2 && groups[0]!.length !== groups[1]!.length)) {
		return undefined;
	}
	const compact = text.replace(/\s+/g, '');
	const parts = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)$/.exec(compact);
	if (!parts || parts[5]!.length % 2 === 1 || parts[5]!.length > 10) return undefined;
	try {
		const [west, south, east, north] = inverse(compact);
		const position = toPoint(compact) as LngLat;
		if (!isPosition(position) || !isWrittenSo(position, compact)) return undefined;
		const halfDiagonal = distanceMetres([west, south], [east, north]) / 2;
		return { position, accuracyMetres: Math.max(1, Math.ceil(halfDiagonal)), format: 'mgrs' };
	} catch {
		return undefined;
	}
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';

/**
 * The library reads squares that a zone does not have as some other place: read it back. A square
 * may reach over the edge of its zone or band, so that a neighbour is right too.
 */
function isWrittenSo(position: LngLat, compact: string): boolean {
	const [, zone, band] = /^(\d{1,2})([A-Z])/.exec(compact)!;
	const [, zoneBack, bandBack] = /^(\d{1,2})([A-Z])/.exec(forward(position, 1))!;
	const zones = Math.abs(Number(zone) - Number(zoneBack));
	const bands = Math.abs(BANDS.indexOf(band!) - BANDS.indexOf(bandBack!));
	return Number(zone) <= 60 && (zones <= 1 || zones === 59) && bands <= 1;
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
const ANGLE = new RegExp(
	String.raw`^([NSEW+-])?\s*${NUMBER}\s*(?:[°ºD]|(?=[\s]))?\s*` +
		String.raw`(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′M]|(?=[\s]))?\s*)?` +
		String.raw`(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″S]|''|’’|′′)?\s*)?([NSEW])?$`
);

type Angle = { degrees: number; axis: 'lat' | 'lng' | null; lastDigit: number; dms: boolean };

function parseDegrees(text: string): ParsedCoordinates | undefined {
	const halves = splitHalves(text);
	if (!halves) return undefined;
	const [a, b] = halves.map(parseAngle);
	if (!a || !b || (a.axis !== null && a.axis === b.axis)) return undefined;
	if ((a.axis === null) !== (b.axis === null)) return undefined;
	const [lat, lng] = a.axis === 'lng' ? [b, a] : [a, b];
	const position: LngLat = [lng.degrees, lat.degrees];
	if (!isPosition(position)) return undefined;
	// Half a unit of the last digit, both ways.
	const halfUnit = Math.max(a.lastDigit, b.lastDigit) / 2;
	const accuracyMetres = Math.max(1, Math.ceil(halfUnit * METRES_PER_DEGREE * Math.SQRT2));
	return { position, accuracyMetres, format: a.dms || b.dms ? 'dms' : 'degrees' };
}

/** The two angles, split by their letters, or at the middle separator. */
function splitHalves(text: string): [string, string] | undefined {
	const lettersAfter = /^(.*?[NSEW])[\s,;/]*(.*[NSEW])$/.exec(text);
	if (lettersAfter && /^[\d+-]/.test(text)) return [lettersAfter[1]!, lettersAfter[2]!];
	const lettersBefore = /^([NSEW].*?)[\s,;/]*([NSEW].*)$/.exec(text);
	if (lettersBefore) return [lettersBefore[1]!.trim(), lettersBefore[2]!.trim()];
	for (const separator of [/\s*[;/]\s*/, /\s*,\s+/, /,/, /\s+/]) {
		const halves = text.split(separator);
		if (halves.length === 2) return [halves[0]!.trim(), halves[1]!.trim()];
	}
	const words = text.split(/[\s,]+/);
	if (words.length % 2 === 1 || words.length > 6) return undefined;
	const middle = words.length / 2;
	return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
}

function parseAngle(text: string): Angle | undefined {
	const parts = ANGLE.exec(text);
	if (!parts) return undefined;
	const [, before, degrees, minutes, seconds, after] = parts;
	const letter = /[NSEW]/.test(before ?? '') ? before : after;
	if (after && before && /[NSEW]/.test(before)) return undefined;
	const numbers = [degrees, minutes, seconds].filter((each) => each !== undefined);
	// Only the last number may have a fraction, and minutes and seconds stay under sixty.
	if (numbers.slice(0, -1).some((each) => /[.,]/.test(each))) return undefined;
	const values = numbers.map((each) => Number(each.replace(',', '.')));
	if (values.slice(1).some((value) => value >= 60)) return undefined;
	const size = values.reduce((sum, value, i) => sum + value / 60 ** i, 0);
	const negative = before === '-' || letter === 'S' || letter === 'W';
	const decimals = numbers[numbers.length - 1]!.split(/[.,]/)[1]?.length ?? 0;
	return {
		degrees: negative ? -size : size,
		axis: !letter ? null : /[NS]/.test(letter) ? 'lat' : 'lng',
		lastDigit: 10 ** -decimals / 60 ** (numbers.length - 1),
		dms: numbers.length > 1
	};
}

/** Decimal places of a degree that a radius in metres carries: 5 for 1 m, 0 for a degree or more. */
function decimalsFor(accuracyMetres: number): number {
	const decimals = Math.ceil(Math.log10(METRES_PER_DEGREE / Math.max(1, accuracyMetres)) - 0.5);
	return Math.min(5, Math.max(0, decimals));
}

/** "42.6629, 21.1655": latitude, longitude, with the digits that the accuracy carries. */
export function formatDegrees([lng, lat]: LngLat, accuracyMetres: number): string {
	const decimals = decimalsFor(accuracyMetres);
	return `${lat.toFixed(decimals)}, ${lng.toFixed(decimals)}`;
}

/** 42°39′46″N 21°09′56″E; minutes only when the accuracy is poorer than half a minute. */
export function formatDms([lng, lat]: LngLat, accuracyMetres: number): string {
	const angle = (degrees: number, letters: string) => {
		const perDegree = accuracyMetres > 900 ? 60 : 3600;
		const units = Math.round(Math.abs(degrees) * perDegree);
		const pad = (value: number) => String(value).padStart(2, '0');
		const whole = Math.floor(units / perDegree);
		const minutes = Math.floor(((units % perDegree) * 60) / perDegree);
		const seconds = perDegree === 3600 ? `${pad(units % 60)}″` : '';
		return `${whole}°${pad(minutes)}′${seconds}${letters[degrees < 0 && units > 0 ? 1 : 0]}`;
	};
	return `${angle(lat, 'NS')} ${angle(lng, 'EW')}`;
}

/**
 * "34T EN 1204 2590" with as many digits as the accuracy carries; undefined nearer to the poles
 * than MGRS's bands reach (84 N, 80 S).
 */
export function formatMgrs([lng, lat]: LngLat, accuracyMetres: number): string | undefined {
	if (lat >= 84 || lat < -80) return undefined;
	const digits = 5 - Math.min(5, Math.max(0, Math.floor(Math.log10(Math.max(1, accuracyMetres)))));
	const mgrs = forward([lng === 180 ? -180 : lng, lat], digits);
	const parts = /^(\d{1,2}[A-Z])([A-Z]{2})(\d*)$/.exec(mgrs);
	if (!parts) return undefined;
	const [, zone, square, numbers] = parts;
	const half = numbers!.length / 2;
	return [zone, square, numbers!.slice(0, half), numbers!.slice(half)].filter(Boolean).join(' ');
}
