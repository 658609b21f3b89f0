/** The lines by which a position is read off a printed map, and what stands at their ends. */
import { PALETTE } from '$lib/ui/palette';
import { boundsOf, onGround, onPaper, outlineOf, type Frame } from './frame';
import type { MapLabel } from './labels';
import { path, round } from './svg';

export const NET_STROKE = `fill="none" stroke="${PALETTE.light.basemap.region}" stroke-width=".1"`;

export type Net = { svg: string; labels: MapLabel[] };

/** Minutes of arc between the lines of a graticule. */
const GRATICULE_STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900];
const LEAST_GAP_MM = 28;

export function graticule(frame: Frame): Net {
	const outline = outlineOf(frame);
	const middle = onGround(frame, [frame.width / 2, frame.height / 2]);
	// Longitudes as distances from the middle, so that the antimeridian is no edge.
	const east = (lng: number) => ((lng - middle[0] + 540) % 360) - 180;
	const [west, south, eastmost, north] = boundsOf(outline.map(([lng, lat]) => [east(lng), lat]));
	const lines: string[] = [];
	const labels: MapLabel[] = [];
	const mmPerDegree = 111_195 / frame.metresPerMm;
	const stepFor = (mm: number) =>
		(GRATICULE_STEPS.find((step) => (step / 60) * mm >= LEAST_GAP_MM) ?? 1800) / 60;

	const stepLng = stepFor(mmPerDegree * Math.cos((middle[1] * Math.PI) / 180));
	const start = Math.ceil((middle[0] + west) / stepLng);
	for (let i = start; i * stepLng <= middle[0] + eastmost; i++) {
		const lng = i * stepLng;
		const points = sample(south, north).map((lat) => onPaper(frame, [lng, lat]));
		lines.push(pathOf(points));
		const foot = crossing(points, 1, frame.height - 1.6);
		if (foot !== undefined && foot > 5 && foot < frame.width - 5)
			labels.push({ x: foot, y: frame.height - 1.7, text: inMinutes(lng, 'EW'), style: 'edge' });
	}
	const stepLat = stepFor(mmPerDegree);
	for (let i = Math.ceil(south / stepLat); i * stepLat <= north; i++) {
		const lat = i * stepLat;
		const points = sample(middle[0] + west, middle[0] + eastmost).map((lng) =>
			onPaper(frame, [lng, lat])
		);
		lines.push(pathOf(points));
		const side = crossing(points, 0, 4);
		if (side !== undefined && side > 3 && side < frame.height - 5)
			labels.push({ x: 4, y: side, text: inMinutes(lat, 'NS'), style: 'edge' });
	}
	return { svg: path(lines.join(''), NET_STROKE), labels };
}

const sample = (from: number, to: number) =>
	Array.from({ length: 25 }, (_, i) => from + ((to - from) * i) / 24);
const pathOf = (points: readonly (readonly number[])[]) =>
	`M${points.map(([x, y]) => `${round(x!)} ${round(y!)}`).join('L')}`;

/** Where a line passes `at` on an axis (0: x, 1: y): its other coordinate. */
function crossing(
	points: readonly [number, number][],
	axis: 0 | 1,
	at: number
): number | undefined {
	for (let i = 1; i < points.length; i++) {
		const [a, b] = [points[i - 1]!, points[i]!];
		if (a[axis] <= at !== b[axis] <= at) {
			const share = (at - a[axis]) / (b[axis] - a[axis]);
			return a[1 - axis]! + share * (b[1 - axis]! - a[1 - axis]!);
		}
	}
	return undefined;
}

/** 21°30′E; whole degrees without minutes. */
function inMinutes(value: number, letters: string): string {
	const wrapped = letters === 'EW' ? ((value + 540) % 360) - 180 : value;
	const minutes = Math.round(Math.abs(wrapped) * 60);
	const rest = minutes % 60 ? `${String(minutes % 60).padStart(2, '0')}′` : '';
	const letter = minutes === 0 ? '' : letters[wrapped < 0 ? 1 : 0];
	return `${Math.floor(minutes / 60)}°${rest}${letter}`;
}

const GRID_STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
const LEAST_GRID_MM = 11;

/** Lines of the UTM grid with the digits that stand for them in a grid reference. */
export function kilometres(frame: Frame): Net {
	const step = GRID_STEPS.find((each) => each / frame.metresPerMm >= LEAST_GRID_MM) ?? 1e6;
	const lines: string[] = [];
	const labels: MapLabel[] = [];
	const [east, north] = frame.centre;
	const halfWidth = (frame.width / 2) * frame.metresPerMm;
	const halfHeight = (frame.height / 2) * frame.metresPerMm;
	for (let at = Math.ceil((east - halfWidth) / step) * step; at <= east + halfWidth; at += step) {
		const x = frame.width / 2 + (at - east) / frame.metresPerMm;
		lines.push(`M${round(x)} 0V${round(frame.height)}`);
		if (x > 3 && x < frame.width - 3)
			labels.push({ x, y: frame.height - 1.6, text: gridDigits(at, step), style: 'edge' });
	}
	for (
		let at = Math.ceil((north - halfHeight) / step) * step;
		at <= north + halfHeight;
		at += step
	) {
		const y = frame.height / 2 - (at - north) / frame.metresPerMm;
		lines.push(`M0 ${round(y)}H${frame.width}`);
		if (y > 3 && y < frame.height - 4)
			labels.push({ x: 2.6, y, text: gridDigits(at, step), style: 'edge' });
	}
	return { svg: path(lines.join(''), NET_STROKE), labels };
}

/** Two digits for kilometres, three where the lines are hundreds of metres. */
function gridDigits(metres: number, step: number): string {
	const unit = step < 1000 ? 100 : 1000;
	const count = unit === 1000 ? 100 : 1000;
	const value = ((Math.round(metres / unit) % count) + count) % count;
	return String(value).padStart(String(count - 1).length, '0');
}
