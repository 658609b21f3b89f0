/** The zones of a scan: circles around each place, and with several periods cylinders. */
import type { LngLat } from '../domain';
import { toUnitVector } from '../geo';

/** More zones than this are refused: two bytes each, and minutes of replicas. */
export const MAX_ZONES = 200_000_000;

/** How finely shares are told apart when a zone is ruled out. */
export const BUCKETS = 1024;

/**
 * The circles around place i are the runs of `members` that begin at `starts[i]` and end before
 * `starts[i + 1]`. A zone is such a circle and a window of periods.
 */
export type Zones = {
	places: number;
	periods: number;
	starts: Int32Array;
	members: Uint16Array | Uint32Array;
	/** 1 where the next member lies at the same distance: not yet a circle. */
	isOpen: Uint8Array;
	/**
	 * Circles around place i in blocks of little growth, `blockStarts[i]` up to `blockStarts[i + 1]`:
	 * block b ends before the member `blockEnds[b]`. What rules out the block rules out its circles.
	 */
	blockStarts: Int32Array;
	blockEnds: Int32Array;
	/** By block and window, a bucket whose lower edge is at most the least share in the block. */
	buckets: Uint16Array;
	/** By block and window, the share of the block's largest circle. */
	shares: Float64Array;
	/** Logarithms of each bucket's lower edge and of one less it. */
	logFloors: Float64Array;
	logRests: Float64Array;
	/** First and last period of each window. */
	windows: [number, number][];
	/** Share of what chance expects, by place and period; together 1. */
	weights: Float64Array;
};

/**
 * Circles grow from place to place while they hold at most `maxShare` of the population; places at
 * one distance enter together. Windows are as long as `maxShare` of the periods at most. Blocks are
 * cut for about so many cases.
 */
export function buildZones(
	positions: readonly LngLat[],
	periods: number,
	population: ArrayLike<number>,
	weights: Float64Array,
	maxShare: number,
	cases: number
): Zones {
	const windows = listWindows(periods, Math.max(1, Math.floor(periods * maxShare + 1e-9)));
	const circles = buildCircles(positions, periods, population, maxShare, windows.length);
	const { starts, members } = circles;
	const places = positions.length;

	const least = weights.reduce((min, weight) => (weight > 0 && weight < min ? weight : min), 1);
	const logLeast = Math.log(least) - 1e-9;
	const width = -logLeast / BUCKETS;
	const logFloors = Float64Array.from({ length: BUCKETS }, (_, i) => logLeast + i * width);
	const bucketOf = (share: number) =>
		share > least ? Math.min(BUCKETS - 1, Math.floor((Math.log(share) - logLeast) / width)) : 0;

	const blockStarts = new Int32Array(places + 1);
	const blockEnds: number[] = [];
	const buckets: number[] = [];
	const shares: number[] = [];
	const byWindow = new Float64Array(windows.length);
	const byPeriod = new Float64Array(periods);
	for (let centre = 0; centre < places; centre++) {
		byPeriod.fill(0);
		let inside = 0;
		// The first member begins a block, and so does each that would let it grow too far.
		let largest = -1;
		for (let at = starts[centre]!; at < starts[centre + 1]!; at++) {
			for (let t = 0; t < periods; t++) {
				const weight = weights[members[at]! * periods + t]!;
				byPeriod[t]! += weight;
				inside += weight;
			}
			windows.forEach(([first, last], window) => {
				byWindow[window] = 0;
				for (let t = first; t <= last; t++) byWindow[window]! += byPeriod[t]!;
			});
			if (inside <= largest) {
				blockEnds.length--;
				shares.length -= windows.length;
			} else {
				// Half a standard deviation of the cases: far less than what makes a cluster.
				largest = inside + 0.5 * Math.sqrt(inside / cases);
				for (const share of byWindow) buckets.push(bucketOf(share));
			}
			blockEnds.push(at + 1);
			for (const share of byWindow) shares.push(share);
		}
		blockStarts[centre + 1] = blockEnds.length;
	}
	return {
		...{ places, periods, windows, weights },
		...circles,
		blockStarts,
		blockEnds: Int32Array.from(blockEnds),
		buckets: Uint16Array.from(buckets),
		shares: Float64Array.from(shares),
		logFloors,
		logRests: logFloors.map((log) => Math.log1p(-Math.exp(log)))
	};
}

/** What chance expects in the circle that ends with the member at `end`, within a window. */
export function shareOf(zones: Zones, centre: number, end: number, window: number): number {
	const { starts, members, windows, weights, periods } = zones;
	const [first, last] = windows[window]!;
	let share = 0;
	for (let at = starts[centre]!; at <= end; at++) {
		for (let t = first; t <= last; t++) share += weights[members[at]! * periods + t]!;
	}
	return share;
}

function listWindows(periods: number, longest: number): [number, number][] {
	const windows: [number, number][] = [];
	for (let first = 0; first < periods; first++) {
		const last = Math.min(periods, first + longest);
		for (let end = first; end < last; end++) windows.push([first, end]);
	}
	return windows;
}

/** Distances that agree to this are one: both places enter the circle together. */
const SAME = 1e-9;

function buildCircles(
	positions: readonly LngLat[],
	periods: number,
	population: ArrayLike<number>,
	maxShare: number,
	windows: number
) {
	const places = positions.length;
	const vectors = Float64Array.from(positions.flatMap(toUnitVector));
	const people = new Float64Array(places);
	for (let i = 0; i < places * periods; i++) people[Math.floor(i / periods)]! += population[i]!;
	const limit = maxShare * people.reduce((sum, each) => sum + each, 0) * (1 + 1e-12);

	const starts = new Int32Array(places + 1);
	const Members = places <= 65536 ? Uint16Array : Uint32Array;
	let members = new Members(places * 16);
	let isOpen = new Uint8Array(members.length);
	const order = new Float64Array(places);
	let at = 0;
	for (let centre = 0; centre < places; centre++) {
		sortByChord(order, vectors, centre);
		let inside = 0;
		for (let k = 0; k < places; k++) {
			const place = placeOf(order[k]!);
			inside += people[place]!;
			if (inside > limit) break;
			if (at === members.length) {
				if (at * windows > MAX_ZONES) {
					throw new RangeError(
						`The scan has more than ${MAX_ZONES} zones. Take fewer areas or periods, or a smaller share.`
					);
				}
				members = grown(members, new Members(at * 2));
				isOpen = grown(isOpen, new Uint8Array(at * 2));
			}
			members[at] = place;
			isOpen[at++] = k + 1 < places && order[k + 1]! <= order[k]! * (1 + SAME) + 1e-24 ? 1 : 0;
		}
		starts[centre + 1] = at;
	}
	return { starts, members: members.subarray(0, at), isOpen };
}

function grown<A extends Uint8Array | Uint16Array | Uint32Array>(from: A, to: A): A {
	to.set(from);
	return to;
}

const asNumber = new Float64Array(1);
const asWords = new Uint32Array(asNumber.buffer);
const PLACE_BITS = 20;
const PLACE_MASK = (1 << PLACE_BITS) - 1;

/**
 * Squared chords from one place to all, in order. Each carries the number of its place in its last
 * twenty bits, so that one sort of plain numbers orders both; nine digits of the distance remain.
 */
function sortByChord(order: Float64Array, vectors: Float64Array, centre: number): void {
	const [x, y, z] = [vectors[centre * 3]!, vectors[centre * 3 + 1]!, vectors[centre * 3 + 2]!];
	for (let place = 0; place < order.length; place++) {
		const dx = vectors[place * 3]! - x;
		const dy = vectors[place * 3 + 1]! - y;
		const dz = vectors[place * 3 + 2]! - z;
		asNumber[0] = dx * dx + dy * dy + dz * dz;
		asWords[0] = (asWords[0]! & ~PLACE_MASK) | place;
		order[place] = asNumber[0]!;
	}
	order.sort();
}

function placeOf(chord: number): number {
	asNumber[0] = chord;
	return asWords[0]! & PLACE_MASK;
}
