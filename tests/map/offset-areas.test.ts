import { describe, expect, test } from 'vitest';
import type { MultiPolygon, Point, Polygon } from 'geojson';
import { distanceToGeometry } from '$lib/core/geo';
import { buffersOfAreas, type DrawnDesignation } from '$lib/map/features';
import { offsetArea } from '$lib/map/offset-areas';

const square: Polygon = {
	type: 'Polygon',
	coordinates: [
		[
			[21.16, 42.66],
			[21.17, 42.66],
			[21.17, 42.67],
			[21.16, 42.67],
			[21.16, 42.66]
		]
	]
};
const zone = (bufferMetres: number, geometry: DrawnDesignation['geometry'] = square) =>
	({ id: 'z', kind: 'zone', geometry, bufferMetres, title: 'Zone' }) as DrawnDesignation;

describe('the drawn buffer of an area', () => {
	test('runs at the buffer’s distance from its edge', () => {
		const [drawn] = buffersOfAreas([zone(200)], offsetArea);
		const ring = (drawn!.geometry as Polygon | MultiPolygon).coordinates.flat(
			drawn!.geometry.type === 'Polygon' ? 1 : 2
		) as [number, number][];
		expect(ring.length).toBeGreaterThan(20);
		for (const corner of ring) {
			expect(Math.abs(distanceToGeometry(corner, square) - 200)).toBeLessThan(2);
		}
	});

	test('is drawn only where there is an area with a buffer', () => {
		const point: Point = { type: 'Point', coordinates: [21.16, 42.66] };
		expect(buffersOfAreas([zone(0), zone(50, null), zone(50, point)], offsetArea)).toEqual([]);
	});
});
