import { expect, test, describe } from 'vitest';
import { helpYourself, type Helper } from '$lib/core/proximity/in-parallel';
import {
	firstOf,
	MeasuredFiles,
	threadsFor,
	type Question,
	type Step
} from '../../src/routes/missions/[mission]/analysis/own-files/measured-files';
import { refusalOf } from '../../src/routes/missions/[mission]/analysis/own-files/own-files-messages';
import { LIMITS } from '../../src/routes/missions/[mission]/analysis/own-files/sides';
import { worldX, worldY } from '$lib/map/point-picture';
import { seededRandom } from '../bench/towns';

const PLACES = new Blob(['id,lng,lat\nnear,21,42.003\nfar,21,42.02\nmid,21,42.01\n']);
const SITES = new Blob(['id,lng,lat,personnel\ncamp,21,42,800\npost,21.0001,42,30\n']);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function measure(question: Partial<Question>, helpers: Helper[] = [helpYourself()]) {
	const steps: Step[] = [];
	const measured = await MeasuredFiles.of(
		{ places: PLACES, sites: SITES, ringsMetres: [500, 2000], ...question },
		() => helpers,
		(step) => steps.push(step),
		() => 0
	);
	return { measured, steps };
}
const refused = async (question: Partial<Question>) =>
	refusalOf(await measure(question).catch((reason: unknown) => reason));

test('two files become a summary, and progress is told step by step', async () => {
	const { measured, steps } = await measure({});
	expect(measured.summary).toMatchObject({ places: 3, sites: 2, placesWithin: [1, 2], threads: 1 });
	expect(measured.summary.medianMetres).toBeCloseTo(1111.95, 1);
	expect(measured.summary.bounds).toEqual([21, 42, 21.0001, 42.02]);
	expect(steps).toEqual([
		{ doing: 'readingSites', share: 1 },
		{ doing: 'readingPlaces', share: 1 },
		{ doing: 'measuring', share: 0 },
		{ doing: 'measuring', share: 1 }
	]);
});

test('the files taken out are those of the terminal', async () => {
	const { measured } = await measure({});
	const json = JSON.parse(await measured.file('json').text()) as { places: unknown[] };
	expect(json.places[1]).toEqual({
		id: 'far',
		nearestSite: 'camp',
		distanceMetres: expect.closeTo(2223.9, 1) as number,
		personnelWithin: { 500: 0, 2000: 0 }
	});
	const [heading, first] = (await measured.file('sitesCsv').text()).split('\r\n');
	expect(heading).toContain(
		'id,nearest_place,distance_metres,places_within_500_metres,places_within_2000_metres'
	);
	expect(first).toMatch(/^camp,near,333\.58\d*,1,2$/);
	expect(await measured.file('placesCsv').text()).toMatch(/\r\nnear,camp,333\.58\d*,830,830\r\n/);
});

test('rows come in the order asked for, and what has no nearest comes last', async () => {
	const { measured } = await measure({});
	const ids = (column: string, descending: boolean) =>
		measured.rows('places', { column, descending }, 2, compare).map(({ id }) => id);
	expect(ids('distance', true)).toEqual(['far', 'mid']);
	expect(ids('id', false)).toEqual(['far', 'mid']);
	expect(ids('ring-2000', true)).toEqual(['near', 'mid']);
	const alone = await measure({ sites: new Blob(['id,lng,lat,personnel\n']) });
	expect(
		alone.measured.rows('places', { column: 'distance', descending: true }, 9, compare)
	).toMatchObject([
		{ id: 'near', nearest: null, distanceMetres: null, within: [0, 0] },
		{ id: 'far' },
		{ id: 'mid' }
	]);
});

test('the worker draws what a screen shows and answers for what is pointed at', async () => {
	const { measured } = await measure({});
	const looks = {
		places: ['#111111', '#222222', '#333333'].map((colour) => ({ colour, radiusPixels: 3 })),
		sites: { colour: '#ffffff', outline: '#0000ff', radiusPixels: 4.5 }
	};
	const scale = 512 * 2 ** 14;
	const at = (lng: number, lat: number) => ({ x: worldX(lng), y: worldY(lat), scale });
	const { x, y } = at(21, 42.01);
	const view = { left: x - 4 / scale, top: y - 4 / scale, scale, width: 8, height: 8, density: 1 };
	const { pixels } = measured.drawing(view, looks);
	// 1.1 km from a site: the second ring.
	expect([...pixels.slice((4 * 8 + 4) * 4, (4 * 8 + 5) * 4)]).toEqual([34, 34, 34, 255]);
	expect(measured.find(at(21, 42.01), looks)).toEqual({
		side: 'places',
		covered: 0,
		row: {
			id: 'mid',
			at: [21, 42.01],
			nearest: 'camp',
			distanceMetres: expect.closeTo(1111.95, 1) as number,
			within: [0, 830]
		}
	});
	expect(measured.find(at(21, 42), looks)).toMatchObject({
		side: 'sites',
		covered: 1,
		row: { id: 'camp', nearest: 'near', within: [1, 2] }
	});
	expect(measured.find(at(22, 42), looks)).toBeNull();
});

test('the mission’s own records stand in for a file', async () => {
	const sites = {
		ids: ['Camp'],
		lng: Float64Array.of(21),
		lat: Float64Array.of(42),
		personnel: Float64Array.of(5)
	};
	expect((await measure({ sites })).measured.summary).toMatchObject({
		sites: 1,
		placesWithin: [1, 2]
	});
});

describe('what cannot be measured says whose fault it is', () => {
	test('a row with its number', async () => {
		expect(await refused({ places: new Blob(['id,lng,lat\na,1,2\nb,1,91\n']) })).toEqual({
			side: 'places',
			faults: [{ row: 3, column: 'lat', key: 'positionInvalid', value: '91' }]
		});
	});
	test('a file of the wrong columns, before the other is opened', async () => {
		const places = new Proxy(PLACES, {
			get() {
				throw new Error('opened');
			}
		});
		expect(await refused({ places, sites: PLACES })).toMatchObject({
			side: 'sites',
			faults: [{ row: 1, column: 'personnel', key: 'columnMissing' }]
		});
	});
	test('a file larger than the page takes, unread', async () => {
		const sites = new Blob([]);
		Object.defineProperty(sites, 'size', { value: LIMITS.megabytes * 1e6 + 1 });
		expect(await refused({ sites })).toMatchObject({ faults: [{ key: 'fileTooLarge' }] });
	});
	test('a column that does not fit into memory', () => {
		expect(refusalOf(new RangeError('Array buffer allocation failed'))).toEqual({ key: 'memory' });
	});
});

test('the first of an order are those of a full sort', () => {
	const random = seededRandom(3);
	const values = Array.from({ length: 5000 }, () => Math.floor(random() * 500));
	const order = (a: number, b: number) => values[a]! - values[b]!;
	const sorted = values.map((_, i) => i).sort((a, b) => order(a, b) || a - b);
	for (const count of [1, 10, 4999, 9000]) {
		expect(firstOf(values.length, count, order)).toEqual(sorted.slice(0, count));
	}
});

test('threads are as many as cores, never more than eight, and one for little', () => {
	expect([threadsFor(10, 16), threadsFor(1e6, 2), threadsFor(1e6, 64), threadsFor(1e6, 0)]).toEqual(
		[1, 2, 8, 1]
	);
});
