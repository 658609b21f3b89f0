/** The scenario and the target, as the page's address says them: no scenario is stored anywhere. */
import type { LngLat } from '$lib/core/domain';
import { isPosition } from '$lib/core/geo';
import {
	TARGET_BANDS,
	TARGET_KINDS,
	type Scenario,
	type Target,
	type TargetBand
} from '$lib/core/what-if';

export type WhatIfState = Scenario & {
	target: Target['kind'];
	/** Null: nothing was asked yet. */
	atMost: number | null;
	/** Of the target `places`; null: the mission's nearest to 1 km. */
	within: number | null;
	band: TargetBand;
};

// What URLSearchParams leaves as it is, and neither ids nor numbers hold.
const BETWEEN = '_';
const INSIDE = '*';

export function readWhatIf(params: URLSearchParams): WhatIfState {
	const items = (name: string) => [
		...new Set((params.get(name) ?? '').split(BETWEEN).filter(Boolean))
	];
	const number = (name: string) => {
		const text = params.get(name);
		const value = Number(text);
		return text && Number.isFinite(value) && value >= 0 ? value : null;
	};
	const oneOf = <T extends string>(name: string, known: readonly [T, ...T[]]): T =>
		known.find((each) => each === params.get(name)) ?? known[0];
	return {
		designated: items('designate'),
		lifted: items('lift'),
		moved: items('move').flatMap((item) => {
			const [id, lng, lat] = item.split(INSIDE);
			const position = [Number(lng), Number(lat)];
			return id && lat && isPosition(position) ? [{ id, position }] : [];
		}),
		target: oneOf('target', TARGET_KINDS),
		atMost: number('most'),
		within: number('within') || null,
		band: oneOf('band', TARGET_BANDS)
	};
}

export function writeWhatIf(state: WhatIfState): [name: string, value: string | number][] {
	const place = ([lng, lat]: LngLat) => [lng, lat].map((each) => Number(each.toFixed(6)));
	const all: [string, string | number | null][] = [
		['designate', state.designated.join(BETWEEN)],
		['lift', state.lifted.join(BETWEEN)],
		[
			'move',
			state.moved.map(({ id, position }) => [id, ...place(position)].join(INSIDE)).join(BETWEEN)
		],
		['target', state.target === TARGET_KINDS[0] ? null : state.target],
		['most', state.atMost],
		['within', state.within],
		['band', state.band === TARGET_BANDS[0] ? null : state.band]
	];
	return all.flatMap(([name, value]) =>
		value === null || value === '' ? [] : [[name, value] as [string, string | number]]
	);
}
