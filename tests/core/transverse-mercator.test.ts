import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { formatMgrs } from '$lib/core/coordinates';
import type { LngLat } from '$lib/core/domain';
import { transverseMercator, UTM_FALSE_EASTING, utmZone } from '$lib/core/transverse-mercator';

const nearby = fc.tuple(
	fc.double({ min: -5, max: 5, noNaN: true }),
	fc.double({ min: -79, max: 79, noNaN: true })
);

describe('the projection', () => {
	test('leads back to where it came from, across the antimeridian too', () => {
		fc.assert(
			fc.property(nearby, fc.constantFrom(0, 21, -75, 179.5, -180), ([off, lat], meridian) => {
				const lng = ((meridian + off + 540) % 360) - 180;
				const plane = transverseMercator(meridian);
				const [back, backLat] = plane.toLngLat(plane.toMetres([lng, lat]));
				const turned = ((back - lng + 540) % 360) - 180;
				expect(Math.abs(turned)).toBeLessThan(1e-9);
				expect(backLat).toBeCloseTo(lat, 9);
			})
		);
	});

	test('of a UTM zone gives the digits of a grid reference', () => {
		const position: LngLat = [21.16549, 42.66291];
		const [east, north] = utmZone(34).toMetres(position);
		const digits = (metres: number) => String(Math.floor(metres) % 100_000).padStart(5, '0');
		expect(formatMgrs(position, 1)).toBe(
			`34T EN ${digits(east + UTM_FALSE_EASTING)} ${digits(north)}`
		);
	});

	test('keeps lengths near its meridian: a metre on the ground is a metre on the plane', () => {
		const plane = transverseMercator(21);
		const [a, b]: [LngLat, LngLat] = [
			[20.9, 42.5],
			[21.1, 42.7]
		];
		const [p, q] = [plane.toMetres(a), plane.toMetres(b)];
		const drawn = Math.hypot(q[0] - p[0], q[1] - p[1]);
		const measured = Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12!;
		expect(drawn / measured).toBeCloseTo(1, 5);
	});
});
