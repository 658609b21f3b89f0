/**
 * Everything the map page shows, as an address: whoever opens the link sees the same. Pure, so that
 * reading what was written is the identity, and tested.
 */
import { ALLEGATION_TYPES, type AllegationType, type Day } from '$lib/core/domain';
import { isDay } from '$lib/core/period';
import type { Camera } from './camera';
import type { Pick } from './map-context';

/** Layers a user can switch, in the order of the legend. */
export const MAP_LAYERS = [
	'off-limits',
	'deployments',
	'drafts',
	'heat',
	'proximity',
	'register'
] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];
/** What is on before anybody chooses. */
export const USUAL_LAYERS: MapLayer[] = ['off-limits', 'deployments', 'proximity'];

/** How many years up to the one shown the heat adds up; `all`: every year on record until then. */
export const HEAT_SPANS = ['1', '3', '5', 'all'] as const;
export type HeatSpan = (typeof HEAT_SPANS)[number];
export const HEAT_PICTURES = ['smooth', 'grid'] as const;
export type HeatPicture = (typeof HEAT_PICTURES)[number];

export type ViewState = {
	camera: Camera | null;
	/** Null: now, whenever the link is opened. */
	on: Day | null;
	/** "21:30" on that day; null: at its end. */
	time: string | null;
	layers: MapLayer[];
	selected: Pick | null;
	heat: { span: HeatSpan; type: AllegationType | null; picture: HeatPicture };
};

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
	values.find((candidate) => candidate === value);

/** Coordinates in an address: 5 decimals are about a metre. */
const short = (value: number, decimals: number) => String(Number(value.toFixed(decimals)));

export function writeViewState(state: ViewState, defaults: { layers: MapLayer[] }): string {
	const query = new URLSearchParams();
	if (state.camera) {
		const { center, zoom } = state.camera;
		query.set('at', [short(center[0], 5), short(center[1], 5), short(zoom, 2)].join(','));
	}
	if (state.on) query.set('on', [state.on, state.time].filter(Boolean).join('T'));
	const layers = MAP_LAYERS.filter((layer) => state.layers.includes(layer)).join('.');
	const usual = MAP_LAYERS.filter((layer) => defaults.layers.includes(layer)).join('.');
	if (layers !== usual) query.set('layers', layers);
	if (state.selected) query.set('selected', `${state.selected.kind}:${state.selected.id}`);
	if (state.heat.span !== 'all') query.set('span', state.heat.span);
	if (state.heat.type) query.set('type', state.heat.type);
	if (state.heat.picture !== 'smooth') query.set('heat', state.heat.picture);
	// Commas and colons are legal in a query and stay readable.
	return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** Whatever is missing or not understood is as it usually is: a broken link still shows a map. */
export function readViewState(
	query: URLSearchParams,
	defaults: { layers: MapLayer[]; allowed: MapLayer[] }
): ViewState {
	const [lng, lat, zoom] = (query.get('at') ?? '').split(',').map(Number);
	const placed =
		lng !== undefined &&
		lat !== undefined &&
		zoom !== undefined &&
		Math.abs(lng) <= 180 &&
		Math.abs(lat) <= 85 &&
		zoom >= 0 &&
		zoom <= 22;
	const [on = null, time] = query.get('on')?.split('T') ?? [];
	const layers = query.get('layers')?.split('.') ?? defaults.layers;
	const [kind, ...id] = (query.get('selected') ?? '').split(':');
	return {
		camera: placed ? { center: [lng, lat], zoom } : null,
		on: isDay(on) ? on : null,
		time: isDay(on) && time && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null,
		layers: MAP_LAYERS.filter(
			(layer) => layers.includes(layer) && defaults.allowed.includes(layer)
		),
		selected: kind && id.length ? { kind, id: id.join(':') } : null,
		heat: {
			span: oneOf(HEAT_SPANS, query.get('span')) ?? 'all',
			type: oneOf(ALLEGATION_TYPES, query.get('type')) ?? null,
			picture: oneOf(HEAT_PICTURES, query.get('heat')) ?? 'smooth'
		}
	};
}
