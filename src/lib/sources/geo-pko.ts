/**
 * Deployments of one mission from the Geo-PKO dataset (Cil, Fjelde, Hultman & Nilsson 2020, "Mapping
 * Blue Helmets", version 2.3, file FrontMap): one row a mission, map and place. Users bring their
 * own copy: the terms of the data are not stated.
 */
import Papa from 'papaparse';
import type { DeploymentKind, Strength } from '$lib/core/domain';
import type { ReadDeployment } from './deployments-csv';
import { RowReader } from './row-reader';
import { decode, MAX_FILE_BYTES, readTable, type Reading } from './table';

/** Geo-PKO gives the place, not the camp: a town's extent. */
const ACCURACY_METRES = 5000;
const SOURCE = 'Geo-PKO v2.3 (Cil, Fjelde, Hultman & Nilsson 2020)';

const COLUMNS = {
	mission: [],
	year: [],
	country: [],
	name: ['location'],
	lat: ['latitude'],
	lng: ['longitude'],
	troops: ['ave.no.troops'],
	hq: [],
	police: ['UNPOL'],
	observers: ['UNMO']
} as const;

/** The missions that a file holds, in alphabetical order; empty when it is not Geo-PKO. */
export function listGeoPkoMissions(file: Uint8Array | string): string[] {
	if (file.length > MAX_FILE_BYTES) return [];
	const text = typeof file === 'string' ? file : decode(file);
	if (!text) return [];
	const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
		header: true,
		skipEmptyLines: true
	});
	const missions = data.map((row) => row['mission']).filter((mission) => !!mission);
	return [...new Set(missions as string[])].sort((a, b) => a.localeCompare(b, 'en'));
}

type Sighting = { year: number; troops: number | null; kind: DeploymentKind };

/**
 * One deployment for each place of the mission, from its first year on record to its last. A year
 * without a map has no strength: no data is not zero, and neither is a place without troops, where
 * police or observers are not counted by the dataset.
 */
export function readGeoPko(file: Uint8Array | string, mission: string): Reading<ReadDeployment> {
	const ofMission = keepMission(file, mission);
	const table = readTable(ofMission, COLUMNS, ['mission', 'year', 'name', 'lat', 'lng', 'troops']);
	const places = new Map<string, { row: number; reader: RowReader; seen: Sighting[] }>();
	for (const row of table.faults.length > 0 ? [] : table.rows) {
		const reader = new RowReader(row, table);
		const key = ['name', 'lat', 'lng'].map((column) => reader.cell(column)).join('|');
		const place = places.get(key) ?? { row: row.row, reader, seen: [] };
		places.set(key, place);
		place.seen.push(readSighting(reader));
	}
	const rows = [...places.values()].map(({ row, reader, seen }) => ({
		row,
		value: toDeployment(reader, seen, mission)
	}));
	return { rows, faults: table.faults, ignoredColumns: table.ignoredColumns };
}

/** The dataset is longer than one import may be; a mission of it is not. */
function keepMission(file: Uint8Array | string, mission: string): string {
	const text = typeof file === 'string' ? file : (decode(file) ?? '');
	const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
	const at = data[0]?.indexOf('mission') ?? -1;
	return Papa.unparse(data.filter((row, i) => i === 0 || row[at] === mission));
}

function readSighting(reader: RowReader): Sighting {
	const year = Number(reader.cell('year'));
	if (!Number.isInteger(year) || year < 1945 || year > 2100) reader.fault('year', 'dateInvalid');
	const troops = Math.round(Number(reader.cell('troops') ?? NaN));
	const headquarters = Number(reader.cell('hq') ?? 0) >= 2;
	const police = reader.cell('police') === '1';
	const kind = headquarters
		? 'headquarters'
		: troops > 0
			? 'base'
			: police
				? 'police_station'
				: 'staff_office';
	return { year, troops: troops > 0 ? troops : null, kind };
}

function toDeployment(reader: RowReader, seen: Sighting[], mission: string): ReadDeployment {
	const years = seen.map((each) => each.year);
	const newest = seen.toSorted((a, b) => a.year - b.year).at(-1)!;
	const name = reader.requiredText('name', 200);
	return {
		id: null,
		name,
		alternateNames: [],
		force: mission,
		unit: null,
		kind: newest.kind,
		town: name,
		region: null,
		geometry: reader.point({ area: null, accuracyMetres: ACCURACY_METRES, mustBeInside: false }),
		accuracyMetres: ACCURACY_METRES,
		period: { from: `${Math.min(...years)}-01-01`, until: `${Math.max(...years) + 1}-01-01` },
		strengths: toStrengths(seen),
		source: SOURCE
	};
}

/** A year may have several maps: their mean, as the dataset's own average does. */
function toStrengths(seen: readonly Sighting[]): Strength[] {
	const byYear = Map.groupBy(
		seen.filter((each) => each.troops !== null),
		(each) => each.year
	);
	return [...byYear]
		.sort(([a], [b]) => a - b)
		.map(([year, maps]) => ({
			category: 'military',
			period: { from: `${year}-01-01`, until: `${year + 1}-01-01` },
			personnel: Math.round(maps.reduce((sum, each) => sum + each.troops!, 0) / maps.length),
			source: SOURCE
		}));
}
