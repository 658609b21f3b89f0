/** What lies around a selected record, one by one: counts and the nearest are core/proximity's. */
import { distanceBetweenShapes, shapeOf } from '$lib/core/geo';
import type { Proximity } from '$lib/core/proximity';
import { keyOf, type ShownRecord } from './records';

export type Neighbour = {
	record: ShownRecord;
	/** Between the recorded positions or edges. */
	distanceMetres: number;
	/** Sum of both accuracies: the true distance very likely lies this much around. */
	uncertaintyMetres: number;
};

/** All others with a place, nearest first. */
export function listNeighbours(of: ShownRecord, others: readonly ShownRecord[]): Neighbour[] {
	const { geometry, accuracyMetres } = of;
	if (!geometry) return [];
	const shape = shapeOf(geometry);
	return others
		.flatMap((record): Neighbour[] =>
			record.geometry && keyOf(record) !== keyOf(of)
				? [
						{
							record,
							distanceMetres: distanceBetweenShapes(shape, shapeOf(record.geometry)),
							uncertaintyMetres: accuracyMetres + record.accuracyMetres
						}
					]
				: []
		)
		.sort((a, b) => a.distanceMetres - b.distanceMetres);
}

/** What core/proximity measured as nearest, by record. */
export function mapNearest(
	{ places, deployments }: Proximity,
	records: readonly ShownRecord[]
): ReadonlyMap<ShownRecord, Neighbour> {
	const byId = new Map(records.map((record) => [record.id, record]));
	return new Map(
		[...places, ...deployments].flatMap(({ id, nearest }): [ShownRecord, Neighbour][] => {
			const of = byId.get(id);
			const record = nearest && byId.get(nearest.id);
			return of && record ? [[of, { ...nearest, record }]] : [];
		})
	);
}
