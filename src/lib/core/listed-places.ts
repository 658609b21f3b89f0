/** What is Off-Limits on a day, as places that proximity can be measured to. */
import type { Geometry } from 'geojson';
import { listInForce } from './directive';
import type { DatedDesignation, Day, Instant } from './domain';
import { dayAt, toDay, toDayNumber } from './period';
import type { Located } from './proximity';

/** Establishments and zones that bind at an instant; curfews and class rules are no places. */
export function listedPlaces<D extends DatedDesignation>(
	designations: readonly D[],
	at: Instant,
	timeZone: string
): (D & Located)[] {
	return listInForce(designations, at)
		.filter(({ kind }) => kind === 'establishment' || kind === 'zone')
		.filter(({ geometry }) => geometry !== null)
		.map((each) => ({
			...each,
			geometry: each.geometry as Geometry,
			period: {
				from: each.inForce.from && dayAt(each.inForce.from, timeZone),
				until: each.inForce.until && dayAfter(each.inForce.until, timeZone)
			}
		}));
}

/** The day on which an instant falls is still a day in force: the period ends with the next. */
const dayAfter = (instant: Instant, timeZone: string): Day =>
	toDay(toDayNumber(dayAt(instant, timeZone)) + 1);
