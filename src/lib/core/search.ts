/**
 * Search over names in several languages and scripts. Names and query are folded to one plain
 * form; what is shown is always the name as written.
 */

// Serbian Cyrillic by its Latin alphabet, then the letters of Russian, Ukrainian and Macedonian.
const CYRILLIC: Record<string, string> = {
	...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'j' },
	...{ к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
	...{ ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's', ы: 'y', э: 'e', ю: 'ju' },
	...{ я: 'ja', щ: 'sc', ъ: '', ь: '', є: 'je', і: 'i', ґ: 'g', ѓ: 'gj', ќ: 'kj', ѕ: 'dz' }
};
// Letters that Unicode does not take apart.
const LATIN: Record<string, string> = {
	...{ đ: 'dj', ð: 'd', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', þ: 'th' }
};
// Arabic spellings that writers use for one another.
const ARABIC: Record<string, string> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ـ: '', ء: '' };
const LETTERS = new Map(Object.entries({ ...CYRILLIC, ...LATIN, ...ARABIC }));

/**
 * The plain form in which texts are compared: lower case, without diacritics, vowel marks and
 * punctuation, Cyrillic written in Latin letters, digits as 0-9, single spaces. Serbian dj and d
 * fold together, because Đakovica is also typed Djakovica and Dakovica.
 */
export function fold(text: string): string {
	let folded = '';
	// Taken apart, letters lose their marks: ë, ç, ž and the marks of Arabic alike.
	for (const letter of text.toLowerCase().normalize('NFKD')) {
		folded += LETTERS.get(letter) ?? toDigit(letter);
	}
	return folded
		.replace(/[\p{M}'’‘ʼ`´]/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/dj/g, 'd')
		.trim();
}

function toDigit(letter: string): string {
	const code = letter.codePointAt(0)!;
	if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
	if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
	return letter;
}

/** How a text answers a query, best first. */
export const MATCHES = ['exact', 'start', 'words', 'part', 'similar'] as const;
export type Match = (typeof MATCHES)[number];

export type SearchIndex<T> = { item: T; text: string; folded: string }[];

export type Found<T> = {
	item: T;
	/** The text that matched, as written. */
	text: string;
	match: Match;
};

/** Folds the texts of all items once. Give each item's most important text first. */
export function indexTexts<T>(
	items: readonly T[],
	textsOf: (item: T) => readonly (string | null | undefined)[]
): SearchIndex<T> {
	return items.flatMap((item) =>
		textsOf(item)
			.filter((text): text is string => !!text)
			.map((text) => ({ item, text, folded: fold(text) }))
	);
}

/**
 * Items whose texts match, each once by its best text; best match first, then shorter texts, then
 * the order of the index. An empty query finds nothing.
 */
export function findMatches<T>(index: SearchIndex<T>, query: string, limit = 20): Found<T>[] {
	const wanted = fold(query);
	if (wanted === '') return [];
	const best = new Map<T, Found<T> & { rank: number; length: number }>();
	for (const { item, text, folded } of index) {
		const match = matchOf(folded, wanted);
		if (match === undefined) continue;
		const rank = MATCHES.indexOf(match);
		const known = best.get(item);
		if (!known || rank < known.rank) {
			best.set(item, { item, text, match, rank, length: folded.length });
		}
	}
	return [...best.values()]
		.sort((a, b) => a.rank - b.rank || a.length - b.length)
		.slice(0, limit)
		.map(({ item, text, match }) => ({ item, text, match }));
}

/** How one folded text answers a folded query; undefined when it does not. */
export function matchOf(folded: string, wanted: string): Match | undefined {
	if (folded === wanted) return 'exact';
	if (folded.startsWith(wanted)) return 'start';
	const words = folded.split(' ');
	const wantedWords = wanted.split(' ');
	if (wantedWords.every((each) => words.some((word) => word.startsWith(each)))) return 'words';
	if (wanted.length >= 3 && folded.includes(wanted)) return 'part';
	const similar = wantedWords.every((each) => words.some((word) => isSimilar(word, each)));
	return similar ? 'similar' : undefined;
}

/** One slip in words of five letters, two from eight; the word may go on after the query. */
function isSimilar(word: string, wanted: string): boolean {
	if (word.startsWith(wanted)) return true;
	const slips = wanted.length >= 8 ? 2 : wanted.length >= 5 ? 1 : 0;
	if (slips === 0) return false;
	return [word, word.slice(0, wanted.length), word.slice(0, wanted.length + 1)].some(
		(each) => Math.abs(each.length - wanted.length) <= slips && distanceOf(each, wanted) <= slips
	);
}

/** Levenshtein distance with swapped neighbours as one slip (optimal string alignment). */
export function distanceOf(a: string, b: string): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
			row.push(cost);
		}
		before = previous;
		previous = row;
	}
	return previous[b.length]!;
}
