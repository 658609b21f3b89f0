import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Establishment, EstablishmentName } from '$lib/core/domain';
import { findSimilar, likenessOf } from '$lib/core/similar';
import { listEstablishments } from '../../supabase/seed/establishments';

/** Metres to the east of a point in Pristina. */
function place(id: string, east: number, names: string[], fields: Partial<Establishment> = {}) {
	return {
		id,
		names: names.map((text): EstablishmentName => ({ text, language: 'sq', status: 'sign' })),
		kind: 'bar',
		geometry: { type: 'Point', coordinates: [21.16 + east / 81_740, 42.66] },
		accuracyMetres: 10,
		address: null,
		town: null,
		region: null,
		status: 'open',
		period: { from: null, until: null },
		exercise: true,
		...fields
	} satisfies Establishment;
}

describe('two names', () => {
	test.each([
		['Bar Zvezda', 'Бар Звезда'],
		['Club Zvezda', 'Zvezda Night Club'],
		['Đakovica', 'Gjakovica'],
		['Dhjetë Shtigje', 'Dhjete shtigjë'],
		['Bar Jezero', 'Yezero bar'],
		['مقهى باريس', 'Café Paris'],
		['نادي زفيزدا الليلي', 'Klub Zvezda'],
		['فندق الياسمين', 'Hotel Jasmin'],
		['فندق القمر', 'مطعم القمر'],
		['Klub Phoenix', 'Klub Feniks'],
		['Bar 22', 'Klubi 22']
	])('%s and %s are alike', (a, b) => {
		expect(likenessOf(a, b)).toBeGreaterThanOrEqual(0.7);
	});

	test.each([
		['Bar Sunce', 'Bar Mesec'],
		['Klub 22', 'Klub 23'],
		['Hotel', 'Motel Zvezda'],
		['فندق القمر', 'Hotel Sunce'],
		['فندق القمر', 'Hotel Lipa'],
		['Bar Lipa', 'Bar Lumi'],
		['Bar', '']
	])('%s and %s are not', (a, b) => {
		expect(likenessOf(a, b)).toBeLessThan(0.7);
	});

	test('are as alike one way as the other, and nobody is more alike than oneself', () => {
		const name = fc.string({ unit: fc.constantFrom(...'abcžđшњ ابقو12 '), maxLength: 14 });
		fc.assert(
			fc.property(name, name, (a, b) => {
				const likeness = likenessOf(a, b);
				expect(likeness).toBe(likenessOf(b, a));
				expect(likeness).toBeGreaterThanOrEqual(0);
				expect(likeness).toBeLessThanOrEqual(1);
			}),
			{ seed: 8 }
		);
	});
});

describe('a place', () => {
	const candidate = place('new', 0, ['Бар Звезда']);

	test('is found under its name in another script, with how far and how alike', () => {
		const [found] = findSimilar(candidate, [place('a', 120, ['Ylli', 'Bar Zvezda'])]);
		expect(found).toMatchObject({
			why: 'name',
			name: 'Bar Zvezda',
			candidateName: 'Бар Звезда',
			likeness: 1,
			accuracyMetres: 20
		});
		expect(found!.distanceMetres).toBeCloseTo(120, 0);
	});

	test('is found under a former name', () => {
		const renamed = place('a', 60, ['Bar Sunce', 'Bar Zvezda']);
		renamed.names[1]!.status = 'former';
		expect(findSimilar(candidate, [renamed])[0]!.name).toBe('Bar Zvezda');
	});

	test('is found where it was before it changed its name', () => {
		const [found] = findSimilar(candidate, [place('a', 12, ['Bar Sunce'])]);
		expect(found).toMatchObject({ why: 'spot' });
	});

	test('far away is another, however it is called', () => {
		const register = [place('a', 15_000, ['Bar Zvezda']), place('b', 200, ['Bar Sunce'])];
		expect(findSimilar(candidate, register)).toEqual([]);
	});

	test('that is roughly known may be nearer than it seems', () => {
		const rough = place('a', 2_500, ['Bar Zvesda'], { accuracyMetres: 2_000 });
		expect(findSimilar(candidate, [rough])).toHaveLength(1);
		expect(findSimilar(candidate, [{ ...rough, accuracyMetres: 10 }])).toEqual([]);
	});

	test('comes with the likeliest first, and not with everything', () => {
		const register = [
			place('far', 900, ['Bar Zvezda']),
			place('spot', 5, ['Bar Sunce']),
			place('both', 8, ['Zvezda']),
			...Array.from({ length: 9 }, (_, i) => place(`x${i}`, 950 + i, ['Bar Zvezda']))
		];
		const found = findSimilar(candidate, register);
		expect(found).toHaveLength(5);
		expect(found.map(({ place: { id } }) => id).slice(0, 3)).toEqual(['both', 'spot', 'far']);
	});

	test('of the demo is hardly ever taken for another one', () => {
		const register = listEstablishments().map((row) =>
			place(
				row.id,
				0,
				row.names.map(({ text }) => text),
				{
					geometry: row.geometry,
					accuracyMetres: row.accuracy_metres
				}
			)
		);
		const doubles = register.filter(
			(each) =>
				findSimilar(
					each,
					register.filter((other) => other !== each)
				).length > 0
		);
		expect(doubles.length).toBeLessThan(register.length / 20);
	});
});
