/**
 * The likeliest zone of many replicas at once. Counts of several replicas are packed side by side
 * into the lanes of a 32-bit word, so that one addition serves all of them, and adding a word of
 * thresholds lights up a lane's top bit exactly when some circle of a block may beat that replica's
 * best so far. Few blocks do: only those are looked at circle by circle.
 */
import { fillThresholds, logLikelihoodRatio, tableOfXLogX } from './scan-likelihood';
import { BUCKETS, type Zones } from './scan-zones';

/** Words of a batch: more share the cost of walking the members, fewer stay in the cache. */
const WORDS = 4;

/** The largest logarithm of the likelihood ratio in each replica, in order. */
export function maximaOfReplicas(
	zones: Zones,
	replicas: number,
	mostCases: number,
	draw: (replica: number, cases: Int32Array) => void,
	onProgress?: (share: number) => void
): Float64Array {
	const bits = mostCases < 1 << 9 ? 10 : mostCases < 1 << 15 ? 16 : 32;
	const lanes = Math.floor(32 / bits);
	const xLogX = tableOfXLogX(mostCases);
	const size = zones.places * zones.periods;
	const maxima = new Float64Array(replicas);
	for (let first = 0; first < replicas; first += lanes * WORDS) {
		const batch = makeBatch(zones, bits, xLogX);
		const cases = new Int32Array(size);
		const count = Math.min(lanes * WORDS, replicas - first);
		for (let lane = 0; lane < count; lane++) {
			cases.fill(0);
			draw(first + lane, cases);
			batch.load(lane, cases);
		}
		(zones.periods === 1 ? sweepCircles : sweepCylinders)(zones, batch);
		maxima.set(batch.best.subarray(0, count), first);
		onProgress?.((first + count) / replicas);
	}
	return maxima;
}

type Batch = {
	/** By place, period and word. */
	packed: Int32Array;
	/** By bucket and word: what added to a sum shows a possible record in a lane's top bit. */
	slack: Int32Array;
	/** The top bit of every lane. */
	guard: number;
	/** The best ratio so far, by replica of the batch. */
	best: Float64Array;
	load: (replica: number, cases: Int32Array) => void;
	/** Looks at the circles of a block, whose largest has this sum, for the lit replicas. */
	judge: (word: number, lit: number, sum: number, block: number, window: number) => void;
};

function makeBatch(zones: Zones, bits: number, xLogX: Float64Array): Batch {
	const { places, periods, members, isOpen, blockEnds, shares, windows, weights } = zones;
	const lanes = Math.floor(32 / bits);
	const mask = bits === 32 ? -1 : (1 << bits) - 1;
	const top = 1 << (bits - 1);
	let guard = 0;
	for (let lane = 0; lane < lanes; lane++) guard |= top << (lane * bits);
	const packed = new Int32Array(places * periods * WORDS);
	const slack = new Int32Array(BUCKETS * WORDS);
	const totals = new Int32Array(lanes * WORDS);
	const best = new Float64Array(lanes * WORDS);
	const thresholds = new Int32Array(BUCKETS);

	/** After a record: the lane lights up from one case more than each threshold. */
	const raise = (replica: number) => {
		const word = Math.floor(replica / lanes);
		const shift = (replica % lanes) * bits;
		const keep = ~(mask << shift);
		fillThresholds(thresholds, best[replica]!, totals[replica]!, zones, xLogX);
		for (let bucket = 0; bucket < BUCKETS; bucket++) {
			const at = bucket * WORDS + word;
			slack[at] = (slack[at]! & keep) | ((top - 1 - thresholds[bucket]!) << shift);
		}
	};

	const judgeOne = (replica: number, sum: number, block: number, window: number) => {
		const word = Math.floor(replica / lanes);
		const shift = (replica % lanes) * bits;
		const [first, last] = windows[window]!;
		const blockStart = block === 0 ? 0 : blockEnds[block - 1]!;
		let cases = (sum >>> shift) & mask;
		let share = shares[block * windows.length + window]!;
		let record = best[replica]!;
		// From the largest circle of the block inwards.
		for (let at = blockEnds[block]! - 1; at >= blockStart; at--) {
			if (isOpen[at] === 0) {
				record = Math.max(record, logLikelihoodRatio(cases, totals[replica]!, share));
			}
			for (let t = first; t <= last; t++) {
				const entry = members[at]! * periods + t;
				cases -= (packed[entry * WORDS + word]! >>> shift) & mask;
				share -= weights[entry]!;
			}
		}
		if (record === best[replica]) return;
		best[replica] = record;
		raise(replica);
	};

	return {
		...{ packed, slack, guard, best },
		load(replica, cases) {
			const word = Math.floor(replica / lanes);
			const shift = (replica % lanes) * bits;
			let total = 0;
			for (let i = 0; i < cases.length; i++) {
				packed[i * WORDS + word]! |= cases[i]! << shift;
				total += cases[i]!;
			}
			if (total >= xLogX.length) throw new RangeError(`a replica with ${total} cases`);
			totals[replica] = total;
			raise(replica);
		},
		judge(word, lit, sum, block, window) {
			for (let lane = 0; lane < lanes; lane++) {
				if ((lit & (top << (lane * bits))) !== 0) {
					judgeOne(word * lanes + lane, sum, block, window);
				}
			}
		}
	};
}

function sweepCircles(zones: Zones, { packed, slack, guard, judge }: Batch): void {
	const { places, starts, members, blockStarts, blockEnds, buckets } = zones;
	for (let centre = 0; centre < places; centre++) {
		let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
		let at = starts[centre]!;
		for (let block = blockStarts[centre]!; block < blockStarts[centre + 1]!; block++) {
			for (const end = blockEnds[block]!; at < end; at++) {
				const place = members[at]! * WORDS;
				sum0 = (sum0 + packed[place]!) | 0;
				sum1 = (sum1 + packed[place + 1]!) | 0;
				sum2 = (sum2 + packed[place + 2]!) | 0;
				sum3 = (sum3 + packed[place + 3]!) | 0;
			}
			const bucket = buckets[block]! * WORDS;
			const lit0 = (sum0 + slack[bucket]!) & guard;
			const lit1 = (sum1 + slack[bucket + 1]!) & guard;
			const lit2 = (sum2 + slack[bucket + 2]!) & guard;
			const lit3 = (sum3 + slack[bucket + 3]!) & guard;
			if ((lit0 | lit1 | lit2 | lit3) === 0) continue;
			if (lit0 !== 0) judge(0, lit0, sum0, block, 0);
			if (lit1 !== 0) judge(1, lit1, sum1, block, 0);
			if (lit2 !== 0) judge(2, lit2, sum2, block, 0);
			if (lit3 !== 0) judge(3, lit3, sum3, block, 0);
		}
	}
}

function sweepCylinders(zones: Zones, { packed, slack, guard, judge }: Batch): void {
	const { places, periods, starts, members, blockStarts, blockEnds, buckets, windows } = zones;
	const entries = periods * WORDS;
	const inside = new Int32Array(entries);
	// Sums over the periods before each, word by word.
	const before = new Int32Array(entries + WORDS);
	const firsts = Int32Array.from(windows, ([first]) => first * WORDS);
	const ends = Int32Array.from(windows, ([, last]) => (last + 1) * WORDS);
	for (let centre = 0; centre < places; centre++) {
		inside.fill(0);
		let at = starts[centre]!;
		for (let block = blockStarts[centre]!; block < blockStarts[centre + 1]!; block++) {
			for (const end = blockEnds[block]!; at < end; at++) {
				const place = members[at]! * entries;
				for (let i = 0; i < entries; i++) inside[i] = (inside[i]! + packed[place + i]!) | 0;
			}
			for (let i = 0; i < entries; i++) before[i + WORDS] = (before[i]! + inside[i]!) | 0;
			for (let window = 0; window < firsts.length; window++) {
				const bucket = buckets[block * firsts.length + window]! * WORDS;
				const [from, to] = [firsts[window]!, ends[window]!];
				for (let word = 0; word < WORDS; word++) {
					const sum = (before[to + word]! - before[from + word]!) | 0;
					const lit = (sum + slack[bucket + word]!) & guard;
					if (lit !== 0) judge(word, lit, sum, block, window);
				}
			}
		}
	}
}
