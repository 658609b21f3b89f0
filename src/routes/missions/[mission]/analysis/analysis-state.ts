/** What the analysis page shows, as its address says it: every view can be sent to a colleague. */
import type {
	AllegationType,
	DatedDesignation,
	Day,
	Deployment,
	Establishment,
	Instant,
	Mission
} from '$lib/core/domain';
import { ALLEGATION_TYPES } from '$lib/core/domain';
import { isDay } from '$lib/core/period';
import type { Sort } from '$lib/ui/table';
import type { ListInForce } from './analysis-export';
import { readBrushes, writeBrushes, type Brushes } from './brushes';
import { readDisplacement, writeDisplacement, type DisplacementState } from './displacement-state';
import { readHotspots, writeHotspots, type HotspotState } from './hotspot-state';
import { readWhatIf, writeWhatIf, type WhatIfState } from './what-if-state';

export const VIEWS = [
	'bases',
	'places',
	'heat',
	'hotspots',
	'what-if',
	'displacement',
	'files'
] as const;
export type View = (typeof VIEWS)[number];

/** Which places are measured: those Off-Limits on the day, or all that existed on the day. */
export const BASES_OF_PLACES = ['offLimits', 'register'] as const;
export type PlaceSet = (typeof BASES_OF_PLACES)[number];

export type AnalysisState = {
	view: View;
	on: Day;
	set: PlaceSet;
	/** Only rows with something possibly within this ring; null: all rows. */
	ring: number | null;
	region: string | null;
	kind: string | null;
	force: string | null;
	query: string;
	/** Ranges taken out of the charts. */
	brushes: Brushes;
	/** Null: the view's own order. */
	sort: Sort | null;
	/**
	 * "deployment:id", "place:id", "cell:index", "rule:id", "intervention:day or id", or "finding:id" of
	 * the hotspots.
	 */
	selected: string | null;
	type: AllegationType | null;
	/** Null: the first and last year on record. */
	fromYear: number | null;
	toYear: number | null;
	hotspots: HotspotState;
	whatIf: WhatIfState;
	displacement: DisplacementState;
};

/** What each view of the page is given. */
export type ViewProps = {
	view: AnalysisState;
	mission: Mission;
	list: ListInForce;
	establishments: Establishment[];
	deployments: Deployment[];
	designations: DatedDesignation[];
	now: Instant;
	/** By the mission's clock. */
	today: Day;
};

export function readState(params: URLSearchParams, today: Day): AnalysisState {
	const word = (name: string) => params.get(name) || null;
	const oneOf = <T extends string>(name: string, known: readonly T[]) =>
		known.find((each) => each === params.get(name));
	const year = (name: string) => {
		const value = Number(params.get(name));
		return Number.isInteger(value) && value > 1900 && value < 2200 ? value : null;
	};
	const on = params.get('on');
	const ring = Number(params.get('ring'));
	const sort = word('sort');
	return {
		view: oneOf('view', VIEWS) ?? 'bases',
		on: isDay(on) ? on : today,
		set: oneOf('set', BASES_OF_PLACES) ?? 'offLimits',
		ring: ring > 0 ? ring : null,
		region: word('region'),
		kind: word('kind'),
		force: word('force'),
		query: params.get('q') ?? '',
		brushes: readBrushes(params),
		sort: sort ? { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : null,
		selected: word('selected'),
		type: oneOf('type', ALLEGATION_TYPES) ?? null,
		fromYear: year('from'),
		toYear: year('to'),
		hotspots: readHotspots(params),
		whatIf: readWhatIf(params),
		displacement: readDisplacement(params)
	};
}

/** The shortest address that reads back as this state. */
export function writeState(state: AnalysisState, today: Day): URLSearchParams {
	const params = new URLSearchParams();
	const put = (name: string, value: string | number | null, usual: string | null = null) => {
		if (value !== null && value !== '' && value !== usual) params.set(name, String(value));
	};
	put('view', state.view, 'bases');
	put('on', state.on, today);
	put('set', state.set, 'offLimits');
	put('ring', state.ring);
	put('region', state.region);
	put('kind', state.kind);
	put('force', state.force);
	put('q', state.query);
	put('sort', state.sort && `${state.sort.descending ? '-' : ''}${state.sort.column}`);
	put('selected', state.selected);
	put('type', state.type);
	put('from', state.fromYear);
	put('to', state.toYear);
	const more = [
		...writeBrushes(state.brushes),
		...writeHotspots(state.hotspots),
		...writeWhatIf(state.whatIf),
		...writeDisplacement(state.displacement)
	];
	for (const [name, value] of more) put(name, value);
	return params;
}
