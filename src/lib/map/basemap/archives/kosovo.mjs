// Kosovo's places in the languages of its people and of the United Nations.
import { readFileSync } from 'node:fs';
import { labelPoint } from './label-point.mjs';

const table = JSON.parse(
	readFileSync(new URL('./names-kosovo.json', import.meta.url), 'utf8')
).places;
const byKey = new Map(table.map((entry) => [entry.key, entry]));
const byShape = new Map(table.filter((e) => e.shape).map((entry) => [entry.shape, entry]));

const CYRILLIC_TO_LATIN = Object.fromEntries(
	'а a|б b|в v|г g|д d|ђ đ|е e|ж ž|з z|и i|ј j|к k|л l|љ lj|м m|н n|њ nj|о o|п p|р r|с s|т t|ћ ć|у u|ф f|х h|ц c|ч č|џ dž|ш š'
		.split('|')
		.map((pair) => pair.split(' '))
);
const CYRILLIC_TO_RUSSIAN = { ђ: 'дж', ј: 'й', љ: 'ль', њ: 'нь', ћ: 'ч', џ: 'дж' };
const RUSSIAN_PAIRS = [
	[/ља/g, 'ля'],
	[/ље/g, 'ле'],
	[/љи/g, 'ли'],
	[/љо/g, 'лё'],
	[/љу/g, 'лю'],
	[/ња/g, 'ня'],
	[/ње/g, 'не'],
	[/њи/g, 'ни'],
	[/њо/g, 'нё'],
	[/њу/g, 'ню'],
	[/ја/g, 'я'],
	[/је/g, 'е'],
	[/ји/g, 'и'],
	[/јо/g, 'ё'],
	[/ју/g, 'ю']
];
const letters = (text, map) =>
	[...text]
		.map((letter) => {
			const lower = letter.toLowerCase();
			const written = map[lower] ?? lower;
			return letter === lower ? written : written[0].toUpperCase() + written.slice(1);
		})
		.join('');
const toSerbianLatin = (cyrillic) => letters(cyrillic, CYRILLIC_TO_LATIN);
const toRussian = (cyrillic) => {
	const capitals = [...cyrillic].map((l) => l !== l.toLowerCase());
	let text = cyrillic.toLowerCase();
	for (const [pair, written] of RUSSIAN_PAIRS) text = text.replace(pair, written);
	text = letters(text, CYRILLIC_TO_RUSSIAN);
	return capitals[0] ? text.replace(/(^|[ -])(\p{L})/gu, (m) => m.toUpperCase()) : text;
};
const isSerbianCyrillic = (text) =>
	/^[а-шђјљњћџА-ШЂЈЉЊЋЏ ]+$/.test(text) && !/[йъыьэюящ]/i.test(text);

/** The names of a place that has no entry of its own: GeoNames', and what follows from its Serbian. */
function villageNames(place) {
	const cyrillic = place.alternates.find(isSerbianCyrillic);
	const latin = cyrillic && toSerbianLatin(cyrillic);
	return {
		sq:
			place.name === latin
				? (place.alternates.find((n) => /[ëç]|q|sh|gj/.test(n)) ?? place.name)
				: place.name.replace(/ \(.*\)$/, ''),
		...(cyrillic ? { 'sr-Latn': latin, 'sr-Cyrl': cyrillic, ru: toRussian(cyrillic) } : {})
	};
}

/** The name on the spot: both languages, once where they are equal. */
const localName = (names) => [...new Set([names.sq, names['sr-Latn']].filter(Boolean))].join(' / ');

function labels(names) {
	const local = localName(names);
	const own = Object.fromEntries(
		['en', 'fr', 'es', 'ar', 'ru', 'zh', 'sq', 'sr-Latn', 'sr-Cyrl'].flatMap((l) =>
			names[l] ? [[`name:${l}`, names[l]]] : []
		)
	);
	for (const latin of ['en', 'fr', 'es']) own[`name:${latin}`] ??= local;
	return { name: local, ...own };
}

/** A town is the seat of a municipality, now or in UNMIK's time; a city one of the regions' seats. */
const seatKind = (place) =>
	/^PPL(C|A)$/.test(place.code) ? 'city' : byKey.has(place.ascii) ? 'town' : 'village';

export function toKosovoPlaces(places, municipalities = []) {
	const towns = places.map((place) => {
		const kind = seatKind(place);
		return {
			geometry: { type: 'Point', coordinates: place.position },
			properties: {
				kind,
				rank: place.code === 'PPLC' ? 2 : kind === 'city' ? 4 : kind === 'town' ? 7 : 9,
				...labels(byKey.get(place.ascii) ?? villageNames(place))
			},
			from: kind === 'city' ? 7 : kind === 'town' ? 8 : 10
		};
	});
	const regions = municipalities.map((f) => ({
		geometry: { type: 'Point', coordinates: labelPoint(f.geometry).position },
		properties: { kind: 'municipality', ...labels(byShape.get(f.properties.name)) },
		from: 9
	}));
	return [...towns, ...regions];
}

function contains(ring, [x, y]) {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
		if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}
const partsOf = (g) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates);
export const holds = (f, position) =>
	partsOf(f.geometry).some((part) => contains(part[0], position));

/** The municipality that holds a place; by the nearest corner where the generalised outline misses it. */
function homeOf(municipalities, position) {
	const within = municipalities.find((f) => holds(f, position));
	if (within) return within;
	const squeeze = Math.cos((position[1] * Math.PI) / 180);
	const gap = (f) =>
		Math.min(
			...partsOf(f.geometry)
				.flat(2)
				.map(([lng, lat]) => Math.hypot((lng - position[0]) * squeeze, lat - position[1]))
		);
	return municipalities.reduce((a, b) => (gap(b) < gap(a) ? b : a));
}

/** GeoNames' population is of many dates; a class says as much as it can carry. */
const populationClass = (n) =>
	n >= 100000 ? 5 : n >= 50000 ? 4 : n >= 10000 ? 3 : n >= 2000 ? 2 : n > 0 ? 1 : 0;

export function toGazetteer(places, municipalities) {
	const entries = places.map((place) => {
		const names = byKey.get(place.ascii) ?? villageNames(place);
		const known = labels(names);
		const home = homeOf(municipalities, place.position);
		const given = new Set(Object.values(known));
		return {
			id: `geonames:${place.id}`,
			kind: seatKind(place),
			name: known.name,
			names: Object.fromEntries(
				Object.entries(known).flatMap(([k, v]) => (k === 'name' ? [] : [[k.slice(5), v]]))
			),
			alternates: [place.name, ...place.alternates].filter(
				(n, i, all) => !given.has(n) && all.indexOf(n) === i
			),
			position: place.position,
			populationClass: populationClass(place.population),
			municipality: localName(byShape.get(home.properties.name))
		};
	});
	const areas = municipalities.map((f) => {
		const known = labels(byShape.get(f.properties.name));
		return {
			id: `naturalearth:${f.properties.adm1_code}`,
			kind: 'municipality',
			name: known.name,
			names: Object.fromEntries(
				Object.entries(known).flatMap(([k, v]) => (k === 'name' ? [] : [[k.slice(5), v]]))
			),
			alternates: [],
			position: labelPoint(f.geometry).position,
			populationClass: 0,
			municipality: known.name
		};
	});
	return (
		JSON.stringify(
			{
				about:
					'Places of Kosovo (UNSCR 1244): GeoNames (https://www.geonames.org, CC BY 4.0) with names completed by hand; municipalities: Natural Earth. populationClass: 5 from 100,000, 4 from 50,000, 3 from 10,000, 2 from 2,000, 1 below, 0 not known.',
				places: [...entries, ...areas].sort(
					(a, b) => b.populationClass - a.populationClass || a.name.localeCompare(b.name)
				)
			},
			null,
			'\t'
		) + '\n'
	);
}
