/**
 * Proximity of places to bases clustered like towns: for every place the nearest base, the bases and
 * the personnel within each ring; for every base the nearest place and the places in each ring. Ours
 * against kdbush's range search with haversine. Both must give the same before any clock counts.
 */
import { strict as assert } from 'node:assert';
import KDBush from 'kdbush';
import { withThreads } from '../../src/cli/proximity-thread';
import { EARTH_RADIUS_METRES, haversineMetres } from '../../src/lib/core/geo';
import { measureInParallel, type Proximities } from '../../src/lib/core/proximity/in-parallel';
import type { Points } from '../../src/lib/core/proximity/side';
import { compare, isQuick } from './compare';
import { makeWorkload, ours, RINGS, WIDEST, type Workload } from './proximity-workload';

const DEGREES = Math.PI / 180;

function kdbushOf({ lng, lat }: Points): KDBush {
	const index = new KDBush(lng.length);
	for (let j = 0; j < lng.length; j++) index.add(lng[j]!, lat[j]!);
	return index.finish();
}

/** What lies in a box of degrees that holds a circle. */
function inBox(index: KDBush, lng: number, lat: number, metres: number): number[] {
	const dLat = (metres / EARTH_RADIUS_METRES / DEGREES) * 1.001;
	const dLng = dLat / Math.cos((Math.abs(lat) + dLat) * DEGREES);
	return index.range(lng - dLng, lat - dLat, lng + dLng, lat + dLat);
}

/** A box that holds the widest ring, haversine for what is in it; wider while nothing is near. */
function kdbushRange({ places, sites }: Workload): Proximities {
	const [size, bases, rings] = [places.lng.length, sites.lng.length, RINGS.length];
	const index = kdbushOf(sites);
	const found: Proximities = {
		places: {
			nearest: new Int32Array(size).fill(-1),
			distanceMetres: new Float64Array(size).fill(Infinity),
			counts: new Int32Array(size * rings),
			personnel: new Float64Array(size * rings)
		},
		sites: {
			nearest: new Int32Array(bases).fill(-1),
			distanceMetres: new Float64Array(bases).fill(Infinity),
			counts: new Int32Array(bases * rings)
		}
	};
	for (let i = 0; i < size; i++) {
		const lng = places.lng[i]!;
		const lat = places.lat[i]!;
		for (let reach = WIDEST; found.places.distanceMetres[i]! > reach / 2; reach *= 2) {
			for (const j of inBox(index, lng, lat, reach)) {
				const metres = haversineMetres(lng, lat, sites.lng[j]!, sites.lat[j]!);
				keepNearest(found.places, i, j, metres);
				keepNearest(found.sites, j, i, metres);
				if (reach > WIDEST) continue;
				for (let ring = rings - 1; ring >= 0 && metres <= RINGS[ring]!; ring--) {
					found.places.counts[i * rings + ring]!++;
					found.places.personnel[i * rings + ring]! += sites.personnel[j]!;
					found.sites.counts[j * rings + ring]!++;
				}
			}
		}
	}
	// Bases far from every place were met by none of these searches.
	let byPlace: KDBush | undefined;
	for (let j = 0; j < bases; j++) {
		const [lng, lat] = [sites.lng[j]!, sites.lat[j]!];
		for (let reach = WIDEST; found.sites.distanceMetres[j]! > reach; reach *= 2) {
			byPlace ??= kdbushOf(places);
			for (const i of inBox(byPlace, lng, lat, reach * 2)) {
				keepNearest(found.sites, j, i, haversineMetres(lng, lat, places.lng[i]!, places.lat[i]!));
			}
		}
	}
	return found;
}

function keepNearest(
	side: { nearest: Int32Array; distanceMetres: Float64Array },
	item: number,
	other: number,
	metres: number
): void {
	if (metres >= side.distanceMetres[item]!) return;
	side.nearest[item] = other;
	side.distanceMetres[item] = metres;
}

function assertSame(found: Proximities, expected: Proximities, title: string): void {
	assert.deepEqual(found.places.counts, expected.places.counts, `${title}: counts at places`);
	assert.deepEqual(found.places.personnel, expected.places.personnel, `${title}: personnel`);
	assert.deepEqual(found.sites.counts, expected.sites.counts, `${title}: counts at bases`);
	for (const side of ['places', 'sites'] as const) {
		found[side].distanceMetres.forEach((metres, i) => {
			const off = Math.abs(metres - expected[side].distanceMetres[i]!);
			assert.ok(off <= metres * 1e-9 + 1e-7, `${title}: nearest of ${side} ${i}`);
		});
	}
}

const KDBUSH = 'kdbush range + haversine';
for (const [placeCount, baseCount, rounds] of [
	[10_000, 1_000, 25],
	[100_000, 1_000, 5]
] as const) {
	const workload = makeWorkload(placeCount, baseCount);
	assertSame(ours(workload), kdbushRange(workload), `${placeCount} x ${baseCount}`);
	await compare(
		`${placeCount} places x ${baseCount} bases, same answers`,
		[
			{ name: 'Cordon, one thread', run: () => ours(workload) },
			{ name: KDBUSH, run: () => kdbushRange(workload) }
		],
		rounds
	);
}

// The largest takes the peer long: its one run is checked and timed at once.
const places = isQuick ? 100_000 : 1_000_000;
const largest = makeWorkload(places, 10_000);
let expected: Proximities | undefined;
await compare(
	`${places} places x 10000 bases`,
	[
		{ name: 'Cordon, one thread', run: () => ours(largest) },
		{ name: KDBUSH, run: () => (expected = kdbushRange(largest)) }
	],
	1
);
assertSame(ours(largest), expected!, 'the largest');
const inParallel = (cores: number, rounds: number) =>
	withThreads(async (helpers) => {
		const measure = () =>
			measureInParallel(helpers, largest.places, largest.sites, { ringsMetres: RINGS });
		assertSame(await measure(), expected!, `${cores} threads`);
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const start = performance.now();
			await measure();
			times.push(performance.now() - start);
		}
		return times.sort((a, b) => a - b);
	}, cores);
const [one, two] = [await inParallel(1, 5), await inParallel(2, 5)];
console.log('The answers agree among all.');
console.log(
	`Threads: one ${one[2]!.toFixed(0)} ms, two ${two[2]!.toFixed(0)} ms (medians of 5): ` +
		`${(one[2]! / two[2]!).toFixed(2)} x; fastest of each ${(one[0]! / two[0]!).toFixed(2)} x`
);
