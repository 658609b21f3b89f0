/** What the displacement view asks, as the page's address says it. */
import { APPEARANCES, GROUPINGS, SURROUNDINGS } from '$lib/core/displacement';

export const WINDOWS = [365, 180, 90, 730] as const;

export type DisplacementState = {
	around: (typeof SURROUNDINGS)[number];
	group: (typeof GROUPINGS)[number];
	appear: (typeof APPEARANCES)[number];
	/** Metres; null: the mission's rings decide. */
	near: number | null;
	far: number | null;
	windowDays: number;
};

export function readDisplacement(params: URLSearchParams): DisplacementState {
	const oneOf = <T>(name: string, known: readonly [T, ...T[]]): T =>
		known.find((each) => String(each) === params.get(name)) ?? known[0];
	const metres = (name: string) => {
		const value = Number(params.get(name));
		return value > 0 && value < 1e6 ? value : null;
	};
	return {
		around: oneOf('around', SURROUNDINGS),
		group: oneOf('group', GROUPINGS),
		appear: oneOf('appear', APPEARANCES),
		near: metres('near'),
		far: metres('far'),
		windowDays: oneOf<number>('window', WINDOWS)
	};
}

export function writeDisplacement(
	state: DisplacementState
): [name: string, value: string | number][] {
	const all: [string, string | number | null, string | number | null][] = [
		['around', state.around, SURROUNDINGS[0]],
		['group', state.group, GROUPINGS[0]],
		['appear', state.appear, APPEARANCES[0]],
		['near', state.near, null],
		['far', state.far, null],
		['window', state.windowDays, WINDOWS[0]]
	];
	return all.flatMap(([name, value, usual]) =>
		value === null || value === usual ? [] : [[name, value] as [string, string | number]]
	);
}
