/** How much at once, and how fast it is regained. */
export type Allowance = { burst: number; perMinute: number };

/**
 * The generic cell rate algorithm (ITU-T I.371): one instant per key says when its allowance will
 * be whole again. Kept in memory, so each process of a larger installation counts for itself.
 */
export class RateLimit {
	#wholeAgain = new Map<string, number>();
	#sweptAt = 0;
	readonly #intervalMs: number;
	readonly #toleranceMs: number;

	constructor({ burst, perMinute }: Allowance) {
		this.#intervalMs = 60_000 / perMinute;
		this.#toleranceMs = this.#intervalMs * burst;
	}

	/** Takes one from the key's allowance; returns the seconds to wait when there is none, else 0. */
	take(key: string, now: number): number {
		const next = Math.max(this.#wholeAgain.get(key) ?? 0, now) + this.#intervalMs;
		const excessMs = next - now - this.#toleranceMs;
		if (excessMs > 0) return Math.ceil(excessMs / 1000);
		this.#forgetWhole(now);
		this.#wholeAgain.set(key, next);
		return 0;
	}

	/** Gives one back, for an attempt that turned out to be right. */
	giveBack(key: string): void {
		const next = this.#wholeAgain.get(key);
		if (next !== undefined) this.#wholeAgain.set(key, next - this.#intervalMs);
	}

	/** How many keys are remembered. */
	get size(): number {
		return this.#wholeAgain.size;
	}

	/**
	 * A key with its allowance whole is as if never seen. Once a minute, so that a flood of keys costs
	 * each of them little, and names that somebody typed do not stay.
	 */
	#forgetWhole(now: number): void {
		if (now - this.#sweptAt < 60_000) return;
		this.#sweptAt = now;
		for (const [key, at] of this.#wholeAgain) if (at <= now) this.#wholeAgain.delete(key);
	}
}
