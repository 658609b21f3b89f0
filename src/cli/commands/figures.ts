/** Numbers in, documents and tables out: what the commands that compute have in common. */
import { once } from 'node:events';
import { InputError, need } from './command.ts';

/** An option that must be there and be a number. */
export function needNumber(
	name: string,
	text: string | undefined,
	{
		whole = false,
		least = 0,
		above,
		max = Infinity
	}: { whole?: boolean; least?: number; above?: number; max?: number } = {}
): number {
	const value = Number(need(name, text).trim() || NaN);
	const isFit =
		Number.isFinite(value) &&
		(above === undefined ? value >= least : value > above) &&
		value <= max &&
		(!whole || Number.isInteger(value));
	if (isFit) return value;
	const kind = whole ? 'a whole number' : 'a number';
	const from = above === undefined ? `from ${least}` : `above ${above}`;
	throw new InputError(
		`--${name} is "${text}": write ${kind} ${from}${max < Infinity ? ` up to ${max}` : ''}.`
	);
}

/** Runs what may be asked for too much: core says so by a RangeError, and the caller can ask for less. */
export function compute<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof RangeError ? new InputError(error.message) : error;
	}
}

/** Pieces written at once. */
const PIECES = 5000;

/** Text of any length on standard output, no faster than it is read there. */
export async function print(pieces: Iterable<string>): Promise<void> {
	let waiting: string[] = [];
	const flush = async () => {
		if (!process.stdout.write(waiting.join(''))) await once(process.stdout, 'drain');
		waiting = [];
	};
	for (const piece of pieces) if (waiting.push(piece) >= PIECES) await flush();
	await flush();
}

/** One document on standard output, and nothing else. */
export const printJson = (document: object) => print(toJson(document));

/** Member by member and item by item: a grid of cells may be longer than a string can be. */
function* toJson(document: object): Generator<string> {
	for (const [i, [name, value]] of Object.entries(document).entries()) {
		yield `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`;
		if (Array.isArray(value)) {
			yield '[';
			for (const [k, item] of value.entries()) {
				yield k === 0 ? JSON.stringify(item) : `,${JSON.stringify(item)}`;
			}
			yield ']';
		} else yield JSON.stringify(value);
	}
	yield '}\n';
}

/** The method in a line, what the rows are, and the rows. */
export function printTable(
	method: Record<string, unknown>,
	title: string,
	rows: readonly Record<string, unknown>[]
): void {
	const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(toText))];
	const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
	console.log(
		[
			Object.entries(method)
				.map(([name, value]) => `${name} ${value}`)
				.join(', '),
			title,
			...(rows.length === 0 ? [] : lines).map((line) =>
				line
					.map((cell, i) => cell.padEnd(widths[i]!))
					.join('  ')
					.trimEnd()
			)
		].join('\n')
	);
}

function toText(value: unknown): string {
	if (typeof value === 'number' && !Number.isInteger(value)) return value.toPrecision(5);
	return Array.isArray(value) ? value.join(' ') : String(value ?? '-');
}
