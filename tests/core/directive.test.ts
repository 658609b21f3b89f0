import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { DraftDesignation, Interval } from '$lib/core/domain';
import {
	completeness,
	diffVersions,
	hasLapsed,
	listInForce,
	type ComparedDesignation,
	type DraftToCheck
} from '$lib/core/directive';
import { dayAt, intersect, isInForce, isValidOn, overlaps } from '$lib/core/period';

const square = (lng: number, lat: number, side = 0.01): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[lng, lat],
			[lng + side, lat],
			[lng + side, lat + side],
			[lng, lat + side],
			[lng, lat]
		]
	]
});
const AREA: MultiPolygon = { type: 'MultiPolygon', coordinates: [square(20, 42, 2).coordinates] };

const line = (id: string, more: Partial<DraftDesignation> = {}): DraftDesignation => ({
	id,
	kind: 'establishment',
	establishmentId: `e-${id}`,
	name: {},
	establishmentKind: null,
	geometry: null,
	bufferMetres: 0,
	reason: 'exploitation',
	emergency: false,
	curfew: null,
	exceptions: {},
	...more
});
const zone = (id: string, more: Partial<DraftDesignation> = {}): DraftDesignation =>
	line(id, {
		kind: 'zone',
		establishmentId: null,
		name: { en: `Zone ${id}` },
		geometry: square(21, 42.5),
		...more
	});

describe('in force', () => {
	const dated = (from: string | null, until: string | null, lapsesAt: string | null = null) => ({
		inForce: { from, until } as Interval,
		lapsesAt
	});

	test('begins at its instant and ends just before the next', () => {
		const version = dated('2004-03-15T08:00:00Z', '2005-01-01T00:00:00Z');
		expect(isInForce(version, '2004-03-15T07:59:59.999Z')).toBe(false);
		expect(isInForce(version, '2004-03-15T08:00:00Z')).toBe(true);
		expect(isInForce(version, '2004-12-31T23:59:59.999Z')).toBe(true);
		expect(isInForce(version, '2005-01-01T00:00:00Z')).toBe(false);
	});

	test('compares instants, not their spelling', () => {
		const version = dated('2004-03-15T08:00:00+00:00', null);
		expect(isInForce(version, '2004-03-15T10:30:00+02:00')).toBe(true);
		expect(isInForce(version, '2004-03-15T09:30:00+02:00')).toBe(false);
	});

	test('of consecutive versions exactly one holds at every instant', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 0, max: 4e9 }), { minLength: 1, maxLength: 20 }),
				fc.integer({ min: 0, max: 4e9 }),
				(starts, at) => {
					const instants = starts
						.toSorted((a, b) => a - b)
						.map((seconds) => new Date(seconds * 1000).toISOString());
					const versions = instants.map((from, i) => dated(from, instants[i + 1] ?? null));
					const now = new Date(at * 1000).toISOString();
					const expected = now >= instants[0]! ? 1 : 0;
					expect(listInForce(versions, now)).toHaveLength(expected);
				}
			),
			{ seed: 61 }
		);
	});

	test('an emergency lapses at its instant', () => {
		const emergency = dated('2004-03-15T08:00:00Z', null, '2004-03-29T08:00:00Z');
		expect(hasLapsed(emergency, '2004-03-29T07:59:59Z')).toBe(false);
		expect(listInForce([emergency], '2004-03-29T08:00:00Z')).toEqual([]);
	});

	test('what is not an instant is refused', () => {
		expect(() => isInForce(dated(null, null), 'yesterday')).toThrow('not an instant: yesterday');
	});
});

describe('periods', () => {
	test('that only meet share no day', () => {
		const first = { from: '1999-06-12', until: '2001-01-01' };
		expect(overlaps(first, { from: '2001-01-01', until: null })).toBe(false);
		expect(intersect(first, { from: '2000-12-31', until: null })).toEqual({
			from: '2000-12-31',
			until: '2001-01-01'
		});
		expect(isValidOn(first, '2001-01-01')).toBe(false);
		expect(isValidOn({ from: null, until: null }, '2001-01-01')).toBe(true);
	});

	test('the day is that of the mission, also just past its midnight', () => {
		expect(dayAt('2004-07-10T22:30:00Z', 'Europe/Belgrade')).toBe('2004-07-11');
		expect(dayAt('2004-07-10T22:30:00Z', 'America/Port-au-Prince')).toBe('2004-07-10');
	});
});

describe('the difference of two versions', () => {
	test('names what was added, removed, changed and moved, and counts the rest', () => {
		const before = [line('a'), line('b'), line('c'), zone('z')];
		const after = [
			line('new id', { establishmentId: 'e-a' }),
			line('b', { bufferMetres: 50, reason: 'crime' }),
			line('d'),
			zone('z', { geometry: square(21.1, 42.5) })
		];
		const difference = diffVersions(before, after);
		expect(difference.added.map((each) => each.id)).toEqual(['d']);
		expect(difference.removed.map((each) => each.id)).toEqual(['c']);
		expect(difference.changed).toMatchObject([
			{ before: { id: 'b' }, fields: ['bufferMetres', 'reason'], movedMetres: null }
		]);
		expect(difference.moved).toMatchObject([{ before: { id: 'z' }, fields: ['geometry'] }]);
		expect(difference.moved[0]!.movedMetres).toBeCloseTo(8198, -2);
		expect(difference.unchanged).toBe(1);
	});

	test('is nothing between a version and itself, in any order of lines and of keys', () => {
		const reordered = (each: ComparedDesignation): ComparedDesignation =>
			Object.fromEntries(Object.entries(each).toReversed()) as ComparedDesignation;
		const lines = [line('a', { exceptions: { en: 'Patrols', fr: '' } }), zone('z'), zone('y')];
		const same = lines.toReversed().map((each) => reordered({ ...each }));
		same[2] = { ...same[2]!, exceptions: { en: 'Patrols' } };
		expect(diffVersions(lines, same)).toEqual({
			added: [],
			removed: [],
			changed: [],
			moved: [],
			unchanged: 3
		});
	});

	test('an establishment of a draft, without geometry yet, has not moved', () => {
		const published = line('a', { geometry: { type: 'Point', coordinates: [21, 42] } });
		expect(diffVersions([published], [line('a')]).unchanged).toBe(1);
	});

	test('a class is the same class, a zone redrawn under its name the same zone', () => {
		const rule = (id: string) =>
			line(id, { kind: 'class', establishmentId: null, establishmentKind: 'brothel' });
		const difference = diffVersions(
			[rule('1'), zone('1', { name: { en: 'Old market' } })],
			[rule('2'), zone('2', { name: { en: 'Old market' }, geometry: square(21, 42.6) })]
		);
		expect(difference).toMatchObject({ added: [], removed: [], unchanged: 1 });
		expect(difference.moved).toHaveLength(1);
	});

	test('a move within what the positions are known to is told with that uncertainty', () => {
		const at = (lng: number, accuracyMetres: number) => ({
			...line('a', { geometry: { type: 'Point', coordinates: [lng, 42] } }),
			accuracyMetres
		});
		const [change] = diffVersions([at(21, 100)], [at(21.001, 50)]).moved;
		expect(change!.uncertaintyMetres).toBe(150);
		expect(change!.movedMetres).toBeCloseTo(82.6, 0);
		expect(change!.movedMetres!).toBeLessThan(change!.uncertaintyMetres);
	});

	test('an establishment that got another name is changed, unless one side has none to compare', () => {
		const named = (...texts: string[]) => ({
			...line('a'),
			names: texts.map((text) => ({ text, language: 'en', status: 'sign' as const }))
		});
		expect(diffVersions([named('Rain')], [named('Rain')]).unchanged).toBe(1);
		expect(diffVersions([named('Rain')], [named('Hail')]).changed).toMatchObject([
			{ fields: ['name'] }
		]);
		expect(diffVersions([named('Rain')], [named()]).unchanged).toBe(1);
		expect(diffVersions([named('Rain')], [line('a')]).unchanged).toBe(1);
	});

	test('in whole lists a place is that of its own directive first, then that of any', () => {
		const of = (number: number, id: string, bufferMetres = 0) => ({
			...line(id, { establishmentId: 'e', bufferMetres }),
			number
		});
		// Listed by the second directive too: the first one's line is not taken for it.
		expect(diffVersions([of(1, 'x')], [of(2, 'y', 50), of(1, 'x')])).toMatchObject({
			added: [{ number: 2 }],
			removed: [],
			changed: [],
			unchanged: 1
		});
		// Passed from one directive to the other: the same place all the while.
		expect(diffVersions([of(1, 'x')], [of(2, 'y')])).toMatchObject({
			added: [],
			removed: [],
			unchanged: 1
		});
		// The other way round, two become one, and one of the two lines is gone.
		expect(diffVersions([of(1, 'x'), of(2, 'y')], [of(2, 'y')]).removed).toMatchObject([
			{ number: 1 }
		]);
	});

	test('two lists of ten thousand are compared in a moment', () => {
		const many = Array.from({ length: 10_000 }, (_, i) => line(`${i}`));
		const started = performance.now();
		expect(diffVersions(many, many.toReversed()).unchanged).toBe(10_000);
		expect(performance.now() - started).toBeLessThan(3000);
	});

	test('added and removed change places when the versions do', () => {
		const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
		fc.assert(
			fc.property(ids, ids, (a, b) => {
				const [x, y] = [a.map((id) => line(`${id}`)), b.map((id) => line(`${id}`))];
				const [there, back] = [diffVersions(x, y), diffVersions(y, x)];
				expect(there.added).toEqual(back.removed);
				expect(there.removed).toEqual(back.added);
				expect(there.unchanged + there.added.length).toBe(y.length);
			}),
			{ seed: 62 }
		);
	});
});

describe('completeness', () => {
	const options = {
		at: '2026-03-01T10:00:00Z',
		timeZone: 'Europe/Belgrade',
		languages: ['en', 'fr'] as const,
		area: AREA
	};
	const complete: DraftToCheck = {
		directiveId: null,
		title: { en: 'Off-Limits places' },
		text: { fr: 'Nul ne doit entrer.' },
		legalBasis: 'Resolution 1244',
		applicability: ['military'],
		exemptDuties: {},
		effectiveFrom: null,
		reviewOn: '2026-09-01',
		lifts: false,
		designations: [line('a'), zone('z')]
	};
	const missing = (more: Partial<DraftToCheck>) =>
		completeness({ ...complete, ...more }, options).map((each) => each.key);
	const faults = (designation: DraftDesignation) => missing({ designations: [designation] });

	test('a complete draft lacks nothing', () => {
		expect(missing({})).toEqual([]);
	});

	test('an empty draft lacks everything, each once', () => {
		expect(
			missing({
				title: {},
				text: { en: '  ' },
				legalBasis: ' ',
				applicability: [],
				reviewOn: null,
				designations: []
			})
		).toEqual([
			'titleMissing',
			'textMissing',
			'legalBasisMissing',
			'applicabilityMissing',
			'reviewMissing',
			'designationsMissing'
		]);
	});

	test.each<[string, Partial<DraftToCheck>]>([
		['titleMissing', { title: { ar: 'قائمة' } }],
		['effectiveInPast', { effectiveFrom: '2026-03-01T09:54:00Z' }],
		['effectiveTooFar', { effectiveFrom: '2028-04-01T09:54:00Z', reviewOn: '2029-01-01' }],
		['reviewBeforeEffective', { reviewOn: '2026-03-01' }],
		['nothingToLift', { lifts: true, designations: [] }],
		['designationsOnLift', { lifts: true, directiveId: 'd' }]
	])('%s', (key, more) => {
		expect(missing(more)).toEqual([key]);
	});

	test('a form open for four minutes may still be published', () => {
		expect(missing({ effectiveFrom: '2026-03-01T09:56:00Z' })).toEqual([]);
	});

	test('lifting needs neither a review nor places', () => {
		expect(missing({ lifts: true, directiveId: 'd', designations: [], reviewOn: null })).toEqual(
			[]
		);
	});

	test.each<[string, DraftDesignation]>([
		['establishmentMissing', line('a', { establishmentId: null })],
		['nameMissing', zone('z', { name: {} })],
		['geometryMissing', zone('z', { geometry: null })],
		[
			'geometryInvalid',
			zone('z', { bufferMetres: 9, geometry: { type: 'Point', coordinates: [200, 42] } })
		],
		[
			'geometryInvalid',
			zone('z', {
				geometry: {
					type: 'Polygon',
					coordinates: [
						[
							[21, 42],
							[21, 43],
							[21, 42]
						]
					]
				}
			})
		],
		['outsideMission', zone('z', { geometry: square(10, 42) })],
		['bufferMissing', zone('z', { geometry: { type: 'Point', coordinates: [21, 42.5] } })],
		['bufferInvalid', zone('z', { bufferMetres: -1 })],
		['bufferInvalid', zone('z', { bufferMetres: NaN })],
		['curfewMissing', zone('z', { kind: 'curfew' })],
		[
			'curfewInvalid',
			zone('z', { kind: 'curfew', curfew: { from: '24:00', until: '05:00', days: [1] } })
		],
		[
			'curfewInvalid',
			zone('z', { kind: 'curfew', curfew: { from: '23:00', until: '05:00', days: [] } })
		],
		['establishmentKindMissing', zone('c', { kind: 'class', geometry: null })]
	])('%s is named at its designation', (key, designation) => {
		expect(faults(designation)).toEqual([key]);
		const [first] = completeness({ ...complete, designations: [designation] }, options);
		expect(first!.designationId).toBe(designation.id);
	});

	test('a place named twice is named the second time', () => {
		const twice = [line('a'), line('b', { establishmentId: 'e-a' })];
		expect(completeness({ ...complete, designations: twice }, options)).toEqual([
			{ key: 'establishmentTwice', field: 'establishmentId', designationId: 'b' }
		]);
	});
});
