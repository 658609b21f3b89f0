/**
 * Whether a place that somebody is about to enter stands in the register already: under the same
 * name in another spelling or script, or at the same spot under another name. It warns and decides
 * nothing; two bars may share a name, and a house may hold two.
 */
import type { Establishment } from './domain';
import { distanceBetweenShapes, shapeOf } from './geo';
import { distanceOf, fold } from './search';

export type Candidate = Pick<Establishment, 'names' | 'geometry' | 'accuracyMetres'>;

export type Similar = {
	place: Establishment;
	/** `name`: called alike and not far away. `spot`: where this one is, under another name. */
	why: 'name' | 'spot';
	/** The two names that are most alike, as written: of the register and of the candidate. */
	name: string;
	candidateName: string;
	/** 0 to 1. */
	likeness: number;
	distanceMetres: number;
	/** How far the distance may be off. */
	accuracyMetres: number;
};

/** Alike enough to ask, within this distance; and nearly the same, within that. */
const ALIKE = { likeness: 0.7, metres: 1_000 };
const SAME = { likeness: 0.9, metres: 10_000 };
/** One house front to the next. */
const SPOT_METRES = 25;

/** Places of the register like the candidate, the likeliest first. Accuracies are allowed for. */
export function findSimilar(
	candidate: Candidate,
	register: readonly Establishment[],
	limit = 5
): Similar[] {
	const shape = shapeOf(candidate.geometry);
	return register
		.flatMap((place): Similar[] => {
			const distance = distanceBetweenShapes(shape, shapeOf(place.geometry));
			const accuracyMetres = candidate.accuracyMetres + place.accuracyMetres;
			const nearest = Math.max(0, distance - accuracyMetres);
			if (nearest > SAME.metres) return [];
			const best = mostAlike(candidate, place);
			const isName = [ALIKE, SAME].some(
				({ likeness, metres }) => best.likeness >= likeness && nearest <= metres
			);
			const isSpot = distance <= SPOT_METRES;
			if (!isName && !isSpot) return [];
			const why = isName ? 'name' : 'spot';
			return [{ place, why, ...best, distanceMetres: distance, accuracyMetres }];
		})
		.sort((a, b) => rank(b) - rank(a))
		.slice(0, limit);
}

const rank = ({ likeness, distanceMetres }: Similar) =>
	likeness + (distanceMetres <= SPOT_METRES ? 1 : 0) - distanceMetres / SAME.metres;

function mostAlike(candidate: Candidate, place: Establishment) {
	let best = { name: '', candidateName: '', likeness: -1 };
	for (const { text: name } of place.names) {
		for (const { text: candidateName } of candidate.names) {
			const likeness = likenessOf(name, candidateName);
			if (likeness > best.likeness) best = { name, candidateName, likeness };
		}
	}
	return best;
}

/** Words that say what a place is, not which; folded. */
const KINDS = new Set(
	(
		'bar bari pub klub klubi club night nocni nate disco disko diskoteka lounge casino kazino ' +
		'hotel hoteli motel hostel restaurant restoran restoranti cafe caffe kafe kafic kafene kafana ' +
		'salon salloni sauna massage masaza masazh premises lokal lokali house kuca shtepia the ' +
		'بار نادي ناد ملهي ليلي فندق مطعم مقهي صالون بيت منزل'
	).split(' ')
);

/**
 * How alike two names are, from 0 to 1, whatever their scripts: by letters, or by consonants where
 * one of them is Arabic, which writes few vowels. What kind of place it is does not count, the order
 * of words does not, and numbers must be the same.
 */
export function likenessOf(a: string, b: string): number {
	const [left, right] = [wordsOf(a), wordsOf(b)];
	if (numbersIn(left) !== numbersIn(right)) return 0;
	const isAcross = isArabic(left.join('')) !== isArabic(right.join(''));
	const spell = isAcross ? consonantsOf : soundsOf;
	const [one, other] = [left.map(spell).join(''), right.map(spell).join('')];
	// Two consonants are too few to tell anything by.
	if (isAcross && Math.min(one.length, other.length) < 3) return 0;
	const longest = Math.max(one.length, other.length);
	return longest === 0 ? 0 : 1 - distanceOf(one, other) / longest;
}

function wordsOf(name: string): string[] {
	const words = fold(name)
		.split(' ')
		.map((word) => (isArabic(word) ? word.replace(/^ال(?=..)/, '') : word));
	const own = words.filter((word) => !KINDS.has(word));
	return (own.length > 0 ? own : words).sort();
}

const numbersIn = (words: readonly string[]) =>
	words
		.join(' ')
		.replace(/[^\d]+/g, ' ')
		.trim();
const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text);

/** Latin spellings of Balkan languages, Turkish and English for one sound, written as one. */
const SOUNDS: [RegExp, string][] = [
	[/xh|dzh|dz/g, 'dz'],
	[/sh|sch/g, 's'],
	[/zh/g, 'z'],
	[/ch|tch|q/g, 'c'],
	[/gj/g, 'd'],
	[/ph/g, 'f'],
	[/th/g, 't'],
	[/kh/g, 'h'],
	[/ck/g, 'k'],
	[/x/g, 'ks'],
	[/w/g, 'v'],
	[/ou|oo/g, 'u'],
	[/ee/g, 'i'],
	[/[yj]/g, 'i'],
	[/(.)\1+/g, '$1']
];
const soundsOf = (word: string) =>
	SOUNDS.reduce((spelled, [spelling, sound]) => spelled.replace(spelling, sound), word);

/** One consonant for those that the two alphabets do not tell apart; none for vowels. */
const CONSONANTS: Record<string, string> = {
	...{ ب: 'b', پ: 'b', ت: 't', ط: 't', ث: 't', ج: 'g', غ: 'g', گ: 'g', چ: 'c', ح: 'h', خ: 'h' },
	...{ د: 'd', ذ: 'd', ض: 'd', ر: 'r', ز: 'z', ظ: 'z', س: 's', ش: 's', ص: 's', ف: 'f', ڤ: 'f' },
	...{ ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', ا: '', و: '', ي: '', ع: '' },
	...{ p: 'b', v: 'f', c: 's', a: '', e: '', i: '', o: '', u: '' }
};
const consonantsOf = (word: string) =>
	[...soundsOf(word)]
		.map((letter) => CONSONANTS[letter] ?? letter)
		.join('')
		// A last h is how Arabic ends many names that others end in a vowel.
		.replace(/h$/, '')
		.replace(/(.)\1+/g, '$1');
