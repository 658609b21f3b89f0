/** Lines of a draft: new ones, and which places stand there. */
import type {
	DesignationKind,
	DraftDesignation,
	Establishment,
	EstablishmentKind,
	Text
} from '$lib/core/domain';

/** A random UUID, version 4 (RFC 9562). `crypto.randomUUID` is missing on plain http. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function blank(kind: DesignationKind): DraftDesignation {
	return {
		id: newId(),
		kind,
		establishmentId: null,
		name: {},
		establishmentKind: null,
		geometry: null,
		bufferMetres: 0,
		reason: 'exploitation',
		emergency: false,
		curfew: null,
		exceptions: {}
	};
}

export const listEstablishment = ({ id }: Pick<Establishment, 'id'>): DraftDesignation => ({
	...blank('establishment'),
	establishmentId: id
});

export const newZone = (): DraftDesignation => ({ ...blank('zone'), reason: 'exploitation' });

export const newClass = (establishmentKind: EstablishmentKind, name: Text): DraftDesignation => ({
	...blank('class'),
	establishmentKind,
	name
});

/** The night hours that missions order most often; every night. */
export const newCurfew = (): DraftDesignation => ({
	...blank('curfew'),
	reason: 'force_protection',
	curfew: { from: '23:00', until: '05:00', days: [1, 2, 3, 4, 5, 6, 7] }
});

export const byId = <R extends { id: string }>(records: readonly R[]): ReadonlyMap<string, R> =>
	new Map(records.map((record) => [record.id, record]));

/** Establishments that the draft lists. */
export const listedIds = (designations: readonly DraftDesignation[]): ReadonlySet<string> =>
	new Set(designations.flatMap(({ establishmentId }) => establishmentId ?? []));
