import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTexts } from '$lib/core/text-difference';

const mark = (before: string, after: string, locale: Parameters<typeof diffTexts>[2] = 'en') =>
	diffTexts(before, after, locale)
		.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
		.join('');

test('words that stay stay, and what goes is told before what comes', () => {
	expect(mark('No member shall enter a bar.', 'No member may enter any bar.')).toBe(
		'No member -[shall]+[may] enter -[a]+[any] bar.'
	);
	expect(mark('One.', 'One. Two.')).toBe('One.+[ Two.]');
	expect(mark('', 'New.')).toBe('+[New.]');
	expect(mark('Old.', '')).toBe('-[Old.]');
	expect(mark('Same.', 'Same.')).toBe('Same.');
});

test('Arabic and Chinese are cut between their own words', () => {
	expect(mark('يُمنع دخول الحانات', 'يُمنع دخول الفنادق', 'ar')).toBe(
		'يُمنع دخول -[الحانات]+[الفنادق]'
	);
	expect(mark('禁止进入酒吧', '禁止进入酒店', 'zh')).toBe('禁止进入-[酒吧]+[酒店]');
});

test('same and removed are the text before, same and added the one after', () => {
	const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '. ', 'ä'), { maxLength: 40 });
	fc.assert(
		fc.property(text, text, (a, b) => {
			const [before, after] = [a.join(''), b.join('')];
			const pieces = diffTexts(before, after, 'en');
			const without = (kind: string) =>
				pieces
					.filter((piece) => piece.kind !== kind)
					.map((piece) => piece.text)
					.join('');
			expect(without('added')).toBe(before);
			expect(without('removed')).toBe(after);
			for (const [i, { kind }] of pieces.entries()) expect(pieces[i + 1]?.kind).not.toBe(kind);
		}),
		{ seed: 91 }
	);
});

test('texts too long to align word by word are told as a whole, quickly', () => {
	const long = (word: string) => Array.from({ length: 3000 }, (_, i) => word + i).join(' ');
	const pieces = diffTexts(`Start ${long('a')} end`, `Start ${long('b')} end`, 'en');
	expect(pieces.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
});
