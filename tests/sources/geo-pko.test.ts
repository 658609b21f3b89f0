/**
 * Reads the Geo-PKO dataset itself where a copy lies beside the project (../shared/data); it is not
 * ours to carry. The small table below has its shape and invented figures.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { strengthOn } from '$lib/core/strength';
import { listGeoPkoMissions, readGeoPko } from '$lib/sources/geo-pko';

const HEADING =
	'mission,year,country,location,latitude,longitude,Infantry,NoTroops,Reserve,hq,UNPOL,Med,Av,UNMO,ave.no.troops\n';
const INVENTED =
	HEADING +
	'EXERCISE,2001,Nowhere,Lipa,10.5,20.25,0,300,0,0,0,0,0,0,300\n' +
	'EXERCISE,2001,Nowhere,Lipa,10.5,20.25,0,400,0,0,0,0,0,0,400\n' +
	'EXERCISE,2003,Nowhere,Lipa,10.5,20.25,0,0,0,2,1,0,0,0,0\n' +
	'EXERCISE,2003,Nowhere,Breza,10.6,20.25,0,NA,0,0,1,0,0,1,NA\n' +
	'OTHER,2003,Nowhere,Jela,11,21,0,5,0,0,0,0,0,0,5\n';

describe('the shape of Geo-PKO', () => {
	test('lists its missions', () => {
		expect(listGeoPkoMissions(INVENTED)).toEqual(['EXERCISE', 'OTHER']);
		expect(listGeoPkoMissions('name,lat\nA,1\n')).toEqual([]);
	});

	test('becomes one deployment a place, with strengths only where troops are counted', () => {
		const { rows, faults } = readGeoPko(INVENTED, 'EXERCISE');
		expect(faults).toEqual([]);
		expect(rows.map(({ value }) => [value.name, value.kind, value.period])).toEqual([
			['Lipa', 'headquarters', { from: '2001-01-01', until: '2004-01-01' }],
			['Breza', 'police_station', { from: '2003-01-01', until: '2004-01-01' }]
		]);
		const [lipa, breza] = rows.map(({ value }) => value);
		expect(strengthOn(lipa!, '2001-07-01')).toBe(350);
		expect(strengthOn(lipa!, '2002-07-01')).toBeNull();
		expect(strengthOn(lipa!, '2003-07-01')).toBeNull();
		expect(breza!.strengths).toEqual([]);
		expect(lipa!.accuracyMetres).toBeGreaterThanOrEqual(3000);
	});

	test('a file of another shape is refused with the missing headings', () => {
		const { rows, faults } = readGeoPko('name,lat\nA,1\n', 'EXERCISE');
		expect(rows).toEqual([]);
		expect(faults[0]).toMatchObject({ key: 'columnMissing' });
	});
});

const file = new URL('../../../shared/data/deployments/FrontMap_v.2.3.csv', import.meta.url);
const copies = [
	file,
	new URL('../../../../shared/data/deployments/FrontMap_v.2.3.csv', import.meta.url)
];
const copy = copies.find((each) => existsSync(each));
if (!copy) console.log('Geo-PKO not found beside the project: its own rows are not tested here.');

describe.skipIf(!copy)('the dataset itself', () => {
	const bytes = copy ? new Uint8Array(readFileSync(copy)) : new Uint8Array();

	test('all missions are read without a fault, with every place', () => {
		const missions = listGeoPkoMissions(bytes);
		expect(missions.length).toBe(52);
		const lines = new TextDecoder().decode(bytes).split(/\r?\n/).filter(Boolean);
		const text = [lines[0]!, ...lines.slice(1)].join('\n');
		for (const mission of ['UNMIK', 'MONUSCO', 'MINUSCA', 'UNMISS']) {
			const { rows, faults } = readGeoPko(text, mission);
			expect(faults).toEqual([]);
			const places = new Set(
				lines
					.filter((line) => line.startsWith(`${mission},`))
					.map((line) => line.match(/(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?=,)/)![0])
			);
			expect(rows.length).toBeGreaterThanOrEqual(places.size);
			expect(rows.every(({ value }) => value.force === mission)).toBe(true);
		}
	}, 60_000);
});
