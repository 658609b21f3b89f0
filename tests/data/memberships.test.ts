/** Memberships through time: who has which role today, when one role follows another. */
import { expect, it } from 'vitest';
import type { Day, Role } from '$lib/core/domain';
import type { Member } from '$lib/data/api';
import { describeOnBothEngines, outcomeOf, type Stage } from './stage';

const mission = 'kosovo';
const email = 'police@cordon.example';

/** A day counted from today on the mission's clock. */
const inDays = async (stage: Stage, days: number): Promise<Day> =>
	(
		await stage.look<{ day: Day }>(
			`select (cordon.today(time_zone) + $1::text::int)::text as day
			 from cordon.missions where slug = 'kosovo'`,
			[String(days)]
		)
	)[0]!.day;

const give = (stage: Stage, role: Role, from: Day | null, until: Day | null): Promise<Member> =>
	stage.call('administrator', 'save_membership', {
		mission,
		email,
		role,
		category: 'police',
		unit: null,
		base_id: null,
		period: { from, until }
	});

/** The person's memberships that were not ended, in order of time. */
const standing = async (stage: Stage) =>
	(await stage.call('administrator', 'list_members', { mission }))
		.filter((member) => member.email === email)
		.map(({ role, period }) => [role, period.from, period.until]);

/** Begins again with one membership of this period, which started before today. */
async function startWith(stage: Stage, role: Role, until: Day | null): Promise<Day> {
	const since = await inDays(stage, -100);
	await stage.look(
		`update cordon.memberships set ended_at = now() where ended_at is null
		 and person_id = (select id from cordon.people where email = $1::text)`,
		[email]
	);
	await give(stage, role, since, until);
	return since;
}

describeOnBothEngines('A membership', (stage) => {
	it('that begins later leaves the present one standing until that day', async () => {
		const since = await startWith(stage(), 'personnel', null);
		const later = await inDays(stage(), 10);
		await give(stage(), 'analyst', later, null);
		expect(await standing(stage())).toEqual([
			['personnel', since, later],
			['analyst', later, null]
		]);
	});

	it('that begins before the end of the present one cuts it short, and never lengthens it', async () => {
		const [soon, later, last] = await Promise.all([5, 10, 20].map((days) => inDays(stage(), days)));
		const since = await startWith(stage(), 'personnel', last!);
		await give(stage(), 'analyst', later!, null);
		expect(await standing(stage())).toEqual([
			['personnel', since, later],
			['analyst', later, null]
		]);
		const again = await startWith(stage(), 'personnel', soon!);
		await give(stage(), 'analyst', later!, last!);
		expect(await standing(stage())).toEqual([
			['personnel', again, soon],
			['analyst', later, last]
		]);
	});

	it('that begins today or earlier takes the place of the present one at once', async () => {
		for (const days of [0, -3]) {
			await startWith(stage(), 'personnel', null);
			const since = await inDays(stage(), days);
			await give(stage(), 'analyst', since, null);
			expect(await standing(stage())).toEqual([['analyst', since, null]]);
		}
	});

	it('that was only planned is replaced by another plan', async () => {
		const [soon, later] = await Promise.all([5, 10].map((days) => inDays(stage(), days)));
		const since = await startWith(stage(), 'personnel', null);
		await give(stage(), 'analyst', soon!, null);
		await give(stage(), 'focal_point', later!, null);
		expect(await standing(stage())).toEqual([
			['personnel', since, soon],
			['focal_point', later, null]
		]);
	});

	it('that is moved to begin today ends what stood, the plan and the present', async () => {
		const today = await inDays(stage(), 0);
		await startWith(stage(), 'personnel', null);
		await give(stage(), 'analyst', await inDays(stage(), 5), null);
		await give(stage(), 'focal_point', null, null);
		expect(await standing(stage())).toEqual([['focal_point', today, null]]);
	});

	it('is refused when its period is no period', async () => {
		for (const period of ['x', 5, [], null]) {
			const act = stage().call('administrator', 'save_membership', {
				mission,
				email,
				role: 'personnel',
				category: 'police',
				unit: null,
				base_id: null,
				period: JSON.stringify(period) as never
			});
			expect(await outcomeOf(act), JSON.stringify(period)).toBe('PT422 membershipInvalid');
		}
	});
});
