/**
 * Is anything within d of here, and what is nearest? Among a million points and ten thousand areas,
 * against kdbush and flatbush with the same geometry measured for their candidates.
 */
import { strict as assert } from 'node:assert';
import Flatbush from 'flatbush';
import type { Polygon } from 'geojson';
import KDBush from 'kdbush';
import { distanceToGeometry, EARTH_RADIUS_METRES, haversineMetres } from '../../src/lib/core/geo';
import { findAround, prepareLookup } from '../../src/lib/core/proximity/lookup';
import type { Points } from '../../src/lib/core/proximity/side';
import { compare, isQuick } from './compare';
import { scatterTowns, seededRandom } from './towns';

const DEGREES = Math.PI / 180;
const QUESTIONS = 5_000;
const SIZE = isQuick ? 100_000 : 1_000_000;
const [points, corners, from] = scatterTowns([SIZE, SIZE / 100, QUESTIONS], 3) as [
	Points,
	Points,
	Points
];
const random = seededRandom(9);
const areas = Array.from(corners.lng, (lng, i): Polygon => {
	const [lat, east, north] = [corners.lat[i]!, random() * 0.003, random() * 0.002];
	const ring = [
		[lng, lat],
		[lng + east, lat],
		[lng + east, lat + north],
		[lng, lat + north],
		[lng, lat]
	];
	return { type: 'Polygon', coordinates: [ring] };
});

const lookup = prepareLookup(points, areas);
const kdbush = new KDBush(points.lng.length);
points.lng.forEach((lng, i) => kdbush.add(lng, points.lat[i]!));
kdbush.finish();
const flatbush = new Flatbush(areas.length);
for (const { coordinates } of areas) {
	const [southWest, , northEast] = coordinates[0]!;
	flatbush.add(southWest![0]!, southWest![1]!, northEast![0]!, northEast![1]!);
}
flatbush.finish();

const ours = (lng: number, lat: number, metres: number) =>
	findAround(lookup, [lng, lat], metres)[0]?.distanceMetres ?? Infinity;

function peers(lng: number, lat: number, metres: number): number {
	const dLat = (metres / EARTH_RADIUS_METRES / DEGREES) * 1.001;
	const dLng = dLat / Math.cos((Math.abs(lat) + dLat) * DEGREES);
	const box = [lng - dLng, lat - dLat, lng + dLng, lat + dLat] as const;
	let nearest = Infinity;
	for (const i of kdbush.range(...box)) {
		nearest = Math.min(nearest, haversineMetres(lng, lat, points.lng[i]!, points.lat[i]!));
	}
	for (const k of flatbush.search(...box)) {
		nearest = Math.min(nearest, distanceToGeometry([lng, lat], areas[k]!));
	}
	return nearest <= metres ? nearest : Infinity;
}

const ask = (answer: typeof ours, metres: number) => () =>
	Float64Array.from(from.lng, (lng, i) => answer(lng, from.lat[i]!, metres));

for (const metres of [50, 200, 1000]) {
	const [found, expected] = [ask(ours, metres)(), ask(peers, metres)()];
	found.forEach((each, i) =>
		assert.ok(each === expected[i] || Math.abs(each - expected[i]!) < 1e-4, `question ${i}`)
	);
	await compare(
		`${QUESTIONS} look-ups of the nearest within ${metres} m, same answers`,
		[
			{ name: 'Cordon', run: ask(ours, metres) },
			{ name: 'kdbush + flatbush', run: ask(peers, metres) }
		],
		metres > 500 ? 3 : 15
	);
}
const bytesOf = (part: object): number =>
	Object.values(part).reduce<number>(
		(sum, each) => sum + (ArrayBuffer.isView(each) ? each.byteLength : 0),
		0
	);
const own =
	bytesOf(lookup) +
	bytesOf(lookup.cells) +
	bytesOf(lookup.cells.index) +
	bytesOf(lookup.areaIndex) +
	bytesOf(lookup.areaCells!);
const theirs = kdbush.data.byteLength + flatbush.data.byteLength;
console.log(`\nMemory of the indexes: ${(own / theirs).toFixed(1)} x that of kdbush + flatbush.`);
