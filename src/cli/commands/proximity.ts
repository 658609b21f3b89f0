import { helpYourself, measureInParallel } from '../../lib/core/proximity/in-parallel.ts';
import { medianOf, narrowestRings, parseRings } from '../../lib/core/proximity/rings.ts';
import { renderProximityJson, type MeasuredPoints } from '../../lib/publish/formats/proximity.ts';
import { PointReader } from '../../lib/sources/point-reader.ts';
import { withThreads } from '../proximity-thread.ts';
import { defineCommand, InputError, need } from './command.ts';
import { print } from './figures.ts';
import { readPointFile } from './point-file.ts';

/** Fewer places are measured before threads have started. */
const WORTH_THREADS = 100_000;

export const proximityCommand = defineCommand({
	name: 'proximity',
	usage:
		'npm run --silent cordon -- proximity --places P.csv --sites S.csv [--rings 500,1000,2000,5000] [--json]',
	summary: 'Measures places against sites: the nearest, and counts and personnel within rings.',
	details: `Places have the columns id, lng, lat; sites id, lng, lat, personnel; in any order, among others.
A ring is a radius in metres and includes its limit. Distances are great circles on a sphere of radius
6,371,008.8 m. Uses all cores, and 300 MB of memory beside about 400 bytes a place.`,
	options: {
		places: { type: 'string' },
		sites: { type: 'string' },
		rings: { type: 'string', default: '500,1000,2000,5000' },
		json: { type: 'boolean' }
	},
	async run(values) {
		const rings = need('rings', values.rings);
		const ringsMetres = parseRings(rings);
		if (!ringsMetres) {
			throw new InputError(
				`--rings is "${rings}": write metres with commas, such as 500,1000,2000.`
			);
		}
		const [placeFile, siteFile] = [need('places', values.places), need('sites', values.sites)];
		const sites = await readPointFile(siteFile, new PointReader({ personnel: 'count' }));
		const places = await readPointFile(placeFile, new PointReader({}));
		const measure = (helpers = [helpYourself()]) =>
			measureInParallel(
				helpers,
				{ lng: places.lng.view(), lat: places.lat.view() },
				{ lng: sites.lng.view(), lat: sites.lat.view(), personnel: sites.columns.personnel.view() },
				{ ringsMetres }
			);
		const found = await (places.size < WORTH_THREADS ? measure() : withThreads(measure));
		const answer = { places: places.ids, sites: sites.ids, ringsMetres, found };
		await print(values.json ? renderProximityJson(answer) : toTable(answer));
	}
});

/** The sites, most places within the widest ring first, and what all places have in common. */
function* toTable({ places, sites, ringsMetres, found }: MeasuredPoints): Generator<string> {
	const rings = ringsMetres.length;
	const cells = (...values: (string | number)[]) =>
		values
			.map((value, k) => (k === 0 ? String(value).padEnd(24) : String(value).padStart(12)))
			.join(' ') + '\n';
	const metres = (value: number) => (value === Infinity ? '-' : Math.round(value).toString());
	yield `${places.length} places, ${sites.length} sites.\n\n`;
	yield cells('site', 'nearest m', ...ringsMetres.map((ring) => `<= ${ring} m`));
	const countAt = (site: number, ring: number) => found.sites.counts[site * rings + ring] ?? 0;
	const byCount = [...sites.keys()].sort((a, b) => countAt(b, rings - 1) - countAt(a, rings - 1));
	for (const site of byCount) {
		const counts = ringsMetres.map((_, ring) => countAt(site, ring));
		yield cells(sites[site]!, metres(found.sites.distanceMetres[site]!), ...counts);
	}
	const narrowest = narrowestRings(found.places.counts, rings);
	const near = ringsMetres.map((_, ring) =>
		narrowest.reduce((n, each) => n + (each <= ring ? 1 : 0), 0)
	);
	const median = medianOf(found.places.distanceMetres);
	yield '\n' + cells('places with a site', median === undefined ? '-' : metres(median), ...near);
	yield 'The distance of the last line is the median over all places.\n';
}
