/** Writes the inputs that make-reference.R and make-reference.py read. Run with tsx; see README. */
import { writeFileSync } from 'node:fs';
import { gridDisk, latLngToCell } from 'h3-js';
import { ringNeighbours } from '../../../../src/lib/core/hotspots/neighbours';
import { drawPoisson, seededRandom } from '../../../../src/lib/core/hotspots/random';

const random = seededRandom(4);
const cells = gridDisk(latLngToCell(42.66, 21.16, 7), 9);
const counts = cells.map((_, i) => drawPoisson(i % 97 < 9 ? 6 : 1.5, random));
const { starts, items } = ringNeighbours(cells, 1);
const rows = counts.map(
	(count, i) => `${count},${items.subarray(starts[i]!, starts[i + 1]!).join(' ')}`
);
write('gi-star.csv', ['count,neighbours', ...rows]);

const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const towns = Array.from({ length: 6 }, () => [20.5 + 0.9 * random(), 42.3 + 0.6 * random()]);
const points = Array.from({ length: 400 }, (_, i) => {
	const [lng, lat] = i % 4 === 3 ? [20.5 + 0.9 * random(), 42.3 + 0.6 * random()] : towns[i % 6]!;
	return [lng! + 0.01 * gauss(), lat! + 0.008 * gauss()].map((each) => each.toFixed(6)).join(',');
});
write('points.csv', ['lng,lat', ...points]);

function write(name: string, lines: string[]) {
	writeFileSync(new URL(name, import.meta.url), lines.join('\n') + '\n');
}
