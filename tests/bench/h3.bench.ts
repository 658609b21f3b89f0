/** H3 cells of a million positions, and their counts by cell, against h3-js. The cells are the same. */
import { strict as assert } from 'node:assert';
import { latLngToCell } from 'h3-js';
import type { LngLat } from '../../src/lib/core/domain';
import { indexCells } from '../../src/lib/core/hotspots/h3-index';
import { countByCell } from '../../src/lib/core/hotspots/study-area';
import type { Points } from '../../src/lib/core/proximity/side';
import { compare, isQuick } from './compare';
import { scatterTowns, seededRandom } from './towns';

const SIZE = isQuick ? 100_000 : 1_000_000;
const [towns] = scatterTowns([SIZE], 1) as [Points];
const random = seededRandom(2);
const globe = {
	lng: Float64Array.from({ length: SIZE }, () => random() * 360 - 180),
	lat: Float64Array.from({ length: SIZE }, () => (Math.asin(random() * 2 - 1) * 180) / Math.PI)
};

const plainly = ({ lng, lat }: Points, resolution: number) =>
	Array.from(lng, (each, i) => latLngToCell(lat[i]!, each, resolution));

function countPlainly(points: readonly LngLat[], resolution: number): Map<string, number> {
	const counted = new Map<string, number>();
	for (const [lng, lat] of points) {
		const cell = latLngToCell(lat, lng, resolution);
		counted.set(cell, (counted.get(cell) ?? 0) + 1);
	}
	return counted;
}

for (const [title, points, resolution] of [
	['in towns', towns, 7],
	['in towns', towns, 9],
	['in towns', towns, 15],
	['all over the globe', globe, 9],
	['all over the globe', globe, 15]
] as const) {
	const expected = plainly(points, resolution);
	indexCells(points, resolution).forEach((cell, i) => assert.equal(cell.toString(16), expected[i]));
	await compare(
		`H3 cells at resolution ${resolution} of ${SIZE} positions ${title}, all the same`,
		[
			{ name: 'Cordon', run: () => indexCells(points, resolution) },
			{ name: 'h3-js', run: () => plainly(points, resolution) }
		],
		5
	);
}

const positions = Array.from(towns.lng, (lng, i): LngLat => [lng, towns.lat[i]!]);
const { cells, counts } = countByCell(positions, 8, null);
assert.deepEqual(new Map(cells.map((cell, i) => [cell, counts[i]])), countPlainly(positions, 8));
await compare(
	`Counts by cell at resolution 8 of ${SIZE} positions in towns, all the same`,
	[
		{ name: 'Cordon', run: () => countByCell(positions, 8, null) },
		{ name: 'h3-js and a map', run: () => countPlainly(positions, 8) }
	],
	5
);
