/** Tails of the standard normal distribution. */

/**
 * Chance of a standard normal at least as far from zero as z, on either side; 1 for z = 0, NaN for
 * NaN. Relative error below 1e-13 down to the smallest numbers: series for small |z|, Lentz's
 * continued fraction beyond (Abramowitz & Stegun 7.1.6 and 7.1.14).
 */
export function twoSidedP(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	if (Number.isNaN(x)) return NaN;
	return x < 2 ? 1 - erfBySeries(x) : erfcByFraction(x);
}

function erfBySeries(x: number): number {
	// erf x = 2/sqrt(pi) exp(-x²) sum of 2^n x^(2n+1) / (2n+1)!!
	let term = x;
	let sum = x;
	for (let n = 1; term > sum * 1e-17; n++) {
		term *= (2 * x * x) / (2 * n + 1);
		sum += term;
	}
	return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcByFraction(x: number): number {
	if (x === Infinity) return 0;
	// erfc x = exp(-x²)/sqrt(pi) · 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))), from below.
	const steps = Math.ceil(20 + 160 / x);
	let fraction = x;
	for (let n = steps; n >= 1; n--) fraction = x + n / 2 / fraction;
	return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
