import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { numberEntries } from '$lib/publish/paper/facts';
import { onGround, onPaper } from '$lib/publish/paper/map/frame';
import type { Ground } from '$lib/publish/paper/map/ground';
import { placeLabel, placeLabelAnyway } from '$lib/publish/paper/map/labels';
import { drawMap } from '$lib/publish/paper/map/picture';
import { anchorOf, planMaps } from '$lib/publish/paper/map/plan';
import { openGround } from '$lib/server/paper/ground';
import { designation, LIST, ONE_OF_EACH } from './paper-facts';

const area = LIST.coverage.coordinates;
const nothing: Ground = { land: [], rivers: [], boundaries: [], places: [] };
const at = (positions: LngLat[]) =>
	numberEntries(
		positions.map((coordinates, i) =>
			designation(i + 1, { geometry: { type: 'Point', coordinates } })
		)
	);

/** Anywhere in the area, or all about one corner of a street. */
const positions = fc.oneof(
	fc.array(
		fc.tuple(
			fc.double({ min: 20.1, max: 21.7, noNaN: true }),
			fc.double({ min: 41.9, max: 43.2, noNaN: true })
		),
		{ minLength: 1, maxLength: 120 }
	),
	fc.array(
		fc.tuple(
			fc.double({ min: 20.74, max: 20.7405, noNaN: true }),
			fc.double({ min: 42.21, max: 42.2105, noNaN: true })
		),
		{ minLength: 1, maxLength: 120 }
	)
);

describe('the plan of maps', () => {
	test('numbers every entry on exactly one map, within its frame', () => {
		fc.assert(
			fc.property(positions, (where) => {
				const plans = planMaps(area, at(where as LngLat[]));
				const numbered = plans.flatMap(({ entries }) => entries.map(({ number }) => number));
				expect(numbered.sort((a, b) => a - b)).toEqual(where.map((_, i) => i + 1));
				for (const { frame, entries } of plans) {
					for (const placed of entries) {
						const [x, y] = onPaper(frame, anchorOf(placed));
						expect(Math.min(x, y, frame.width - x, frame.height - y)).toBeGreaterThan(0);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('gives an area a map on which its outline can be made out', () => {
		const plans = planMaps(area, numberEntries(ONE_OF_EACH));
		const zone = plans.find(({ entries }) => entries.some(({ entry }) => entry.kind === 'zone'))!;
		const { geometry } = zone.entries[0]!.entry;
		const ring = (geometry as Polygon).coordinates[0] as LngLat[];
		const xs = ring.map((position) => onPaper(zone.frame, position)[0]);
		expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(8);
	});

	test('places that lie in one point end in one map, not in ever more', () => {
		const plans = planMaps(area, at(Array.from({ length: 200 }, (): LngLat => [20.74, 42.21])));
		expect(plans.length).toBeLessThan(6);
	});

	test('works across the antimeridian', () => {
		const around: LngLat[] = [
			[179, -17],
			[-179, -17],
			[-179, -16],
			[179, -16],
			[179, -17]
		];
		const [plan] = planMaps(
			[[around]],
			at([
				[179.9, -16.5],
				[-179.9, -16.6]
			])
		);
		const [west, east] = plan!.entries.map((placed) => onPaper(plan!.frame, anchorOf(placed))[0]);
		expect(east! - west!).toBeGreaterThan(10);
		expect(east! - west!).toBeLessThan(40);
	});
});

describe('the picture', () => {
	test('has a scale bar that is as long as it says, on every map', () => {
		const entries = at(
			Array.from({ length: 80 }, (_, i): LngLat => [20.7 + (i % 9) * 0.003, 42.2 + i * 0.0007])
		);
		for (const plan of planMaps(area, entries)) {
			const { scaleBar } = drawMap(plan, nothing, { area, locale: 'en', mapWord: String });
			const middle = plan.frame.height / 2;
			const from = onGround(plan.frame, [5, middle]);
			const to = onGround(plan.frame, [5 + scaleBar.millimetres, middle]);
			const { s12 } = Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
			expect(s12! / scaleBar.metres).toBeCloseTo(1, 2);
		}
	});

	test('numbers each of its entries once', () => {
		const [plan] = planMaps(
			area,
			at([
				[20.5, 42.2],
				[21.2, 42.9]
			])
		);
		const { labels, shown } = drawMap(plan!, nothing, { area, locale: 'en', mapWord: String });
		expect(labels.filter(({ style }) => style === 'entry').map(({ text }) => text)).toEqual([
			'1',
			'2'
		]);
		expect(shown.symbols).toEqual(['off-limits-bar']);
	});

	test('draws the boundary that is not settled, and names towns in the language', async () => {
		const readGround = await openGround('/nowhere');
		const [plan] = planMaps(area, at([[20.74, 42.21]]));
		const ground = await readGround(plan!.frame);
		const picture = drawMap(plan!, ground, { area, locale: 'ar', mapWord: String });
		expect(picture.shown.boundaries).toContain('disputed');
		expect(picture.svg).toContain('stroke-dasharray="1.6 1"');
		const towns = picture.labels.filter(({ style }) => style === 'capital' || style === 'city');
		expect(towns.some(({ text }) => /[\u0600-\u06ff]/.test(text))).toBe(true);
	});
});

describe('labels', () => {
	const sheet = { width: 100, height: 100 };
	const wanted = {
		anchor: [50, 50] as [number, number],
		clearance: 2,
		reach: 10,
		width: 8,
		height: 3
	};

	test('never lie on one another while there is room', () => {
		const taken: Parameters<typeof placeLabel>[1] = [];
		const placed = Array.from({ length: 12 }, () => placeLabel(wanted, taken, sheet)!);
		placed.forEach((a, i) =>
			placed.slice(i + 1).forEach((b) => {
				const apart =
					a.x + a.width <= b.x ||
					b.x + b.width <= a.x ||
					a.y + a.height <= b.y ||
					b.y + b.height <= a.y;
				expect(apart).toBe(true);
			})
		);
	});

	test('of entries are set even where there is none', () => {
		const full = [{ x: 0, y: 0, width: 100, height: 100 }];
		expect(placeLabel(wanted, full, sheet)).toBeUndefined();
		const box = placeLabelAnyway({ ...wanted, anchor: [99, 50] }, full, sheet);
		expect(box.x + box.width).toBeLessThanOrEqual(100);
	});
});
