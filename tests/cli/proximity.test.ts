import { distance } from '@turf/turf';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PointProximity } from '$lib/core/proximity/point-proximity';

const folder = mkdtempSync(join(tmpdir(), 'cordon-proximity-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string): string {
	const path = join(folder, `${files++}.csv`);
	writeFileSync(path, content);
	return path;
}

function proximity(places: string, sites: string, ...more: string[]) {
	const node = join(import.meta.dirname, '../../node_modules/node/bin/node');
	const args = ['--places', places, '--sites', sites, ...more];
	const { status, stdout, stderr } = spawnSync(
		node,
		['--import', './src/cli/modules.js', 'src/cli/cordon.ts', 'proximity', ...args],
		{ cwd: join(import.meta.dirname, '../..'), encoding: 'utf8', maxBuffer: 1 << 28 }
	);
	return { status, stdout, stderr };
}

type Answer = {
	places: {
		id: string;
		nearestSite: string | null;
		distanceMetres: number | null;
		personnelWithin: Record<string, number>;
	}[];
	sites: {
		id: string;
		nearestPlace: string | null;
		distanceMetres: number | null;
		placesWithin: Record<string, number>;
	}[];
};

const PLACES = 'id,lng,lat\nnear,21,42.003\nfar,21,42.02\n';
const SITES = 'id,lng,lat,personnel\ncamp,21,42,800\npost,21.0001,42,30\n';

test('one JSON document on stdout and nothing else', () => {
	const { status, stdout, stderr } = proximity(
		file(PLACES),
		file(
			'\ufeffpersonnel,"lat",lng,id,note\r\n800,42,21,camp,"a, ""b"""\r\n30,42,21.0001,post,\r\n'
		),
		'--rings',
		'2000,500,500',
		'--json'
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const { places, sites } = JSON.parse(stdout) as Answer;
	const metres = distance([21, 42.003], [21, 42], { units: 'meters' });
	expect(places[0]).toEqual({
		id: 'near',
		nearestSite: 'camp',
		distanceMetres: expect.closeTo(metres, 6) as number,
		personnelWithin: { 500: 830, 2000: 830 }
	});
	expect(places[1]!.personnelWithin).toEqual({ 500: 0, 2000: 0 });
	expect(sites[0]).toEqual({
		id: 'camp',
		nearestPlace: 'near',
		distanceMetres: expect.closeTo(metres, 6) as number,
		placesWithin: { 500: 1, 2000: 1 }
	});
});

test('without --json, a table for people', () => {
	const { status, stdout } = proximity(file(PLACES), file(SITES), '--rings', '500');
	expect(status).toBe(0);
	expect(stdout).toMatch(/^2 places, 2 sites\./);
	expect(stdout).toMatch(/camp\s+334\s+1\n/);
});

describe('what cannot be used is told on stderr, with exit code 2 and nothing on stdout', () => {
	const faults: [title: string, places: string, sites: string, words: RegExp][] = [
		['a missing column', 'id,lng\na,1\n', SITES, /row 1, lat: This column is missing/],
		['a latitude of 91', 'id,lng,lat\na,1,2\nb,1,91\n', SITES, /row 3, lat "91"/],
		['NaN', 'id,lng,lat\na,NaN,2\n', SITES, /row 2, lng "NaN"/],
		['an empty id', 'id,lng,lat\n,1,2\n', SITES, /row 2, id/],
		['an id given twice', 'id,lng,lat\na,1,2\nb,1,2\na,1,2\n', SITES, /row 4, id "a"/],
		['negative personnel', PLACES, 'id,lng,lat,personnel\na,1,2,-5\n', /row 2, personnel "-5"/],
		['an empty file', '', SITES, /has no rows/]
	];
	test.each(faults)('%s', (_, places, sites, words) => {
		const { status, stdout, stderr } = proximity(file(places), file(sites), '--json');
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(words);
	});

	test('a file that is not there, rings that are no numbers, an option that is unknown', () => {
		const [places, sites] = [file(PLACES), file(SITES)];
		for (const args of [
			[places, join(folder, 'none.csv')],
			[places, sites, '--rings', '500,x'],
			[places, sites, '--rings', '-5'],
			[places, sites, '--ring', '5']
		] as [string, string, ...string[]][]) {
			const { status, stdout, stderr } = proximity(...args, '--json');
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr.trim()).not.toBe('');
		}
	});
});

test('headings without rows are an empty answer', () => {
	const none = proximity(file('id,lng,lat\n'), file('id,lng,lat,personnel\n'), '--json');
	expect(JSON.parse(none.stdout)).toEqual({ places: [], sites: [] });
	const alone = proximity(file(PLACES), file('id,lng,lat,personnel\n'), '--json', '--rings', '5');
	expect((JSON.parse(alone.stdout) as Answer).places[0]).toEqual({
		id: 'near',
		nearestSite: null,
		distanceMetres: null,
		personnelWithin: { 5: 0 }
	});
});

test('many rows, measured by several threads, give what one thread gives', () => {
	let state = 11;
	const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
	const scatter = (count: number) => ({
		lng: Float64Array.from({ length: count }, () => 20 + random() ** 3),
		lat: Float64Array.from({ length: count }, () => 42 + random() ** 3)
	});
	const [places, sites] = [scatter(200_000), scatter(700)];
	const personnel = Float64Array.from(sites.lng, (_, i) => i);
	const rows = ({ lng, lat }: typeof places, more: (i: number) => string) =>
		[...lng].map((each, i) => `p${i},${each},${lat[i]!}${more(i)}\n`).join('');
	const { status, stdout } = proximity(
		file('id,lng,lat\n' + rows(places, () => '')),
		file('id,lng,lat,personnel\n' + rows(sites, (i) => `,${i}`)),
		'--json'
	);
	expect(status).toBe(0);
	const answer = JSON.parse(stdout) as Answer;
	const rings = [500, 1000, 2000, 5000];
	const run = new PointProximity({ ...sites, personnel }, rings);
	const found = run.measure(places);
	expect(
		answer.places.flatMap(({ personnelWithin }) => rings.map((ring) => personnelWithin[ring]))
	).toEqual([...found.personnel]);
	expect(answer.places.map(({ nearestSite }) => nearestSite)).toEqual(
		[...found.nearest].map((site) => `p${site}`)
	);
	expect(answer.sites.map(({ nearestPlace }) => nearestPlace)).toEqual(
		[...run.sites.nearest].map((place) => `p${place}`)
	);
	expect(
		answer.sites.flatMap(({ placesWithin }) => rings.map((ring) => placesWithin[ring]))
	).toEqual([...run.sites.counts]);
});
