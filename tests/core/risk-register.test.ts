import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import type { DatedDesignation, Deployment, ReleasedCounts } from '$lib/core/domain';
import { sumReleased } from '$lib/core/released-counts';
import {
	DEFAULT_WEIGHTS,
	NOTHING_STATED,
	type RiskAssessment,
	type RiskRegister,
	type RiskVisit
} from '$lib/core/risk';
import { measureBases } from '$lib/core/risk-indicators';
import { bandReports, byPriority, registerOn, weightsOn } from '$lib/core/risk-register';

const ZONE = 'Europe/Belgrade';
const HERE: [number, number] = [21.16, 42.66];
const ON = '2026-03-15';
const AT = '2026-03-15T12:00:00Z';
const mission = { ringsMetres: [500, 1000, 2000], timeZone: ZONE };

const base = (fields: Partial<Deployment> = {}): Deployment => ({
	id: 'camp',
	name: 'Camp Cloud',
	alternateNames: [],
	force: 'KFOR',
	unit: null,
	kind: 'base',
	town: null,
	region: null,
	geometry: { type: 'Point', coordinates: HERE },
	accuracyMetres: 10,
	period: { from: '2020-01-01', until: null },
	strengths: [],
	sources: [],
	...fields
});
const cell = latLngToCell(HERE[1], HERE[0], 6);
const countsOf = (years: [year: number, count: number, withheld?: boolean][]): ReleasedCounts => ({
	resolution: 6,
	minimumCell: 5,
	years: years.map(([year, count, withheld = false]) => ({
		year,
		cells: count > 0 ? [{ cell, count, byType: null }] : [],
		withheld
	}))
});
const measure = (counts: ReleasedCounts, deployment = base()) =>
	measureBases(
		{ deployments: [deployment], designations: [] as DatedDesignation[], counts, mission },
		ON,
		AT
	);
const near = (counts: ReleasedCounts, deployment = base()) =>
	measure(counts, deployment)[0]!.near.allegations;

const assessment = (fields: Partial<RiskAssessment>): RiskAssessment => ({
	deploymentId: 'camp',
	number: 1,
	assessedOn: '2026-01-10',
	inherent: { likelihood: 4, consequence: 4 },
	residual: { likelihood: 2, consequence: 4 },
	stated: NOTHING_STATED,
	ownerPost: 'Commander',
	dueOn: '2026-04-01',
	reviewOn: '2026-06-01',
	recordedBy: 'Analyst',
	recordedAt: '2026-01-10T23:30:00Z',
	...fields
});
const visit = (fields: Partial<RiskVisit>): RiskVisit => ({
	id: 'v',
	deploymentId: 'camp',
	visitedOn: '2026-01-09',
	kind: 'assessment',
	recordedBy: 'Analyst',
	recordedAt: '2026-01-10T10:00:00Z',
	struckBy: null,
	struckAt: null,
	...fields
});
const nothing: RiskRegister = { assessments: [], visits: [], weights: [] };

describe('allegations near a base', () => {
	it('are a band of the two closed years before the day, and of no other year', () => {
		expect(
			near(
				countsOf([
					[2023, 90],
					[2024, 6],
					[2025, 5],
					[2026, 90]
				])
			)
		).toMatchObject({
			band: 'from_2',
			fromYear: 2024,
			toYear: 2025,
			measured: { value: 0.5, low: 0.5, high: 0.5 }
		});
	});

	it('cannot be told where none is released and something is withheld or not on record', () => {
		expect(
			near(
				countsOf([
					[2024, 0, true],
					[2025, 0]
				])
			)
		).toMatchObject({
			band: 'cannot_tell',
			measured: { value: null, low: 0, high: 1 }
		});
		expect(near(countsOf([[2025, 0]])).band).toBe('cannot_tell');
		expect(
			near(
				countsOf([
					[2024, 0],
					[2025, 0]
				])
			)
		).toMatchObject({
			band: 'none',
			measured: { value: 0 }
		});
	});

	it('are bounded by the accuracy of the base', () => {
		const counts = countsOf([
			[2024, 20],
			[2025, 0]
		]);
		const beside = base({
			geometry: { type: 'Point', coordinates: [HERE[0] + 0.12, HERE[1]] },
			accuracyMetres: 9000
		});
		expect(near(counts, beside)).toMatchObject({
			band: 'cannot_tell',
			measured: { value: null, low: 0, high: 1 }
		});
		expect(near(counts).measured).toEqual({ value: 1, low: 1, high: 1 });
	});

	it('say nothing that released counts do not: true counts below them change no answer', () => {
		// Two truths that differ only in what is withheld release the same, and so read the same.
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }), (small, big) => {
				const release = (count: number) => (count >= 5 ? count : 0);
				const counts = (withheld: number): ReleasedCounts =>
					countsOf([
						[2024, release(big), true],
						[2025, release(withheld), true]
					]);
				expect(near(counts(small))).toEqual(near(counts(0)));
			})
		);
	});

	it('never differ by less than the least count between two bases, two days or two years', () => {
		// What a reader can subtract is a band, and bands begin at multiples of the least count.
		fc.assert(
			fc.property(fc.integer({ min: 5, max: 12 }), fc.integer({ min: 0, max: 200 }), (least, n) => {
				const count = n >= least ? n : 0;
				const { band } = bandReports(
					{ measured: count, definite: count, possible: count },
					least,
					false
				);
				const from = { none: 0, from_1: 1, from_2: 2, from_4: 4, cannot_tell: 0 }[band] * least;
				expect(from === 0 ? count : count - from).toBeGreaterThanOrEqual(0);
				expect(band === 'none').toBe(count === 0);
			})
		);
		const counts = countsOf([
			[2024, 6],
			[2025, 7]
		]);
		const sums = sumReleased(counts, { fromYear: 2024, toYear: 2025, type: null });
		expect(sums.cells).toEqual([{ cell, count: 13 }]);
		expect(JSON.stringify(measure(counts))).not.toContain('13');
	});
});

describe('the register on a day', () => {
	const bases = measure(countsOf([]));

	it('flags a base that nobody assessed or visited, and gives it what is known', () => {
		const [row] = registerOn(bases, nothing, ON, ZONE);
		expect(row).toMatchObject({ assessment: null, visits: [], flags: ['unassessed', 'unvisited'] });
		expect(row!.score.current).not.toBeNull();
		expect(row!.score.parts.find(({ indicator }) => indicator === 'women')!.treatment).toBe(
			'left_out'
		);
	});

	it('knows what was recorded by the end of the day where the mission’s clocks stand', () => {
		const register = { ...nothing, assessments: [assessment({})] };
		// 23:30 UTC is half past midnight in Belgrade.
		expect(registerOn(bases, register, '2026-01-10', ZONE)[0]!.assessment).toBeNull();
		expect(registerOn(bases, register, '2026-01-11', ZONE)[0]!.assessment).not.toBeNull();
	});

	it('takes the last assessment, and flags what is past its day', () => {
		const register = {
			...nothing,
			assessments: [
				assessment({}),
				assessment({ number: 2, dueOn: ON, recordedAt: '2026-02-01T00:00:00Z' })
			],
			visits: [visit({})]
		};
		const flagsOn = (on: string) => registerOn(bases, register, on, ZONE)[0]!.flags;
		expect(registerOn(bases, register, ON, ZONE)[0]!.assessment!.number).toBe(2);
		expect(flagsOn(ON)).toEqual([]);
		expect(flagsOn('2026-03-16')).toEqual(['overdue']);
		expect(flagsOn('2026-07-08')).toEqual(['visit_due', 'overdue', 'review_due']);
	});

	it('leaves out a visit from the moment it is struck, not before', () => {
		const struck = visit({ struckBy: 'Focal point', struckAt: '2026-02-01T10:00:00Z' });
		const register = { ...nothing, visits: [struck] };
		expect(registerOn(bases, register, '2026-01-31', ZONE)[0]!.visits).toHaveLength(1);
		expect(registerOn(bases, register, '2026-02-01', ZONE)[0]!.flags).toContain('unvisited');
	});

	it('uses the weights in force that day', () => {
		const weights = ['2026-01-01T12:00:00Z', '2026-03-01T12:00:00Z'].map((setAt, i) => ({
			...{ number: i + 1, setAt, setBy: 'Head', reason: 'Exercise' },
			weights: { ...DEFAULT_WEIGHTS, visit: i === 0 ? 10 : 0 }
		}));
		expect(weightsOn(weights, '2025-12-31', ZONE)).toBeNull();
		expect(weightsOn(weights, '2026-02-28', ZONE)!.number).toBe(1);
		expect(weightsOn(weights, '2026-03-01', ZONE)!.number).toBe(2);
		const scoreOn = (on: string) =>
			registerOn(bases, { ...nothing, weights }, on, ZONE)[0]!.score.current!;
		expect(scoreOn('2026-02-28')).toBeGreaterThan(scoreOn('2026-03-01'));
	});

	it('puts the unassessed first, then the highest residual rating', () => {
		const three = ['a', 'b', 'c'].map((id) => ({ ...bases[0]!, id }));
		const register = {
			...nothing,
			assessments: [
				assessment({ deploymentId: 'a' }),
				assessment({ deploymentId: 'b', residual: { likelihood: 3, consequence: 4 } })
			]
		};
		const order = registerOn(three, register, ON, ZONE).toSorted(byPriority);
		expect(order.map(({ base: { id } }) => id)).toEqual(['c', 'b', 'a']);
	});
});
