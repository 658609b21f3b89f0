// Builds static/basemap/{world,missions,kosovo}.pmtiles and gazetteer-kosovo.json. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { holds, toGazetteer, toKosovoPlaces } from './kosovo.mjs';
import { labelPoint } from './label-point.mjs';
import {
	fold,
	nameCountry,
	readCityNames,
	readCountries,
	readDivisions,
	readGeonames,
	readShapes
} from './read-sources.mjs';
import { cutTiles, tileAt } from './tile.mjs';
import { gridLines } from './utm-grid.mjs';
import { writePmtiles } from './write-pmtiles.mjs';

const naturalEarth = process.env.NATURAL_EARTH_DIR;
if (!naturalEarth) throw new Error('Set NATURAL_EARTH_DIR: see README.md beside this script.');
const out = fileURLToPath(new URL('../../../../../static/basemap/', import.meta.url));
mkdirSync(out, { recursive: true });

/** Countries of the peace operations in Cordon's reference data, at zoom 7 to 9. */
const MISSION_COUNTRIES = [
	'XK',
	'CF',
	'CD',
	'SS',
	'SD',
	'CY',
	'LB',
	'EH',
	'ML',
	'LR',
	'CI',
	'HT',
	'BA'
];
/**
 * Areas that are not a country's polygon in Natural Earth: the Golan, the Line of Control in Jammu and
 * Kashmir, and all of Western Sahara (there only the part east of the berm).
 */
const MISSION_BOXES = [
	[35.5, 32.6, 36.4, 33.5],
	[73.2, 32.4, 77.9, 35.2],
	[-17.2, 20.7, -8.6, 27.7]
];
const KOSOVO_ROOTS = [
	[7, 71, 46],
	[7, 71, 47]
];
const AROUND = ['AL', 'ME', 'MK', 'RS', 'IL', 'SY', 'JO', 'PS', 'IN', 'PK'];

const copy = (f, properties, from) => ({ geometry: f.geometry, properties, from });
const covers = (roots, position) =>
	roots.some(([z, x, y]) => {
		const [tx, ty] = tileAt(position, z);
		return Math.floor(tx) === x && Math.floor(ty) === y;
	});

/**
 * Natural Earth's classes in the terms of the United Nations' practice: a line that is not settled is
 * never drawn as a settled one. Lines of micro-leases are left out, and so is the one inside Somalia.
 */
function boundaryKind({ featurecla, adm0_left, adm0_right }) {
	const sides = `${adm0_left}|${adm0_right}`;
	if (/Lease|Somaliland/.test(featurecla + sides)) return null;
	// The berm. The line of 27°40′ N, which Natural Earth lacks, is added below.
	if (/Western Sahara/.test(sides) && /Morocco/.test(sides)) return 'control';
	if (/Western Sahara/.test(sides) && /Algeria/.test(sides)) return 'disputed';
	if (/Siachen/.test(sides)) return 'control';
	if (/Line of control|Overlay/.test(featurecla)) return 'control';
	// The boundary between the Sudan and South Sudan is not determined; nor is the status of Abyei.
	if (/South Sudan/.test(sides) && /(^|\|)Sudan/.test(sides)) return 'disputed';
	if (/Disputed|Indefinite|Indeterminant/.test(featurecla)) {
		return /Canada|Chile\|Argentina|Portugal/.test(sides) ? 'country' : 'disputed';
	}
	return 'country';
}

const countries = readCountries();
const landShapes = await readShapes(naturalEarth, 'ne_10m_land');
const boundaryShapes = await readShapes(naturalEarth, 'ne_10m_admin_0_boundary_lines_land');
const divisionLines = await readShapes(naturalEarth, 'ne_10m_admin_1_states_provinces_lines');
const riverShapes = await readShapes(naturalEarth, 'ne_10m_rivers_lake_centerlines');
const citiesNE = await readShapes(naturalEarth, 'ne_10m_populated_places_simple', 'windows-1252');
const cityNames = readCityNames();

const land = landShapes.map((f) => copy(f, {}));
const boundaries = boundaryShapes.flatMap((f) => {
	const kind = boundaryKind(f.properties);
	return kind ? [copy(f, { kind })] : [];
});
boundaries.push({
	// Western Sahara's northern limit on the maps of the United Nations.
	geometry: {
		type: 'LineString',
		coordinates: [
			[-13.175, 27.667],
			[-8.682, 27.667]
		]
	},
	properties: { kind: 'disputed' }
});
const rivers = riverShapes.map((f) =>
	copy(
		f,
		{ rank: f.properties.scalerank, name: f.properties.name || undefined },
		Math.max(2, Math.min(6, f.properties.scalerank - 1))
	)
);
/** Small divisions (Slovenia's, Malta's, North Macedonia's) would be a mesh: from zoom 7, where at all. */
const regionLines = divisionLines
	.filter((f) => f.properties.adm0_a3 !== 'KOS')
	.map((f) => copy(f, { kind: 'region' }, f.properties.scalerank <= 7 ? 5 : 7));

// The roots of the mission archive: every zoom-7 tile that touches a mission's country, but Kosovo's own.
const missionRoots = [];
const landTiles = cutTiles(
	{
		area: {
			features: [
				...countries.filter((c) => MISSION_COUNTRIES.includes(c.properties.code)),
				...MISSION_BOXES.map(([w, s, e, n]) => ({
					geometry: {
						type: 'Polygon',
						coordinates: [
							[
								[w, s],
								[e, s],
								[e, n],
								[w, n],
								[w, s]
							]
						]
					}
				}))
			].map((f) => copy(f, {})),
			buffer: 0
		}
	},
	{ minZoom: 7, maxZoom: 7 }
);
for (const { x, y } of landTiles)
	if (!KOSOVO_ROOTS.some(([, kx, ky]) => kx === x && ky === y)) missionRoots.push([7, x, y]);
const detailRoots = [...missionRoots, ...KOSOVO_ROOTS];

/** Where the shape's own pole would cover its main town, or the shape is not all of it. */
const LABEL_AT = { XK: [20.72, 42.4], EH: [-13.2, 24.6] };
const countryLabels = countries.flatMap((f) => {
	const { code } = f.properties;
	if (!code || code === 'AQ') return [];
	const { position: pole, areaKm2 } = labelPoint(f.geometry);
	const position = LABEL_AT[code] ?? pole;
	const bySize = areaKm2 > 2e6 ? 1 : areaKm2 > 4e5 ? 2 : areaKm2 > 8e4 ? 3 : areaKm2 > 2e4 ? 4 : 5;
	const rank = MISSION_COUNTRIES.includes(code) ? Math.min(4, bySize) : bySize;
	return [
		{
			geometry: { type: 'Point', coordinates: position },
			properties: { kind: 'country', code, rank, ...nameCountry(code) },
			from: Math.max(0, rank - 1)
		}
	];
});

/** Set at wrong positions in Natural Earth 3. */
const MISPLACED = new Set(['Pec', 'Bir Lehlou']);
const kosovoShape = countries.find((c) => c.properties.code === 'XK');
/** Seats that Natural Earth calls capitals and the United Nations does not. */
const NOT_CAPITALS = new Set(['Jerusalem', 'Taipei', 'Hargeysa', 'Laayoune']);
/** A name as on the spot; where it is the English one but for its accents, the accented. */
function namesOf(name) {
	const known = cityNames.get(fold(name)) ?? {};
	const english = known['name:en'];
	return { name: english && fold(english) === fold(name) ? english : name, ...known };
}
const worldCities = citiesNE
	.filter(
		(f) =>
			f.properties.scalerank <= 7 &&
			!holds(kosovoShape, f.geometry.coordinates) &&
			!MISPLACED.has(f.properties.name)
	)
	.map((f) => {
		const p = f.properties;
		const capital = /^Admin-0 capital/.test(p.featurecla) && !NOT_CAPITALS.has(p.name);
		return {
			geometry: f.geometry,
			properties: {
				kind: capital ? 'capital' : 'city',
				rank: p.scalerank,
				...namesOf(p.name),
				detail: covers(detailRoots, f.geometry.coordinates) || undefined
			},
			from: capital ? 3 : Math.max(3, Math.min(6, p.scalerank + 1))
		};
	});
const pristina = toKosovoPlaces(readGeonames(['XK'])).find((p) =>
	p.properties.name.includes('Prishtinë')
);
worldCities.push({
	geometry: pristina.geometry,
	properties: { ...pristina.properties, kind: 'city', rank: 3, detail: true },
	from: 4
});

const ATTRIBUTION = 'Natural Earth, GeoNames (CC BY 4.0), Unicode CLDR';
const about = (name, description, layers) => ({
	name,
	description,
	attribution: ATTRIBUTION,
	vector_layers: layers.map((id) => ({ id, fields: {} }))
});
const report = (name, stats) =>
	console.log(
		`${name}: ${stats.tiles} tiles, ${stats.distinct} distinct, ${(stats.bytes / 1e6).toFixed(2)} MB`
	);

const world = {
	land: { features: land, tolerance: 5 },
	rivers: { features: rivers, tolerance: 6 },
	boundaries: { features: [...regionLines, ...boundaries], tolerance: 5 },
	places: { features: [...countryLabels, ...worldCities], buffer: 128 }
};
report(
	'world',
	writePmtiles(`${out}world.pmtiles`, cutTiles(world, { minZoom: 0, maxZoom: 6 }), {
		minZoom: 0,
		maxZoom: 6,
		bounds: [-180, -85, 180, 85],
		metadata: about('Cordon world', 'The world at zoom 0 to 6', Object.keys(world))
	})
);

const square = ([z, x, y]) => {
	const lng = (column) => (column / 2 ** z) * 360 - 180;
	const lat = (row) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
	const [w, e, n, s] = [lng(x), lng(x + 1), lat(y), lat(y + 1)];
	return {
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[w, s],
					[e, s],
					[e, n],
					[w, n],
					[w, s]
				]
			]
		},
		properties: {}
	};
};
const boundsOf = (roots) => {
	const corners = roots.flatMap((root) => square(root).geometry.coordinates[0]);
	const [lngs, lats] = [corners.map((c) => c[0]), corners.map((c) => c[1])];
	return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
};

const ARABIC_SPEAKING = new Set(['LB', 'SY', 'SD', 'EH', 'JO', 'PS']);
const inArabic = (names) => names.find((n) => /^[\u0621-\u064a\u064b-\u0652 ]+$/.test(n));
function townLabel(place) {
	const capital = place.code === 'PPLC';
	const seat = place.code === 'PPLA' && place.population > 30000;
	const latin = /\p{Script=Latin}/u.test(place.name) ? place.name : place.ascii;
	const arabic = ARABIC_SPEAKING.has(place.country) && inArabic(place.alternates);
	return {
		geometry: { type: 'Point', coordinates: place.position },
		properties: {
			kind: capital
				? 'capital'
				: place.population > 100000 || seat
					? 'city'
					: place.population > 15000
						? 'town'
						: 'village',
			rank: capital
				? 0
				: place.population > 1e6
					? 2
					: place.population > 2e5
						? 4
						: place.population > 5e4
							? 6
							: place.population > 15000
								? 8
								: 9,
			...(capital ? namesOf(latin) : { name: latin }),
			...(arabic ? { 'name:ar': arabic } : {})
		},
		from: capital || seat || place.population > 50000 ? 7 : place.population > 10000 ? 8 : 9
	};
}
const towns = readGeonames([...MISSION_COUNTRIES, ...AROUND].filter((c) => c !== 'XK')).map(
	townLabel
);

const divisions = readDivisions(MISSION_COUNTRIES.filter((c) => c !== 'XK')).map((f) => ({
	geometry: { type: 'Point', coordinates: labelPoint(f.geometry).position },
	properties: {
		kind: 'region',
		name: f.properties.name,
		...Object.fromEntries(
			['en', 'ar', 'fr', 'es', 'ru', 'zh'].flatMap((l) => {
				const name = f.properties[`name_${l}`];
				return name ? [[`name:${l}`, name]] : [];
			})
		)
	}
}));
const allRivers = rivers.map(({ from: _from, ...f }) => f);
const regions = regionLines.map(({ from: _from, ...f }) => f);
const missions = {
	coverage: { features: missionRoots.map(square), buffer: 0 },
	land: { features: land, tolerance: 3 },
	rivers: { features: allRivers, tolerance: 3 },
	boundaries: { features: [...regions, ...boundaries], tolerance: 3 },
	places: { features: [...divisions, ...towns], buffer: 128 }
};
report(
	'missions',
	writePmtiles(
		`${out}missions.pmtiles`,
		cutTiles(missions, { minZoom: 7, maxZoom: 9, roots: missionRoots }),
		{
			minZoom: 7,
			maxZoom: 9,
			bounds: boundsOf(missionRoots),
			metadata: about(
				'Cordon mission areas',
				'Areas of peace operations at zoom 7 to 9',
				Object.keys(missions)
			)
		}
	)
);

// Kosovo: the interior lines between the municipalities, each drawn once.
const municipalities = readDivisions(['XK']);
const arcs = topology({ m: { type: 'FeatureCollection', features: municipalities } });
const inner = mesh(arcs, arcs.objects.m, (a, b) => a !== b);
const kosovoPlaces = toKosovoPlaces(readGeonames(['XK']), municipalities);
/** In kilometres of UTM zone 34: Kosovo lies between 409 and 573 east, 4630 and 4792 north. */
const KOSOVO_GRID = [405, 4625, 575, 4800];
const kosovo = {
	coverage: { features: KOSOVO_ROOTS.map(square), buffer: 0 },
	land: { features: land, tolerance: 2 },
	rivers: { features: allRivers, tolerance: 2 },
	grid: { features: gridLines(34, KOSOVO_GRID), tolerance: 1, buffer: 16 },
	boundaries: {
		features: [
			{ geometry: inner, properties: { kind: 'municipality' } },
			...regions,
			...boundaries
		],
		tolerance: 2
	},
	places: {
		features: [
			...kosovoPlaces,
			...towns.filter((t) => covers(KOSOVO_ROOTS, t.geometry.coordinates))
		],
		buffer: 160
	}
};
report(
	'kosovo',
	writePmtiles(
		`${out}kosovo.pmtiles`,
		cutTiles(kosovo, { minZoom: 7, maxZoom: 12, roots: KOSOVO_ROOTS }),
		{
			minZoom: 7,
			maxZoom: 12,
			bounds: boundsOf(KOSOVO_ROOTS),
			metadata: about('Cordon Kosovo', 'Kosovo (UNSCR 1244) at zoom 7 to 12', Object.keys(kosovo))
		}
	)
);
writeFileSync(`${out}gazetteer-kosovo.json`, toGazetteer(readGeonames(['XK']), municipalities));
