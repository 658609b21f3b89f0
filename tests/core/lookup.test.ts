import { distance } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import type { LngLat } from '$lib/core/domain';
import { distanceToGeometry } from '$lib/core/geo';
import { findAround, prepareLookup } from '$lib/core/proximity/lookup';

const position = fc.tuple(
	fc
		.constantFrom(21, 179.99, -180)
		.chain((lng) =>
			fc.double({ min: -0.1, max: 0.1, noNaN: true }).map((d) => ((lng + d + 540) % 360) - 180)
		),
	fc.double({ min: 41.9, max: 42.1, noNaN: true })
);
const area = position.map(([lng, lat]): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[lng, lat],
			[lng + 0.02, lat],
			[lng + 0.02, lat + 0.01],
			[lng, lat + 0.01],
			[lng, lat]
		]
	]
}));

test('what is found is what measuring everything finds, at any distance and number', () => {
	fc.assert(
		fc.property(
			fc.array(position, { maxLength: 60 }),
			fc.array(area, { maxLength: 8 }),
			position,
			fc.constantFrom(0, 200, 3000, 1e5, Infinity),
			fc.integer({ min: 1, max: 80 }),
			(points, areas, here, withinMetres, count) => {
				const lookup = prepareLookup(
					{
						lng: Float64Array.from(points, ([lng]) => lng),
						lat: Float64Array.from(points, ([, lat]) => lat)
					},
					areas
				);
				const found = findAround(lookup, here as LngLat, withinMetres, count);
				const all = [
					...points.map((each) => distance(here, each, { units: 'meters' })),
					...areas.map((each) => distanceToGeometry(here as LngLat, each))
				];
				const expected = all
					.filter((metres) => metres <= withinMetres)
					.sort((a, b) => a - b)
					.slice(0, count);
				expect(found).toHaveLength(expected.length);
				found.forEach(({ item, distanceMetres }, k) => {
					expect(Math.abs(distanceMetres - all[item]!)).toBeLessThan(1e-4);
					expect(Math.abs(distanceMetres - expected[k]!)).toBeLessThan(1e-4);
				});
			}
		),
		{ seed: 71, numRuns: 400 }
	);
});
