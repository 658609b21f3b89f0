/**
 * What Cordon's own records say about each base: places and exposure by proximity, allegations by
 * released counts alone. Nothing here knows a count that an analyst may not see (decisions 0102 and
 * 0603): whatever two registers are subtracted, what remains is a function of released atoms.
 */
import type { DatedDesignation, Day, Deployment, Instant, Mission, ReleasedCounts } from './domain';
import { distanceBetweenShapes, shapeOf } from './geo';
import { toCellFeatures } from './heat';
import { listedPlaces } from './listed-places';
import { measureProximity, ringAnswer, type Count } from './proximity';
import { sumReleased } from './released-counts';
import { bandReports, type NearFacts, type RegisterBase } from './risk-register';

type Records = {
	deployments: readonly Deployment[];
	designations: readonly DatedDesignation[];
	counts: ReleasedCounts;
	mission: Pick<Mission, 'ringsMetres' | 'timeZone'>;
};

/** The bases that existed on a day, each with what lay near it at that instant. */
export function measureBases(
	{ deployments, designations, counts, mission }: Records,
	on: Day,
	at: Instant
): RegisterBase[] {
	const places = listedPlaces(designations, at, mission.timeZone);
	const { ringsMetres } = mission;
	const proximity = measureProximity(places, deployments, { ringsMetres, when: { at: on } });
	const ring = ringOf(ringsMetres);
	const reportsNear = reportsWithin(counts, ringsMetres[ring]!, on);
	const byId = new Map(deployments.map((each) => [each.id, each]));
	return proximity.deployments.map(({ id, rings, exposure }) => {
		const { name, force, unit, kind, town, region, geometry, accuracyMetres } = byId.get(id)!;
		return {
			...{ id, name, force, unit, kind, town, region, geometry, accuracyMetres },
			near: {
				ringMetres: ringsMetres[ring]!,
				places: rings[ring]!,
				exposure,
				allegations: reportsNear({ geometry, accuracyMetres })
			}
		};
	});
}

/** The ring of one kilometre where the mission has it, otherwise its first. */
const ringOf = (ringsMetres: readonly number[]) => Math.max(0, ringsMetres.indexOf(1000));

/** Two whole years before the one that a day lies in: the 24 months that are over for certain. */
function reportsWithin(counts: ReleasedCounts, ringMetres: number, on: Day) {
	const toYear = Number(on.slice(0, 4)) - 1;
	const fromYear = toYear - 1;
	const { cells, withheld, yearsOnRecord } = sumReleased(counts, { fromYear, toYear, type: null });
	const open = withheld || !yearsOnRecord.includes(fromYear) || !yearsOnRecord.includes(toYear);
	const drawn = toCellFeatures(cells).features.map(({ geometry, properties }) => ({
		shape: shapeOf(geometry),
		count: properties.count
	}));
	return (base: Pick<Deployment, 'geometry' | 'accuracyMetres'>): NearFacts['allegations'] => {
		const reports: Count = { measured: 0, definite: 0, possible: 0 };
		const shape = shapeOf(base.geometry);
		for (const cell of drawn) {
			const metres = distanceBetweenShapes(shape, cell.shape);
			const answer = ringAnswer(metres, base.accuracyMetres, ringMetres);
			if (metres <= ringMetres) reports.measured += cell.count;
			if (answer === 'yes') reports.definite += cell.count;
			if (answer !== 'no') reports.possible += cell.count;
		}
		return { ...bandReports(reports, counts.minimumCell, open), fromYear, toYear };
	};
}
