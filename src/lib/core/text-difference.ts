/** How one wording became another, word by word. */
import type { Locale } from './domain';

export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** Beyond this many pairs of words a rewritten text is told as a whole: about 2,000 words a side. */
const MOST_PAIRS = 4_000_000;

/**
 * Pieces in reading order: same and removed ones together are `before`, same and added ones `after`.
 * The longest common run of words stays; words are those of the language, so that Chinese and
 * Arabic are cut where they may be.
 */
export function diffTexts(before: string, after: string, locale: Locale): Piece[] {
	const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
	const [a, b] = [before, after].map((text) =>
		[...segmenter.segment(text)].map(({ segment }) => segment)
	) as [string[], string[]];

	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let end = 0;
	const shorter = Math.min(a.length, b.length) - start;
	while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;

	const pieces: Piece[] = [];
	const add = (kind: Piece['kind'], text: string) => {
		const last = pieces.at(-1);
		if (last?.kind === kind) last.text += text;
		else if (text) pieces.push({ kind, text });
	};
	add('same', a.slice(0, start).join(''));
	for (const [kind, word] of align(a.slice(start, a.length - end), b.slice(start, b.length - end)))
		add(kind, word);
	add('same', a.slice(a.length - end).join(''));
	return pieces;
}

/** Walks the table of longest common subsequences; what goes is told before what comes. */
function* align(a: string[], b: string[]): Generator<[Piece['kind'], string]> {
	if (a.length * b.length > MOST_PAIRS) {
		yield ['removed', a.join('')];
		yield ['added', b.join('')];
		return;
	}
	const width = b.length + 1;
	const longest = new Uint32Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			longest[i * width + j] =
				a[i] === b[j]
					? longest[(i + 1) * width + j + 1]! + 1
					: Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
		}
	}
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			yield ['same', a[i]!];
			i++;
			j++;
		} else if (
			i < a.length &&
			(j === b.length || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
		) {
			yield ['removed', a[i++]!];
		} else {
			yield ['added', b[j++]!];
		}
	}
}
