import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { DEPLOYMENT_KINDS, type Deployment } from '$lib/core/domain';
import { renderCsv } from '$lib/publish/formats/csv';
import { toDeploymentsSheet, toEstablishmentsSheet, type About } from '$lib/publish/sheet';
import { readDeployments } from '$lib/sources/deployments-csv';
import { readEstablishments } from '$lib/sources/establishments-csv';
import { readNominations } from '$lib/sources/nominations-csv';
import { decode, FAULT_KEYS, readTable, type Reading } from '$lib/sources/table';

const AREA: MultiPolygon = {
	type: 'MultiPolygon',
	coordinates: [
		[
			[
				[20, 41.8],
				[21.8, 41.8],
				[21.8, 43.3],
				[20, 43.3],
				[20, 41.8]
			]
		]
	]
};
const BASES = { area: AREA, accuracyMetres: null, mustBeInside: false };
const PLACES = { area: AREA, accuracyMetres: null, mustBeInside: true, exercise: true };

const deployments = (text: string | Uint8Array) => readDeployments(text, BASES);
const establishments = (text: string | Uint8Array) => readEstablishments(text, PLACES);
const faultsOf = (reading: Reading<unknown>) =>
	reading.faults.map(({ row, column, key }) => `${row ?? '-'} ${column ?? '-'} ${key}`);

const GOOD = 'name,force,lat,lng,accuracy_m\nCamp Lipa,KFOR,42.2139,20.7397,250\n';

describe('deployments', () => {
	test('a plain file is read', () => {
		const reading = deployments(
			'name,force,unit,kind,town,region,lat,lng,accuracy_m,from,until,category,personnel,source\n' +
				'Camp Lipa,KFOR,1st Bn,patrol base,Prizren,Prizren,42.2139,20.7397,250,1999-06-12,,military,"1,200",NATO\n'
		);
		expect(reading.faults).toEqual([]);
		expect(reading.rows).toEqual([
			{
				row: 2,
				value: {
					id: null,
					name: 'Camp Lipa',
					alternateNames: [],
					force: 'KFOR',
					unit: '1st Bn',
					kind: 'patrol_base',
					town: 'Prizren',
					region: 'Prizren',
					geometry: { type: 'Point', coordinates: [20.7397, 42.2139] },
					accuracyMetres: 250,
					period: { from: '1999-06-12', until: null },
					strengths: [
						{
							category: 'military',
							personnel: 1200,
							period: { from: '1999-06-12', until: null },
							source: null
						}
					],
					source: 'NATO'
				}
			}
		]);
	});

	test('rows of one deployment are its strengths through time', () => {
		const reading = deployments(
			'name,force,lat,lng,accuracy_m,strength_from,strength_until,category,personnel\n' +
				'Camp Lipa,KFOR,42.2,20.7,250,1999-06-12,2003-01-01,military,1000\n' +
				'Camp Lipa,KFOR,42.2,20.7,250,2003-01-01,,military,400\n' +
				'Camp Lipa,KFOR,42.2,20.7,250,2003-01-01,,police,30\n'
		);
		expect(reading.faults).toEqual([]);
		expect(reading.rows).toHaveLength(1);
		expect(reading.rows[0]!.value.strengths.map((each) => each.personnel)).toEqual([1000, 400, 30]);
	});

	test('two figures for one category at one time are at fault', () => {
		const reading = deployments(
			'name,force,lat,lng,accuracy_m,strength_from,strength_until,category,personnel\n' +
				'Camp Lipa,KFOR,42.2,20.7,250,1999-06-12,2003-01-01,military,1000\n' +
				'Camp Lipa,KFOR,42.2,20.7,250,2002-01-01,,military,400\n'
		);
		expect(faultsOf(reading)).toEqual(['3 personnel strengthOverlaps']);
	});

	test.each([
		['MGRS', 'name,force,mgrs,accuracy\nA,KFOR,34T DM 785 735,100\n'],
		['one column', 'name;force;coordinates;accuracy\nA;KFOR;42,2139 20,7397;100\n'],
		['decimal commas', 'name;force;latitude;longitude;accuracy\nA;KFOR;42,2139;20,7397;100 m\n'],
		['tabs', 'Name\tForce\tLat\tLon\tAccuracy\nA\tKFOR\t42.2139\t20.7397\t100\n'],
		['a sep= line', 'sep=;\nname;force;lat;lng;accuracy_m\nA;KFOR;42.2139;20.7397;100\n'],
		['old line ends', 'name,force,lat,lng,accuracy_m\rA,KFOR,42.2139,20.7397,100\r']
	])('%s is understood', (_, text) => {
		const reading = deployments(text);
		expect(reading.faults).toEqual([]);
		const [lng, lat] = reading.rows[0]!.value.geometry.coordinates as number[];
		expect(lng).toBeCloseTo(20.7397, 2);
		expect(lat).toBeCloseTo(42.2139, 2);
		expect(reading.rows[0]!.value.accuracyMetres).toBe(100);
	});

	test('what Cordon exports is read back', () => {
		const deployment: Deployment = {
			id: 'd',
			name: '=Camp "Lipa", north',
			alternateNames: ['Кам Липа', '-2'],
			force: 'KFOR',
			unit: '@unit',
			kind: 'headquarters',
			town: 'Prizren',
			region: null,
			geometry: { type: 'Point', coordinates: [20.7397, 42.2139] },
			accuracyMetres: 250,
			period: { from: '1999-06-12', until: '2010-01-01' },
			strengths: [
				{ category: 'military', personnel: 0, period: { from: null, until: null }, source: null },
				{ category: 'civilian', personnel: 7, period: { from: null, until: null }, source: null }
			],
			sources: [{ id: 's', title: 'A; B', url: null, note: null }]
		};
		const about: About = {
			mission: 'kosovo',
			note: null,
			generated: '2026-01-01T00:00:00Z',
			asOf: '2004-03-15',
			exercise: true,
			sources: [],
			method: null
		};
		const reading = deployments(renderCsv(toDeploymentsSheet([deployment], '2004-03-15'), about));
		expect(reading.faults).toEqual([]);
		const { name, alternateNames, unit, kind, town, geometry, period } = deployment;
		expect(reading.rows[0]!.value).toMatchObject({
			...{ name, alternateNames, unit, kind, town, geometry, period },
			source: 'A; B'
		});
		expect(reading.rows[0]!.value.strengths).toMatchObject([
			{ category: 'military', personnel: 0 },
			{ category: 'civilian', personnel: 7 }
		]);

		const area = {
			...deployment,
			geometry: { type: 'Polygon' as const, coordinates: AREA.coordinates[0]! }
		};
		const refused = deployments(renderCsv(toDeploymentsSheet([area], '2004-03-15'), about));
		expect(faultsOf(refused)).toEqual(['2 geometry areaAsPoint']);
	});
});

describe('establishments', () => {
	test('have names in their languages, former ones too', () => {
		const reading = establishments(
			'name,name_sq,name_sr_cyrl,former_names,kind,status,lat,lng,accuracy_m,address\n' +
				'Linden,Bliri / Bar Bliri,Липа,Kestrel; Heron,night_club,open,42.66,21.16,20,"Rruga e Lumit, 4"\n'
		);
		expect(reading.faults).toEqual([]);
		expect(reading.rows[0]!.value).toMatchObject({
			kind: 'night_club',
			status: 'open',
			address: 'Rruga e Lumit, 4',
			exercise: true
		});
		expect(reading.rows[0]!.value.names).toEqual([
			{ text: 'Linden', language: 'und', status: 'sign' },
			{ text: 'Bliri', language: 'sq', status: 'sign' },
			{ text: 'Bar Bliri', language: 'sq', status: 'sign' },
			{ text: 'Липа', language: 'sr-Cyrl', status: 'sign' },
			{ text: 'Kestrel', language: 'und', status: 'former' },
			{ text: 'Heron', language: 'und', status: 'former' }
		]);
	});

	test('must touch the mission area; a base need not', () => {
		const text = 'name,force,lat,lng,accuracy_m\nA,KFOR,41.99,21.43,100\nB,KFOR,44.8,20.46,100\n';
		expect(faultsOf(establishments(text))).toEqual(['3 lat positionOutside']);
		expect(faultsOf(deployments(text))).toEqual([]);
	});

	test('what Cordon exports is read back', () => {
		const { value } = establishments(
			'name,former_names,kind,lat,lng,accuracy_m,from\nLipa / Липа,Heron,bar,42.66,21.16,20,2001\n'
		).rows[0]!;
		const sheet = toEstablishmentsSheet([{ ...value, id: 'e' }]);
		const about = {
			mission: 'k',
			note: null,
			generated: '',
			asOf: '',
			exercise: true,
			sources: [],
			method: null
		};
		expect(establishments(renderCsv(sheet, about)).rows[0]!.value).toEqual(value);
		expect(value.period.from).toBe('2001-01-01');
	});
});

describe('faults name their row and column', () => {
	const row = (more: Record<string, string>) => {
		const cells = {
			...{ name: 'Camp Lipa', force: 'KFOR', lat: '42.2139', lng: '20.7397', accuracy_m: '250' },
			...more
		};
		return `${Object.keys(cells).join('\t')}\n\n${Object.values(cells).join('\t')}\n`;
	};

	test.each<[string, Record<string, string>]>([
		['3 name textMissing', { name: ' ' }],
		['3 name textTooLong', { name: 'x'.repeat(201) }],
		['3 name textInvalid', { name: 'Camp \u0000Lipa' }],
		['3 lat positionSwapped', { lat: '20.7397', lng: '42.2139' }],
		['3 lat positionInvalid', { lat: '120.7', lng: '242.2' }],
		['3 lat positionInvalid', { lat: 'north' }],
		['3 lat positionInvalid', { lat: '42.2139E' }],
		['3 lat positionInvalid', { lat: '1e1' }],
		['3 lat positionMissing', { lat: '0', lng: '0' }],
		['3 lng positionMissing', { lng: '' }],
		['3 accuracy_m accuracyMissing', { accuracy_m: '' }],
		['3 accuracy_m accuracyInvalid', { accuracy_m: '0' }],
		['3 accuracy_m accuracyInvalid', { accuracy_m: 'good' }],
		['3 kind wordUnknown', { kind: 'casino' }],
		['3 personnel numberInvalid', { personnel: '-5', category: 'military' }],
		['3 personnel numberInvalid', { personnel: '1.200', category: 'military' }],
		['3 personnel numberInvalid', { personnel: '=1+1', category: 'military' }],
		['3 personnel numberInvalid', { personnel: '99999999', category: 'military' }],
		['3 category categoryMissing', { personnel: '5' }],
		['3 category wordUnknown', { personnel: '5', category: 'pirate' }],
		['3 from dateInvalid', { from: '2004-02-30' }],
		['3 from dateInvalid', { from: 'spring' }],
		['3 from dateAmbiguous', { from: '03/04/2004' }],
		['3 until dateInvalid', { until: '2004' }],
		['3 until periodInvalid', { from: '2004-03-15', until: '15.3.2004' }]
	])('%s', (fault, more) => {
		expect(faultsOf(deployments(row(more)))).toEqual([fault]);
	});

	test('a long value is cut short in the fault', () => {
		const [fault] = deployments(row({ lat: `4${'2'.repeat(500)}` })).faults;
		expect(fault!.value!.length).toBeLessThanOrEqual(60);
	});

	test('an accuracy given for all fills only the gaps', () => {
		const reading = readDeployments(
			'name,force,lat,lng,accuracy_m\nA,KFOR,42.2,20.7,\nB,KFOR,42.3,20.7,30\n',
			{ ...BASES, accuracyMetres: 500 }
		);
		expect(reading.rows.map((each) => each.value.accuracyMetres)).toEqual([500, 30]);
	});
});

describe('hostile and damaged files', () => {
	test.each<[string, string | Uint8Array, string[]]>([
		['empty', '', ['- - fileEmpty']],
		['blank', ' \n \n', ['- - fileEmpty']],
		['a heading alone', 'name,force,lat,lng,accuracy_m\n', ['- - fileEmpty']],
		['no position', 'name,force\nA,KFOR\n', ['1 lat / mgrs / position columnMissing']],
		['a column twice', `name,${GOOD.replace('\n', '\nX,')}`, ['1 name columnTwice']],
		['an open quote', `${GOOD}"Camp,KFOR,42,21,5\n`, ['- - quoteOpen']],
		[
			'a picture',
			Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x0d]),
			['- - encodingUnknown']
		],
		[
			'Latin-1',
			Uint8Array.from([...'name,force\nPe'].map((c) => c.charCodeAt(0)).concat(0xe6, 0x0a)),
			['- - encodingUnknown']
		],
		['too large', 'x'.repeat(5_000_001), ['- - fileTooLarge']],
		['too many rows', GOOD + 'A,KFOR,42.2,20.7,5\n'.repeat(5000), ['- - tooManyRows']]
	])('%s', (_, file, faults) => {
		expect(faultsOf(deployments(file))).toEqual(faults);
		expect(deployments(file).rows).toEqual([]);
	});

	test('no row is lost where some lines end in CR LF and others in LF', () => {
		const [heading, row] = ['name,force,lat,lng,accuracy_m,note', 'KFOR,42.2,20.7,5'];
		const { rows, faults } = deployments(`${heading}\r\nA,${row},x\nB,${row},"y"\r\nC,${row},z\n`);
		expect(faults).toEqual([]);
		expect(rows.map(({ row, value }) => [row, value.name])).toEqual([
			[2, 'A'],
			[3, 'B'],
			[4, 'C']
		]);
	});

	test.each<[string, (text: string) => Uint8Array]>([
		['UTF-8', (text) => new TextEncoder().encode(text)],
		['UTF-8 with a mark', (text) => new TextEncoder().encode(`\ufeff${text}`)],
		['UTF-16', (text) => utf16(`\ufeff${text}`, true)],
		['UTF-16 big-endian', (text) => utf16(`\ufeff${text}`, false)],
		['UTF-16 without a mark', (text) => utf16(text, true)]
	])('%s is read', (_, encode) => {
		const reading = deployments(encode(GOOD.replace('Camp', 'Ђ')));
		expect(reading.faults).toEqual([]);
		expect(reading.rows[0]!.value.name).toBe('Ђ Lipa');
	});

	test('columns that mean nothing are named, and not read', () => {
		const reading = deployments(
			'name,force,lat,lng,accuracy_m,__proto__,owner\nA,KFOR,42.2,20.7,5,x,y\n'
		);
		expect(reading.faults).toEqual([]);
		expect(reading.ignoredColumns).toEqual(['__proto__', 'owner']);
		expect(reading.rows[0]!.value).not.toHaveProperty('owner');
	});

	test('no text whatever makes a reader throw, and what it takes is sound', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 12 }),
			fc.constantFrom('42.2', '20.7', 'KFOR', '"', ',', '\n', '5', '2004-01-01', 'base')
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }), (lines) => {
				const heading = 'name,force,lat,lng,accuracy_m,kind,from,until,personnel_military\n';
				const reading = deployments(heading + lines.map((line) => line.join(',')).join('\n'));
				for (const fault of reading.faults) expect(FAULT_KEYS).toContain(fault.key);
				if (reading.faults.length > 0) return;
				for (const { value } of reading.rows) {
					expect(value.name).not.toBe('');
					expect(DEPLOYMENT_KINDS).toContain(value.kind);
					expect(value.accuracyMetres).toBeGreaterThanOrEqual(1);
					const [lng, lat] = value.geometry.coordinates as number[];
					expect(Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90).toBe(true);
				}
			}),
			{ seed: 91, numRuns: 500 }
		);
	});

	test('rows count as the spreadsheet does, blank lines and quoted breaks included', () => {
		const table = readTable('name,lat\n\n"a\nb",1\nc,2\n', { name: [], lat: [] }, []);
		expect(table.rows.map((each) => each.row)).toEqual([3, 4]);
	});
});

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	[...text].forEach((letter, i) => view.setUint16(i * 2, letter.charCodeAt(0), littleEndian));
	return new Uint8Array(view.buffer);
}

test('bytes that are no text are not guessed at', () => {
	expect(decode(Uint8Array.from([0xc3, 0x28]))).toBeUndefined();
});

describe('nominations', () => {
	const nominations = (text: string) => readNominations(text, PLACES);
	const HEAD = 'name_sq,kind,lat,lng,accuracy_m,reason,indicators,place_id\n';
	const KNOWN = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

	test('a place that is described, and one of the register', () => {
		const { rows, faults } = nominations(
			`${HEAD}Bar Mjegulla,bar,42.6,21.1,20,exploitation,Guarded; members seen;guarded,\n` +
				`,,,,,crime,papers_withheld,${KNOWN}\n`
		);
		expect(faults).toEqual([]);
		expect(rows.map(({ value }) => value)).toMatchObject([
			{
				kind: 'establishment',
				establishmentId: null,
				establishment: { names: [{ text: 'Bar Mjegulla', language: 'sq' }], accuracyMetres: 20 },
				reason: 'exploitation',
				indicators: ['guarded', 'members_seen']
			},
			{ establishmentId: KNOWN, establishment: null, indicators: ['papers_withheld'] }
		]);
		expect(rows[0]!.value.establishment).not.toHaveProperty('id');
	});

	test('a file of places of the register alone needs no names', () => {
		const { faults, rows } = nominations(
			`place_id,reason,indicators\n${KNOWN},exploitation,guarded\n`
		);
		expect([faults, rows.length]).toEqual([[], 1]);
	});

	test('each fault is named by its row', () => {
		expect(
			faultsOf(
				nominations(
					`${HEAD}A,bar,42.6,21.1,20,,,\n` +
						`B,bar,42.6,21.1,20,spite,guarded;unlucky,\n` +
						`C,bar,42.6,21.1,20,exploitation,guarded,42\n` +
						`D,bar,12.6,21.1,20,exploitation,guarded,\n`
				)
			)
		).toEqual([
			'2 reason textMissing',
			'2 indicators textMissing',
			'3 reason wordUnknown',
			'3 indicators wordUnknown',
			'4 place_id idInvalid',
			'5 lat positionOutside'
		]);
		expect(faultsOf(nominations('name,lat,lng\nA,42.6,21.1\n'))).toEqual([
			'1 reason columnMissing',
			'1 indicators columnMissing'
		]);
		expect(faultsOf(nominations('reason,indicators\nexploitation,guarded\n'))).toEqual([
			'1 name columnMissing',
			'1 lat columnMissing'
		]);
	});
});
