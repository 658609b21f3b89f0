import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entry = {
	id: string;
	kind: 'city' | 'town' | 'village' | 'municipality';
	name: string;
	names: Record<string, string>;
	alternates: string[];
	position: [number, number];
	populationClass: number;
	municipality: string;
};
const { places, about } = JSON.parse(
	readFileSync('static/basemap/gazetteer-kosovo.json', 'utf8')
) as { places: Entry[]; about: string };

describe('the gazetteer of Kosovo', () => {
	it('holds GeoNames’ places and the 30 municipalities, each once, with its source', () => {
		expect(places.filter((p) => p.kind === 'municipality')).toHaveLength(30);
		expect(places.filter((p) => p.kind !== 'municipality').length).toBeGreaterThanOrEqual(66);
		expect(new Set(places.map((p) => p.id)).size).toBe(places.length);
		expect(about).toContain('CC BY 4.0');
	});

	it('places everything inside the area, in the order [lng, lat]', () => {
		for (const { position, id } of places) {
			expect(position[0], id).toBeGreaterThan(19.9);
			expect(position[0], id).toBeLessThan(21.9);
			expect(position[1], id).toBeGreaterThan(41.8);
			expect(position[1], id).toBeLessThan(43.3);
		}
	});

	it('finds a town by its Albanian, Serbian and former names, in Latin and Cyrillic', () => {
		const find = (text: string) =>
			places.find((p) => [p.name, ...Object.values(p.names), ...p.alternates].includes(text))?.name;
		expect(find('Gjakova')).toBe('Gjakovë / Đakovica');
		expect(find('Ђаковица')).toBe('Gjakovë / Đakovica');
		expect(find('Ferizovik')).toBe('Ferizaj / Uroševac');
		expect(find('بريزرن')).toBe('Prizren');
		expect(find('普里什蒂纳')).toBe('Prishtinë / Priština');
	});

	it('names every seat of a municipality in the six languages', () => {
		for (const place of places.filter((p) => p.kind !== 'village'))
			for (const locale of ['en', 'ar', 'fr', 'es', 'ru', 'zh', 'sq', 'sr-Latn', 'sr-Cyrl'])
				expect(place.names[locale], `${place.name} ${locale}`).toBeTruthy();
	});

	it('says of every place in which municipality it lies', () => {
		expect(places.filter((p) => !p.municipality).map((p) => p.name)).toEqual([]);
		// Its own municipality only since 2008, and on the very boundary.
		expect(places.find((p) => p.name.startsWith('Hani i Elezit'))?.municipality).toBe(
			'Kaçanik / Kačanik'
		);
		expect(
			places.find((p) => p.name.startsWith('Gračanica') || p.name.startsWith('Graçanicë'))
				?.municipality
		).toBe('Prishtinë / Priština');
	});
});
