import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withTexts } from '$lib/publish/formats/png';
import { renderSvg, wrap, type Picture } from '$lib/publish/formats/svg';
import type { About } from '$lib/publish/sheet';

const about: About = {
	mission: 'kosovo',
	note: null,
	generated: '2026-03-10T11:00:00Z',
	asOf: '2004-03-15',
	exercise: true,
	sources: ['A & B'],
	method: null
};
const picture: Picture = {
	title: 'Distance < 1 km & more',
	subtitle: 'As of 15 March 2004',
	markup: '<rect width="10" height="10"/>',
	width: 400,
	height: 100,
	legend: [{ markup: '<rect/>', width: 20, height: 14, label: 'Certain' }],
	notes: ['Great-circle distance on a sphere.', 'Data as of 15 March 2004.'],
	exercise: 'EXERCISE DATA',
	lang: 'en',
	dir: 'ltr'
};
const hostile = fc.string({
	unit: fc.constantFrom('<', '>', '&', '"', '\u0000', '\u001f', '\ufffe', ']]>', 'a', ' ', 'م'),
	minLength: 1,
	maxLength: 30
});
const measure = (text: string, size: number) => text.length * size * 0.5;

describe('SVG', () => {
	test('draws title, legend, notes and the exercise mark into the picture, and names them in its metadata', () => {
		const { svg } = renderSvg(picture, about, measure);
		const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
		expect(drawn).toEqual([
			'EXERCISE DATA',
			'Distance &lt; 1 km &amp; more',
			'As of 15 March 2004',
			'Certain',
			'Great-circle distance on a sphere.',
			'Data as of 15 March 2004.'
		]);
		expect(svg).toContain('<dc:source>A &amp; B</dc:source>');
		expect(svg).toContain('<dc:date>2026-03-10T11:00:00Z</dc:date>');
		expect(svg).not.toMatch(/(href|src|url)\s*[=(]\s*["']?https?:/);
	});

	test('right to left begins at the right', () => {
		const { svg, width } = renderSvg({ ...picture, dir: 'rtl', lang: 'ar' }, about, measure);
		expect(svg).toContain('direction="rtl"');
		expect(svg).toContain(`<text x="${width - 24}"`);
	});

	test('no text breaks out of its element, and no control character stays', () => {
		fc.assert(
			fc.property(hostile, (title) => {
				const { svg } = renderSvg({ ...picture, title, notes: [title] }, about, measure);
				expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
				const inside = /<title>([^]*?)<\/title>/.exec(svg)![1]!;
				expect(inside).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
			}),
			{ seed: 5, numRuns: 300 }
		);
	});

	test('lines are no wider than the room, unless one word is', () => {
		expect(wrap('one two three', 7, (words) => words.length)).toEqual(['one two', 'three']);
		expect(wrap('incomprehensible', 3, (words) => words.length)).toEqual(['incomprehensible']);
		expect(wrap('', 3, (words) => words.length)).toEqual([]);
	});
});

test('PNG keeps its pixels and gains texts with right checksums after the header', () => {
	const header = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(25, 7)]);
	const rest = Buffer.from('the pixels');
	const png = Buffer.from(withTexts(Buffer.concat([header, rest]), { Title: 'خريطة', Source: '' }));
	expect(png.subarray(0, 33)).toEqual(header);
	expect(png.subarray(-rest.length)).toEqual(rest);
	const length = png.readUInt32BE(33);
	const body = png.subarray(37, 41 + length);
	expect(body.toString('utf8')).toBe('iTXtTitle\0\0\0\0\0خريطة');
	expect(png.readUInt32BE(41 + length)).toBe(crc32(body));
	expect(png.length).toBe(33 + 12 + length + rest.length);
});
