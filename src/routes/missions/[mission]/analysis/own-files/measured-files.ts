/**
 * Places measured against sites, kept where they were measured: the page asks for the rows it shows,
 * for points to draw and for files, and never holds them all.
 */
import type { LngLat } from '$lib/core/domain';
import { measureInParallel, type Helper, type Proximities } from '$lib/core/proximity/in-parallel';
import { medianOf, narrowestRings } from '$lib/core/proximity/rings';
import type { Bounds } from '$lib/map/camera';
import {
	drawPoints,
	findPoint,
	toWorld,
	type PictureView,
	type PointedAt,
	type PointGroup,
	type PointLook,
	type PointPicture,
	type WorldPoints
} from '$lib/map/point-picture';
import {
	renderPlacesCsv,
	renderProximityJson,
	renderSitesCsv
} from '$lib/publish/formats/proximity';
import type { Sort } from '$lib/ui/table';
import { readSide, type Columns, type Side } from './sides';

export type Question = {
	places: Blob | Columns;
	sites: Blob | Columns;
	/** Ascending. */
	ringsMetres: number[];
};

export type Step = { doing: 'readingPlaces' | 'readingSites' | 'measuring'; share: number };

export type Summary = {
	places: number;
	sites: number;
	ringsMetres: number[];
	/** Places that have a site within each ring. */
	placesWithin: number[];
	/** From a place to its nearest site, over all places; null without any. */
	medianMetres: number | null;
	threads: number;
	elapsedMs: number;
	/** Of all points; null without any. */
	bounds: Bounds | null;
};

/** Places by narrowest ring, those beyond all rings last. */
export type Looks = { places: PointLook[]; sites: PointLook };

/** A place or a site; per ring the personnel, or the places. */
export type Row = {
	id: string;
	at: LngLat;
	nearest: string | null;
	distanceMetres: number | null;
	within: number[];
};

/** What a table or a pointer chose; on the map its mark covers others of its side. */
export type Chosen = { side: Side; row: Row; covered: number };

export const FILE_FORMATS = ['json', 'placesCsv', 'sitesCsv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
const RENDER = { json: renderProximityJson, placesCsv: renderPlacesCsv, sitesCsv: renderSitesCsv };

/** From the bottom to the top. */
const DRAWN: readonly Side[] = ['places', 'sites'];
/** Fewer places are measured before other threads have started. */
const WORTH_THREADS = 100_000;
/** Lines of a file that are joined before they are handed on. */
const LINES = 5000;

export class MeasuredFiles {
	readonly #places: Columns;
	readonly #sites: Columns;
	readonly #rings: number[];
	readonly #found: Proximities;
	/** By place. */
	readonly #narrowest: Uint8Array;
	/** Made when a map first asks. */
	#world: Record<Side, WorldPoints> | undefined;
	readonly summary: Summary;

	private constructor(
		places: Columns,
		sites: Columns,
		ringsMetres: number[],
		found: Proximities,
		cost: Pick<Summary, 'threads' | 'elapsedMs'>
	) {
		this.#places = places;
		this.#sites = sites;
		this.#rings = ringsMetres;
		this.#found = found;
		this.#narrowest = narrowestRings(found.places.counts, ringsMetres.length);
		this.summary = {
			places: places.ids.length,
			sites: sites.ids.length,
			ringsMetres,
			placesWithin: ringsMetres.map((_, ring) =>
				this.#narrowest.reduce((count, each) => count + (each <= ring ? 1 : 0), 0)
			),
			bounds: boundsOfColumns([places, sites]),
			medianMetres: sites.ids.length === 0 ? null : (medianOf(found.places.distanceMetres) ?? null),
			...cost
		};
	}

	/** Reads both sides and measures with `helpers`, or by itself where they are not worth starting. */
	static async of(
		{ places: givenPlaces, sites: givenSites, ringsMetres }: Question,
		makeHelpers: (places: number) => Helper[],
		tell: (step: Step) => void,
		now: () => number
	): Promise<MeasuredFiles> {
		const began = now();
		const sites = await readSide('sites', givenSites, (share) =>
			tell({ doing: 'readingSites', share })
		);
		const places = await readSide('places', givenPlaces, (share) =>
			tell({ doing: 'readingPlaces', share })
		);
		const size = places.ids.length;
		tell({ doing: 'measuring', share: 0 });
		const helpers = makeHelpers(size);
		const found = await measureInParallel(helpers, places, sites, {
			ringsMetres,
			onProgress: (measured) => tell({ doing: 'measuring', share: measured / size })
		});
		const cost = { threads: helpers.length, elapsedMs: now() - began };
		return new MeasuredFiles(places, sites, ringsMetres, found, cost);
	}

	drawing(view: PictureView, looks: Looks): PointPicture {
		return drawPoints(this.#groups(looks), view);
	}

	/** What lies under a pointer on the drawing. */
	find(at: PointedAt, looks: Looks): Chosen | null {
		const found = findPoint(this.#groups(looks), at);
		if (!found) return null;
		const side = DRAWN[found.group]!;
		return { side, row: this.#row(side, found.point), covered: found.covered };
	}

	#groups({ places, sites }: Looks): PointGroup[] {
		this.#world ??= { places: toWorld(this.#places), sites: toWorld(this.#sites) };
		return [
			{ points: this.#world.places, classOf: (i) => this.#narrowest[i]!, looks: places },
			{ points: this.#world.sites, classOf: () => 0, looks: [sites] }
		];
	}

	/** The first rows in an order; what is not there comes last in either direction. */
	rows(side: Side, sort: Sort, count: number, compare: (a: string, b: string) => number): Row[] {
		const { own, others, within } = this.#sideOf(side);
		const { nearest, distanceMetres } = this.#found[side];
		const rings = this.#rings.length;
		const ring = this.#rings.findIndex((metres) => sort.column === `ring-${metres}`);
		const sign = sort.descending ? -1 : 1;
		const order = (a: number, b: number): number => {
			if (ring >= 0) return sign * (within[a * rings + ring]! - within[b * rings + ring]!);
			if (sort.column === 'id') return sign * compare(own.ids[a]!, own.ids[b]!);
			if (nearest[a]! < 0 || nearest[b]! < 0) return nearest[b]! - nearest[a]!;
			if (sort.column === 'distance') return sign * (distanceMetres[a]! - distanceMetres[b]!);
			return sign * compare(others.ids[nearest[a]!]!, others.ids[nearest[b]!]!);
		};
		return firstOf(own.ids.length, count, order).map((i) => this.#row(side, i));
	}

	#row(side: Side, i: number): Row {
		const { own, others, within } = this.#sideOf(side);
		const { nearest, distanceMetres } = this.#found[side];
		const rings = this.#rings.length;
		return {
			id: own.ids[i]!,
			at: [own.lng[i]!, own.lat[i]!],
			nearest: others.ids[nearest[i]!] ?? null,
			distanceMetres: nearest[i]! < 0 ? null : distanceMetres[i]!,
			within: Array.from(within.subarray(i * rings, (i + 1) * rings))
		};
	}

	#sideOf(side: Side) {
		return side === 'places'
			? { own: this.#places, others: this.#sites, within: this.#found.places.personnel }
			: { own: this.#sites, others: this.#places, within: this.#found.sites.counts };
	}

	/** The whole answer as a file, the same as the terminal writes; made of pieces, never one text. */
	file(format: FileFormat): Blob {
		const pieces: Blob[] = [];
		let lines: string[] = [];
		const flush = () => {
			pieces.push(new Blob([lines.join('')]));
			lines = [];
		};
		for (const line of RENDER[format]({
			places: this.#places.ids,
			sites: this.#sites.ids,
			ringsMetres: this.#rings,
			found: this.#found
		})) {
			if (lines.push(line) >= LINES) flush();
		}
		flush();
		return new Blob(pieces, { type: format === 'json' ? 'application/json' : 'text/csv' });
	}
}

/** As many as there are cores, up to eight; one where the places are few. */
export const threadsFor = (places: number, cores: number): number =>
	places < WORTH_THREADS ? 1 : Math.max(1, Math.min(8, cores));

/** Numbers of the first `count` of `size` in an order, equals as numbered; the others stay unsorted. */
export function firstOf(
	size: number,
	count: number,
	order: (a: number, b: number) => number
): number[] {
	const compare = (a: number, b: number) => order(a, b) || a - b;
	const kept: number[] = [];
	let last: number | undefined;
	for (let i = 0; i < size; i++) {
		if (last !== undefined && compare(i, last) > 0) continue;
		if (kept.push(i) < count * 2) continue;
		kept.sort(compare).length = count;
		last = kept.at(-1);
	}
	return kept.sort(compare).slice(0, count);
}

function boundsOfColumns(sides: readonly Columns[]): Bounds | null {
	const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { lng, lat } of sides) {
		for (let i = 0; i < lng.length; i++) {
			bounds[0] = Math.min(bounds[0], lng[i]!);
			bounds[1] = Math.min(bounds[1], lat[i]!);
			bounds[2] = Math.max(bounds[2], lng[i]!);
			bounds[3] = Math.max(bounds[3], lat[i]!);
		}
	}
	return bounds[0] === Infinity ? null : bounds;
}
