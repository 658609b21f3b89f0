/** Where labels stand: beside what they name, never on a mark, with a line where they must go farther. */
import type { Box, Millimetres, Size } from './frame';

export type MapLabel = {
	/** The label's centre. */
	x: number;
	y: number;
	text: string;
	style: 'entry' | 'map' | 'capital' | 'city' | 'town' | 'village' | 'edge';
};

export type Wanted = Size & {
	anchor: Millimetres;
	/** From the anchor to the nearest edge of the label. */
	clearance: number;
	/** How much farther it may go; 0: beside its mark or not at all. */
	reach: number;
};

/** East first, then as on charts: north-east, south-east, west, and so on. */
const DIRECTIONS = [0, 45, -45, 180, 135, -135, 90, -90, 22.5, -22.5, 157.5, -157.5, 67.5, -67.5];
const STEP_MM = 1.6;

const overlaps = (a: Box, b: Box) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The first free place, which is then taken; undefined where there is none within reach. */
export function placeLabel(wanted: Wanted, taken: Box[], sheet: Size): Box | undefined {
	for (let more = 0; more <= wanted.reach; more += STEP_MM) {
		for (const direction of DIRECTIONS) {
			const box = boxAt(wanted, direction, more);
			const inside =
				box.x >= 0.6 &&
				box.y >= 0.6 &&
				box.x + box.width <= sheet.width - 0.6 &&
				box.y + box.height <= sheet.height - 0.6;
			if (inside && !taken.some((other) => overlaps(box, other))) {
				taken.push(box);
				return box;
			}
		}
	}
	return undefined;
}

/** As placeLabel, and where nothing is free over whatever is there: nothing listed goes unnumbered. */
export function placeLabelAnyway(wanted: Wanted, taken: Box[], sheet: Size): Box {
	const found = placeLabel(wanted, taken, sheet);
	if (found) return found;
	const { x, y, width, height } = boxAt(wanted, 0, 0);
	return {
		x: Math.max(0.6, Math.min(x, sheet.width - width - 0.6)),
		y: Math.max(0.6, Math.min(y, sheet.height - height - 0.6)),
		width,
		height
	};
}

function boxAt({ anchor, clearance, width, height }: Wanted, direction: number, more: number): Box {
	const angle = (direction * Math.PI) / 180;
	const [dx, dy] = [Math.cos(angle), -Math.sin(angle)];
	const away = clearance + more;
	return {
		x: anchor[0] + dx * (away + width / 2) - width / 2,
		y: anchor[1] + dy * (away + height / 2) - height / 2,
		width,
		height
	};
}
