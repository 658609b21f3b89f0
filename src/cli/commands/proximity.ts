import { once } from 'node:events';
import { measureProximity } from '../../lib/core/proximity.ts';
import { PointReader } from '../../lib/sources/point-reader.ts';
import { defineCommand, InputError, need } from './command.ts';
import { readPointFile } from './point-file.ts';

const ALWAYS = { from: null, until: null };

export const proximityCommand = defineCommand({
	name: 'proximity',
	usage:
		'npm run cordon -- proximity --places P.csv --sites S.csv [--rings 500,1000,2000,5000] [--json]',
	summary:
		'Measures places (id,lng,lat) against sites (id,lng,lat,personnel): nearest, counts and personnel by ring.',
	options: {
		places: { type: 'string' },
		sites: { type: 'string' },
		rings: { type: 'string', default: '500,1000,2000,5000' },
		json: { type: 'boolean' }
	},
	async run(values) {
		const rings = readRings(need('rings', values.rings));
		const sites = await readPointFile(
			need('sites', values.sites),
			new PointReader({ personnel: 'count' })
		);
		const places = await readPointFile(need('places', values.places), new PointReader({}));
		const found = measureProximity(
			places.ids.map((id, i) => located(places, id, i)),
			sites.ids.map((id, i) => ({
				...located(sites, id, i),
				strengths: [
					{
						period: ALWAYS,
						category: 'military' as const,
						personnel: sites.columns.personnel.view()[i]!,
						source: null
					}
				]
			})),
			{ ringsMetres: rings, when: { at: '2000-01-01' } }
		);
		await print(
			JSON.stringify({
				places: found.places.map(({ id, nearest, personnel }) => ({
					id,
					nearestSite: nearest?.id ?? null,
					distanceMetres: nearest?.distanceMetres ?? null,
					personnelWithin: byRing(rings, (ring) => personnel[ring]!.measured ?? 0)
				})),
				sites: found.deployments.map((site) => ({
					id: site.id,
					nearestPlace: site.nearest?.id ?? null,
					distanceMetres: site.nearest?.distanceMetres ?? null,
					placesWithin: byRing(rings, (ring) => site.rings[ring]!.measured)
				}))
			}) + '\n'
		);
	}
});

function located({ lng, lat }: PointReader<Record<never, never>>, id: string, i: number) {
	const coordinates = [lng.view()[i]!, lat.view()[i]!];
	const geometry = { type: 'Point' as const, coordinates };
	return { id, geometry, accuracyMetres: 0, period: ALWAYS };
}

/** Radii in metres, ascending, each once. */
function readRings(text: string): number[] {
	const rings = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
	if (!rings.every((ring) => Number.isFinite(ring) && ring >= 0)) {
		throw new InputError(`--rings is "${text}": write metres with commas, such as 500,1000,2000.`);
	}
	return [...new Set(rings)].sort((a, b) => a - b);
}

const byRing = (rings: readonly number[], valueOf: (ring: number) => number) =>
	Object.fromEntries(rings.map((metres, ring) => [String(metres), valueOf(ring)]));

async function print(text: string): Promise<void> {
	if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
