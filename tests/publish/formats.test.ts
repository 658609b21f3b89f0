import { booleanClockwise } from '@turf/turf';
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { DatedDesignation, Deployment } from '$lib/core/domain';
import { measureProximity } from '$lib/core/proximity';
import { renderCsv, toField } from '$lib/publish/formats/csv';
import { toHeatSheet } from '$lib/publish/heat-sheet';
import { renderGeoJson, toFeatureCollection } from '$lib/publish/formats/geojson';
import {
	fileNameOf,
	toDeploymentsProximitySheet,
	toDeploymentsSheet,
	toDesignationsSheet,
	toPlacesSheet,
	type About,
	type Sheet
} from '$lib/publish/sheet';

const about: About = {
	mission: 'kosovo',
	note: 'References to Kosovo are in the context of resolution 1244 (1999).',
	generated: '2026-03-10T11:00:00Z',
	asOf: '2004-03-15',
	exercise: true,
	sources: ['Source "one"', 'Source two'],
	method: 'Great-circle distance on the mean sphere.'
};

const deployment: Deployment = {
	id: 'd1',
	name: 'Camp Lipa',
	alternateNames: ['Кам Липа'],
	force: 'KFOR',
	unit: '=cmd|calc',
	kind: 'base',
	town: 'Prizren',
	region: 'Prizren',
	geometry: { type: 'Point', coordinates: [20.7397, 42.2139] },
	accuracyMetres: 250,
	period: { from: '1999-06-12', until: null },
	strengths: [],
	sources: [{ id: 's', title: 'A, B', url: null, note: null }]
};

function readCsv(text: string): Record<string, string>[] {
	expect(text.startsWith('\ufeff')).toBe(true);
	const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	return data;
}

const sheetOf = (cells: Sheet['rows'][number]['cells']): Sheet => ({
	name: 'x',
	rows: [{ id: '1', cells, geometry: null, accuracyMetres: null }]
});

describe('CSV', () => {
	test('is read back as it was, with position in degrees and MGRS and what it says of itself', () => {
		const [row] = readCsv(renderCsv(toDeploymentsSheet([deployment], '2004-03-15'), about));
		expect(row).toMatchObject({
			id: 'd1',
			name: 'Camp Lipa',
			alternate_names: 'Кам Липа',
			unit: "'=cmd|calc",
			personnel: '',
			source: 'A, B',
			geometry: 'point',
			lat: '42.2139',
			lng: '20.7397',
			mgrs: '34T DM 785 735',
			mission: 'kosovo',
			as_of: '2004-03-15',
			sources: 'Source "one"; Source two'
		});
		expect(row!.data).toMatch(/^EXERCISE DATA/);
	});

	test('any text comes back through a reader, and none starts as a formula', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.double(), (text, number) => {
				const clean = text.replaceAll('\u0000', '');
				const [row] = readCsv(renderCsv(sheetOf({ text: clean, number }), about));
				expect([clean, `'${clean}`]).toContain(row!.text);
				expect(row!.text).not.toMatch(/^[=+\-@\t\r]/);
				expect(row!.number).toBe(String(number));
			}),
			{ seed: 81, numRuns: 1000 }
		);
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=HYPERLINK("x")'])(
		'%j is no formula any more',
		(text) => {
			expect(toField(text).replace(/^"/, '')).toMatch(/^'/);
		}
	);

	test('a negative number stays a number', () => {
		expect(toField(-4.5)).toBe('-4.5');
		expect(toField(null)).toBe('');
		expect(toField(false)).toBe('false');
	});

	test('no rows are a header alone', () => {
		expect(renderCsv({ name: 'x', rows: [] }, about, { byteOrderMark: false })).toMatch(
			/^id,.*\r\n$/
		);
	});
});

describe('GeoJSON', () => {
	test('says what it is in foreign members and has no crs', () => {
		const parsed = JSON.parse(renderGeoJson(toDeploymentsSheet([deployment], '2004-03-15'), about));
		expect(parsed).toMatchObject({
			type: 'FeatureCollection',
			bbox: [20.7397, 42.2139, 20.7397, 42.2139],
			mission: 'kosovo',
			asOf: '2004-03-15',
			exercise: true,
			sources: about.sources,
			method: about.method
		});
		expect(parsed).not.toHaveProperty('crs');
		expect(parsed.features[0].geometry).toEqual(deployment.geometry);
	});

	const clockwise: Deployment = {
		...deployment,
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[21, 42],
					[21, 43],
					[22, 43],
					[22, 42],
					[21, 42]
				],
				[
					[21.4, 42.4],
					[21.6, 42.4],
					[21.6, 42.6],
					[21.4, 42.6],
					[21.4, 42.4]
				]
			]
		}
	};

	test('turns rings by the right-hand rule and leaves the record alone', () => {
		const given = structuredClone(clockwise.geometry);
		const { features } = toFeatureCollection(toDeploymentsSheet([clockwise], '2004-03-15'), about);
		const [outer, hole] = (features[0]!.geometry as GeoJSON.Polygon).coordinates;
		expect(booleanClockwise(outer!)).toBe(false);
		expect(booleanClockwise(hole!)).toBe(true);
		expect(clockwise.geometry).toEqual(given);
	});

	test('cuts a cell at the antimeridian and names its box from west to east', () => {
		const heat = toHeatSheet({
			cells: [{ cell: latLngToCell(-16.5, 180, 6), count: 9 }],
			resolution: 6,
			minimumCell: 5,
			fromYear: 2010,
			toYear: 2012,
			type: null,
			yearsOnRecord: [2010],
			withheld: true
		});
		const { features, bbox } = toFeatureCollection(heat, about);
		const geometry = features[0]!.geometry as GeoJSON.MultiPolygon;
		expect(geometry.type).toBe('MultiPolygon');
		for (const [lng] of geometry.coordinates.flat(2))
			expect(Math.abs(lng!)).toBeLessThanOrEqual(180);
		expect(bbox![0]).toBeGreaterThan(179);
		expect(bbox![2]).toBeLessThan(-179);
		expect(features[0]!.properties).toMatchObject({ reports_received: 9, least_released: 5 });
	});

	test('a class rule has no geometry, and alone no box', () => {
		const rule = {
			id: 'r',
			kind: 'class',
			names: [],
			name: { en: 'All houses of prostitution' },
			geometry: null,
			inForce: { from: '2004-01-01T00:00:00Z', until: null },
			exceptions: {},
			curfew: null
		} as unknown as DatedDesignation;
		const parsed = toFeatureCollection(
			toDesignationsSheet([rule], (text) => text.en ?? ''),
			about
		);
		expect(parsed.features[0]!.geometry).toBeNull();
		expect(parsed.features[0]!.properties.name).toBe('All houses of prostitution');
		expect(parsed).not.toHaveProperty('bbox');
	});
});

test('a proximity table carries bounds, answers and no finer distance than is known', () => {
	const place = {
		id: 'p1',
		geometry: { type: 'Point' as const, coordinates: [20.74, 42.22] },
		accuracyMetres: 30,
		period: { from: null, until: null }
	};
	const found = measureProximity([place], [deployment], {
		ringsMetres: [500, 1000],
		when: { at: '2004-03-15' }
	});
	const labelled = (name: string, record: typeof place | Deployment) => () => ({
		...{ name, kind: 'bar', town: null, region: null, force: 'KFOR', unit: null },
		record
	});
	const placeOf = labelled('Bar Lipa', place);
	const deploymentOf = labelled('Camp Lipa', deployment);
	const [byPlace] = readCsv(
		renderCsv(toPlacesSheet(found.places, found.ringsMetres, placeOf, deploymentOf), about)
	);
	// 680 m away, known to 280 m.
	expect(byPlace).toMatchObject({
		name: 'Bar Lipa',
		nearest_deployment: 'Camp Lipa',
		nearest_m: '700',
		nearest_uncertainty_m: '280',
		deployments_within_500m: '0',
		deployments_within_500m_at_most: '1',
		any_deployments_within_500m: 'cannot tell',
		any_deployments_within_1000m: 'yes',
		personnel_within_1000m: '',
		personnel_within_1000m_not_on_record: '1'
	});
	const [byDeployment] = readCsv(
		renderCsv(
			toDeploymentsProximitySheet(found.deployments, found.ringsMetres, deploymentOf, placeOf),
			about
		)
	);
	expect(byDeployment).toMatchObject({ places_within_1000m: '1', exposure_person_places: '' });
});

test('a file is named by mission, content, date and exercise', () => {
	expect(fileNameOf(sheetOf({}), about, 'csv')).toBe('kosovo-x-2004-03-15-exercise.csv');
	expect(fileNameOf(sheetOf({}), { ...about, mission: '../e t', exercise: false }, 'geojson')).toBe(
		'-e-t-x-2004-03-15.geojson'
	);
});

test('the files are as they were: a change of form is a decision', async () => {
	const area: Deployment = {
		...deployment,
		id: 'd2',
		name: 'Area "North"',
		kind: 'area_of_operations',
		unit: null,
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[20.7, 42.2],
					[20.7, 42.3],
					[20.9, 42.3],
					[20.9, 42.2],
					[20.7, 42.2]
				]
			]
		},
		strengths: [
			{
				category: 'military',
				personnel: 1200,
				period: { from: '2004-01-01', until: null },
				source: null
			}
		]
	};
	const sheet = toDeploymentsSheet([deployment, area], '2004-03-15');
	await expect(renderCsv(sheet, about)).toMatchFileSnapshot('golden/deployments.csv');
	await expect(renderGeoJson(sheet, about)).toMatchFileSnapshot('golden/deployments.geojson');
});
