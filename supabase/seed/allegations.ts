/**
 * The exercise's allegations: invented reports, several times as many as any mission has had, so
 * that the map has something to withhold and something to show. No nationality is ever attached.
 * Each is placed in an H3 cell at the mission's resolution; no finer place exists, here or anywhere.
 */
import { gridDisk, latLngToCell } from 'h3-js';
import facts from './facts.json' with { type: 'json' };
import { drawPoisson, pick, seedRandom } from './deterministic.ts';

export const HEAT_RESOLUTION = 6;

export type AllegationRow = {
	as_of: string;
	received_year: number;
	received_quarter: number;
	category: string;
	type: string;
	alleged_perpetrators: number;
	victims_adult: number;
	victims_child: number;
	victims_age_unknown: number;
	status: string;
	finding: string | null;
	cell: string | null;
};

/** Mean reports a year in the town's cell at the peak; its neighbours get a share of it. */
const PEAKS: Record<string, number> = {
	Pristina: 46,
	Prizren: 38,
	Mitrovica: 30,
	Gnjilane: 26,
	Urosevac: 24,
	Pec: 22,
	Gjakova: 12,
	'Suva Reka': 10,
	'Kosovo Polje': 12,
	Lipljan: 11,
	Vucitrn: 9,
	Istok: 8,
	Kacanik: 6,
	Podujevo: 6
};
const SPILL = 0.16;

/** Share of the peak by year: strength of the force, then fewer people and better control. */
function courseOf(year: number): number {
	if (year <= 2003) return [0.45, 0.8, 0.95, 1, 1][year - 1999]!;
	if (year <= 2012) return 1 - (year - 2003) * 0.085;
	return Math.max(0.06, 0.22 - (year - 2012) * 0.013);
}

export function listAllegations(): AllegationRow[] {
	const random = seedRandom(1244);
	const means = new Map<string, number>();
	const add = (cell: string, mean: number) => means.set(cell, (means.get(cell) ?? 0) + mean);
	for (const { name, lat, lon } of facts.towns_kosovo) {
		const peak = PEAKS[name] ?? 2.5;
		const [centre, ...around] = gridDisk(latLngToCell(lat, lon, HEAT_RESOLUTION), 1);
		add(centre!, peak);
		for (const cell of around) add(cell, peak * SPILL * (0.4 + 1.2 * random()));
	}

	const rows: AllegationRow[] = [];
	for (let year = 1999; year <= 2025; year++) {
		for (const [cell, mean] of means) {
			for (let n = drawPoisson(random, mean * courseOf(year)); n > 0; n--) {
				rows.push(inventOne(year, cell));
			}
		}
		// Some reports name no place at all; they are on record and on no map.
		for (let n = drawPoisson(random, 4 * courseOf(year)); n > 0; n--) {
			rows.push(inventOne(year, null));
		}
	}
	return rows;

	function inventOne(year: number, cell: string | null): AllegationRow {
		const age = random();
		const closed = year < 2024;
		return {
			as_of: '2026-01-31',
			received_year: year,
			received_quarter: 1 + Math.floor(random() * 4),
			category: pick(random, [
				'military_contingent',
				'military_contingent',
				'military_contingent',
				'police',
				'civilian',
				'contractor',
				'unknown'
			]),
			type: pick(random, [
				...Array<string>(11).fill('sexual_exploitation'),
				...Array<string>(6).fill('sexual_abuse'),
				...Array<string>(3).fill('other_unknown')
			]),
			alleged_perpetrators: random() < 0.85 ? 1 : 2 + Math.floor(random() * 2),
			victims_adult: age < 0.6 ? 1 : 0,
			victims_child: age >= 0.6 && age < 0.8 ? 1 : 0,
			victims_age_unknown: age >= 0.8 ? 1 : 0,
			status: closed ? 'closed' : 'under_investigation',
			finding: closed ? pick(random, ['substantiated', 'not_substantiated', 'for_information']) : null,
			cell
		};
	}
}
