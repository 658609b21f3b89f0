/**
 * How many of one side lie within each ring of the other, without visiting every pair. Both
 * indexes are descended together: two nodes that lie wholly within a ring, or wholly outside it,
 * are decided at once; what straddles a ring is divided, down to a leaf of places against single
 * sites, and only sites that straddle a ring there are compared with each place of the leaf.
 */
import { chordToMetres, haversineMetres, metresToChord } from '../geo';
import { ROUNDING, type NearIndex } from '../near-index';
import { coexist, metresBetween, type Side } from './side';

/** What to count: at the recorded positions, or everywhere, or anywhere, within the accuracies. */
export type Band = 'measured' | 'definite' | 'possible';

export type RingTallies = {
	/** Sites within each ring of each place, ring by ring within a place. */
	counts: Int32Array;
	/** The sites' weights summed likewise. */
	sums: Float64Array;
	/** Places within each ring of each site. */
	atSites: Int32Array;
};

/** Rings ascend, limits included. Weights are by site, such as its personnel. */
export function tallyRings(
	places: Side,
	sites: Side,
	ringsMetres: readonly number[],
	weights: Float64Array,
	band: Band = 'measured'
): RingTallies {
	const work = prepare(places, sites, ringsMetres, weights, band);
	if (places.size > 0 && sites.size > 0 && ringsMetres.length > 0) descend(work);
	return gather(work);
}

type Work = ReturnType<typeof prepare>;

/** Far more than rounding can do, near the antipodes too; within it single pairs are measured. */
const DOUBT_METRES = 1;

function prepare(
	places: Side,
	sites: Side,
	ringsMetres: readonly number[],
	weights: Float64Array,
	band: Band
) {
	const rings = ringsMetres.length;
	const [placeNodes, siteNodes] = [places, sites].map(({ index }) => 2 * index.leaves - 1);
	const inOrder = Float64Array.from(sites.index.items, (item) => weights[item]!);
	const isPlain =
		!places.shapes &&
		!sites.shapes &&
		!places.periods &&
		(band === 'measured' || isExact(places, sites));
	return {
		places,
		sites,
		rings,
		ringsMetres,
		/** Times the sum of both accuracies, onto each distance. */
		sign: isPlain || band === 'measured' ? 0 : band === 'definite' ? 1 : -1,
		/** Points with exact positions that exist together: squared chords decide. */
		isPlain,
		/** At most this is surely within the ring, above that surely not: squared chords or metres. */
		inside: Float64Array.from(ringsMetres, (ring) =>
			isPlain ? squareOf(Math.sqrt(metresToChord(ring)) - ROUNDING) : ring - DOUBT_METRES
		),
		outside: Float64Array.from(ringsMetres, (ring) =>
			isPlain ? squareOf(Math.sqrt(metresToChord(ring)) + ROUNDING) : ring + DOUBT_METRES
		),
		placeSpans: isPlain ? null : spansOf(places),
		siteSpans: isPlain ? null : spansOf(sites),
		weights: inOrder,
		placeSizes: sumsByNode(places.index, null),
		siteSizes: sumsByNode(sites.index, null),
		siteWeights: sumsByNode(sites.index, inOrder),
		// What holds for all below a node, by node and ring.
		nodeCounts: new Float64Array(placeNodes! * rings),
		nodeSums: new Float64Array(placeNodes! * rings),
		nodeAtSites: new Float64Array(siteNodes! * rings),
		// Of single items in the order of their index: by ring and place, by site and ring.
		counts: new Int32Array(places.size * rings),
		sums: new Float64Array(places.size * rings),
		atSites: new Float64Array(sites.size * rings)
	};
}

const isExact = (...sides: Side[]) => sides.every(({ accuracies }) => !accuracies);
const squareOf = (chord: number) => (chord < 0 ? -1 : chord * chord);

/** Items by node, or their weights. */
function sumsByNode({ leaves, starts }: NearIndex, weights: Float64Array | null): Float64Array {
	const sums = new Float64Array(2 * leaves - 1);
	for (let node = sums.length - 1; node >= 0; node--) {
		if (node < leaves - 1) {
			sums[node] = sums[2 * node + 1]! + sums[2 * node + 2]!;
			continue;
		}
		const leaf = node - leaves + 1;
		for (let i = starts[leaf]!; i < starts[leaf + 1]!; i++)
			sums[node]! += weights ? weights[i]! : 1;
	}
	return sums;
}

/** Least and greatest accuracy, beginning and end below each node. */
const SPAN = 6;

function spansOf({ index, accuracies, periods }: Side): Float64Array {
	const { leaves, starts, items } = index;
	const spans = new Float64Array((2 * leaves - 1) * SPAN);
	for (let node = 2 * leaves - 2; node >= 0; node--) {
		const isLeaf = node >= leaves - 1;
		const from = isLeaf ? starts[node - leaves + 1]! : 2 * node + 1;
		const to = isLeaf ? starts[node - leaves + 2]! : 2 * node + 3;
		for (let k = 0; k < SPAN; k += 2) {
			const values = [accuracies, periods?.from, periods?.until][k / 2];
			let [least, most] = [Infinity, -Infinity];
			for (let i = from; i < to; i++) {
				least = Math.min(least, isLeaf ? (values?.[items[i]!] ?? 0) : spans[i * SPAN + k]!);
				most = Math.max(most, isLeaf ? (values?.[items[i]!] ?? 0) : spans[i * SPAN + k + 1]!);
			}
			spans[node * SPAN + k] = least;
			spans[node * SPAN + k + 1] = most;
		}
	}
	return spans;
}

const stack = new Int32Array(4 * 128);

function descend(work: Work): void {
	const { rings, isPlain, inside, outside, nodeCounts, nodeSums, nodeAtSites } = work;
	const { placeSizes, siteSizes, siteWeights } = work;
	const [placeBoxes, siteBoxes] = [work.places.index.boxes, work.sites.index.boxes];
	const [placeLeaf, siteLeaf] = [work.places.index.leaves - 1, work.sites.index.leaves - 1];
	let depth = 0;
	const push = (p: number, s: number, first: number, end: number) => {
		stack[depth] = p;
		stack[depth + 1] = s;
		stack[depth + 2] = first;
		stack[depth + 3] = end;
		depth += 4;
	};
	push(0, 0, 0, rings);
	while (depth > 0) {
		depth -= 4;
		const p = stack[depth]!;
		const s = stack[depth + 1]!;
		// Rings from `first` up to `end` are open: narrower ones hold none of the pairs, wider ones all.
		let first = stack[depth + 2]!;
		let end = stack[depth + 3]!;
		const [i, j] = [p * 6, s * 6];
		const dx = Math.abs(placeBoxes[i]! - siteBoxes[j]!);
		const dy = Math.abs(placeBoxes[i + 1]! - siteBoxes[j + 1]!);
		const dz = Math.abs(placeBoxes[i + 2]! - siteBoxes[j + 2]!);
		const wx = placeBoxes[i + 3]! + siteBoxes[j + 3]!;
		const wy = placeBoxes[i + 4]! + siteBoxes[j + 4]!;
		const wz = placeBoxes[i + 5]! + siteBoxes[j + 5]!;
		// d + |d| is twice d where that is positive and nothing otherwise.
		const gx = dx - wx + Math.abs(dx - wx);
		const gy = dy - wy + Math.abs(dy - wy);
		const gz = dz - wz + Math.abs(dz - wz);
		let least = (gx * gx + gy * gy + gz * gz) * 0.25;
		let most = (dx + wx) * (dx + wx) + (dy + wy) * (dy + wy) + (dz + wz) * (dz + wz);
		if (!isPlain) {
			least = leastMetres(work, p, s, least);
			most = mostMetres(work, p, s, most);
		}
		if (least > outside[end - 1]!) continue;
		while (end > first && most <= inside[end - 1]!) {
			end--;
			nodeCounts[p * rings + end]! += siteSizes[s]!;
			nodeSums[p * rings + end]! += siteWeights[s]!;
			nodeAtSites[s * rings + end]! += placeSizes[p]!;
		}
		while (first < end && least > outside[first]!) first++;
		if (first === end) continue;
		const isWider =
			placeBoxes[i + 3]! + placeBoxes[i + 4]! >= siteBoxes[j + 3]! + siteBoxes[j + 4]!;
		if (p < placeLeaf && (s >= siteLeaf || isWider)) {
			push(2 * p + 1, s, first, end);
			push(2 * p + 2, s, first, end);
		} else if (s < siteLeaf) {
			push(p, 2 * s + 1, first, end);
			push(p, 2 * s + 2, first, end);
		} else if (isPlain) comparePoints(work, p, s, first, end);
		else compareItems(work, p, s, first, end);
	}
}

/** The least that any pair below two nodes has; Infinity when none of them existed together. */
function leastMetres(work: Work, p: number, s: number, squaredChord: number): number {
	const [a, b] = [work.placeSpans!, work.siteSpans!];
	const [i, j] = [p * SPAN, s * SPAN];
	if (work.places.periods && (a[i + 2]! >= b[j + 5]! || b[j + 2]! >= a[i + 5]!)) return Infinity;
	const uncertainty = work.sign > 0 ? a[i]! + b[j]! : a[i + 1]! + b[j + 1]!;
	return chordToMetres(squaredChord) + work.sign * uncertainty;
}

/** The most that any pair has; Infinity when some of them never existed together. */
function mostMetres(work: Work, p: number, s: number, squaredChord: number): number {
	const [a, b] = [work.placeSpans!, work.siteSpans!];
	const [i, j] = [p * SPAN, s * SPAN];
	if (work.places.periods && (a[i + 3]! >= b[j + 4]! || b[j + 3]! >= a[i + 4]!)) return Infinity;
	const uncertainty = work.sign > 0 ? a[i + 1]! + b[j + 1]! : a[i]! + b[j]!;
	return chordToMetres(squaredChord) + work.sign * uncertainty;
}

/** A leaf of places against the sites of a leaf, one by one. */
function comparePoints(work: Work, p: number, s: number, first: number, end: number): void {
	const { rings, inside, outside, weights, nodeCounts, nodeSums, atSites } = work;
	const { boxes, leaves, starts } = work.places.index;
	const { index } = work.sites;
	const leaf = p - leaves + 1;
	const size = starts[leaf + 1]! - starts[leaf]!;
	const cx = boxes[p * 6]!;
	const cy = boxes[p * 6 + 1]!;
	const cz = boxes[p * 6 + 2]!;
	const hx = boxes[p * 6 + 3]!;
	const hy = boxes[p * 6 + 4]!;
	const hz = boxes[p * 6 + 5]!;
	const last = index.starts[s - index.leaves + 2]!;
	for (let site = index.starts[s - index.leaves + 1]!; site < last; site++) {
		const dx = Math.abs(index.balls[site * 4]! - cx);
		const dy = Math.abs(index.balls[site * 4 + 1]! - cy);
		const dz = Math.abs(index.balls[site * 4 + 2]! - cz);
		const gx = dx - hx + Math.abs(dx - hx);
		const gy = dy - hy + Math.abs(dy - hy);
		const gz = dz - hz + Math.abs(dz - hz);
		const least = (gx * gx + gy * gy + gz * gz) * 0.25;
		if (least > outside[end - 1]!) continue;
		const most = (dx + hx) * (dx + hx) + (dy + hy) * (dy + hy) + (dz + hz) * (dz + hz);
		for (let ring = end - 1; ring >= first && least <= outside[ring]!; ring--) {
			if (most <= inside[ring]!) {
				nodeCounts[p * rings + ring]!++;
				nodeSums[p * rings + ring]! += weights[site]!;
				atSites[site * rings + ring]! += size;
			} else countPlaces(work, leaf, site, ring);
		}
	}
}

/** Each place of a leaf against one site and one ring, without branches. */
function countPlaces(work: Work, leaf: number, site: number, ring: number): void {
	const { counts, sums } = work;
	const { balls, starts } = work.places.index;
	const at = site * 4;
	const x = work.sites.index.balls[at]!;
	const y = work.sites.index.balls[at + 1]!;
	const z = work.sites.index.balls[at + 2]!;
	const weight = work.weights[site]!;
	const inside = work.inside[ring]!;
	const outside = work.outside[ring]!;
	const offset = ring * work.places.size;
	const to = starts[leaf + 1]!;
	let within = 0;
	let surely = 0;
	for (let place = starts[leaf]!; place < to; place++) {
		const dx = balls[place * 4]! - x;
		const dy = balls[place * 4 + 1]! - y;
		const dz = balls[place * 4 + 2]! - z;
		const squared = dx * dx + dy * dy + dz * dz;
		const isWithin = +(squared <= outside) | 0;
		within = (within + isWithin) | 0;
		surely = (surely + (+(squared <= inside) | 0)) | 0;
		counts[offset + place]! += isWithin;
		sums[offset + place]! += weight * isWithin;
	}
	if (within !== surely) within -= takeBackDoubts(work, leaf, site, ring);
	work.atSites[site * work.rings + ring]! += within;
}

/** Of those counted within, the ones that Turf's formula finds outside. Rare: within rounding. */
function takeBackDoubts(work: Work, leaf: number, site: number, ring: number): number {
	const { places, sites, counts, sums } = work;
	const { balls, starts, items } = places.index;
	let taken = 0;
	for (let place = starts[leaf]!; place < starts[leaf + 1]!; place++) {
		const squared = squaredBetween(balls, place, sites.index.balls, site);
		if (squared <= work.inside[ring]! || squared > work.outside[ring]!) continue;
		const [i, j] = [items[place]!, sites.index.items[site]!];
		const metres = haversineMetres(places.lng[i]!, places.lat[i]!, sites.lng[j]!, sites.lat[j]!);
		if (metres <= work.ringsMetres[ring]!) continue;
		counts[ring * places.size + place]!--;
		sums[ring * places.size + place]! -= work.weights[site]!;
		taken++;
	}
	return taken;
}

function squaredBetween(a: Float64Array, i: number, b: Float64Array, j: number): number {
	const dx = a[i * 4]! - b[j * 4]!;
	const dy = a[i * 4 + 1]! - b[j * 4 + 1]!;
	const dz = a[i * 4 + 2]! - b[j * 4 + 2]!;
	return dx * dx + dy * dy + dz * dz;
}

/** Two leaves pair by pair, whatever their shapes, accuracies and periods. */
function compareItems(work: Work, p: number, s: number, first: number, end: number): void {
	const { places, sites, rings, ringsMetres, sign, counts, sums, atSites, weights } = work;
	const [a, b] = [places.index, sites.index];
	const [placeLeaf, siteLeaf] = [p - a.leaves + 1, s - b.leaves + 1];
	for (let place = a.starts[placeLeaf]!; place < a.starts[placeLeaf + 1]!; place++) {
		const i = a.items[place]!;
		for (let site = b.starts[siteLeaf]!; site < b.starts[siteLeaf + 1]!; site++) {
			const j = b.items[site]!;
			if (!coexist(places, i, sites, j)) continue;
			const uncertainty =
				sign === 0 ? 0 : sign * ((places.accuracies?.[i] ?? 0) + (sites.accuracies?.[j] ?? 0));
			const centres = squaredBetween(a.balls, place, b.balls, site);
			// Before shapes are measured: whether their balls come near at all.
			const radii = a.balls[place * 4 + 3]! + b.balls[site * 4 + 3]!;
			const gap = Math.max(0, Math.sqrt(centres) - radii - ROUNDING);
			if (chordToMetres(gap * gap) + uncertainty > work.outside[end - 1]!) continue;
			const metres = metresBetween(places, i, sites, j);
			for (let ring = end - 1; ring >= first; ring--) {
				if (metres + uncertainty > ringsMetres[ring]!) break;
				counts[ring * places.size + place]!++;
				sums[ring * places.size + place]! += weights[site]!;
				atSites[site * rings + ring]!++;
			}
		}
	}
}

/** Carries what holds for a node to all below it, and gives every item its tallies by number. */
function gather(work: Work): RingTallies {
	const { places, sites, rings } = work;
	const tallies: RingTallies = {
		counts: new Int32Array(places.size * rings),
		sums: new Float64Array(places.size * rings),
		atSites: new Int32Array(sites.size * rings)
	};
	for (const each of [work.nodeCounts, work.nodeSums]) carryDown(each, places.index, rings);
	carryDown(work.nodeAtSites, sites.index, rings);
	const { leaves, starts, items } = places.index;
	for (let leaf = 0; leaf < leaves; leaf++) {
		const node = (leaf + leaves - 1) * rings;
		for (let at = starts[leaf]!; at < starts[leaf + 1]!; at++) {
			const to = items[at]! * rings;
			for (let ring = 0; ring < rings; ring++) {
				const from = ring * places.size + at;
				tallies.counts[to + ring] = work.counts[from]! + work.nodeCounts[node + ring]!;
				tallies.sums[to + ring] = work.sums[from]! + work.nodeSums[node + ring]!;
			}
		}
	}
	for (let leaf = 0; leaf < sites.index.leaves; leaf++) {
		const node = (leaf + sites.index.leaves - 1) * rings;
		for (let at = sites.index.starts[leaf]!; at < sites.index.starts[leaf + 1]!; at++) {
			const to = sites.index.items[at]! * rings;
			for (let ring = 0; ring < rings; ring++) {
				tallies.atSites[to + ring] =
					work.atSites[at * rings + ring]! + work.nodeAtSites[node + ring]!;
			}
		}
	}
	return tallies;
}

function carryDown(tallied: Float64Array, { leaves }: NearIndex, rings: number): void {
	for (let at = 0; at < (leaves - 1) * rings; at++) {
		const ring = at % rings;
		const child = ((at - ring) * 2 + rings) | 0;
		tallied[child + ring]! += tallied[at]!;
		tallied[child + rings + ring]! += tallied[at]!;
	}
}
