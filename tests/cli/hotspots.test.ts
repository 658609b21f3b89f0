/** The commands as a script calls them: one document out, and refusals with row and exit code. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gridDisk, latLngToCell } from 'h3-js';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cordon-hotspots-'));
afterAll(() => rmSync(folder, { recursive: true }));
const reference = (name: string) => join('tests/core/hotspots/reference', name);

function write(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

function run(...args: string[]) {
	const words = ['--import', './src/cli/modules.js', 'src/cli/cordon.ts', 'hotspots', ...args];
	return spawnSync(process.execPath, words, { encoding: 'utf8' });
}

/** Standard output holds one document and nothing else. */
function read(...args: string[]) {
	const { status, stdout, stderr } = run(...args, '--json');
	expect(stderr).toBe('');
	expect(status).toBe(0);
	expect(stdout.trim().split('\n')).toHaveLength(1);
	return JSON.parse(stdout);
}

describe('gi-star', () => {
	test('answers for the whole study area, zeros included, with z of binary ring weights', () => {
		const { cells, points } = read(
			'gi-star',
			'--points',
			reference('points.csv'),
			'--resolution',
			'7',
			'--ring',
			'1'
		);
		const counts = new Map<string, number>(
			cells.map(({ cell, count }: { cell: string; count: number }) => [cell, count])
		);
		const n = cells.length;
		const values = [...counts.values()];
		expect(points).toBe(400);
		expect(values.reduce((a, b) => a + b, 0)).toBe(400);
		expect(values.filter((count) => count === 0).length).toBeGreaterThan(400);
		const mean = 400 / n;
		const s = Math.sqrt(values.reduce((sum, count) => sum + count * count, 0) / n - mean * mean);
		for (const { cell, z, p, q, significant } of cells) {
			const around = gridDisk(cell, 1).filter((each) => counts.has(each));
			const W = around.length;
			const sum = around.reduce((total, each) => total + counts.get(each)!, 0);
			expect(z).toBeCloseTo((sum - W * mean) / (s * Math.sqrt((n * W - W * W) / (n - 1))), 9);
			expect(q).toBeGreaterThanOrEqual(p);
			expect(significant).toBe(q <= 0.05);
		}
	});

	test('takes an area, and says nothing of one cell or of equal counts', () => {
		const area = write(
			'area.geojson',
			JSON.stringify({
				type: 'Feature',
				properties: {},
				geometry: {
					type: 'Polygon',
					coordinates: [
						[
							[21, 42.5],
							[21.2, 42.5],
							[21.2, 42.7],
							[21, 42.7],
							[21, 42.5]
						]
					]
				}
			})
		);
		const lone = write('lone.csv', 'lng,lat\n21.1,42.6\n');
		const inArea = read('gi-star', '--points', lone, '--resolution', '6', '--area', area);
		expect(inArea.cells.length).toBeGreaterThan(9);
		const inBox = read(
			'gi-star',
			'--points',
			lone,
			'--resolution',
			'6',
			'--bbox',
			'21,42.5,21.2,42.7'
		);
		expect(inBox.cells).toEqual(inArea.cells);
		const alone = read('gi-star', '--points', lone, '--resolution', '6').cells;
		expect(alone).toEqual([
			{ cell: latLngToCell(42.6, 21.1, 6), count: 1, z: null, p: null, q: null, significant: false }
		]);
	});

	test.each([
		['no rings', '{"type":"Polygon","coordinates":[]}'],
		[
			'a corner that is no number',
			'{"type":"Polygon","coordinates":[[[21,42],["x",1],[22,43],[21,42]]]}'
		],
		['a collection of nothing', '{"type":"FeatureCollection"}'],
		['a latitude of 91', '{"type":"Polygon","coordinates":[[[21,42],[22,91],[22,43],[21,42]]]}']
	])('refuses an area with %s', (_, text) => {
		const area = write('no-area.geojson', text);
		const points = reference('points.csv');
		const { status, stdout, stderr } = run(
			'gi-star',
			'--points',
			points,
			'--resolution',
			'7',
			'--area',
			area
		);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(/no-area.geojson holds (no polygon|a polygon that is none)/);
	});

	test('refuses a word that stands alone: a list with a blank in it is cut there', () => {
		const { status, stderr } = run('gi-star', '--resolution', '7', '--bbox', '20,41,', '22,43');
		expect(status).toBe(2);
		expect(stderr).toContain("'22,43'");
	});

	test('reads points from standard input', () => {
		const words = ['hotspots', 'gi-star', '--points', '-', '--resolution', '6', '--json'];
		const { stdout } = spawnSync(
			process.execPath,
			['--import', './src/cli/modules.js', 'src/cli/cordon.ts', ...words],
			{ encoding: 'utf8', input: 'lng,lat\n21.1,42.6\n' }
		);
		expect(JSON.parse(stdout).points).toBe(1);
	});

	test('reads an empty file as no cells', () => {
		expect(
			read('gi-star', '--points', write('none.csv', 'lng,lat\n'), '--resolution', '7').cells
		).toEqual([]);
	});
});

describe('scan', () => {
	const areas = (rows: string[]) =>
		write('areas.csv', ['id,lng,lat,cases,population', ...rows].join('\n'));
	const grid = Array.from({ length: 36 }, (_, i) => ({
		id: `a${i}`,
		lng: 20 + (i % 6) / 10 + (i * i) / 10000,
		lat: 42 + Math.floor(i / 6) / 10
	}));

	test('finds a planted cluster, the same for the same seed', () => {
		const file = areas(
			grid.map(({ id, lng, lat }, i) => `${id},${lng},${lat},${[14, 15].includes(i) ? 30 : 5},1000`)
		);
		const args = [
			'scan',
			'--areas',
			file,
			'--max-share',
			'0.5',
			'--replicas',
			'999',
			'--seed',
			'1'
		];
		const { clusters } = read(...args);
		expect(clusters[0]).toMatchObject({ cases: 60, p: 0.001 });
		expect([...clusters[0].ids].sort()).toEqual(['a14', 'a15']);
		expect(clusters[0].expected).toBeCloseTo((230 * 2) / 36, 9);
		expect(Object.keys(clusters[0])).toEqual([
			...['ids', 'centre', 'radiusMetres', 'cases', 'expected', 'relativeRisk'],
			...['logLikelihoodRatio', 'p']
		]);
		expect(read(...args)).toEqual(read(...args));
	});

	test('scans space and time where there are periods, in whatever order', () => {
		const rows = [2004, 2001, 2003, 2002].flatMap((year) =>
			grid.map(
				({ id, lng, lat }) =>
					`${id},${lng},${lat},${id === 'a7' && year >= 2003 ? 20 : 2},100,${year}`
			)
		);
		const file = write('periods.csv', ['id,lng,lat,cases,population,period', ...rows].join('\n'));
		expect(read('scan', '--areas', file, '--replicas', '199').clusters[0]).toMatchObject({
			ids: ['a7'],
			cases: 40,
			periods: { from: '2003', until: '2004' },
			p: 0.005
		});
	});

	test('refuses what cannot be scanned, with the row', () => {
		const refusal = (...rows: string[]) => {
			const { status, stdout, stderr } = run('scan', '--areas', areas(rows), '--json');
			expect([status, stdout]).toEqual([2, '']);
			return stderr;
		};
		expect(refusal('a,20,42,1,100', '', 'b,20,42,3,0')).toContain(
			'row 4, "b": it has cases but nobody at risk'
		);
		expect(refusal('a,20,42,1,-5')).toContain('row 2, "a": its population is below 0');
		const some = write(
			'some-periods.csv',
			'id,lng,lat,cases,population,period\na,20,42,1,5,2020\nb,20.1,42,1,5,\n'
		);
		const { status, stderr } = run('scan', '--areas', some);
		expect(status).toBe(2);
		expect(stderr).toContain('row 3, "b": it has no period');
		expect(refusal('a,20,42,1.5,5')).toContain('row 2, cases "1.5"');
		expect(refusal('a,20,42,1,5', 'a,20,42,1,5')).toContain('row 3, id "a"');
	});
});

describe('dbscan and kde', () => {
	test('dbscan labels the points in their order', () => {
		const { labels, clusters, noise } = read(
			'dbscan',
			'--points',
			reference('points.csv'),
			'--radius',
			'1000',
			'--min-points',
			'8'
		);
		expect(labels).toHaveLength(400);
		expect(labels.slice(0, 3)).toEqual([0, 1, 2]);
		expect(Math.max(...labels)).toBe(clusters - 1);
		expect(labels.filter((label: number) => label === -1)).toHaveLength(noise);
	});

	test('kde gives a grid that adds up to the points', () => {
		const { columns, rows, values, stepDegrees, origin } = read(
			...[
				'kde',
				'--points',
				reference('points.csv'),
				'--bandwidth',
				'2000',
				'--cell',
				'300',
				'--bbox',
				'20.3,42.1,21.6,43.1'
			]
		);
		expect(values).toHaveLength(columns * rows);
		const kmPerDegree = 111.19508;
		const sum = values.reduce((total: number, value: number, i: number) => {
			const lat = origin[1] + Math.floor(i / columns) * stepDegrees[1];
			return (
				total +
				value * stepDegrees[0] * stepDegrees[1] * kmPerDegree ** 2 * Math.cos((lat * Math.PI) / 180)
			);
		}, 0);
		expect(sum).toBeCloseTo(400, 0);
	});

	test.each([
		[
			['dbscan', '--points', reference('points.csv'), '--radius', '1e-9', '--min-points', '2'],
			'from 0.5 up to 1000000'
		],
		[['dbscan', '--points', 'nowhere.csv', '--radius', '9', '--min-points', '2'], 'nowhere.csv'],
		[
			['dbscan', '--points', reference('points.csv'), '--radius', '-1', '--min-points', '2'],
			'--radius is "-1"'
		],
		[
			['dbscan', '--points', reference('points.csv'), '--radius', '9', '--min-points', '2.5'],
			'--min-points is "2.5"'
		],
		[
			[
				'kde',
				'--points',
				reference('points.csv'),
				'--bandwidth',
				'9',
				'--cell',
				'9',
				'--bbox',
				'1,2,3'
			],
			'--bbox is "1,2,3"'
		],
		[
			['gi-star', '--points', reference('points.csv'), '--resolution', '15'],
			'Choose a coarser one'
		],
		[
			['gi-star', '--points', write('bad.csv', 'lng,lat\n1,2\n1,91\n'), '--resolution', '7'],
			'row 3, lat "91"'
		],
		[['scan', '--areas', reference('points.csv')], 'population'],
		[['kde', '--points', reference('points.csv'), '--sigma', '9'], '--sigma']
	])('%j is refused with exit code 2', (args, said) => {
		const { status, stdout, stderr } = run(...args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(said);
	});

	test('each says more with --help', () => {
		for (const command of ['gi-star', 'scan', 'dbscan', 'kde']) {
			const { status, stdout } = run(command, '--help');
			expect(status).toBe(0);
			expect(stdout).toContain(`hotspots ${command}`);
		}
	});
});

describe('on the machine of whoever calls it', () => {
	test('a checkout that was never built answers: no generated file is needed', () => {
		const clone = join(folder, 'clone');
		mkdirSync(clone);
		for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json'])
			symlinkSync(resolve(name), join(clone, name));
		const words = ['run', '--silent', 'cordon', '--', 'hotspots', 'dbscan', '--radius', '300'];
		const points = resolve(reference('points.csv'));
		const { status, stdout, stderr } = spawnSync(
			'npm',
			[...words, '--min-points', '10', '--points', points, '--json'],
			{ cwd: clone, encoding: 'utf8' }
		);
		expect([status, stderr]).toEqual([0, '']);
		expect(JSON.parse(stdout).labels).toHaveLength(400);
	});

	test('a reader that has read enough, as head does, ends it without a word', () => {
		const points = write('many.csv', 'lng,lat\n' + '21.1,42.6\n'.repeat(200_000));
		const { stdout, stderr } = spawnSync(
			'bash',
			[
				...['-c', '"$@" | head -c 10; echo " ${PIPESTATUS[0]}"', 'bash', process.execPath],
				...[
					'--import',
					'./src/cli/modules.js',
					'src/cli/cordon.ts',
					'hotspots',
					'dbscan',
					'--points',
					points
				],
				...['--radius', '300', '--min-points', '10', '--json']
			],
			{ encoding: 'utf8' }
		);
		expect([stdout, stderr]).toEqual(['{"method": 0\n', '']);
	});
});
