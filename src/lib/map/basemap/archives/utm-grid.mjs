// The kilometre grid of MGRS over an area inside one UTM zone: what a reader needs to place a grid
// reference where the map has neither roads nor relief. Lines are exact at every kilometre.

import { UTM_FALSE_EASTING, utmZone } from '../../../core/transverse-mercator.ts';

/**
 * Position of a point of the northern hemisphere given in metres.
 * @param {number} zone
 * @param {number} easting
 * @param {number} northing
 */
export const toLngLat = (zone, easting, northing) =>
	utmZone(zone).toLngLat([easting - UTM_FALSE_EASTING, northing]);

/**
 * Lines of the grid: `step` 10 for each ten kilometres, 1 for those between; `km` the two digits that
 * stand for the line in a grid reference.
 * @param {number} zone
 * @param {[number, number, number, number]} bounds west, south, east, north in kilometres
 */
export function gridLines(zone, [west, south, east, north]) {
	/** @type {(axis: 'easting' | 'northing', at: number, from: number, to: number) => object} */
	const line = (axis, at, from, to) => {
		const coordinates = [];
		for (let along = from; along <= to; along += 5) {
			const [e, nn] = axis === 'easting' ? [at, along] : [along, at];
			coordinates.push(toLngLat(zone, e * 1000, nn * 1000));
		}
		const step = at % 10 === 0 ? 10 : 1;
		return {
			geometry: { type: 'LineString', coordinates },
			properties: { step, km: String(at % 100).padStart(2, '0') },
			from: step === 10 ? 9 : 12
		};
	};
	const lines = [];
	for (let at = west; at <= east; at++) lines.push(line('easting', at, south, north));
	for (let at = south; at <= north; at++) lines.push(line('northing', at, west, east));
	return lines;
}
