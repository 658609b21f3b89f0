/**
 * PointProximity by several helpers at once: web workers in a page, threads in Node, or the thread
 * at hand. Neighbours are sent together, in chunks, so that progress is seen and work is shared.
 * Memory: 100 bytes a place for what is given and answered, and 300 bytes a place of one chunk, and
 * 150 a site, in each helper.
 */
import {
	addSiteFigures,
	emptySiteFigures,
	PointProximity,
	type PlaceFigures,
	type SiteFigures,
	type Sites
} from './point-proximity';
import type { Points } from './side';

export type Question =
	| { kind: 'begin'; sites: Sites; ringsMetres: readonly number[] }
	| { kind: 'measure'; places: Points; from: number }
	| { kind: 'finish' };
export type Answer = Partial<PlaceFigures> & { sites?: SiteFigures };

/** Someone who answers one question at a time. Buffers given to `transfer` are theirs from then. */
export type Helper = {
	ask(question: Question, transfer: ArrayBuffer[]): Promise<Answer>;
};

/** The other end of a helper. */
export function makeAnswerer(): (question: Question) => Answer {
	let run: PointProximity | undefined;
	return (question) => {
		if (question.kind === 'begin') run = new PointProximity(question.sites, question.ringsMetres);
		if (!run) throw new Error(`asked to ${question.kind} before the sites were given`);
		if (question.kind === 'measure') return run.measure(question.places, question.from);
		return question.kind === 'finish' ? { sites: run.sites } : {};
	};
}

/** The buffers behind an answer, to hand over instead of copying. */
export function buffersOf({ nearest, distanceMetres, counts, personnel }: Answer): ArrayBuffer[] {
	return [nearest, distanceMetres, counts, personnel]
		.filter((column) => column !== undefined)
		.map((column) => column.buffer as ArrayBuffer);
}

/** Answers on the thread at hand. */
export function helpYourself(): Helper {
	const answer = makeAnswerer();
	return { ask: async (question) => answer(question) };
}

export type ParallelOptions = {
	ringsMetres: readonly number[];
	/** Called with the number of places measured so far. */
	onProgress?: (measured: number) => void;
	chunkPlaces?: number;
};

/** Large enough that neighbours meet in one chunk, small enough to share and to see progress. */
const CHUNK_PLACES = 131_072;

/** By place and by site, as numbered in what was given. */
export type Proximities = { places: PlaceFigures; sites: SiteFigures };

/** Measures all places against all sites, whichever helper has time. */
export async function measureInParallel(
	helpers: readonly Helper[],
	places: Points,
	sites: Sites,
	{ ringsMetres, onProgress, chunkPlaces = CHUNK_PLACES }: ParallelOptions
): Promise<Proximities> {
	const size = places.lng.length;
	const rings = ringsMetres.length;
	const order = orderByCell(places);
	const found: PlaceFigures = {
		nearest: new Int32Array(size),
		distanceMetres: new Float64Array(size),
		counts: new Int32Array(size * rings),
		personnel: new Float64Array(size * rings)
	};
	let taken = 0;
	let measured = 0;
	const help = async (helper: Helper): Promise<SiteFigures> => {
		await helper.ask({ kind: 'begin', sites, ringsMetres }, []);
		while (taken < size) {
			const from = taken;
			taken = Math.min(size, taken + chunkPlaces);
			const items = order.subarray(from, taken);
			const chunk = { lng: pick(places.lng, items), lat: pick(places.lat, items) };
			const question = { kind: 'measure', places: chunk, from } as const;
			const answer = await helper.ask(question, [chunk.lng.buffer, chunk.lat.buffer]);
			putBack(answer as PlaceFigures, items, found, rings);
			measured += items.length;
			onProgress?.(measured);
		}
		return (await helper.ask({ kind: 'finish' }, [])).sites!;
	};
	const parts = await Promise.all(helpers.map(help));
	const all = emptySiteFigures(sites.lng.length, rings);
	for (const part of parts) addSiteFigures(all, part);
	all.nearest = all.nearest.map((place) => (place < 0 ? place : order[place]!));
	return { places: found, sites: all };
}

function pick(column: Float64Array, items: Uint32Array): Float64Array<ArrayBuffer> {
	const picked = new Float64Array(items.length);
	for (let i = 0; i < items.length; i++) picked[i] = column[items[i]!]!;
	return picked;
}

function putBack(from: PlaceFigures, items: Uint32Array, into: PlaceFigures, rings: number): void {
	for (let i = 0; i < items.length; i++) {
		const item = items[i]!;
		into.nearest[item] = from.nearest[i]!;
		into.distanceMetres[item] = from.distanceMetres[i]!;
		for (let ring = 0; ring < rings; ring++) {
			into.counts[item * rings + ring] = from.counts[i * rings + ring]!;
			into.personnel[item * rings + ring] = from.personnel[i * rings + ring]!;
		}
	}
}

/** Cells along each side of the box around all points. */
const CELLS = 256;

/** Numbers of the points, cell by cell through columns of cells; within a cell as given. */
function orderByCell({ lng, lat }: Points): Uint32Array {
	const [west, width] = spanOf(lng);
	const [south, height] = spanOf(lat);
	const cells = new Uint16Array(lng.length);
	const starts = new Uint32Array(CELLS * CELLS + 1);
	for (let i = 0; i < lng.length; i++) {
		const column = Math.min(CELLS - 1, ((lng[i]! - west) / width) * CELLS) | 0;
		const row = Math.min(CELLS - 1, ((lat[i]! - south) / height) * CELLS) | 0;
		cells[i] = column * CELLS + row;
		starts[cells[i]! + 1]!++;
	}
	for (let cell = 0; cell < CELLS * CELLS; cell++) starts[cell + 1]! += starts[cell]!;
	const order = new Uint32Array(lng.length);
	for (let i = 0; i < lng.length; i++) order[starts[cells[i]!]!++] = i;
	return order;
}

function spanOf(values: Float64Array): [least: number, span: number] {
	let [least, most] = [Infinity, -Infinity];
	for (let i = 0; i < values.length; i++) {
		least = Math.min(least, values[i]!);
		most = Math.max(most, values[i]!);
	}
	return [least, Math.max(most - least, Number.MIN_VALUE)];
}
