/** What the benchmarks of proximity measure, and by what. */
import type { Proximities } from '../../src/lib/core/proximity/in-parallel';
import { PointProximity, type Sites } from '../../src/lib/core/proximity/point-proximity';
import type { Points } from '../../src/lib/core/proximity/side';
import { scatterTowns, seededRandom } from './towns';

export const RINGS = [500, 1000, 2000, 5000];
export const WIDEST = 5000;

export type Workload = { places: Points; sites: Sites };

export function makeWorkload(placeCount: number, baseCount: number): Workload {
	const [places, bases] = scatterTowns([placeCount, baseCount], 20040315) as [Points, Points];
	const random = seededRandom(1);
	const personnel = Float64Array.from(bases.lng, () => Math.round(random() * 900));
	return { places, sites: { ...bases, personnel } };
}

/** As the program does it on one thread. */
export function ours({ places, sites }: Workload): Proximities {
	const run = new PointProximity(sites, RINGS);
	return { places: run.measure(places), sites: run.sites };
}
