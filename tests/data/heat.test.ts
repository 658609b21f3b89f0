/**
 * Allegation heat under attack: no filter, and no difference of filters, isolates a count below the
 * minimum. The attacker here knows the rule, asks as often as they like, and subtracts.
 */
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import { ALLEGATION_TYPES, type AllegationType } from '$lib/core/domain';
import { KOSOVO } from '../../supabase/seed/mission';
import { describeOnBothEngines, outcomeOf, type Actor, type Stage } from './stage';

const mission = 'kosovo';
const MINIMUM = 5;
const FIRST = 1999;
const LAST = 2025;

async function heat(
	stage: Stage,
	from_year: number,
	to_year: number,
	type: AllegationType | null = null,
	actor: Actor = 'analyst'
) {
	const answer = await stage.call(actor, 'get_allegation_heat', {
		mission,
		from_year,
		to_year,
		type
	});
	return {
		...answer,
		counts: new Map(answer.cells.map(({ cell, count }) => [cell, count]))
	};
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
	it('releases no count below the minimum, for any filter', async () => {
		const years = fc.integer({ min: FIRST - 2, max: LAST + 3 });
		await fc.assert(
			fc.asyncProperty(
				years,
				years,
				fc.constantFrom(null, ...ALLEGATION_TYPES),
				async (a, b, type) => {
					const { cells } = await heat(stage(), Math.min(a, b), Math.max(a, b), type);
					expect(cells.filter(({ count }) => count < MINIMUM)).toEqual([]);
				}
			),
			{ numRuns: 60, seed: 2003 }
		);
	}, 120_000);

	it('leaves after any subtraction nothing, or at least the minimum', async () => {
		// Every single answer an attacker can get, for all windows and types; then every difference of
		// nested windows, and of all types and one or two of them, cell by cell.
		const answers = new Map<string, Map<string, number>>();
		const key = (from: number, to: number, type: AllegationType | null) => `${from} ${to} ${type}`;
		for (const type of [null, ...ALLEGATION_TYPES]) {
			for (let from = FIRST; from <= LAST; from += 2) {
				for (let to = from; to <= LAST; to += 3) {
					answers.set(key(from, to, type), (await heat(stage(), from, to, type)).counts);
				}
			}
		}
		let compared = 0;
		const check = (a: Map<string, number>, b: Map<string, number>) => {
			for (const cell of new Set([...a.keys(), ...b.keys()])) {
				const left = Math.abs((a.get(cell) ?? 0) - (b.get(cell) ?? 0));
				expect(left === 0 || left >= MINIMUM, `${cell} leaves ${left}`).toBe(true);
				compared++;
			}
		};
		for (let from = FIRST; from <= LAST; from += 2) {
			for (let to = from; to <= LAST; to += 3) {
				for (let inner = from; inner <= to; inner += 2) {
					for (const type of [null, ...ALLEGATION_TYPES]) {
						const part = answers.get(key(inner, inner + Math.floor((to - inner) / 3) * 3, type));
						const all = answers.get(key(from, to, type))!;
						if (part) check(all, part);
					}
				}
			}
		}
		expect(compared).toBeGreaterThan(10_000);
	}, 240_000);

	it('tells one year by types only when every type reaches the minimum there', async () => {
		const truth = await countTruth(stage());
		for (const year of [2000, 2003, 2007]) {
			const all = (await heat(stage(), year, year)).counts;
			const byType = await Promise.all(
				ALLEGATION_TYPES.map(async (type) => (await heat(stage(), year, year, type)).counts)
			);
			const here = Map.groupBy(
				truth.filter((row) => row.year === year),
				({ cell }) => cell
			);
			for (const [cell, rows] of here) {
				const total = rows.reduce((sum, { n }) => sum + n, 0);
				expect(all.get(cell)).toBe(total >= MINIMUM ? total : undefined);
				const open = total >= MINIMUM && rows.every(({ n }) => n >= MINIMUM);
				for (const [i, type] of ALLEGATION_TYPES.entries()) {
					const n = rows.find((row) => row.type === type)?.n;
					expect(byType[i]!.get(cell)).toBe(open ? n : undefined);
				}
			}
		}
	}, 60_000);

	it('sums released years: a long window hides no more and shows no more than its years', async () => {
		const years = await Promise.all(
			[2001, 2002, 2003, 2004].map(async (year) => (await heat(stage(), year, year)).counts)
		);
		const window = (await heat(stage(), 2001, 2004)).counts;
		const sum = new Map<string, number>();
		for (const year of years) {
			for (const [cell, count] of year) sum.set(cell, (sum.get(cell) ?? 0) + count);
		}
		expect(window).toEqual(sum);
		expect(window.size).toBeGreaterThan(10);
	});

	it('does not count the year that is running, so that asking twice gives no difference', async () => {
		const cell = latLngToCell(42.3, 20.5, 6);
		const [{ year }] = (await stage().look<{ year: number }>(
			`select extract(year from now() at time zone 'Europe/Belgrade')::int as year`
		)) as [{ year: number }];
		const before = await heat(stage(), FIRST, year);
		await insertReports(stage(), year, cell, Array(7).fill('sexual_abuse'));
		expect(await heat(stage(), FIRST, year)).toEqual(before);
		expect((await heat(stage(), year, year)).cells).toEqual([]);
	});

	it('says that something is withheld, never where or how much', async () => {
		const cell = latLngToCell(42.25, 21.2, 6);
		await insertReports(stage(), 1995, cell, Array(4).fill('sexual_abuse'));
		expect(await heat(stage(), 1995, 1995)).toMatchObject({ cells: [], withheld: true });
		await insertReports(stage(), 1995, cell, ['sexual_abuse']);
		expect(await heat(stage(), 1995, 1995)).toMatchObject({
			cells: [{ cell, count: 5 }],
			withheld: false
		});
		// One more of another type closes the types of that year again.
		await insertReports(stage(), 1995, cell, ['other_unknown']);
		expect(await heat(stage(), 1995, 1995)).toMatchObject({
			cells: [{ cell, count: 6 }],
			withheld: false
		});
		expect(await heat(stage(), 1995, 1995, 'sexual_abuse')).toMatchObject({
			cells: [],
			withheld: true
		});
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
		await heat(stage(), 2000, 2001, null, 'focal_point');
		await heat(stage(), 2002, 2003, null, 'focal_point');
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
