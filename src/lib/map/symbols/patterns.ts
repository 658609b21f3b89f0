/**
 * Fill patterns: square tiles that repeat without a seam, on a clear ground so that the map shows
 * through. Direction and form carry the meaning: falling hatch is in force, rising broken hatch is a
 * draft, dots are hours, a grid is missing data.
 */
import type { Ink } from './draw';

export const PATTERN_IDS = [
	'pattern-off-limits',
	'pattern-curfew',
	'pattern-draft',
	'pattern-no-data'
] as const;
export type PatternId = (typeof PATTERN_IDS)[number];

/** Side of the tile, in CSS pixels. */
export const PATTERN_SIZE = 12;

const stroke = (d: string, colour: string, width: number, more = '') =>
	`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${more}/>`;

const CONTENT: Record<PatternId, (ink: Ink) => string> = {
	// Drawn past the edges, so that a line leaves one tile where it enters the next.
	'pattern-off-limits': (ink) =>
		stroke(
			'M-3-3 15 15M-3 9l6 6M9-3l6 6',
			ink((c) => c.prohibition.hatch),
			2,
			' stroke-opacity=".85"'
		),
	'pattern-curfew': (ink) => {
		const colour = ink((c) => c.curfew.hatch);
		return [
			[3, 3],
			[9, 9]
		]
			.map(
				([x, y]) =>
					`<circle cx="${x}" cy="${y}" r="1.7" fill="none" stroke="${colour}" stroke-width="1.1"/>`
			)
			.join('');
	},
	'pattern-draft': (ink) =>
		stroke(
			'M0 12 4.5 7.5M7.5 4.5 12 0',
			ink((c) => c.draft.line),
			1.6
		),
	'pattern-no-data': (ink) =>
		stroke(
			'M0 6h12M6 0v12',
			ink((c) => c.heat.noData),
			0.9,
			' stroke-opacity=".7"'
		)
};

export const patternContent = (id: PatternId, ink: Ink): string => CONTENT[id](ink);
