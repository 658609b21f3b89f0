/**
 * SVG 1.1: a chart or map as one sheet with everything that must not be cut from it: title, legend,
 * method, parameters, dates and the exercise mark are drawn into the picture, and stand once more in
 * its metadata (Dublin Core). It refers to nothing outside itself.
 */
import type { About } from '../sheet';

export type Picture = {
	title: string;
	/** What of the data it shows. */
	subtitle: string;
	/** Markup of the drawing, and its size. */
	markup: string;
	width: number;
	height: number;
	legend: { markup: string; width: number; height: number; label: string }[];
	/** Method, parameters, dates, sources: sentences in the reader's language. */
	notes: string[];
	/** Set when establishments and allegations are invented. */
	exercise: string | null;
	lang: string;
	dir: 'ltr' | 'rtl';
};

/** Width in pixels of a text in a size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

const MARGIN = 24;
const INK = '#1b1f24';
const SOFT = '#505963';
const EXERCISE = '#8a4b00';
const LEADING = 1.45;

/** `fonts` are style rules that bring the letters along. */
export function renderSvg(
	picture: Picture,
	about: About,
	measure: Measure,
	fonts = ''
): { svg: string; width: number; height: number } {
	const { lang, dir, width: drawn } = picture;
	const width = drawn + 2 * MARGIN;
	const parts: string[] = [];
	let y = MARGIN;
	const start = dir === 'rtl' ? width - MARGIN : MARGIN;

	const write = (text: string, size: number, weight: number, colour: string) => {
		for (const line of wrap(text, drawn, (words) => measure(words, size, weight))) {
			y += size * LEADING;
			parts.push(
				`<text x="${start}" y="${round(y - size * 0.35)}" font-size="${size}" font-weight="${weight}" fill="${colour}" unicode-bidi="plaintext">${escape(line)}</text>`
			);
		}
	};

	if (picture.exercise) write(picture.exercise, 13, 700, EXERCISE);
	write(picture.title, 20, 650, INK);
	write(picture.subtitle, 13, 400, SOFT);
	y += 10;
	parts.push(`<g transform="translate(${MARGIN} ${round(y)})">${picture.markup}</g>`);
	y += picture.height + 10;

	// The legend runs with the line of reading and wraps as words do.
	let offset = 0;
	for (const { markup, label, ...size } of picture.legend) {
		const room = size.width + 8 + measure(label, 12, 400) + 20;
		if (offset > 0 && offset + room > drawn) {
			offset = 0;
			y += 24;
		}
		const x = dir === 'rtl' ? start - offset - size.width : start + offset;
		const words = dir === 'rtl' ? x - 8 : x + size.width + 8;
		parts.push(
			`<g transform="translate(${round(x)} ${round(y)})">${markup}</g>` +
				`<text x="${round(words)}" y="${round(y + size.height / 2 + 4)}" font-size="12" fill="${INK}">${escape(label)}</text>`
		);
		offset += room;
	}
	if (picture.legend.length > 0) y += 30;
	for (const note of picture.notes) write(note, 11, 400, SOFT);
	y += MARGIN;

	const height = Math.ceil(y);
	const svg =
		`<?xml version="1.0" encoding="UTF-8"?>\n` +
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${lang}" direction="${dir}" font-family="'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif">\n` +
		`<title>${escape(picture.title)}</title>\n` +
		`<desc>${escape([picture.subtitle, ...picture.notes].join(' '))}</desc>\n` +
		`${metadataOf(picture, about)}\n` +
		(fonts ? `<style>${fonts}</style>\n` : '') +
		`<rect width="${width}" height="${height}" fill="#ffffff"/>\n` +
		`${parts.join('\n')}\n</svg>\n`;
	return { svg, width, height };
}

/** What the picture says of itself, by name: for the metadata of any format. */
export function describe(picture: Picture, about: About): Record<string, string> {
	return {
		Title: picture.title,
		Description: [picture.exercise, picture.subtitle, ...picture.notes].filter(Boolean).join(' '),
		'Creation Time': about.generated,
		Source: about.sources.join('; '),
		Software: 'Cordon'
	};
}

function metadataOf(picture: Picture, about: About): string {
	const facts = describe(picture, about);
	return (
		'<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">' +
		`<dc:title>${escape(facts.Title!)}</dc:title><dc:date>${escape(about.generated)}</dc:date>` +
		`<dc:coverage>${escape(`${about.mission} ${about.asOf}`)}</dc:coverage>` +
		`<dc:description>${escape(facts.Description!)}</dc:description>` +
		(facts.Source ? `<dc:source>${escape(facts.Source)}</dc:source>` : '') +
		`<dc:language>${picture.lang}</dc:language></rdf:Description></rdf:RDF></metadata>`
	);
}

/** Lines no wider than there is room; a word alone may be. */
export function wrap(text: string, room: number, widthOf: (words: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').filter(Boolean)) {
		const longer = line ? `${line} ${word}` : word;
		if (line && widthOf(longer) > room) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line ? [...lines, line] : lines;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write control characters; they are left out. */
const escape = (text: string) =>
	text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replace(/[&<>"]/g, (each) => ENTITIES[each]!);

const round = (value: number) => Math.round(value * 100) / 100;
