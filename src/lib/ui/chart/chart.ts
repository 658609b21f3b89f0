/** What a chart is drawn from, and what it hands out. */
import type { Markish, PlotOptions, RenderFunction } from '@observablehq/plot';
import type { Range } from '$lib/core/distribution';
import type { MapColours } from '../palette';

export type Frame = {
	/** CSS pixels. */
	width: number;
	colours: MapColours;
	rtl: boolean;
	/** For `fill`: falling lines in the colour of quiet words. */
	hatch: string;
};

/** The chart as marks and scales. It is drawn again when the room, the theme or what it reads changes. */
export type Draw = (frame: Frame) => PlotOptions;

export type BrushAxis = {
	label: string;
	range: Range | null;
	/** Ranges begin and end on multiples of it. */
	step: number;
	/** False where other controls of the page say the same range. */
	fields?: boolean;
	onbrush: (range: Range | null) => void;
};

/** A drawing that stands alone: its markup has every colour in it and needs no style sheet. */
export type Still = {
	markup: string;
	width: number;
	height: number;
	legend: { markup: string; width: number; height: number; label: string }[];
};

/** Lets marks be chosen: the id of each datum goes on its element. */
export const withIds =
	(ids: readonly string[]): RenderFunction =>
	(index, scales, values, dimensions, context, next) => {
		const group = next!(index, scales, values, dimensions, context);
		[...(group?.children ?? [])].forEach((mark, i) =>
			mark.setAttribute('data-id', ids[index[i]!]!)
		);
		return group;
	};

const SVG = 'http://www.w3.org/2000/svg';

/** The pattern that `Frame.hatch` refers to, as a mark. */
export function hatchPattern(id: string): Markish {
	return () => {
		const pattern = document.createElementNS(SVG, 'pattern');
		const size = { id, width: '6', height: '6', patternUnits: 'userSpaceOnUse' };
		for (const [name, value] of Object.entries(size)) pattern.setAttribute(name, value);
		const line = document.createElementNS(SVG, 'path');
		line.setAttribute('d', 'M-1-1 7 7M-1 5l2 2M5-1l2 2');
		line.setAttribute('stroke', 'var(--ink-soft)');
		line.setAttribute('stroke-width', '1.2');
		pattern.append(line);
		const definitions = document.createElementNS(SVG, 'defs');
		definitions.append(pattern);
		return definitions;
	};
}
