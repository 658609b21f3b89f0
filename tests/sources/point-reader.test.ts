import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { PointReader } from '$lib/sources/point-reader';

function read(text: string, pieces = [text]) {
	const reader = new PointReader({ personnel: 'count' });
	pieces.forEach((piece) => reader.push(piece));
	reader.end();
	return reader;
}
const faultsOf = (text: string) =>
	read(text).faults.map(({ row, column, key }) => `${row ?? '-'} ${column ?? '-'} ${key}`);

describe('a file is read', () => {
	test('with columns in any order, a byte order mark, CRLF and quotes', () => {
		const reader = read(
			'\ufeffpersonnel,"lat",name,LNG,id\r\n12,42.5,"a, ""b""",21,x\r\n\r\n0,-90,"two\r\nlines",-180,"y"'
		);
		expect(reader.faults).toEqual([]);
		expect(reader.ids).toEqual(['x', 'y']);
		expect([...reader.lng.view()]).toEqual([21, -180]);
		expect([...reader.lat.view()]).toEqual([42.5, -90]);
		expect([...reader.columns.personnel.view()]).toEqual([12, 0]);
	});

	test('with semicolons, and with a heading alone', () => {
		expect(read('id;lng;lat;personnel\na;1;2;3\n').ids).toEqual(['a']);
		expect(read('id,lng,lat,personnel\n')).toMatchObject({ size: 0, faults: [] });
	});

	test('whole where some lines end in CR LF and others in LF', () => {
		const mixed = 'id,lng,lat,personnel,note\r\n"a",1,2,3,x\nb,1,2,3,"y"\r\nc,1,2,3,z\n';
		expect(read(mixed)).toMatchObject({ ids: ['a', 'b', 'c'], faults: [] });
		const other = 'id,lng,lat,note,personnel\na,1,2,x,"3"\r\nb,1,2,y,4\n';
		expect([...read(other).columns.personnel.view()]).toEqual([3, 4]);
		expect(read('id,lng,lat,personnel\ra,1,2,3\rb,1,2,3\r').ids).toEqual(['a', 'b']);
	});

	test('with the separator that a spreadsheet announces, and rows that it left blank', () => {
		const text = 'sep=;\nid;lng;lat;personnel\n;;;\na;1;2;3\n ; ;;\nb;1;2;x\n';
		for (const pieces of [[text], [...text]]) {
			const { ids, faults } = read(text, pieces);
			expect(ids).toEqual(['a', 'b']);
			expect(faults).toMatchObject([{ row: 6, column: 'personnel' }]);
		}
	});

	test('whole where a quotation mark stands within a cell, and a line break within another', () => {
		const rows = Array.from(
			{ length: 9 },
			(_, i) => `5" pipe ${i};1;2;3\n"two\nlines ${i}";1;2;3\n`
		);
		const text = `id;lng;lat;personnel\n${rows.join('')}`;
		const reader = read(text, text.match(/[^]{1,7}/g)!);
		expect(reader.faults).toEqual([]);
		expect(reader.ids).toEqual(rows.flatMap((_, i) => [`5" pipe ${i}`, `two\nlines ${i}`]));
		// Nor does it wait for a second one before a row ends.
		const long = new PointReader({});
		long.push('id,lng,lat\n');
		for (let i = 0; i < 9; i++) long.push(`5" pipe ${i ? i : ''},1,2${' '.repeat(1 << 20)}\n`);
		expect([long.size, long.faults]).toEqual([9, []]);
	});

	test('the same however it is cut into pieces', () => {
		const rows = fc.array(
			fc.record({
				id: fc.string({ minLength: 1 }),
				lng: fc.double({ min: -180, max: 180, noNaN: true }),
				lat: fc.double({ min: -90, max: 90, noNaN: true }),
				personnel: fc.nat()
			}),
			{ minLength: 1, maxLength: 20 }
		);
		fc.assert(
			fc.property(
				rows,
				fc.array(fc.nat(), { maxLength: 8 }),
				fc.boolean(),
				(given, cuts, quoted) => {
					const text =
						Papa.unparse(given, { quotes: quoted, newline: quoted ? '\r\n' : '\n' }) + '\n';
					const at = [
						0,
						...cuts.map((cut) => cut % text.length).sort((a, b) => a - b),
						text.length
					];
					const whole = read(text);
					const cut = read(
						text,
						at.slice(1).map((end, i) => text.slice(at[i], end))
					);
					expect(cut.ids).toEqual(whole.ids);
					expect(cut.faults).toEqual(whole.faults);
					expect(cut.lng.view()).toEqual(whole.lng.view());
					const ids = given.map(({ id }) => id.trim());
					if (ids.every((id) => id !== '') && new Set(ids).size === ids.length) {
						expect(whole.faults).toEqual([]);
						expect(whole.ids).toEqual(ids);
						expect([...whole.lat.view()]).toEqual(given.map(({ lat }) => lat + 0));
					}
				}
			),
			{ seed: 51, numRuns: 300 }
		);
	});
});

describe('a fault names its row as a spreadsheet counts', () => {
	const heading = 'id,lng,lat,personnel\n';
	test.each([
		['', '- - fileEmpty'],
		['id,lng\n1,2\n', '1 lat columnMissing'],
		['id,id,lng,lat,personnel\n', '1 id columnTwice'],
		[`${heading}a,1,2,3\nb,1,91,3\n`, '3 lat positionInvalid'],
		[`${heading}a,180.5,2,3\n`, '2 lng positionInvalid'],
		[`${heading}a,NaN,2,3\n`, '2 lng positionInvalid'],
		[`${heading}a,Infinity,2,3\n`, '2 lng positionInvalid'],
		[`${heading}a,0x10,2,3\n`, '2 lng positionInvalid'],
		[`${heading}a,,2,3\n`, '2 lng textMissing'],
		[`${heading}a,1,2\n`, '2 personnel textMissing'],
		[`${heading} ,1,2,3\n`, '2 id textMissing'],
		[`${heading}a,1,2,3\n\nb,1,2,3\na,1,2,3\n`, '5 id idTwice'],
		[`${heading}a,1,2,-3\n`, '2 personnel numberInvalid'],
		[`${heading}a,1,2,3.5\n`, '2 personnel numberInvalid'],
		[`${heading}a,1,2,3\n"b,1,2,3\n`, '3 - quoteOpen']
	])('%j', (text, fault) => expect(faultsOf(text)[0]).toBe(fault));

	test('and a file without a column has that one fault', () => {
		expect(faultsOf('id,lng\n1,2\n3,x\n')).toEqual([
			'1 lat columnMissing',
			'1 personnel columnMissing'
		]);
	});

	test('no more than fifty are kept', () => {
		expect(faultsOf(heading + 'a,1,2,-1\n'.repeat(1000))).toHaveLength(50);
	});
});

test('columns named optional may be missing or empty', () => {
	const reader = new PointReader({ cases: 'number', period: 'text' }, ['id', 'period']);
	reader.push('lng,lat,cases\n1,2,3.5\n1,2,4\n');
	reader.end();
	expect(reader.faults).toEqual([]);
	expect(reader.ids).toEqual(['', '']);
	expect(reader.columns.period).toEqual(['', '']);
	expect([...reader.columns.cases.view()]).toEqual([3.5, 4]);
});
