/**
 * The oracle: every pair measured and judged one by one, as method.md says it, nothing clever.
 * Points by Turf; shapes by geo.ts, which has oracles of its own.
 */
import { distance } from '@turf/turf';
import type { LngLat } from '$lib/core/domain';
import { distanceBetweenShapes, prepareShape } from '$lib/core/geo';
import { intersect, isValidOn, overlaps } from '$lib/core/period';
import type { Count, Located, LocatedDeployment, When } from '$lib/core/proximity';
import { peakStrength, strengthOn } from '$lib/core/strength';

export function metresBetween(a: Located, b: Located): number {
	if (a.geometry.type === 'Point' && b.geometry.type === 'Point') {
		const [from, to] = [a.geometry.coordinates, b.geometry.coordinates] as [LngLat, LngLat];
		return distance(from, to, { units: 'meters' });
	}
	return distanceBetweenShapes(prepareShape(a.geometry), prepareShape(b.geometry));
}

export function measurePlainly(
	places: Located[],
	deployments: LocatedDeployment[],
	rings: readonly number[],
	when: When
) {
	const exists = ({ period }: Located) =>
		'at' in when ? isValidOn(period, when.at) : overlaps(period, when.during);
	const metTogether = (a: Located, b: Located) => {
		if ('at' in when) return true;
		const shared = intersect(a.period, b.period);
		return shared !== undefined && overlaps(shared, when.during);
	};
	const [here, there] = [places.filter(exists), deployments.filter(exists)];
	const personnel = there.map((each) =>
		'at' in when
			? strengthOn(each, when.at)
			: peakStrength(each, intersect(each.period, when.during)!)
	);
	const pairs = here.flatMap((place, i) =>
		there.flatMap((deployment, j) => {
			if (!metTogether(place, deployment)) return [];
			const slack = place.accuracyMetres + deployment.accuracyMetres;
			return [{ i, j, metres: metresBetween(place, deployment), slack, people: personnel[j]! }];
		})
	);
	type Pair = (typeof pairs)[number];

	const bands = (valueOf: (within: (pair: Pair) => boolean) => number | null, ring: number) => ({
		measured: valueOf(({ metres }) => metres <= ring),
		definite: valueOf(({ metres, slack }) => metres + slack <= ring),
		possible: valueOf(({ metres, slack }) => metres - slack <= ring)
	});
	const counts = (of: Pair[]) =>
		rings.map((ring) => bands((within) => of.filter(within).length, ring) as Count);
	const sumOf = (of: Pair[]) => {
		const known = of.filter(({ people }) => people !== null);
		return of.length > 0 && known.length === 0
			? null
			: known.reduce((sum, { people }) => sum + people, 0);
	};
	const nearestMetres = (of: Pair[]) =>
		of.reduce((least, { metres }) => Math.min(least, metres), Infinity);
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value / rings.length, 0);

	return {
		places: here.map(({ id }, i) => {
			const of = pairs.filter((pair) => pair.i === i);
			const within = rings.map((ring) => ({
				...bands((within) => sumOf(of.filter(within)), ring),
				withoutStrength: of.filter(
					({ metres, slack, people }) => people === null && metres - slack <= ring
				).length
			}));
			const exposure = {
				measured: mean(within.map(({ measured }) => measured ?? 0)),
				definite: mean(within.map(({ definite }) => definite ?? 0)),
				possible: mean(within.map(({ possible }) => possible ?? 0))
			};
			const isUnknown = within.at(-1)?.possible === null;
			return {
				id,
				nearestMetres: nearestMetres(of),
				rings: counts(of),
				personnel: within,
				exposure: isUnknown ? null : exposure
			};
		}),
		deployments: there.map(({ id }, j) => {
			const of = pairs.filter((pair) => pair.j === j);
			const people = personnel[j]!;
			const inRings = counts(of);
			const exposure = (band: keyof Count) => mean(inRings.map((count) => count[band])) * people!;
			return {
				id,
				nearestMetres: nearestMetres(of),
				rings: inRings,
				personnel: people,
				exposure:
					people === null
						? null
						: {
								measured: exposure('measured'),
								definite: exposure('definite'),
								possible: exposure('possible')
							}
			};
		})
	};
}
