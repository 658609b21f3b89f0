// The kilometre grid of MGRS over an area inside one UTM zone: what a reader needs to place a grid
// reference where the map has neither roads nor relief. Lines are exact at every kilometre.

// WGS 84 and the UTM constants (NGA.SIG.0012, 2014); Krüger's series to the fourth power of n.
const A = 6378137;
const F = 1 / 298.257223563;
const SCALE = 0.9996;
const FALSE_EASTING = 500000;
const n = F / (2 - F);
const RADIUS = (A / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const BETA = [
	n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360,
	n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440,
	(17 * n ** 3) / 480 - (37 * n ** 4) / 840,
	(4397 * n ** 4) / 161280
];
const DELTA = [
	2 * n - (2 * n ** 2) / 3 - 2 * n ** 3 + (116 * n ** 4) / 45,
	(7 * n ** 2) / 3 - (8 * n ** 3) / 5 - (227 * n ** 4) / 45,
	(56 * n ** 3) / 15 - (136 * n ** 4) / 35,
	(4279 * n ** 4) / 630
];
/** @type {(terms: number[], of: (term: number, k: number) => number) => number} */
const sum = (terms, of) => terms.reduce((total, term, i) => total + of(term, 2 * (i + 1)), 0);
/** @param {number} radians */
const degrees = (radians) => (radians * 180) / Math.PI;

/**
 * Position of a point of the northern hemisphere given in metres.
 * @param {number} zone
 * @param {number} easting
 * @param {number} northing
 * @returns {[number, number]}
 */
export function toLngLat(zone, easting, northing) {
	const xi = northing / (SCALE * RADIUS);
	const eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
	const x = xi - sum(BETA, (b, k) => b * Math.sin(k * xi) * Math.cosh(k * eta));
	const y = eta - sum(BETA, (b, k) => b * Math.cos(k * xi) * Math.sinh(k * eta));
	const chi = Math.asin(Math.sin(x) / Math.cosh(y));
	const phi = chi + sum(DELTA, (d, k) => d * Math.sin(k * chi));
	const lambda = Math.atan2(Math.sinh(y), Math.cos(x));
	return [zone * 6 - 183 + degrees(lambda), degrees(phi)];
}

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
