/**
 * Proximity of very many exact points by columns of numbers. The sites stay; the places pass by in
 * chunks of any size, so that memory is bounded by the chunk: about 300 bytes for each of its
 * places, and 150 for each site.
 */
import { findNearestItems } from './nearest';
import { tallyRings } from './ring-tallies';
import { metresOf, sideOfPoints, type Points, type Side } from './side';

/** Large enough that neighbours meet in one chunk, small enough that progress is seen. */
export const CHUNK_PLACES = 262_144;
/** Of places, measured for each; sites stand in smaller leaves since each is met by many. */
const PLACES_A_LEAF = 16;

export type Sites = Points & { personnel: Float64Array };

/** By place of the chunk, and ring by ring within a place. */
export type PlaceFigures = {
	/** Number of the nearest site, of coincident ones the lower; -1 without sites. */
	nearest: Int32Array;
	distanceMetres: Float64Array;
	/** Sites within each ring, and their personnel. */
	counts: Int32Array;
	personnel: Float64Array;
};

/** By site, over all places so far, and ring by ring within a site. */
export type SiteFigures = {
	/** Number of the nearest place, counted through all chunks; -1 while there is none. */
	nearest: Int32Array;
	distanceMetres: Float64Array;
	counts: Int32Array;
};

export class PointProximity {
	readonly sites: SiteFigures;
	readonly #side: Side;
	readonly #personnel: Float64Array;
	readonly #ringsMetres: readonly number[];

	/** Rings ascend; a ring includes its limit. */
	constructor(sites: Sites, ringsMetres: readonly number[]) {
		this.#side = sideOfPoints(sites);
		this.#personnel = sites.personnel;
		this.#ringsMetres = ringsMetres;
		this.sites = emptySiteFigures(this.#side.size, ringsMetres.length);
	}

	/** Measures a chunk whose first place has the number `from` among all. */
	measure(places: Points, from = 0): PlaceFigures {
		const side = sideOfPoints(places, this.#side.index.frame, PLACES_A_LEAF);
		const tallies = tallyRings(side, this.#side, this.#ringsMetres, this.#personnel);
		const nearestPlaces = nearestWithMetres(this.#side, side);
		addSiteFigures(this.sites, {
			nearest: nearestPlaces.nearest.map((place) => (place < 0 ? place : place + from)),
			distanceMetres: nearestPlaces.distanceMetres,
			counts: tallies.atSites
		});
		return {
			...nearestWithMetres(side, this.#side),
			counts: tallies.counts,
			personnel: tallies.sums
		};
	}
}

function nearestWithMetres(
	own: Side,
	others: Side
): Pick<PlaceFigures, 'nearest' | 'distanceMetres'> {
	const { items, squaredChords } = findNearestItems(own, others);
	for (let i = 0; i < own.size; i++) {
		if (items[i]! >= 0) squaredChords[i] = metresOf(own, i, others, items[i]!, squaredChords[i]!);
	}
	return { nearest: items, distanceMetres: squaredChords };
}

export function emptySiteFigures(sites: number, rings: number): SiteFigures {
	return {
		nearest: new Int32Array(sites).fill(-1),
		distanceMetres: new Float64Array(sites).fill(Infinity),
		counts: new Int32Array(sites * rings)
	};
}

/** Adds what other chunks found, in whatever order they come. */
export function addSiteFigures(into: SiteFigures, more: SiteFigures): void {
	for (let at = 0; at < into.counts.length; at++) into.counts[at]! += more.counts[at]!;
	for (let site = 0; site < into.nearest.length; site++) {
		const metres = more.distanceMetres[site]!;
		const best = into.distanceMetres[site]!;
		if (more.nearest[site]! < 0 || metres > best) continue;
		if (metres === best && more.nearest[site]! > into.nearest[site]!) continue;
		into.nearest[site] = more.nearest[site]!;
		into.distanceMetres[site] = metres;
	}
}
