/**
 * Tables for people and machines outside Cordon. A sheet is made once and rendered by each format;
 * what it says about itself (mission, date, exercise, sources, method) goes wherever it goes.
 */
import {
	PERSONNEL_CATEGORIES,
	type DatedDesignation,
	type Day,
	type Deployment,
	type Establishment,
	type Instant,
	type Text
} from '$lib/core/domain';
import {
	countAnswer,
	type Count,
	type DeploymentProximity,
	type Located,
	type Nearest,
	type PlaceProximity
} from '$lib/core/proximity';
import { roundToUncertainty } from '$lib/core/uncertainty';
import { strengthByCategory, strengthOn } from '$lib/core/strength';
import type { Geometry } from 'geojson';

export type Cell = string | number | boolean | null;

export type Row = {
	id: string;
	/** Column names in snake_case, with their unit: the same in every row. */
	cells: Record<string, Cell>;
	geometry: Geometry | null;
	accuracyMetres: number | null;
};

export type Sheet = {
	/** Of the file: "proximity-places", "deployments", ... */
	name: string;
	rows: Row[];
	/** Its rows are not places: no format gives them a position. */
	placeless?: boolean;
};

/** What every export says about itself. */
export type About = {
	mission: string;
	/** The mission's status note, where it has one. */
	note: string | null;
	generated: Instant;
	/** The day or instant that the table shows. */
	asOf: Day | Instant;
	/** True: establishments and allegations are invented. */
	exercise: boolean;
	sources: string[];
	/** Of the data: the list that was in force when the file was made; null: none was. */
	version?: string | null;
	/** How the figures were made, in a sentence. */
	method: string | null;
};

/** What a proximity table says about the records behind its ids. */
export type Labelled = {
	name: string;
	kind: string;
	town: string | null;
	region: string | null;
	record: Pick<Located, 'geometry' | 'accuracyMetres'>;
};

/** "kosovo-deployments-2004-03-15-exercise.csv" */
export function fileNameOf(
	sheet: Pick<Sheet, 'name'>,
	about: About,
	extension: 'csv' | 'geojson' | 'svg' | 'png'
): string {
	const parts = [about.mission, sheet.name, about.asOf.slice(0, 10)];
	if (about.exercise) parts.push('exercise');
	return `${parts.join('-').replace(/[^\p{L}\p{N}-]+/gu, '-')}.${extension}`;
}

/** The proximity table by place. Rows come as shown: filtered and sorted. */
export function toPlacesSheet(
	places: readonly PlaceProximity[],
	ringsMetres: readonly number[],
	placeOf: (id: string) => Labelled,
	deploymentOf: (id: string) => Labelled
): Sheet {
	const rows = places.map((place) => ({
		...placed(place.id, placeOf(place.id)),
		cells: {
			...labels(placeOf(place.id)),
			...nearestCells('deployment', place.nearest, deploymentOf),
			...ringCells('deployments', place.rings, ringsMetres),
			...Object.fromEntries(
				place.personnel.flatMap((personnel, ring) => [
					[`personnel_within_${ringsMetres[ring]}m`, personnel.measured],
					[`personnel_within_${ringsMetres[ring]}m_not_on_record`, personnel.withoutStrength]
				])
			),
			...exposureCells(place.exposure)
		}
	}));
	return { name: 'proximity-places', rows };
}

/** The proximity table by deployment. */
export function toDeploymentsProximitySheet(
	deployments: readonly DeploymentProximity[],
	ringsMetres: readonly number[],
	deploymentOf: (id: string) => Labelled & { force: string; unit: string | null },
	placeOf: (id: string) => Labelled
): Sheet {
	const rows = deployments.map((deployment) => {
		const labelled = deploymentOf(deployment.id);
		return {
			...placed(deployment.id, labelled),
			cells: {
				...labels(labelled),
				force: labelled.force,
				unit: labelled.unit,
				personnel: deployment.personnel,
				...nearestCells('place', deployment.nearest, placeOf),
				...ringCells('places', deployment.rings, ringsMetres),
				...exposureCells(deployment.exposure)
			}
		};
	});
	return { name: 'proximity-deployments', rows };
}

function placed(id: string, { record }: Labelled): Omit<Row, 'cells'> {
	return { id, geometry: record.geometry, accuracyMetres: record.accuracyMetres };
}

function labels({ name, kind, town, region }: Labelled): Record<string, Cell> {
	return { name, kind, town, region };
}

function nearestCells(
	what: string,
	nearest: Nearest | null,
	labelOf: (id: string) => Labelled
): Record<string, Cell> {
	return {
		[`nearest_${what}`]: nearest && labelOf(nearest.id).name,
		[`nearest_${what}_id`]: nearest && nearest.id,
		nearest_m: nearest && roundToUncertainty(nearest.distanceMetres, nearest.uncertaintyMetres),
		nearest_uncertainty_m: nearest && nearest.uncertaintyMetres
	};
}

function ringCells(
	what: string,
	counts: readonly Count[],
	ringsMetres: readonly number[]
): Record<string, Cell> {
	return Object.fromEntries(
		counts.flatMap((count, i) => {
			const name = `${what}_within_${ringsMetres[i]}m`;
			return [
				[name, count.measured],
				[`${name}_at_least`, count.definite],
				[`${name}_at_most`, count.possible],
				[`any_${name}`, countAnswer(count) === 'cannotTell' ? 'cannot tell' : countAnswer(count)]
			];
		})
	);
}

function exposureCells(exposure: Count | null): Record<string, Cell> {
	const rounded = (value: number | undefined) =>
		value === undefined ? null : Math.round(value * 100) / 100;
	return {
		exposure_person_places: rounded(exposure?.measured),
		exposure_at_least: rounded(exposure?.definite),
		exposure_at_most: rounded(exposure?.possible)
	};
}

/** Designations, with every name they are known by. `languages` order the texts. */
export function toDesignationsSheet(
	designations: readonly DatedDesignation[],
	textOf: (text: Text) => string
): Sheet {
	const rows = designations.map((each) => ({
		id: each.id,
		geometry: each.geometry,
		accuracyMetres: each.geometry && each.accuracyMetres,
		cells: {
			directive: each.number,
			version: each.version,
			kind: each.kind,
			name: each.names.length > 0 ? namesOf(each, false) : textOf(each.name),
			former_names: namesOf(each, true) || null,
			establishment_kind: each.kindOfEstablishment ?? each.establishmentKind,
			address: each.address,
			town: each.town,
			reason: each.reason,
			buffer_m: each.bufferMetres,
			accuracy_m: each.geometry && each.accuracyMetres,
			curfew: each.curfew && `${each.curfew.from}/${each.curfew.until}`,
			curfew_weekdays: each.curfew && each.curfew.days.join(' '),
			emergency: each.emergency,
			lapses_at: each.lapsesAt,
			exceptions: textOf(each.exceptions) || null,
			added_on: each.addedOn,
			in_force_from: each.inForce.from,
			in_force_until: each.inForce.until
		}
	}));
	return { name: 'off-limits', rows };
}

function namesOf({ names }: Pick<DatedDesignation, 'names'>, former: boolean): string {
	return names
		.filter((name) => (name.status === 'former') === former)
		.map((name) => name.text)
		.join(' / ');
}

/** Deployments with their strength on a day; without one on record the cell is empty, not zero. */
export function toDeploymentsSheet(deployments: readonly Deployment[], day: Day): Sheet {
	const rows = deployments.map((each) => ({
		id: each.id,
		geometry: each.geometry,
		accuracyMetres: each.accuracyMetres,
		cells: {
			name: each.name,
			alternate_names: each.alternateNames.join(' / ') || null,
			force: each.force,
			unit: each.unit,
			kind: each.kind,
			town: each.town,
			region: each.region,
			accuracy_m: each.accuracyMetres,
			from: each.period.from,
			until: each.period.until,
			...personnelCells(each, day),
			source: each.sources.map((source) => source.title).join('; ') || null
		}
	}));
	return { name: 'deployments', rows };
}

/** In all and by category, so that an import reads the categories back. */
function personnelCells(deployment: Deployment, day: Day): Record<string, Cell> {
	const byCategory = strengthByCategory(deployment, day);
	return {
		personnel: strengthOn(deployment, day),
		...Object.fromEntries(
			PERSONNEL_CATEGORIES.map((each) => [`personnel_${each}`, byCategory[each] ?? null])
		)
	};
}

/** The register of establishments. */
export function toEstablishmentsSheet(establishments: readonly Establishment[]): Sheet {
	const rows = establishments.map((each) => ({
		id: each.id,
		geometry: each.geometry,
		accuracyMetres: each.accuracyMetres,
		cells: {
			name: namesOf(each, false),
			former_names: namesOf(each, true) || null,
			kind: each.kind,
			status: each.status,
			address: each.address,
			town: each.town,
			region: each.region,
			accuracy_m: each.accuracyMetres,
			from: each.period.from,
			until: each.period.until
		}
	}));
	return { name: 'places', rows };
}
