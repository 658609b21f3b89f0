/**
 * One check on the device against lists of growing length, once the list is prepared: under 1 ms
 * where it lists 100,000 places, and how long preparing takes.
 */
import { checkPosition, prepareList } from '../../src/lib/core/check';
import type { ListEntry, ListInForce } from '../../src/lib/core/list';
import { strict as assert } from 'node:assert';
import { medianOf, shownLoad } from './compare';
import { makeTowns } from './towns';

const TIMES = { at: '2026-03-10T11:00:00Z', confirmedAt: '2026-03-10T11:00:00Z' };

function makeList(size: number): ListInForce {
	const entries = makeTowns(size, 0, 7).places.map((place): ListEntry => ({
		id: place.id,
		kind: 'establishment',
		names: [{ text: `Place ${place.id}`, language: 'en', status: 'sign' }],
		name: {},
		establishmentKind: 'bar',
		address: null,
		town: null,
		region: null,
		geometry: place.geometry,
		accuracyMetres: 10,
		bufferMetres: 30,
		reason: 'exploitation',
		emergency: false,
		lapsesAt: null,
		curfew: null,
		exceptions: {},
		addedOn: null
	}));
	return {
		directives: [{ number: 1, version: 1, entries }],
		coverage: {
			type: 'MultiPolygon',
			coordinates: [
				[
					[
						[19, 41],
						[23, 41],
						[23, 44],
						[19, 44],
						[19, 41]
					]
				]
			]
		},
		effectiveFrom: '2026-01-01T00:00:00Z',
		lifetimeHours: 72,
		nearMetres: 200,
		mission: { timeZone: 'Europe/Belgrade' }
	} as unknown as ListInForce;
}

for (const size of [200, 2_000, 100_000]) {
	const list = makeList(size);
	const start = performance.now();
	prepareList(list);
	const prepared = performance.now() - start;
	const times: number[] = [];
	let found = 0;
	for (let i = 0; i < 200; i++) {
		const fix = { position: [20.5 + i / 400, 42.5] as [number, number], accuracyMetres: 10 };
		const from = performance.now();
		const { neighbours } = checkPosition(list, fix, TIMES);
		times.push(performance.now() - from);
		found += neighbours.length;
	}
	assert(size < 1000 || found > 0);
	console.log(
		`${size} entries: ${medianOf(times).toFixed(3)} ms a check, slowest ${Math.max(...times).toFixed(1)}; ` +
			`${prepared.toFixed(0)} ms to prepare once (${shownLoad()})`
	);
}
