/**
 * Proximity of very many exact points by columns of numbers. The sites stay; the places pass by in
 * chunks of any size, so that memory is bounded by the chunk: about 300 bytes for each of its
 * places, and 150 for each site.
 */
import { findNearestItems, noneNearest, type NearestItems } from './nearest';
import { tallyRings } from './ring-tallies';
import { metresOf, sideOfPoints, type Points, type Side } from './side';

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
	readonly #nearestPlaces: NearestItems;

	/** Rings ascend; a ring includes its limit. */
	constructor(sites: Sites, ringsMetres: readonly number[]) {
		this.#side = sideOfPoints(sites);
		this.#personnel = sites.personnel;
		this.#ringsMetres = ringsMetres;
		this.sites = emptySiteFigures(this.#side.size, ringsMetres.length);
		this.#nearestPlaces = noneNearest(this.#side.size);
	}

	/** Measures a chunk whose first place has the number `from`; numbers ascend from chunk to chunk. */
	measure(places: Points, from = 0): PlaceFigures {
		const side = sideOfPoints(places, this.#side.index.frame, PLACES_A_LEAF);
		const { counts, sums, atSites } = tallyRings(
			side,
			this.#side,
			this.#ringsMetres,
			this.#personnel
		);
		for (let at = 0; at < atSites.length; at++) this.sites.counts[at]! += atSites[at]!;
		this.#keepNearestPlaces(side, from);
		const { items, squaredChords } = findNearestItems(side, this.#side);
		for (let i = 0; i < side.size; i++) {
			if (items[i]! < 0) continue;
			squaredChords[i] = metresOf(side, i, this.#side, items[i]!, squaredChords[i]!);
		}
		return { nearest: items, distanceMetres: squaredChords, counts, personnel: sums };
	}

	#keepNearestPlaces(places: Side, from: number): void {
		const { items, squaredChords } = this.#nearestPlaces;
		findNearestItems(this.#side, places, this.#nearestPlaces, from);
		for (let site = 0; site < this.#side.size; site++) {
			const place = items[site]!;
			if (place < from || place === this.sites.nearest[site]) continue;
			this.sites.nearest[site] = place;
			this.sites.distanceMetres[site] = metresOf(
				this.#side,
				site,
				places,
				place - from,
				squaredChords[site]!
			);
		}
	}
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
