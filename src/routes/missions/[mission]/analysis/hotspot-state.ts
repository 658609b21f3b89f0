/** What the hotspots view asks, as the page's address says it. */

export const METHODS = ['scan', 'gi-star', 'emerging', 'dbscan'] as const;
export type Method = (typeof METHODS)[number];

export const SUBJECTS = ['reports', 'places'] as const;
export const STEPS = [1, 2, 3] as const;
export const RESOLUTIONS = [5, 6, 7, 8] as const;
export const SHARES = [0.5, 0.25, 0.1] as const;
export const RADII = [250, 500, 1000, 2000, 5000] as const;
export const LEASTS = [2, 3, 5, 10] as const;

export type HotspotState = {
	method: Method;
	/** What Gi* counts: reports in the mission's cells, or places in cells of `resolution`. */
	subject: (typeof SUBJECTS)[number];
	/** Rings of the neighbourhood. */
	steps: number;
	resolution: number;
	/** The largest share of the personnel in a circle. */
	share: number;
	/** Whether the scan looks for years as well. */
	byYear: boolean;
	radiusMetres: number;
	least: number;
};

export const USUAL: HotspotState = {
	method: 'scan',
	subject: 'reports',
	steps: 1,
	resolution: 7,
	share: 0.5,
	byYear: false,
	radiusMetres: 1000,
	least: 3
};

/** Whether the answer comes from released reports (otherwise from places on a day). */
export const isOfReports = ({ method, subject }: HotspotState) =>
	method === 'gi-star' ? subject === 'reports' : method !== 'dbscan';

export function readHotspots(params: URLSearchParams): HotspotState {
	const oneOf = <T extends string>(name: string, known: readonly T[], usual: T): T =>
		known.find((each) => each === params.get(name)) ?? usual;
	const number = (name: string, known: readonly number[], usual: number): number =>
		known.find((each) => String(each) === params.get(name)) ?? usual;
	return {
		method: oneOf('method', METHODS, USUAL.method),
		subject: oneOf('of', SUBJECTS, USUAL.subject),
		steps: number('steps', STEPS, USUAL.steps),
		resolution: number('res', RESOLUTIONS, USUAL.resolution),
		share: number('share', SHARES, USUAL.share),
		byYear: params.get('time') === 'apart',
		radiusMetres: number('radius', RADII, USUAL.radiusMetres),
		least: number('least', LEASTS, USUAL.least)
	};
}

/** Name and value of each choice that is not the usual one. */
export function writeHotspots(state: HotspotState): [name: string, value: string | number][] {
	const all: [string, string | number | false, string | number | false][] = [
		['method', state.method, USUAL.method],
		['of', state.subject, USUAL.subject],
		['steps', state.steps, USUAL.steps],
		['res', state.resolution, USUAL.resolution],
		['share', state.share, USUAL.share],
		['time', state.byYear && 'apart', false],
		['radius', state.radiusMetres, USUAL.radiusMetres],
		['least', state.least, USUAL.least]
	];
	return all.flatMap(([name, value, usual]) =>
		value === usual || value === false ? [] : [[name, value] as [string, string | number]]
	);
}
