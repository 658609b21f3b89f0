/**
 * Allegation heat under attack: no filter, and no difference of filters, isolates a count below the
 * minimum. The attacker here knows the rule, adds up what they like, and subtracts.
 */
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import { ALLEGATION_TYPES, type AllegationType, type ReleasedCounts } from '$lib/core/domain';
import { sumReleased } from '$lib/core/released-counts';
import { KOSOVO } from '../../supabase/seed/mission';
import { describeOnBothEngines, outcomeOf, type Actor, type Stage } from './stage';

const mission = 'kosovo';
const MINIMUM = 5;
const FIRST = 1999;
const LAST = 2025;

const released = (stage: Stage, actor: Actor = 'analyst'): Promise<ReleasedCounts> =>
	stage.call(actor, 'get_released_counts', { mission });

/** What an attacker makes of the answer: any years, any type. */
function sum(
	counts: ReleasedCounts,
	fromYear: number,
	toYear: number,
	type: AllegationType | null = null
) {
	const heat = sumReleased(counts, { fromYear, toYear, type });
	return { ...heat, counts: new Map(heat.cells.map(({ cell, count }) => [cell, count])) };
}

/** What is stored, counted by whoever owns the tables. */
const countTruth = (stage: Stage) =>
	stage.look<{ cell: string; year: number; type: AllegationType; n: number }>(
		`select cell, received_year as year, type, count(*)::int as n from cordon.allegations
		 where mission_id = $1::text::uuid and cell is not null group by 1, 2, 3`,
		[KOSOVO.id]
	);

async function insertReports(stage: Stage, year: number, cell: string, types: AllegationType[]) {
	await stage.look(
		`insert into cordon.allegations
			(mission_id, as_of, received_year, category, type, status, cell, exercise)
		 select $1::text::uuid, '2026-01-01', $2::text::int, 'unknown',
			t.type::cordon.allegation_type, 'closed', $3::text, true
		 from jsonb_array_elements_text($4::text::jsonb) t (type)`,
		[KOSOVO.id, String(year), cell, JSON.stringify(types)]
	);
}

describeOnBothEngines('Allegation heat', (stage) => {
	it('releases the atoms that reach the minimum, as they are, and no other', async () => {
		const truth = Map.groupBy(await countTruth(stage()), ({ cell, year }) => `${cell} ${year}`);
		const expected = [...truth].flatMap(([key, rows]) => {
			const count = rows.reduce((total, { n }) => total + n, 0);
			const open = rows.every(({ n }) => n >= MINIMUM);
			const byType = open ? Object.fromEntries(rows.map(({ type, n }) => [type, n])) : null;
			return count < MINIMUM ? [] : [[key, { count, byType }] as const];
		});
		const { years } = await released(stage());
		const found = years.flatMap(({ year, cells }) =>
			cells.map(({ cell, ...atom }) => [`${cell} ${year}`, atom] as const)
		);
		expect(new Map(found)).toEqual(new Map(expected));
		expect(found.length).toBeGreaterThan(50);
		expect(found.some(([, { byType }]) => byType === null)).toBe(true);
		expect(found.some(([, { byType }]) => byType !== null)).toBe(true);
	});

	it('leaves after any subtraction of filters nothing, or at least the minimum', async () => {
		const answer = await released(stage());
		const year = fc.integer({ min: FIRST - 2, max: LAST + 3 });
		const years = fc.tuple(year, year, year, year).map((ends) => ends.sort((a, b) => a - b));
		const type = fc.constantFrom(...ALLEGATION_TYPES);
		const types = fc.oneof(
			fc.constant([null, null] as const),
			type.map((each) => [null, each] as const),
			type.map((each) => [each, each] as const)
		);
		let compared = 0;
		fc.assert(
			// Windows and types of which one holds the other: only there a difference means something.
			fc.property(years, types, ([from, innerFrom, innerTo, to], [outerType, innerType]) => {
				const inner = sum(answer, innerFrom!, innerTo!, innerType).counts;
				for (const [cell, count] of sum(answer, from!, to!, outerType).counts) {
					const left = count - (inner.get(cell) ?? 0);
					expect(left === 0 || left >= MINIMUM, `${cell} leaves ${left}`).toBe(true);
					compared++;
				}
			}),
			{ numRuns: 2000, seed: 2003 }
		);
		expect(compared).toBeGreaterThan(10_000);
	});

	it('answers the same whatever the counts below the minimum are', async () => {
		const [year] = (await released(stage())).years.filter(({ withheld }) => withheld);
		const before = await released(stage());
		const small = latLngToCell(42.31, 20.9, 6);
		for (const type of ALLEGATION_TYPES) {
			await insertReports(stage(), year!.year, small, [type]);
			expect(await released(stage())).toEqual(before);
		}
	});

	it('does not count the year that is running, so that asking twice gives no difference', async () => {
		const cell = latLngToCell(42.3, 20.5, 6);
		const [{ year }] = (await stage().look<{ year: number }>(
			`select extract(year from now() at time zone 'Europe/Belgrade')::int as year`
		)) as [{ year: number }];
		const before = await released(stage());
		await insertReports(stage(), year, cell, Array(7).fill('sexual_abuse'));
		expect(await released(stage())).toEqual(before);
		expect(before.years.map((each) => each.year)).not.toContain(year);
	});

	it('says that something is withheld, never where or how much', async () => {
		const cell = latLngToCell(42.25, 21.2, 6);
		const in1995 = async (type: AllegationType | null = null) =>
			sum(await released(stage()), 1995, 1995, type);
		await insertReports(stage(), 1995, cell, Array(4).fill('sexual_abuse'));
		expect(await in1995()).toMatchObject({ cells: [], withheld: true });
		await insertReports(stage(), 1995, cell, ['sexual_abuse']);
		expect(await in1995()).toMatchObject({ cells: [{ cell, count: 5 }], withheld: false });
		// One more of another type closes the types of that year again.
		await insertReports(stage(), 1995, cell, ['other_unknown']);
		expect(await in1995()).toMatchObject({ cells: [{ cell, count: 6 }], withheld: false });
		expect(await in1995('sexual_abuse')).toMatchObject({ cells: [], withheld: true });
	});

	it('accepts no cell of another resolution, which would be a second set of atoms', async () => {
		for (const resolution of [5, 7, 9]) {
			const cell = latLngToCell(42.66, 21.16, resolution);
			expect(await outcomeOf(insertReports(stage(), 2001, cell, ['sexual_abuse']))).toMatch(
				/^(PT422 wrongResolution|23514)$/
			);
		}
	});

	it('accepts no mission that would release fewer than five', async () => {
		const lower = `update cordon.missions set minimum_cell = 4 where id = $1::text::uuid`;
		expect(await outcomeOf(stage().look(lower, [KOSOVO.id]))).toBe('23514');
	});

	it('keeps invented reports out of a real mission, and real ones out of an exercise', async () => {
		const move = `update cordon.allegations set exercise = false where mission_id = $1::text::uuid`;
		expect(await outcomeOf(stage().look(move, [KOSOVO.id]))).toBe('23503');
	});

	it('records who looked, once a day', async () => {
		await released(stage(), 'focal_point');
		await released(stage(), 'focal_point');
		const entries = await stage().call('administrator', 'list_audit_entries', {
			mission,
			before: null
		});
		expect(
			entries.filter(
				({ act, actor }) => act === 'allegation_heat_seen' && actor.startsWith('Focal')
			)
		).toHaveLength(1);
	});
});
