/** Seeded workload: places and bases around two hundred towns in an area of Kosovo's size. */
import type { LngLat } from '$lib/core/domain';
import type { Located, LocatedDeployment } from '$lib/core/proximity';
import type { Points } from '$lib/core/proximity/side';

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

/** Positions by columns; larger towns have more of them (sizes fall off as in Zipf's law). */
export function scatterTowns(counts: readonly number[], seed: number): Points[] {
	const random = seededRandom(seed);
	const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const towns = Array.from({ length: TOWNS }, (): LngLat => [
		WEST + random() * WIDTH,
		SOUTH + random() * HEIGHT
	]);
	return counts.map((count) => {
		const points = { lng: new Float64Array(count), lat: new Float64Array(count) };
		for (let i = 0; i < count; i++) {
			const rank = Math.floor(TOWNS ** random());
			const [lng, lat] = towns[rank - 1]!;
			const radius = CITY_RADIUS_DEGREES / Math.sqrt(rank);
			points.lng[i] = lng + gauss() * radius * 1.35;
			points.lat[i] = lat + gauss() * radius;
		}
		return points;
	});
}

/** Places and bases as records. */
export function makeTowns(
	placeCount: number,
	baseCount: number,
	seed: number
): { places: Located[]; bases: LocatedDeployment[] } {
	const random = seededRandom(seed + 1);
	const [places, bases] = scatterTowns([placeCount, baseCount], seed) as [Points, Points];
	const located = ({ lng, lat }: Points, letter: string) =>
		Array.from(lng, (_, i): Located => ({
			id: `${letter}${i}`,
			geometry: { type: 'Point', coordinates: [lng[i]!, lat[i]!] },
			accuracyMetres: 0,
			period: ALWAYS
		}));
	return {
		places: located(places, 'p'),
		bases: located(bases, 'b').map((base) => ({
			...base,
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
