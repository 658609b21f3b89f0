import { once } from 'node:events';
import {
	helpYourself,
	measureInParallel,
	type Proximities
} from '../../lib/core/proximity/in-parallel.ts';
import { PointReader } from '../../lib/sources/point-reader.ts';
import { withThreads } from '../proximity-thread.ts';
import { defineCommand, InputError, need } from './command.ts';
import { readPointFile } from './point-file.ts';

/** Fewer places are measured before threads have started. */
const WORTH_THREADS = 100_000;
/** Lines written at once. */
const LINES = 5000;

export const proximityCommand = defineCommand({
	name: 'proximity',
	usage:
		'npm run cordon -- proximity --places P.csv --sites S.csv [--rings 500,1000,2000,5000] [--json]',
	summary: 'Measures places against sites: the nearest, and counts and personnel within rings.',
	details: `Places have the columns id, lng, lat; sites id, lng, lat, personnel; in any order, among others.
A ring is a radius in metres and includes its limit. Distances are great circles on a sphere of radius
6,371,008.8 m. Uses all cores, and about 300 bytes of memory a place.`,
	options: {
		places: { type: 'string' },
		sites: { type: 'string' },
		rings: { type: 'string', default: '500,1000,2000,5000' },
		json: { type: 'boolean' }
	},
	async run(values) {
		const ringsMetres = readRings(need('rings', values.rings));
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
		await print(values.json ? toJson(answer) : toTable(answer));
	}
});

/** Radii in metres, ascending, each once. */
function readRings(text: string): number[] {
	const rings = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
	if (!rings.every((ring) => Number.isFinite(ring) && ring >= 0)) {
		throw new InputError(`--rings is "${text}": write metres with commas, such as 500,1000,2000.`);
	}
	return [...new Set(rings)].sort((a, b) => a - b);
}

/** What was found, with the ids that its numbers stand for. */
type Found = { places: string[]; sites: string[]; ringsMetres: number[]; found: Proximities };

function* toJson({ places, sites, ringsMetres, found }: Found): Generator<string> {
	const byRing = (values: ArrayLike<number>, i: number) =>
		Object.fromEntries(ringsMetres.map((ring, k) => [ring, values[i * ringsMetres.length + k]]));
	const metresAt = ({ nearest, distanceMetres }: Nearest, i: number) =>
		nearest[i]! < 0 ? null : distanceMetres[i]!;
	yield '{"places":[';
	for (const [i, id] of places.entries()) {
		const place = {
			id,
			nearestSite: sites[found.places.nearest[i]!] ?? null,
			distanceMetres: metresAt(found.places, i),
			personnelWithin: byRing(found.places.personnel, i)
		};
		yield `${i > 0 ? ',' : ''}\n${JSON.stringify(place)}`;
	}
	yield '\n],"sites":[';
	for (const [j, id] of sites.entries()) {
		const site = {
			id,
			nearestPlace: places[found.sites.nearest[j]!] ?? null,
			distanceMetres: metresAt(found.sites, j),
			placesWithin: byRing(found.sites.counts, j)
		};
		yield `${j > 0 ? ',' : ''}\n${JSON.stringify(site)}`;
	}
	yield '\n]}\n';
}

type Nearest = { nearest: Int32Array; distanceMetres: Float64Array };

/** The sites, most places within the widest ring first, and what all places have in common. */
function* toTable({ places, sites, ringsMetres, found }: Found): Generator<string> {
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
	const near = ringsMetres.map((_, ring) =>
		places.reduce((count, _, i) => count + (found.places.counts[i * rings + ring]! > 0 ? 1 : 0), 0)
	);
	const sorted = found.places.distanceMetres.slice().sort();
	const median = sorted.length > 0 ? metres(sorted[sorted.length >> 1]!) : '-';
	yield '\n' + cells('places with a site', median, ...near);
	yield 'The distance of the last line is the median over all places.\n';
}

async function print(lines: Iterable<string>): Promise<void> {
	let waiting: string[] = [];
	const flush = async () => {
		if (!process.stdout.write(waiting.join(''))) await once(process.stdout, 'drain');
		waiting = [];
	};
	for (const line of lines) if (waiting.push(line) >= LINES) await flush();
	await flush();
}
