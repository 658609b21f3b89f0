import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALLEGATION_TYPES } from '$lib/core/domain';
import {
	HEAT_PICTURES,
	HEAT_SPANS,
	MAP_LAYERS,
	readViewState,
	writeViewState,
	type MapLayer,
	type ViewState
} from '$lib/map/view-state';

const usual: MapLayer[] = ['off-limits', 'deployments', 'proximity'];
const read = (query: string, allowed: readonly MapLayer[] = MAP_LAYERS) =>
	readViewState(new URLSearchParams(query), { layers: usual, allowed: [...allowed] });
const write = (state: ViewState) => writeViewState(state, { layers: usual });

const decimal = (least: number, most: number, decimals: number) =>
	fc
		.integer({ min: Math.ceil(least * 10 ** decimals), max: Math.floor(most * 10 ** decimals) })
		.map((whole) => whole / 10 ** decimals);
const camera = fc.record({
	center: fc.tuple(decimal(-180, 180, 5), decimal(-85, 85, 5)),
	zoom: decimal(0, 22, 2)
});
const day = fc
	.integer({ min: 0, max: 30_000 })
	.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const pick = fc.record({
	kind: fc.constantFrom('deployment', 'designation', 'establishment', 'draft', 'position'),
	id: fc.oneof(fc.uuid(), fc.constant('21.1655,42.6629,500'), fc.constant('a:b&c=d'))
});
const moment = fc.oneof(
	fc.constant({ on: null, time: null }),
	fc.record({ on: day, time: fc.constantFrom(null, '00:00', '21:30', '23:59') })
);
const states: fc.Arbitrary<ViewState> = fc
	.tuple(
		moment,
		fc.record({
			camera: fc.option(camera),
			layers: fc.subarray([...MAP_LAYERS]),
			selected: fc.option(pick),
			heat: fc.record({
				span: fc.constantFrom(...HEAT_SPANS),
				type: fc.option(fc.constantFrom(...ALLEGATION_TYPES)),
				picture: fc.constantFrom(...HEAT_PICTURES)
			})
		})
	)
	.map(([at, rest]) => ({ ...at, ...rest }));

describe('the address of a view', () => {
	test('read back, it is the view that was written', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(read(write(state))).toEqual(state);
			})
		);
	});

	test('of the usual view is empty', () => {
		expect(write(read(''))).toBe('');
	});

	test('with every layer off stays so', () => {
		const nothing = { ...read(''), layers: [] };
		expect(read(write(nothing)).layers).toEqual([]);
	});

	test('never brings a layer to somebody who may not see it', () => {
		const shown = read('layers=off-limits.deployments.heat.drafts', ['off-limits', 'proximity']);
		expect(shown.layers).toEqual(['off-limits']);
	});

	test.each([
		'at=200,10,5',
		'at=21,42',
		'at=x,y,z',
		'at=21,42,99',
		'on=2004-02-30',
		'on=yesterday',
		'selected=deployment',
		'type=anything',
		'heat=rainbow&span=9'
	])('that is broken (%s) still shows the usual map', (query) => {
		expect(read(query)).toEqual(read(''));
	});
});
