/**
 * Deployments from a CSV file. Rows that agree in name, force, unit, kind and position are one
 * deployment whose strengths they list. Reads back what Cordon exports.
 */
import {
	DEPLOYMENT_KINDS,
	PERSONNEL_CATEGORIES,
	type Deployment,
	type PersonnelCategory,
	type Strength
} from '$lib/core/domain';
import { overlaps } from '$lib/core/period';
import { POSITION_COLUMNS, POSITION_REQUIRED, RowReader, type PlaceOptions } from './row-reader';
import { readTable, type Reading } from './table';

/** A deployment as the import of the database takes it. */
export type ReadDeployment = Omit<Deployment, 'id' | 'sources'> & {
	id: null;
	source: string | null;
};

/** Every heading that is understood, for the page that explains the file. */
export const DEPLOYMENT_COLUMNS = {
	name: ['camp', 'base', 'site'],
	alternate_names: ['other names', 'alternate names'],
	force: ['organization'],
	unit: ['contingent'],
	kind: ['type'],
	town: ['place'],
	region: ['province', 'municipality'],
	...POSITION_COLUMNS,
	personnel: ['strength'],
	category: ['personnel category'],
	personnel_military: [],
	personnel_police: [],
	personnel_observer: [],
	personnel_civilian: [],
	personnel_contractor: [],
	strength_from: [],
	strength_until: [],
	strength_source: [],
	source: []
} as const satisfies Record<`personnel_${PersonnelCategory}`, readonly string[]> &
	Record<string, readonly string[]>;

const MAX_PERSONNEL = 1_000_000;

/** Reads deployments; import only when the reading has no faults. */
export function readDeployments(
	file: Uint8Array | string,
	options: PlaceOptions
): Reading<ReadDeployment> {
	const required = ['name', 'force', POSITION_REQUIRED];
	const table = readTable(file, DEPLOYMENT_COLUMNS, required);
	const byIdentity = new Map<string, { row: number; value: ReadDeployment }>();
	// With a heading missing every row would repeat the same fault.
	for (const row of table.faults.length > 0 ? [] : table.rows) {
		const reader = new RowReader(row, table);
		const value = readRow(reader, options);
		const identity = JSON.stringify([
			...[value.name, value.force, value.unit, value.kind].map((text) => text?.toLowerCase()),
			value.geometry
		]);
		const first = byIdentity.get(identity);
		if (!first) byIdentity.set(identity, { row: row.row, value });
		else merge(first.value, value, reader);
	}
	return {
		rows: [...byIdentity.values()],
		faults: table.faults,
		ignoredColumns: table.ignoredColumns
	};
}

function readRow(reader: RowReader, options: PlaceOptions): ReadDeployment {
	const period = reader.period('from', 'until');
	return {
		id: null,
		name: reader.requiredText('name', 200),
		alternateNames: splitNames(reader.text('alternate_names', 2000)).slice(0, 20),
		force: reader.requiredText('force', 60),
		unit: reader.text('unit', 200),
		kind: reader.word('kind', DEPLOYMENT_KINDS, 'base'),
		town: reader.text('town', 200),
		region: reader.text('region', 200),
		geometry: reader.point(options),
		accuracyMetres: reader.accuracy(options),
		period,
		strengths: readStrengths(reader, period),
		source: reader.text('source', 300)
	};
}

/** Names in one cell, divided by " / " or ";". */
export function splitNames(text: string | null): string[] {
	return (text ?? '')
		.split(/\s+\/\s+|\s*;\s*/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

function readStrengths(reader: RowReader, period: Strength['period']): Strength[] {
	const own = reader.period('strength_from', 'strength_until');
	const at = own.from === null && own.until === null ? period : own;
	const source = reader.text('strength_source', 500);
	const strength = (category: PersonnelCategory, personnel: number): Strength => ({
		...{ category, personnel, source },
		period: at
	});
	const byCategory = PERSONNEL_CATEGORIES.flatMap((category) => {
		const personnel = reader.count(`personnel_${category}`, MAX_PERSONNEL);
		return personnel === null ? [] : [strength(category, personnel)];
	});
	// Beside columns by category, `personnel` is their sum.
	if (byCategory.length > 0) return byCategory;
	const personnel = reader.count('personnel', MAX_PERSONNEL);
	if (personnel === null) return [];
	if (reader.cell('category') === undefined) reader.fault('category', 'categoryMissing');
	return [strength(reader.word('category', PERSONNEL_CATEGORIES, 'military'), personnel)];
}

function merge(first: ReadDeployment, next: ReadDeployment, reader: RowReader): void {
	const same = (['accuracyMetres', 'town', 'region'] as const).every(
		(field) => first[field] === next[field]
	);
	if (!same) reader.fault('name', 'rowsDisagree');
	for (const strength of next.strengths) {
		const clash = first.strengths.some(
			(known) => known.category === strength.category && overlaps(known.period, strength.period)
		);
		if (clash) reader.fault('personnel', 'strengthOverlaps');
		first.strengths.push(strength);
	}
	if (next.strengths.length === 0) reader.fault('name', 'rowsDisagree');
	first.period = {
		from: earlier(first.period.from, next.period.from),
		until: later(first.period.until, next.period.until)
	};
}

const earlier = (a: string | null, b: string | null) =>
	a === null || b === null ? null : a < b ? a : b;
const later = (a: string | null, b: string | null) =>
	a === null || b === null ? null : a > b ? a : b;
