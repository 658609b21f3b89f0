/**
 * The exercise's establishments: invented, every one of them. Their number by region is UNMIK's own
 * count of 2005-2006; their names are words for plants, animals and weather with the word for
 * "exercise" and a number, so that none can be taken for a business that exists. Positions are
 * drawn around towns, and for a third around bases, as reports of the time describe.
 */
import facts from './facts.json' with { type: 'json' };
import outline from './kosovo-outline.json' with { type: 'json' };
import { pick, seedRandom, uuidOf, type Random } from './deterministic.ts';
import { regionOf } from './deployments.ts';

export type Name = { text: string; language: string; status: 'sign' | 'alias' | 'former' };
export type EstablishmentRow = {
	id: string;
	kind: string;
	geometry: { type: 'Point'; coordinates: [number, number] };
	accuracy_metres: number;
	address: string;
	town: string;
	region: string;
	status: 'open' | 'closed_down' | 'renamed' | 'unknown';
	valid_from: string;
	valid_until: string | null;
	names: Name[];
	/** The names it had until the day it was renamed. */
	before: { until: string; names: Name[] } | null;
	/** On UNMIK's list of 2005; listed and taken off before; listed only since 2026; never listed. */
	part: 'list2005' | 'earlier' | 'recent' | 'never';
};

/** [Albanian, Serbian in Latin, Serbian in Cyrillic, English] */
const WORDS = [
	['Blini', 'Lipa', 'Липа', 'Linden'],
	['Lumi', 'Reka', 'Река', 'River'],
	['Ylli', 'Zvezda', 'Звезда', 'Star'],
	['Hëna', 'Mesec', 'Месец', 'Moon'],
	['Dielli', 'Sunce', 'Сунце', 'Sun'],
	['Bora', 'Sneg', 'Снег', 'Snow'],
	['Era', 'Vetar', 'Ветар', 'Wind'],
	['Guri', 'Kamen', 'Камен', 'Stone'],
	['Trëndafili', 'Ruža', 'Ружа', 'Rose'],
	['Lisi', 'Hrast', 'Храст', 'Oak'],
	['Pisha', 'Bor', 'Бор', 'Pine'],
	['Bleta', 'Pčela', 'Пчела', 'Bee'],
	['Dallëndyshja', 'Lasta', 'Ласта', 'Swallow'],
	['Peshku', 'Riba', 'Риба', 'Fish'],
	['Burimi', 'Izvor', 'Извор', 'Spring'],
	['Ura', 'Most', 'Мост', 'Bridge'],
	['Vjeshta', 'Jesen', 'Јесен', 'Autumn'],
	['Mjegulla', 'Magla', 'Магла', 'Mist'],
	['Vesa', 'Rosa', 'Роса', 'Dew'],
	['Livadhi', 'Livada', 'Ливада', 'Meadow'],
	['Gjethja', 'List', 'Лист', 'Leaf'],
	['Kumbulla', 'Šljiva', 'Шљива', 'Plum'],
	['Molla', 'Jabuka', 'Јабука', 'Apple'],
	['Qershia', 'Trešnja', 'Трешња', 'Cherry'],
	['Arra', 'Orah', 'Орах', 'Walnut'],
	['Shtegu', 'Staza', 'Стаза', 'Path'],
	['Liqeni', 'Jezero', 'Језеро', 'Lake'],
	['Flutura', 'Leptir', 'Лептир', 'Butterfly'],
	['Iriqi', 'Jež', 'Јеж', 'Hedgehog'],
	['Lepuri', 'Zec', 'Зец', 'Hare'],
	['Dreri', 'Jelen', 'Јелен', 'Deer'],
	['Ketri', 'Veverica', 'Веверица', 'Squirrel']
] as const;

/** Kind with its words in the same order, and how many in a hundred. */
const KINDS = [
	['bar', 'Bari', 'Bar', 'Бар', 'bar', 42],
	['night_club', 'Klubi', 'Klub', 'Клуб', 'night club', 25],
	['restaurant', 'Restoranti', 'Restoran', 'Ресторан', 'restaurant', 11],
	['hotel', 'Hoteli', 'Hotel', 'Хотел', 'hotel', 9],
	['private_house', 'Shtëpia', 'Kuća', 'Кућа', 'house', 6],
	['brothel', 'Lokali', 'Lokal', 'Локал', 'premises', 4],
	['massage_parlour', 'Salloni', 'Salon', 'Салон', 'salon', 3]
] as const;

/** Towns of each region and their share of its places. */
const TOWNS: Record<string, [town: string, share: number][]> = {
	Prizren: [['Prizren', 0.7], ['Suva Reka', 0.22], ['Dragas', 0.08]],
	Pec: [['Pec', 0.5], ['Gjakova', 0.32], ['Istok', 0.18]],
	Pristina: [
		['Pristina', 0.5],
		['Kosovo Polje', 0.18],
		['Lipljan', 0.14],
		['Podujevo', 0.1],
		['Gracanica', 0.08]
	],
	Gnjilane: [['Gnjilane', 1]],
	Urosevac: [['Urosevac', 0.65], ['Kacanik', 0.2], ['Strpce', 0.15]],
	'Kosovska Mitrovica': [
		['Mitrovica', 0.5],
		['Vucitrn', 0.25],
		['Zvecan', 0.15],
		['Leposavic', 0.1]
	]
};

const METRES_PER_DEGREE = 111_195;
type Place = [lng: number, lat: number];

const towns = new Map(facts.towns_kosovo.map(({ name, lon, lat }) => [name, [lon, lat] as Place]));

function metresBetween([aLng, aLat]: Place, [bLng, bLat]: Place): { east: number; north: number } {
	const narrowing = Math.cos((aLat * Math.PI) / 180);
	return {
		east: (bLng - aLng) * METRES_PER_DEGREE * narrowing,
		north: (bLat - aLat) * METRES_PER_DEGREE
	};
}

function drawTown(random: Random, region: string): string {
	let left = random();
	for (const [town, share] of TOWNS[region]!) if ((left -= share) <= 0) return town;
	return TOWNS[region]![0]![0];
}

/** A point within a few kilometres of a centre, denser towards it, inside the mission area. */
function drawPlace(random: Random, centre: Place, nearest: number, farthest: number): Place {
	for (;;) {
		const distance = nearest + (farthest - nearest) * random() ** 1.7;
		const bearing = random() * 2 * Math.PI;
		const lat = centre[1] + (distance * Math.cos(bearing)) / METRES_PER_DEGREE;
		const lng =
			centre[0] +
			(distance * Math.sin(bearing)) /
				(METRES_PER_DEGREE * Math.cos((centre[1] * Math.PI) / 180));
		const place: Place = [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
		if (isInside(place)) return place;
	}
}

/** Ray casting; the outline is far from any antimeridian. */
function isInside([x, y]: Place): boolean {
	const ring = outline.coordinates[0] as Place[];
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [xi, yi] = ring[i]!;
		const [xj, yj] = ring[j]!;
		if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}

const DIRECTIONS = [
	'north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'
];

function describe(town: string, place: Place): string {
	const { east, north } = metresBetween(towns.get(town)!, place);
	const distance = Math.hypot(east, north);
	const octant = (Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8;
	const length = distance < 950 ? `${Math.round(distance / 50) * 50} m` : `${(distance / 1000).toFixed(1)} km`;
	return distance < 75
		? `Centre of ${town} (exercise)`
		: `${length} ${DIRECTIONS[octant]} of the centre of ${town} (exercise)`;
}

function nameOf(kind: (typeof KINDS)[number], word: (typeof WORDS)[number], n: number, status: Name['status']): Name[] {
	return [
		{ text: `${kind[1]} Ushtrim ${word[0]} ${n}`, language: 'sq', status },
		{ text: `${kind[3]} Вежба ${word[2]} ${n}`, language: 'sr-Cyrl', status },
		{ text: `${kind[2]} Vežba ${word[1]} ${n}`, language: 'sr-Latn', status: status === 'sign' ? 'alias' : status },
		{ text: `Exercise ${kind[4]} ${word[3]} ${n}`, language: 'en', status: status === 'sign' ? 'alias' : status }
	];
}

function drawKind(random: Random): (typeof KINDS)[number] {
	let left = random() * 100;
	for (const kind of KINDS) if ((left -= kind[5]) <= 0) return kind;
	return KINDS[0];
}

/** How many of each part a region gets besides UNMIK's count. */
const MORE: Record<string, { earlier: number; recent: number; never: number }> = {
	Prizren: { earlier: 16, recent: 2, never: 5 },
	Pec: { earlier: 9, recent: 1, never: 3 },
	Pristina: { earlier: 11, recent: 2, never: 5 },
	Gnjilane: { earlier: 8, recent: 1, never: 2 },
	Urosevac: { earlier: 6, recent: 1, never: 2 },
	'Kosovska Mitrovica': { earlier: 6, recent: 1, never: 3 }
};

export function listEstablishments(): EstablishmentRow[] {
	const random = seedRandom(151);
	const bases = facts.kosovo_sites.filter(
		(site) => site.lon !== null && site.force === 'KFOR' && (site.year_to ?? 2100) > 2004
	);
	const rows: EstablishmentRow[] = [];
	for (const [region, listed] of Object.entries(facts.off_limits_kosovo.by_region_2005_2006)) {
		const more = MORE[region]!;
		const parts = [
			...Array<'list2005'>(listed).fill('list2005'),
			...Array<'earlier'>(more.earlier).fill('earlier'),
			...Array<'recent'>(more.recent).fill('recent'),
			...Array<'never'>(more.never).fill('never')
		];
		const near = bases.filter((site) => regionOf(site.region) === region);
		for (const part of parts) {
			rows.push(inventOne(random, rows.length + 1, region, part, near));
		}
	}
	return rows;
}

function inventOne(
	random: Random,
	n: number,
	region: string,
	part: EstablishmentRow['part'],
	bases: typeof facts.kosovo_sites
): EstablishmentRow {
	const kind = drawKind(random);
	const word = pick(random, WORDS);
	const base = random() < 0.34 ? pick(random, bases) : undefined;
	const home = drawTown(random, region);
	const place = base
		? drawPlace(random, [base.lon!, base.lat!], 250, 4200)
		: drawPlace(random, towns.get(home)!, 40, 2600);
	// The town people would name is the nearest of the region, also beside a base.
	const town = base ? nearestTown(place, region) : home;
	const opened =
		part === 'recent' || (part === 'never' && random() < 0.5)
			? `${2019 + Math.floor(random() * 6)}-01-01`
			: part === 'earlier'
				? `${1999 + Math.floor(random() * 4)}-01-01`
				: `${1999 + Math.floor(random() * 5)}-01-01`;
	const names = nameOf(kind, word, n, 'sign');
	const renamed = part === 'list2005' && random() < 0.16;
	const before = renamed
		? {
				until: `${2006 + Math.floor(random() * 12)}-05-01`,
				names: nameOf(kind, pick(random, WORDS), n, 'sign')
			}
		: null;
	const closed = part === 'earlier' || (part === 'list2005' && random() < 0.08);
	return {
		id: uuidOf(`establishment ${n}`),
		kind: kind[0],
		geometry: { type: 'Point', coordinates: place },
		accuracy_metres: pick(random, [10, 10, 25, 50, 100]),
		address: describe(town, place),
		town,
		region,
		status: closed ? 'closed_down' : renamed ? 'renamed' : random() < 0.8 ? 'open' : 'unknown',
		valid_from: opened,
		valid_until: part === 'earlier' ? `${2004 + Math.floor(random() * 2)}-07-01` : null,
		names: before
			? [...names, ...before.names.map((name) => ({ ...name, status: 'former' as const }))]
			: names,
		before,
		part
	};
}

function nearestTown(place: Place, region: string): string {
	const distance = (town: string) => {
		const { east, north } = metresBetween(towns.get(town)!, place);
		return Math.hypot(east, north);
	};
	return TOWNS[region]!.map(([town]) => town).sort((a, b) => distance(a) - distance(b))[0]!;
}
