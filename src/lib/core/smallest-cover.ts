/**
 * The fewest columns whose weights meet every row's demand: set multicover. It is NP-hard, so a greedy
 * choice comes first: always the column that meets most of what is still demanded. It takes at most
 * H(m) times as many as the smallest, H(m) = 1 + 1/2 + ... + 1/m for whole weights and m the most that
 * one column meets (Wolsey 1982, Combinatorica 2; for set cover Chvatal 1979, Mathematics of
 * Operations Research 4). Then branch and bound proves it smallest, finds a smaller one, or runs out
 * of steps and says how many at least are needed.
 */

export type CoverProblem = {
	/** By row, in any unit; those not above zero are met. */
	demands: readonly number[];
	/** By column: the rows it helps and how much; weights are not negative. */
	columns: readonly (readonly (readonly [row: number, weight: number])[])[];
};

export type Cover = {
	/** Columns, in the order of choice. */
	chosen: number[];
	/** No set that is smaller than this can do. The chosen one is the smallest when it has this size. */
	atLeast: number;
	/** How many the greedy choice took, and the factor within which that is of the smallest. */
	greedy: number;
	greedyFactor: number;
};

/** Sums of weights that are not whole may miss a demand by so much of it. */
const TOLERANCE = 1e-9;

/** Throws when all columns together do not meet the demands. */
export function findSmallestCover(problem: CoverProblem, maxSteps = 5_000): Cover {
	const search = new Search(problem, maxSteps);
	let atLeast = search.needed();
	const greedy = search.chooseGreedily();
	let chosen = search.dropNeedless(greedy);
	// Every size below that is refuted raises the bound; one that is met is the smallest.
	while (atLeast < chosen.length) {
		const smaller = search.findOfSize(atLeast);
		if (smaller === 'unknown') break;
		if (smaller) chosen = smaller;
		else atLeast++;
	}
	return { chosen, atLeast, greedy: greedy.length, greedyFactor: search.greedyFactor() };
}

class Search {
	/** What is still demanded, by row. */
	readonly #left: Float64Array;
	readonly #slack: Float64Array;
	readonly #columns: CoverProblem['columns'];
	readonly #barred: Uint8Array;
	/** By row, the columns that help it, with the largest weight first. */
	readonly #helpers: { column: number; weight: number }[][];
	readonly #gains: Float64Array;
	#steps: number;

	constructor({ demands, columns }: CoverProblem, steps: number) {
		this.#steps = steps;
		this.#left = Float64Array.from(demands, (each) => Math.max(0, each));
		this.#slack = this.#left.map((each) => each * TOLERANCE);
		this.#columns = columns;
		this.#barred = new Uint8Array(columns.length);
		this.#helpers = demands.map(() => []);
		this.#gains = new Float64Array(columns.length);
		columns.forEach((help, column) => {
			for (const [row, weight] of help)
				if (weight > 0) this.#helpers[row]!.push({ column, weight });
		});
		for (const helpers of this.#helpers) helpers.sort((a, b) => b.weight - a.weight);
	}

	greedyFactor(): number {
		const most = this.#columns.reduce((most, _, c) => Math.max(most, this.#gain(c)), 1);
		let factor = 0;
		for (let k = 1; k <= most; k++) factor += 1 / k;
		return factor;
	}

	chooseGreedily(): number[] {
		const chosen: number[] = [];
		while (this.#isShort()) {
			let best = -1;
			let most = 0;
			for (let c = 0; c < this.#columns.length; c++) {
				const gain = this.#barred[c] ? 0 : this.#gain(c);
				if (gain > most) [best, most] = [c, gain];
			}
			if (best < 0) throw new RangeError('the demands exceed what all columns meet');
			this.#take(best, 1);
			chosen.push(best);
		}
		for (const c of chosen) this.#take(c, -1);
		return chosen;
	}

	/** Without those that later choices made needless. */
	dropNeedless(chosen: number[]): number[] {
		for (const c of chosen) this.#take(c, 1);
		const kept = chosen.filter((c) => {
			this.#take(c, -1);
			if (!this.#isShort()) return false;
			this.#take(c, 1);
			return true;
		});
		for (const c of kept) this.#take(c, -1);
		return kept;
	}

	/** Null: there is none. */
	findOfSize(size: number): number[] | null | 'unknown' {
		if (!this.#isShort()) return [];
		if (size < this.needed()) return null;
		if (this.#steps-- <= 0) return 'unknown';
		// Somebody must help the row with the fewest helpers; those tried in vain are barred after.
		const candidates = this.#hardestRow().sort((a, b) => this.#gain(b) - this.#gain(a));
		const tried: number[] = [];
		let answer: number[] | null | 'unknown' = null;
		for (const c of candidates) {
			this.#take(c, 1);
			const rest = this.findOfSize(size - 1);
			this.#take(c, -1);
			if (rest) {
				answer = rest === 'unknown' ? rest : [c, ...rest];
				break;
			}
			this.#barred[c] = 1;
			tried.push(c);
		}
		for (const c of tried) this.#barred[c] = 0;
		return answer;
	}

	#take(column: number, sign: 1 | -1): void {
		this.#barred[column] = sign === 1 ? 1 : 0;
		for (const [row, weight] of this.#columns[column]!) this.#left[row]! -= sign * weight;
	}

	#isOpen = (row: number) => this.#left[row]! > this.#slack[row]!;

	#isShort(): boolean {
		return this.#left.some((_, row) => this.#isOpen(row));
	}

	/** How much of what is still demanded a column meets. */
	#gain(column: number): number {
		let gain = 0;
		for (const [row, weight] of this.#columns[column]!)
			if (this.#isOpen(row)) gain += Math.min(weight, this.#left[row]!);
		return gain;
	}

	/** The helpers not barred of the row in need that has the fewest. */
	#hardestRow(): number[] {
		let fewest: number[] | undefined;
		this.#left.forEach((_, row) => {
			if (!this.#isOpen(row)) return;
			const free = this.#helpers[row]!.filter(({ column }) => !this.#barred[column]);
			if (!fewest || free.length < fewest.length) fewest = free.map(({ column }) => column);
		});
		return fewest ?? [];
	}

	/** Fewer columns than this cannot meet what is left: not each row, and not all rows together. */
	needed(): number {
		let needed = 0;
		let total = 0;
		for (let row = 0; row < this.#left.length; row++) {
			if (!this.#isOpen(row)) continue;
			let left = this.#left[row]! - this.#slack[row]!;
			total += left;
			let taken = 0;
			for (const { column, weight } of this.#helpers[row]!) {
				if (left <= 0) break;
				if (this.#barred[column]) continue;
				left -= weight;
				taken++;
			}
			if (left > 0) return Infinity;
			needed = Math.max(needed, taken);
		}
		const gains = this.#gains;
		for (let c = 0; c < gains.length; c++) gains[c] = this.#barred[c] ? 0 : this.#gain(c);
		gains.sort();
		let taken = 0;
		for (let i = gains.length - 1; i >= 0 && total > 0; i--, taken++) total -= gains[i]!;
		return total > 0 ? Infinity : Math.max(needed, taken);
	}
}
