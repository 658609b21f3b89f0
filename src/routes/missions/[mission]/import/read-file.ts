/** A chosen file as checked records, read on this device by the same readers the terminal uses. */
import type { Establishment, Mission, Role } from '$lib/core/domain';
import { DEPLOYMENT_COLUMNS, readDeployments } from '$lib/sources/deployments-csv';
import type { ReadDeployment } from '$lib/sources/deployments-csv';
import { ESTABLISHMENT_COLUMNS, readEstablishments } from '$lib/sources/establishments-csv';
import type { ReadEstablishment } from '$lib/sources/establishments-csv';
import { listGeoPkoMissions, readGeoPko } from '$lib/sources/geo-pko';
import type { Reading } from '$lib/sources/table';
import { MAY_WRITE_DEPLOYMENTS } from '../deployments/deployment-rows';
import { MAY_WRITE_PLACES } from '../places/place-rows';

export const KINDS_OF_FILE = ['deployments', 'establishments', 'geoPko'] as const;
export type KindOfFile = (typeof KINDS_OF_FILE)[number];

export const maySend = (role: Role, what: KindOfFile): boolean =>
	(what === 'establishments' ? MAY_WRITE_PLACES : MAY_WRITE_DEPLOYMENTS).includes(role);

/** Headings that are understood, with other words for each. */
export function columnsOf(what: KindOfFile): [string, readonly string[]][] {
	if (what === 'geoPko') return [];
	const columns = what === 'deployments' ? DEPLOYMENT_COLUMNS : ESTABLISHMENT_COLUMNS;
	return Object.entries(columns).map(([name, others]) => [
		// A heading that ends in an underscore goes on with a language: name_sq, name_sr-Cyrl.
		name.endsWith('_') ? `${name}sq, ${name}sr-Cyrl …` : name,
		others
	]);
}

export type ReadRecord = ReadDeployment | ReadEstablishment;

export type ReadOptions = {
	accuracyMetres: number | null;
	/** Of a Geo-PKO file. */
	geoPkoMission: string | null;
};

export function readFile(
	file: Uint8Array,
	what: KindOfFile,
	mission: Mission,
	{ accuracyMetres, geoPkoMission }: ReadOptions
): Reading<ReadRecord> {
	const { area, exercise } = mission;
	if (what === 'geoPko') return readGeoPko(file, geoPkoMission ?? '');
	if (what === 'deployments')
		return readDeployments(file, { area, accuracyMetres, mustBeInside: false });
	return readEstablishments(file, { area, accuracyMetres, mustBeInside: true, exercise });
}

export const missionsIn = (file: Uint8Array): string[] => listGeoPkoMissions(file);

export const nameOf = (record: ReadRecord): string =>
	'names' in record
		? (record as Omit<Establishment, 'id'>).names.map(({ text }) => text).join(' / ')
		: record.name;
