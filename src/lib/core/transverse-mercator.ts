/**
 * The transverse Mercator projection of WGS 84, on which UTM, MGRS and the printed maps lie. Krüger's
 * series to the fourth power of n (NGA.SIG.0012, 2014): exact to a millimetre within 10 degrees of
 * the central meridian.
 */
import type { LngLat } from './domain';

/** Metres east of the central meridian and north of the equator. */
export type Projected = [east: number, north: number];

export type Projection = {
	toMetres(position: LngLat): Projected;
	toLngLat(metres: Projected): LngLat;
};

const A = 6378137;
const F = 1 / 298.257223563;
const n = F / (2 - F);
const E = Math.sqrt(F * (2 - F));
const RADIUS = (A / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const ALPHA = [
	n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
	(13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
	(61 * n ** 3) / 240 - (103 * n ** 4) / 140,
	(49561 * n ** 4) / 161280
];
const BETA = [
	n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360,
	n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440,
	(17 * n ** 3) / 480 - (37 * n ** 4) / 840,
	(4397 * n ** 4) / 161280
];
const DELTA = [
	2 * n - (2 * n ** 2) / 3 - 2 * n ** 3 + (116 * n ** 4) / 45,
	(7 * n ** 2) / 3 - (8 * n ** 3) / 5 - (227 * n ** 4) / 45,
	(56 * n ** 3) / 15 - (136 * n ** 4) / 35,
	(4279 * n ** 4) / 630
];

const sum = (terms: number[], of: (term: number, k: number) => number) =>
	terms.reduce((total, term, i) => total + of(term, 2 * (i + 1)), 0);
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (radians: number) => (radians * 180) / Math.PI;

/** `scale` is that on the central meridian: 0.9996 in UTM. */
export function transverseMercator(centralMeridian: number, scale = 1): Projection {
	const metres = scale * RADIUS;
	return {
		toMetres([lng, lat]) {
			// The short way round, so that a map may lie across the antimeridian.
			const lambda = radians(((lng - centralMeridian + 540) % 360) - 180);
			const sine = Math.sin(radians(lat));
			const t = Math.sinh(Math.atanh(sine) - E * Math.atanh(E * sine));
			const xi = Math.atan2(t, Math.cos(lambda));
			const eta = Math.atanh(Math.sin(lambda) / Math.hypot(1, t));
			return [
				metres * (eta + sum(ALPHA, (a, k) => a * Math.cos(k * xi) * Math.sinh(k * eta))),
				metres * (xi + sum(ALPHA, (a, k) => a * Math.sin(k * xi) * Math.cosh(k * eta)))
			];
		},
		toLngLat([east, north]) {
			const [xi, eta] = [north / metres, east / metres];
			const x = xi - sum(BETA, (b, k) => b * Math.sin(k * xi) * Math.cosh(k * eta));
			const y = eta - sum(BETA, (b, k) => b * Math.cos(k * xi) * Math.sinh(k * eta));
			const chi = Math.asin(Math.sin(x) / Math.cosh(y));
			const phi = chi + sum(DELTA, (d, k) => d * Math.sin(k * chi));
			const lng = centralMeridian + degrees(Math.atan2(Math.sinh(y), Math.cos(x)));
			return [((lng + 540) % 360) - 180, degrees(phi)];
		}
	};
}

export const UTM_SCALE = 0.9996;
export const UTM_FALSE_EASTING = 500_000;

/** The projection of a UTM zone, 1 to 60; its eastings are `UTM_FALSE_EASTING` greater. */
export const utmZone = (zone: number): Projection => transverseMercator(zone * 6 - 183, UTM_SCALE);
