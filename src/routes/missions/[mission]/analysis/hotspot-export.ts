/** Findings as a sheet: figures unrounded, with the shape that the map draws. */
import type { Sheet } from '$lib/publish/sheet';
import type { Finding } from './hotspot-findings';
import type { Method } from './hotspot-state';

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function toFindingSheet(method: Method, findings: readonly Finding[]): Sheet {
	return {
		name: `hotspots-${method}`,
		rows: findings.map(({ id, geometry, mark, pattern, radiusMetres, values }) => ({
			id,
			geometry,
			accuracyMetres: null,
			cells: {
				result: pattern ? `${pattern.class} ${pattern.of} spot` : RESULTS[mark],
				...Object.fromEntries(
					Object.entries({ ...values, radiusMetres }).map(([name, value]) => [
						snakeCase(name),
						value
					])
				)
			}
		}))
	};
}

/** Exports speak English, as their columns do. */
const RESULTS: Record<Finding['mark'], string> = {
	veryHot: 'more than chance, q <= 0.01',
	hot: 'more than chance, q <= 0.05',
	none: 'not more than chance',
	cold: 'less than chance, q <= 0.05',
	veryCold: 'less than chance, q <= 0.01',
	cluster: 'more than chance, p <= 0.05',
	doubtful: 'not more than chance',
	group: 'cluster',
	alone: 'noise'
};
