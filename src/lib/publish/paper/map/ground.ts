/** What the basemap says about a frame: positions as in the archives (src/lib/map/basemap/archives). */
import type { LngLat } from '$lib/core/domain';

export const BOUNDARY_KINDS = ['country', 'disputed', 'control', 'region', 'municipality'] as const;
export type BoundaryKind = (typeof BOUNDARY_KINDS)[number];

export type Ground = {
	/** Rings; land where an odd number of them encloses a position. */
	land: LngLat[][][];
	rivers: LngLat[][];
	boundaries: { kind: BoundaryKind; line: LngLat[] }[];
	places: {
		position: LngLat;
		kind: 'capital' | 'city' | 'town' | 'village';
		/** 0 is first. */
		rank: number;
		/** `name` as on the spot, `name:ar` and so on. */
		names: Record<string, string>;
	}[];
};
