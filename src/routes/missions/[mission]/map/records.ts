/** Every record that the map can show, in one form: what the map, the table and the card need. */
import type { Geometry } from 'geojson';
import type {
	DatedDesignation,
	Deployment,
	Draft,
	DraftDesignation,
	Establishment,
	LngLat,
	Text
} from '$lib/core/domain';
import { middleOf } from '$lib/core/geo';
import { shownName, type DrawnDesignation } from '$lib/map/features';
import type { MapLayer } from '$lib/map/view-state';

type Common = {
	id: string;
	title: string;
	layer: MapLayer | null;
	town: string | null;
	geometry: Geometry | null;
	/** Where the table and the camera look for it; null for a class rule. */
	anchor: LngLat | null;
	accuracyMetres: number;
};
export type ShownRecord = Common &
	(
		| { kind: 'deployment'; of: Deployment }
		| { kind: 'designation'; of: DatedDesignation; drawn: DrawnDesignation }
		| { kind: 'draft'; of: DraftDesignation; draft: Draft; drawn: DrawnDesignation }
		| { kind: 'establishment'; of: Establishment }
		| { kind: 'position'; of: { note: string } }
	);
export type RecordKind = ShownRecord['kind'];
export type RecordOf<Kind extends RecordKind> = Extract<ShownRecord, { kind: Kind }>;

export const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`;

type Say = (text: Text) => string;

export const toDeploymentRecord = (of: Deployment): RecordOf<'deployment'> => ({
	kind: 'deployment',
	id: of.id,
	title: of.name,
	layer: 'deployments',
	town: of.town,
	geometry: of.geometry,
	anchor: middleOf(of.geometry),
	accuracyMetres: of.accuracyMetres,
	of
});

export function toDesignationRecord(of: DatedDesignation, say: Say): RecordOf<'designation'> {
	const title = shownName(of.names) ?? say(of.name);
	return {
		kind: 'designation',
		id: of.id,
		title,
		layer: 'off-limits',
		town: of.town,
		geometry: of.geometry,
		anchor: of.geometry && middleOf(of.geometry),
		accuracyMetres: of.accuracyMetres,
		of,
		drawn: { ...of, title }
	};
}

/** A drafted establishment has no place of its own yet: it is where the register says. */
export function toDraftRecords(
	drafts: readonly Draft[],
	establishments: readonly Establishment[],
	say: Say
): RecordOf<'draft'>[] {
	const register = new Map(establishments.map((entry) => [entry.id, entry]));
	return drafts.flatMap((draft) =>
		draft.designations.map((of): RecordOf<'draft'> => {
			const establishment = of.establishmentId ? register.get(of.establishmentId) : undefined;
			const geometry = of.geometry ?? establishment?.geometry ?? null;
			const title = (establishment && shownName(establishment.names)) ?? say(of.name);
			const accuracyMetres = establishment?.accuracyMetres ?? 0;
			const kindOfEstablishment = establishment?.kind ?? null;
			return {
				kind: 'draft',
				id: of.id,
				title,
				layer: 'drafts',
				town: establishment?.town ?? null,
				geometry,
				anchor: geometry && middleOf(geometry),
				accuracyMetres,
				of,
				draft,
				drawn: { ...of, geometry, title, accuracyMetres, kindOfEstablishment }
			};
		})
	);
}

export const toEstablishmentRecord = (of: Establishment): RecordOf<'establishment'> => ({
	kind: 'establishment',
	id: of.id,
	title: shownName(of.names) ?? of.id,
	layer: 'register',
	town: of.town,
	geometry: of.geometry,
	anchor: middleOf(of.geometry),
	accuracyMetres: of.accuracyMetres,
	of
});

/** A position that was searched or typed; its id carries it, so that an address can. */
export function toPositionRecord(id: string, title: string): RecordOf<'position'> | undefined {
	const [lng, lat, accuracyMetres = 0] = id.split(',').map(Number);
	if (lng === undefined || lat === undefined || !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
		return undefined;
	const position: LngLat = [lng, lat];
	return {
		kind: 'position',
		id,
		title,
		layer: null,
		town: null,
		geometry: { type: 'Point', coordinates: position },
		anchor: position,
		accuracyMetres,
		of: { note: title }
	};
}

/** Establishments that none of the designations names. */
export function listUnlisted(
	establishments: readonly RecordOf<'establishment'>[],
	designations: readonly RecordOf<'designation'>[]
): RecordOf<'establishment'>[] {
	const listed = new Set(designations.map(({ of }) => of.establishmentId));
	return establishments.filter(({ id }) => !listed.has(id));
}
