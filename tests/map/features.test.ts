import { distance } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { metresPerPixel, type Bounds } from '$lib/map/camera';
import { accuracyCircles } from '$lib/map/features';

const site = (id: string, at: LngLat, accuracyMetres: number) => ({
	id,
	geometry: { type: 'Point' as const, coordinates: at },
	accuracyMetres
});
const KOSOVO: Bounds = [20, 41.8, 21.8, 43.3];

describe('circles of accuracy', () => {
	const sites = [
		site('exact', [21, 42.5], 10),
		site('town', [21, 42.5], 1000),
		site('region', [21, 42.5], 20_000),
		site('abroad', [25, 42.5], 20_000),
		site('across the edge', [21.9, 42.5], 20_000)
	];
	const idsOf = (features: ReturnType<typeof accuracyCircles>) =>
		features.map(({ properties }) => (properties as { id: string }).id);

	test('stand around every position that is not exact', () => {
		expect(idsOf(accuracyCircles(sites))).toEqual(['town', 'region', 'abroad', 'across the edge']);
	});

	test('of a view are those that reach into it and out from under their symbols', () => {
		expect(idsOf(accuracyCircles(sites, { bounds: KOSOVO, zoom: 8 }))).toEqual([
			'region',
			'across the edge'
		]);
		const near: Bounds = [20.95, 42.45, 21.05, 42.55];
		expect(idsOf(accuracyCircles(sites, { bounds: near, zoom: 12 }))).toEqual(['town', 'region']);
	});

	test('have as few corners as look round: no side leaves the arc by a third of a pixel', () => {
		for (const zoom of [7, 8, 9, 10]) {
			const [region] = accuracyCircles([sites[2]!], { bounds: KOSOVO, zoom });
			const [ring] = (region!.geometry as Polygon).coordinates;
			const [a, b] = ring as [LngLat, LngLat];
			const middle: LngLat = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
			const radius = distance([21, 42.5], middle, { units: 'meters' });
			const pixels = (20_000 - radius) / metresPerPixel(42.5, zoom);
			expect(pixels, `zoom ${zoom}`).toBeLessThan(0.33);
			expect(ring!.length, `zoom ${zoom}`).toBeLessThan(30 * 2 ** ((zoom - 7) / 2) + 3);
		}
	});
});
