import type { LngLat } from '../../lib/core/domain.ts';
import { scan, type ScanInput } from '../../lib/core/hotspots/scan.ts';
import { PointReader } from '../../lib/sources/point-reader.ts';
import { defineCommand, InputError, need } from './command.ts';
import { compute, needNumber, printJson, printTable } from './figures.ts';
import { readPointFile } from './point-file.ts';

export const scanCommand = defineCommand({
	name: 'hotspots scan',
	usage: `npm run --silent cordon -- hotspots scan --areas A.csv [--max-share 0.5] [--replicas 999] [--seed 1]
    [--alpha 0.05] [--json]`,
	summary: `Kulldorff's Poisson scan statistic for high rates. A: id,lng,lat,cases,population, and with a column
"period" the space-time scan: one row for each area and period, periods in their natural order.
Circles around each area hold at most --max-share of the population, runs of periods as much of the
periods. The likeliest cluster is always listed, further ones without a common area up to p = --alpha.`,
	options: {
		areas: { type: 'string' },
		'max-share': { type: 'string', default: '0.5' },
		replicas: { type: 'string', default: '999' },
		seed: { type: 'string', default: '1' },
		alpha: { type: 'string', default: '0.05' },
		json: { type: 'boolean' }
	},
	async run(values) {
		const maxShare = needNumber('max-share', values['max-share'], { above: 0, max: 0.5 });
		const replicas = needNumber('replicas', values.replicas, { whole: true, max: 99_999 });
		const seed = needNumber('seed', values.seed, { whole: true, max: 2 ** 32 - 1 });
		const alpha = needNumber('alpha', values.alpha, { max: 1 });
		const { ids, periods, input } = await readAreas(need('areas', values.areas));
		const found = compute(() => scan(input, { maxShare, replicas, seed, alpha }));
		const clusters = found.map((cluster) => ({
			ids: cluster.places.map((place) => ids[place]!),
			centre: input.positions[cluster.centre]!,
			radiusMetres: cluster.radiusMetres,
			...(periods && {
				periods: { from: periods[cluster.periods[0]]!, until: periods[cluster.periods[1]]! }
			}),
			cases: cluster.cases,
			expected: cluster.expected,
			relativeRisk: cluster.relativeRisk,
			logLikelihoodRatio: cluster.logLikelihoodRatio,
			p: cluster.p
		}));
		const method = {
			statistic: `Kulldorff Poisson scan, ${periods ? 'space-time' : 'spatial'}, high rates`,
			...{ maxShare, replicas, seed, alpha }
		};
		if (values.json) return printJson({ method, clusters });
		const shown = clusters.map(({ centre, periods, ...cluster }) => ({
			...cluster,
			centre: centre.join(','),
			...(periods && { periods: `${periods.from}-${periods.until}` })
		}));
		const significant = clusters.filter(({ p }) => p <= alpha).length;
		printTable(method, `${significant} clusters are more than chance at ${alpha}.`, shown);
	}
});

/** Areas in the order of the file; with periods, one entry for each area and period. */
async function readAreas(path: string) {
	const reader = await readPointFile(
		path,
		new PointReader(
			{ cases: 'count', population: 'number', period: 'text' },
			['period'],
			['id', 'period']
		)
	);
	const { period } = reader.columns;
	const [cases, population] = [reader.columns.cases.view(), reader.columns.population.view()];
	const [lng, lat, rows] = [reader.lng.view(), reader.lat.view(), reader.rows.view()];
	const ids = [...new Set(reader.ids)];
	const places = new Map(ids.map((id, place) => [id, place]));
	const labels = [...new Set(period)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
	const column = new Map(labels.map((label, i) => [label, i]));
	const positions: LngLat[] = new Array(ids.length);
	const input: ScanInput = {
		positions,
		periods: Math.max(1, labels.length),
		cases: new Float64Array(ids.length * Math.max(1, labels.length)),
		population: new Float64Array(ids.length * Math.max(1, labels.length))
	};
	reader.ids.forEach((id, row) => {
		const place = places.get(id)!;
		const known = positions[place];
		const refuse = (what: string) => {
			throw new InputError(`${path}, row ${rows[row]}, "${id}": ${what}`);
		};
		if (known && (known[0] !== lng[row] || known[1] !== lat[row]))
			refuse('an earlier row has another position for it.');
		if (labels.length > 1 && period[row] === '') refuse('it has no period, and others have one.');
		if (population[row]! < 0) refuse('its population is below 0.');
		if (cases[row]! > 0 && population[row] === 0) refuse('it has cases but nobody at risk.');
		positions[place] = [lng[row]!, lat[row]!];
		const at = place * input.periods + column.get(period[row]!)!;
		(input.cases as Float64Array)[at] = cases[row]!;
		(input.population as Float64Array)[at] = population[row]!;
	});
	return { ids, periods: labels.some((label) => label !== '') ? labels : null, input };
}
