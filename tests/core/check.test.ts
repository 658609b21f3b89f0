import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import {
	checkName,
	checkPosition,
	POOR_FIX_METRES,
	VERDICTS,
	type CheckTimes
} from '$lib/core/check';
import type { LngLat } from '$lib/core/domain';
import { distanceToGeometry } from '$lib/core/geo';
import type { ListEntry, ListInForce } from '$lib/core/list';
import { ellipsoidDestination } from './sphere';

const PRISTINA: LngLat = [21.1655, 42.6629];
const NOON: CheckTimes = { at: '2026-03-10T11:00:00Z', confirmedAt: '2026-03-10T09:00:00Z' };
const at = (bearing: number, metres: number, from = PRISTINA) =>
	ellipsoidDestination(from, bearing, metres);

function entry(id: string, more: Partial<ListEntry> = {}): ListEntry {
	return {
		id,
		kind: 'establishment',
		names: [{ text: `Bar ${id}`, language: 'en', status: 'sign' }],
		name: {},
		establishmentKind: 'bar',
		address: null,
		town: 'Pristina',
		region: null,
		geometry: { type: 'Point', coordinates: PRISTINA },
		accuracyMetres: 10,
		bufferMetres: 0,
		reason: 'exploitation',
		emergency: false,
		lapsesAt: null,
		curfew: null,
		exceptions: {},
		addedOn: '2004-03-15',
		...more
	};
}

const square = (lng: number, lat: number, half: number): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[lng - half, lat - half],
			[lng + half, lat - half],
			[lng + half, lat + half],
			[lng - half, lat + half],
			[lng - half, lat - half]
		]
	]
});

function list(entries: ListEntry[], more: Partial<ListInForce> = {}): ListInForce {
	return {
		format: 'cordon-list/1',
		mission: {
			slug: 'kosovo',
			acronym: 'UNMIK',
			name: {},
			statusNote: {},
			timeZone: 'Europe/Belgrade',
			languages: ['en'],
			exercise: true
		},
		sequence: 1,
		previousHash: null,
		issuedAt: '2026-03-01T00:00:00Z',
		effectiveFrom: '2026-03-01T00:00:00Z',
		lifetimeHours: 72,
		nearMetres: 200,
		coverage: { type: 'MultiPolygon', coordinates: [square(21, 42.5, 1).coordinates] },
		directives: [
			{
				number: 7,
				version: 2,
				title: {},
				text: {},
				legalBasis: '',
				applicability: ['military'],
				exemptDuties: {},
				effectiveFrom: '2026-03-01T00:00:00Z',
				reviewOn: null,
				entries
			}
		],
		contacts: [],
		consequences: {},
		...more
	};
}

const ask = (
	entries: ListEntry[],
	position: LngLat,
	accuracyMetres: number | null = 10,
	times = NOON
) => checkPosition(list(entries), { position, accuracyMetres }, times);

describe('a listed bar', () => {
	const bar = entry('a', { bufferMetres: 30 });

	test.each<[number, string, string]>([
		[0, 'inside', 'insidePlace'],
		[28, 'inside', 'insideBuffer'],
		[45, 'inside', 'insideBuffer'],
		[120, 'near', 'nearPlace'],
		[245, 'near', 'nearPlace'],
		[255, 'notListed', 'nothingListed'],
		[900, 'notListed', 'nothingListed']
	])('at %d m with a good fix is %s', (metres, verdict, reason) => {
		expect(ask([bar], at(70, metres))).toMatchObject({ verdict, reason });
	});

	test('says which, how far, how surely, in which directive and which way', () => {
		const checked = ask([bar], at(90, 120));
		expect(checked.entry).toBe(bar);
		expect(checked.distanceMetres).toBeCloseTo(119.7, 0);
		expect(checked.uncertaintyMetres).toBe(20);
		expect(checked.listAgeHours).toBe(2);
		expect(checked.deciding!.directive).toMatchObject({ number: 7, version: 2 });
		expect(checked.deciding!.bearingDegrees).toBeCloseTo(270, 0);
	});

	test('not listed still lists what is within two kilometres', () => {
		const checked = ask([bar, entry('far', { geometry: point(at(0, 5000)) })], at(90, 900));
		expect(checked).toMatchObject({ verdict: 'notListed', entry: null });
		expect(checked.neighbours.map((each) => each.entry.id)).toEqual(['a']);
	});
});

const point = (position: LngLat): Geometry => ({ type: 'Point', coordinates: position });

describe('unknown', () => {
	const bar = entry('a');
	const here = { position: at(0, 900), accuracyMetres: 10 };

	test('without a list', () => {
		expect(checkPosition(null, here, NOON)).toMatchObject({ verdict: 'unknown', reason: 'noList' });
	});

	test('with a list older than its lifetime, also at the bar itself, which is still named', () => {
		const times = { ...NOON, confirmedAt: '2026-03-07T10:59:59Z' };
		const checked = ask([bar], PRISTINA, 10, times);
		expect(checked).toMatchObject({ verdict: 'unknown', reason: 'listStale', entry: null });
		expect(checked.neighbours[0]!.entry).toBe(bar);
		expect(ask([bar], PRISTINA, 10, { ...NOON, confirmedAt: '2026-03-07T11:00:00Z' }).verdict).toBe(
			'inside'
		);
	});

	test('with a list never confirmed, not yet effective, or a clock set back', () => {
		const reasons = [
			ask([bar], PRISTINA, 10, { ...NOON, confirmedAt: null }),
			checkPosition(list([bar], { effectiveFrom: '2026-04-01T00:00:00Z' }), here, NOON),
			ask([bar], PRISTINA, 10, { at: '2026-03-09T11:00:00Z', confirmedAt: NOON.confirmedAt })
		].map(({ verdict, reason }) => `${verdict} ${reason}`);
		expect(reasons).toEqual([
			'unknown listStale',
			'unknown listNotYetEffective',
			'unknown clockWrong'
		]);
	});

	test.each([POOR_FIX_METRES + 1, 5000, NaN, Infinity, -1, null])(
		'with a fix of %s metres, near or far',
		(accuracyMetres) => {
			for (const metres of [0, 300, 20_000]) {
				expect(ask([bar], at(0, metres), accuracyMetres)).toMatchObject({
					verdict: 'unknown',
					reason: 'positionPoor'
				});
			}
		}
	);

	test('outside the coverage', () => {
		expect(ask([bar], [25, 42])).toMatchObject({ verdict: 'unknown', reason: 'outsideCoverage' });
		expect(ask([bar], [22.0001, 42.5]).verdict).toBe('unknown');
		expect(ask([bar], [22, 42.5]).verdict).toBe('notListed');
	});

	test('without a position', () => {
		for (const position of [
			[NaN, 42],
			[200, 42],
			[21, -95]
		] as LngLat[]) {
			expect(ask([bar], position)).toMatchObject({ verdict: 'unknown', reason: 'positionMissing' });
		}
	});
});

describe('zones', () => {
	const zone = entry('z', {
		kind: 'zone',
		names: [],
		name: { en: 'Old market' },
		geometry: square(21.1655, 42.6629, 0.02)
	});

	test('hold on their boundary and well inside, however poor the fix there', () => {
		expect(ask([zone], [21.1855, 42.6629])).toMatchObject({
			verdict: 'inside',
			reason: 'insideZone'
		});
		expect(ask([zone], PRISTINA, 1000)).toMatchObject({ verdict: 'inside', reason: 'insideZone' });
		expect(ask([zone], [21.18, 42.6629], 1000)).toMatchObject({ verdict: 'unknown' });
	});

	test('a zone decides a poor fix even where a bar in it cannot', () => {
		const checked = ask([entry('a'), zone], PRISTINA, 1000);
		expect(checked).toMatchObject({ verdict: 'inside', reason: 'insideZone' });
	});

	test('a hole is outside, and near its edge it is near', () => {
		const holed = { ...zone, geometry: structuredClone(zone.geometry) as Polygon };
		holed.geometry.coordinates.push(square(21.1655, 42.6629, 0.01).coordinates[0]!.toReversed());
		expect(ask([holed], PRISTINA).verdict).toBe('notListed');
		expect(ask([holed], [21.1745, 42.6629])).toMatchObject({
			verdict: 'near',
			reason: 'nearPlace'
		});
	});
});

describe('curfew', () => {
	const curfew = entry('c', {
		kind: 'curfew',
		names: [],
		geometry: square(21.1655, 42.6629, 0.02),
		curfew: { from: '23:00', until: '05:00', days: [1, 2, 3, 4, 5, 6, 7] }
	});
	const checkedAt = (instant: string) =>
		ask([curfew], PRISTINA, 10, { at: instant, confirmedAt: instant });

	test('binds at 23:00 and not at 12:00, in winter, in summer and as the clocks change', () => {
		for (const [noon, eleven] of [
			['2026-03-10T11:00:00Z', '2026-03-10T22:00:00Z'],
			['2026-07-10T10:00:00Z', '2026-07-10T21:00:00Z'],
			['2026-03-29T10:00:00Z', '2026-03-29T21:00:00Z'],
			['2026-10-25T11:00:00Z', '2026-10-25T22:00:00Z']
		] as const) {
			expect(checkedAt(noon)).toMatchObject({ verdict: 'near', reason: 'outsideCurfewHours' });
			expect(checkedAt(eleven)).toMatchObject({ verdict: 'inside', reason: 'insideCurfew' });
		}
	});

	test('says when it begins and ends', () => {
		expect(checkedAt('2026-03-10T11:00:00Z').deciding!.curfew!.next).toBe('2026-03-10T22:00:00Z');
		expect(checkedAt('2026-03-10T23:00:00Z').deciding!.curfew!.until).toBe('2026-03-11T04:00:00Z');
	});

	test('without an outline holds wherever the list speaks, and nowhere else', () => {
		const everywhere = { ...curfew, geometry: null };
		const night = { at: '2026-03-10T22:30:00Z', confirmedAt: '2026-03-10T22:00:00Z' };
		expect(ask([everywhere], at(0, 9000), 10, night).reason).toBe('insideCurfew');
		expect(ask([everywhere], [25, 42], 10, night).reason).toBe('outsideCoverage');
	});

	test('does not hide a bar that is listed at all hours', () => {
		const checked = ask([curfew, entry('a')], PRISTINA);
		expect(checked).toMatchObject({ verdict: 'inside', reason: 'insidePlace' });
	});
});

describe('what always comes along', () => {
	const rule = entry('rule', {
		kind: 'class',
		names: [],
		geometry: null,
		establishmentKind: 'brothel'
	});

	test('class rules, whatever the verdict', () => {
		for (const position of [PRISTINA, at(0, 900), [25, 42] as LngLat]) {
			expect(ask([entry('a'), rule], position).alsoProhibited.map((each) => each.entry)).toEqual([
				rule
			]);
		}
	});

	test('a lapsed emergency no longer decides', () => {
		const lapsing = entry('e', { emergency: true, lapsesAt: '2026-03-10T11:00:00Z' });
		expect(ask([lapsing], PRISTINA).verdict).toBe('notListed');
		expect(ask([lapsing], PRISTINA, 10, { ...NOON, at: '2026-03-10T10:59:59Z' }).verdict).toBe(
			'inside'
		);
	});
});

describe('uncertainty', () => {
	test('a place known to a kilometre is never claimed closer, and never passed over', () => {
		const vague = entry('v', { accuracyMetres: 1000 });
		for (const metres of [20, 400, 900]) {
			expect(ask([vague], at(0, metres))).toMatchObject({ verdict: 'near', reason: 'cannotTell' });
		}
		expect(ask([vague], at(0, 1150)).verdict).toBe('near');
		expect(ask([vague], at(0, 1300)).verdict).toBe('notListed');
	});

	const scattered = fc.record({
		bearing: fc.double({ min: 0, max: 360, noNaN: true }),
		metres: fc.double({ min: 0, max: 3000, noNaN: true }),
		accuracyMetres: fc.constantFrom(1, 10, 100, 1000),
		bufferMetres: fc.constantFrom(0, 50, 200),
		shape: fc.constantFrom('point', 'area')
	});

	test('a position whose uncertainty reaches an entry is never "not listed", and no verdict allows', () => {
		fc.assert(
			fc.property(
				fc.array(scattered, { maxLength: 8 }),
				fc.double({ min: 0, max: 400, noNaN: true }),
				(places, accuracyMetres) => {
					const entries = places.map(({ bearing, metres, shape, ...rest }, i) => {
						const position = at(bearing, metres);
						const geometry = shape === 'point' ? point(position) : square(...position, 0.001);
						return entry(`${i}`, { ...rest, geometry });
					});
					const checked = ask(entries, PRISTINA, accuracyMetres);
					expect(VERDICTS).toContain(checked.verdict);
					const reached = entries.some((each) => {
						const metres = distanceToGeometry(PRISTINA, each.geometry!);
						return metres - accuracyMetres - each.accuracyMetres <= each.bufferMetres + 199.99;
					});
					if (accuracyMetres <= POOR_FIX_METRES) {
						expect(checked.verdict !== 'notListed').toBe(reached || checked.verdict === 'near');
					}
					if (reached) expect(checked.verdict).not.toBe('notListed');
				}
			),
			{ seed: 71, numRuns: 400 }
		);
	});

	test('where a good fix is inside, a poorer one is never "not listed"', () => {
		fc.assert(
			fc.property(
				scattered,
				fc.double({ min: 0, max: 150, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				({ bearing, metres, bufferMetres }, worse, share) => {
					const bar = entry('a', { bufferMetres, geometry: point(at(bearing, metres)) });
					if (ask([bar], PRISTINA, worse * share).verdict === 'inside') {
						expect(ask([bar], PRISTINA, worse).verdict).not.toBe('notListed');
					}
				}
			),
			{ seed: 72 }
		);
	});
});

describe('a name', () => {
	const entries = [
		entry('a', {
			names: [
				{ text: 'Đakovačka Lipa', language: 'sr-Latn', status: 'sign' },
				{ text: 'Ђаковачка Липа', language: 'sr-Cyrl', status: 'sign' },
				{ text: 'Kestrel', language: 'en', status: 'former' }
			],
			address: 'Rruga e Lumit 4'
		}),
		entry('rule', { kind: 'class', names: [], geometry: null })
	];
	const named = (query: string, times = NOON) => checkName(list(entries), query, times);

	test.each(['Djakovacka lipa', 'ЂАКОВАЧКА ЛИПА', 'kestrel'])('%s is on the list', (query) => {
		expect(named(query)).toMatchObject({ verdict: 'inside', reason: 'nameListed' });
		expect(named(query).matches[0]!.entry.id).toBe('a');
	});

	test('part of a name, an address and a town are near, a stranger is not listed', () => {
		for (const query of ['lipa', 'rruga e lumit', 'Pristina']) {
			expect(named(query)).toMatchObject({ verdict: 'near', reason: 'nameSimilar' });
		}
		expect(named('Heron')).toMatchObject({ verdict: 'notListed', reason: 'nameNotListed' });
		expect(named('Heron').alsoProhibited).toHaveLength(1);
	});

	test('against a stale list or none is unknown, with what was found', () => {
		const stale = named('kestrel', { ...NOON, confirmedAt: '2026-01-01T00:00:00Z' });
		expect(stale).toMatchObject({ verdict: 'unknown', reason: 'listStale' });
		expect(stale.matches).toHaveLength(1);
		expect(checkName(null, 'kestrel', NOON).reason).toBe('noList');
		expect(named(' ').reason).toBe('queryEmpty');
	});
});
