import { describe, expect, test } from 'vitest';
import { PointReader } from '$lib/sources/point-reader';
import { piecesOf, readPoints } from '$lib/sources/point-stream';

const HEADING = 'id,lng,lat\n';

/** A file of pieces that says how many were asked for. */
function fileOf(pieces: (i: number) => Uint8Array | undefined) {
	const file = {
		read: 0,
		async *stream() {
			for (let piece = pieces(0); piece; piece = pieces(++file.read)) yield piece;
		}
	};
	return file;
}
const bytes = (text: string) => new TextEncoder().encode(text);
const endless = (first: string, more: Uint8Array) =>
	fileOf((i) => (i === 0 ? bytes(first) : i < 1000 ? more : undefined));
const keysOf = (reader: PointReader<Record<never, never>>) =>
	reader.faults.map(({ row, key }) => `${row} ${key}`);

test('a letter cut in two by the end of a piece is whole again', async () => {
	const whole = bytes(`${HEADING}кафе,21,42\n`);
	const file = fileOf((i) => (i < whole.length ? whole.subarray(i, i + 1) : undefined));
	const told: number[] = [];
	const reader = await readPoints(file.stream(), new PointReader({}), (n) => told.push(n));
	expect(reader).toMatchObject({ ids: ['кафе'], faults: [] });
	expect(told.at(-1)).toBe(whole.length);
});

test('UTF-16 is read as spreadsheets write it', async () => {
	const blob = new Blob([
		new Uint16Array([...`\ufeff${HEADING}مقهى,21,42`].map((c) => c.charCodeAt(0)))
	]);
	const reader = await readPoints(piecesOf(blob.stream()), new PointReader({}));
	expect(reader).toMatchObject({ ids: ['مقهى'], faults: [] });
});

test('a row with more cells than headings is refused: its numbers may be cut at their commas', async () => {
	const blob = new Blob([bytes(`${HEADING}a,21,42,\nb,21,5,42,1\n`)]);
	const reader = await readPoints(piecesOf(blob.stream()), new PointReader({}));
	expect(reader.faults).toEqual([{ row: 3, column: null, key: 'cellsTooMany', value: '42' }]);
});

describe('a hostile file is given up early and nothing of it is kept', () => {
	const megabyte = (byte: number) => new Uint8Array(1 << 20).fill(byte);
	test('without a byte', async () => {
		const reader = await readPoints(piecesOf(new Blob([]).stream()), new PointReader({}));
		expect(keysOf(reader)).toEqual(['null fileEmpty']);
	});
	test.each([
		['bytes that are no text', endless('\x89PNG', megabyte(0xff)), 'null encodingUnknown', 2],
		['a row that never ends', endless(HEADING, megabyte(65)), '2 rowTooLong', 12],
		['an open quotation mark', endless(`${HEADING}"a`, megabyte(10)), '2 quoteOpen', 12],
		['no column that is known', endless('x,y\n', megabyte(65)), '1 columnMissing', 1]
	])('%s', async (_, file, fault, most) => {
		const reader = await readPoints(file.stream(), new PointReader({}));
		expect(keysOf(reader)[0]).toBe(fault);
		expect(file.read).toBeLessThan(most);
		expect(reader.size).toBe(0);
	});

	test('more rows than are taken', async () => {
		const file = fileOf((i) => bytes(i === 0 ? HEADING : `a${i},1,2\nb${i},1,2\n`));
		const reader = await readPoints(file.stream(), new PointReader({}, [], ['id'], 100));
		expect(keysOf(reader)).toEqual(['null tooManyRows']);
		expect(reader.size).toBe(100);
		expect(file.read).toBeLessThan(60);
	});

	test('a fault in every row', async () => {
		const file = endless(HEADING, bytes('a,1,999\n'.repeat(100)));
		const reader = await readPoints(file.stream(), new PointReader({}));
		expect(reader.faults).toHaveLength(50);
		expect(file.read).toBeLessThan(3);
	});
});
