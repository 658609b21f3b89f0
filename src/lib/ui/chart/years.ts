/** Years as a scale: each has its room from its own number to the next, so that ranges are half open. */
import type { ScaleOptions } from '@observablehq/plot';

/** Room that the figures of a year take, in CSS pixels. */
const YEAR_WIDTH = 38;

export function yearScale(
	years: readonly number[],
	width: number,
	say: (year: number) => string
): ScaleOptions {
	const first = years[0]!;
	const last = years.at(-1)!;
	const every = Math.ceil((years.length * YEAR_WIDTH) / Math.max(1, width - 70));
	return {
		domain: [first, last + 1],
		ticks: years.filter((year) => (last - year) % every === 0).map((year) => year + 0.5),
		tickFormat: (middle: number) => say(Math.floor(middle)),
		tickSize: 0,
		label: null
	};
}
