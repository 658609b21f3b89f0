import { describe, expect, test } from 'vitest';
import { findMatches, fold, indexTexts } from '$lib/core/search';

describe('folding', () => {
	test.each([
		['Đakovica', 'Djakovica'],
		['Đakovica', 'Ђаковица'],
		['Đakovica', 'Dakovica'],
		['Uroševac', 'Урошевац'],
		['Uroševac', 'UROSEVAC'],
		['Prishtinë', 'Prishtine'],
		['Peć', 'Пећ'],
		['Deçan', 'decan'],
		['Kosovska Mitrovica', 'Косовска-Митровица'],
		['Ljubljana', 'Љубљана'],
		['Džakarta', 'Џакарта'],
		['مُرْتَفَعَات', 'مرتفعات'],
		['أحمد', 'احمد'],
		['مدرسة', 'مدرسه'],
		['Bar ٢٣', 'bar 23'],
		['O’Neill’s', "O'Neills"],
		['  Café   “Lipa” ', 'cafe lipa'],
		['ﬁrst', 'first']
	])('%s and %s are one', (a, b) => {
		expect(fold(a)).toBe(fold(b));
	});

	test('keeps apart what differs', () => {
		expect(fold('Peć')).not.toBe(fold('Pejë'));
		expect(fold('Bar 1')).not.toBe(fold('Bar 11'));
	});

	test('leaves Chinese as it is', () => {
		expect(fold('科索沃')).toBe('科索沃');
	});
});

describe('finding', () => {
	const places = [
		{ id: 1, names: ['Lipa', 'Липа'] },
		{ id: 2, names: ['Lipa Bar', 'Kafe Lipa'] },
		{ id: 3, names: ['Stara Lipa'] },
		{ id: 4, names: ['Filipa'] },
		{ id: 5, names: ['Kestrel House', 'Ветрушка'] }
	];
	const index = indexTexts(places, (place) => place.names);
	const ids = (query: string) => findMatches(index, query).map(({ item }) => item.id);

	test('ranks exact, start, words, part', () => {
		expect(ids('lipa')).toEqual([1, 2, 3, 4]);
		expect(findMatches(index, 'липа')[0]).toEqual({
			item: places[0],
			text: 'Lipa',
			match: 'exact'
		});
	});

	test('takes words in any order', () => {
		expect(ids('lipa stara')).toEqual([3]);
		expect(ids('hous kest')).toEqual([5]);
	});

	test('forgives one slip in five letters, two in eight, none in short words', () => {
		expect(ids('kestrle')).toEqual([5]);
		expect(ids('vetrsuka')).toEqual([5]);
		expect(ids('lpa')).toEqual([]);
	});

	test('an empty query and a stranger find nothing', () => {
		expect(ids('  ')).toEqual([]);
		expect(ids('zzzzzz')).toEqual([]);
	});
});
