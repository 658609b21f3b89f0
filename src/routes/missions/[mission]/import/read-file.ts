/** A chosen file as checked records, read on this device by the same readers the terminal uses. */
import type { Nomination } from '$lib/core/case';
import { MAY_READ_CASES } from '$lib/core/case-steps';
import type { Establishment, Mission, Role } from '$lib/core/domain';
import { DEPLOYMENT_COLUMNS, readDeployments } from '$lib/sources/deployments-csv';
import type { ReadDeployment } from '$lib/sources/deployments-csv';
import { ESTABLISHMENT_COLUMNS, readEstablishments } from '$lib/sources/establishments-csv';
import type { ReadEstablishment } from '$lib/sources/establishments-csv';
import { listGeoPkoMissions, readGeoPko } from '$lib/sources/geo-pko';
import { NOMINATION_COLUMNS, readNominations } from '$lib/sources/nominations-csv';
import type { Reading } from '$lib/sources/table';
import { MAY_WRITE_DEPLOYMENTS } from '../deployments/deployment-rows';
import { MAY_WRITE_PLACES } from '../places/place-rows';

export const KINDS_OF_FILE = ['deployments', 'establishments', 'nominations', 'geoPko'] as const;
export type KindOfFile = (typeof KINDS_OF_FILE)[number];

const MAY_SEND: Record<KindOfFile, readonly Role[]> = {
	deployments: MAY_WRITE_DEPLOYMENTS,
	geoPko: MAY_WRITE_DEPLOYMENTS,
	establishments: MAY_WRITE_PLACES,
	nominations: MAY_READ_CASES
};
export const maySend = (role: Role, what: KindOfFile): boolean => MAY_SEND[what].includes(role);

const COLUMNS = {
	deployments: DEPLOYMENT_COLUMNS,
	establishments: ESTABLISHMENT_COLUMNS,
	nominations: NOMINATION_COLUMNS,
	geoPko: {}
};

/** Headings that are understood, with other words for each. */
export function columnsOf(what: KindOfFile): [string, readonly string[]][] {
	return Object.entries<readonly string[]>(COLUMNS[what]).map(([name, others]) => [
		// A heading that ends in an underscore goes on with a language: name_sq, name_sr-Cyrl.
		name.endsWith('_') ? `${name}sq, ${name}sr-Cyrl …` : name,
		others
	]);
}

export type ReadRecord = ReadDeployment | ReadEstablishment | Nomination;

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
	const options = { area, accuracyMetres, mustBeInside: true };
	return what === 'nominations'
		? readNominations(file, options)
		: readEstablishments(file, { ...options, exercise });
}

export const missionsIn = (file: Uint8Array): string[] => listGeoPkoMissions(file);

/** What a row places on the map: for a nomination its place, of the file or of the register. */
export function placeOf(
	record: ReadRecord,
	register: readonly Establishment[]
): Omit<ReadDeployment, 'id'> | Omit<Establishment, 'id' | 'exercise'> | undefined {
	if (!('indicators' in record)) return record;
	return record.establishment ?? register.find(({ id }) => id === record.establishmentId);
}
