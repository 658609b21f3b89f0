/** Seeded workload: places and bases around two hundred towns in an area of Kosovo's size. */
import type { LngLat } from '$lib/core/domain';
import type { Located, LocatedDeployment } from '$lib/core/proximity';

const WEST = 20.0;
const SOUTH = 41.85;
const WIDTH = 1.8;
const HEIGHT = 1.4;
const TOWNS = 200;
/** Of the largest, about 6 km; an area grows as what is in it. */
const CITY_RADIUS_DEGREES = 0.054;
const ALWAYS = { from: null, until: null };

/** mulberry32: small, seeded, the same on every machine. */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Places and bases; larger towns have more of both (sizes fall off as in Zipf's law). */
export function makeTowns(
	placeCount: number,
	baseCount: number,
	seed: number
): { places: Located[]; bases: LocatedDeployment[] } {
	const random = seededRandom(seed);
	const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const towns = Array.from({ length: TOWNS }, (): LngLat => [
		WEST + random() * WIDTH,
		SOUTH + random() * HEIGHT
	]);
	const nearTown = (): LngLat => {
		const rank = Math.floor(TOWNS ** random());
		const [lng, lat] = towns[rank - 1]!;
		const radius = CITY_RADIUS_DEGREES / Math.sqrt(rank);
		return [lng + gauss() * radius * 1.35, lat + gauss() * radius];
	};
	const point = (id: string): Located => ({
		id,
		geometry: { type: 'Point', coordinates: nearTown() },
		accuracyMetres: 0,
		period: ALWAYS
	});
	return {
		places: Array.from({ length: placeCount }, (_, i) => point(`p${i}`)),
		bases: Array.from({ length: baseCount }, (_, i) => ({
			...point(`b${i}`),
			strengths: [
				{
					period: ALWAYS,
					category: 'military' as const,
					personnel: Math.round(random() * 900),
					source: null
				}
			]
		}))
	};
}
