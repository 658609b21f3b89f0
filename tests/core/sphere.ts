/** Independent judges: GeographicLib on the ellipsoid, and plain sampling along edges. */
import geodesic from 'geographiclib-geodesic';
import type { LngLat } from '$lib/core/domain';

const { WGS84 } = geodesic.Geodesic;

/** Metres on the WGS 84 ellipsoid (Karney 2013). */
export function ellipsoidMetres(a: LngLat, b: LngLat): number {
	return WGS84.Inverse(a[1], a[0], b[1], b[0]).s12!;
}

/** The position so many metres away on the ellipsoid. */
export function ellipsoidDestination(from: LngLat, bearing: number, metres: number): LngLat {
	const there = WGS84.Direct(from[1], from[0], bearing, metres);
	return [there.lon2!, there.lat2!];
}

/** Greatest relative difference between mean sphere and ellipsoid, over all places and bearings. */
export const SPHERE_BOUND = 0.0057;
