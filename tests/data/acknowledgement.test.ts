/** Who was told: whom a version asks, when a confirmation counts, who is missing, who was reminded. */
import { expect, it } from 'vitest';
import type { Instant, PersonnelCategory } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';
import { aLine, someContent } from './contents';
import { dayFromNow, describeOnBothEngines, outcomeOf, type Actor, type Stage } from './stage';

const mission = 'kosovo';
const MINUTE = 60_000;
const ago = (minutes: number): Instant => new Date(Date.now() - minutes * MINUTE).toISOString();
const millis = (at: Instant) => Date.parse(at);

async function publish(stage: Stage, content: Partial<DraftContent> = {}, directive?: string) {
	const { id, revision } = await stage.call('head_of_mission', 'create_draft', {
		mission,
		directive_id: directive ?? null,
		content: someContent(content)
	});
	return stage.call('head_of_mission', 'publish_draft', { draft_id: id, revision });
}

/** What only who holds the machine may do: let what happened have happened earlier. */
const rewrite = (stage: Stage, ...statements: [sql: string, params: unknown[]][]) =>
	stage.engine.owner(async (db) => {
		await db.exec('set local session_replication_role = replica');
		for (const [sql, params] of statements) await db.query(sql, params);
	});

/** A version that took effect some minutes ago, when its readers had long been members. */
async function publishedAgo(stage: Stage, minutes: number, content: Partial<DraftContent> = {}) {
	const version = await publish(stage, content);
	const back = `${minutes} minutes`;
	await rewrite(
		stage,
		[
			`update cordon.directive_versions
			 set published_at = published_at - $2::text::interval,
				effective_from = effective_from - $2::text::interval
			 where id = $1::text::uuid`,
			[version.id, back]
		],
		[`update cordon.memberships set created_at = created_at - interval '1 year'`, []]
	);
	return { version_id: version.id, effectiveFrom: ago(minutes), directiveId: version.directiveId };
}

const acknowledge = (stage: Stage, actor: Actor, version_id: string, made_at: Instant | null) =>
	stage.call(actor, 'acknowledge', { version_id, made_at });

const mineOf = async (stage: Stage, actor: Actor, version_id: string) =>
	(await stage.call(actor, 'list_my_acknowledgements', { mission })).find(
		({ versionId }) => versionId === version_id
	);

const coverageOf = (stage: Stage, version_id: string, actor: Actor = 'focal_point') =>
	stage.call(actor, 'get_acknowledgement_coverage', { version_id });

const give = (
	stage: Stage,
	category: PersonnelCategory,
	from: string | null,
	until: string | null
) =>
	stage.call('administrator', 'save_membership', {
		mission,
		email: 'outsider@cordon.example',
		role: 'personnel',
		category,
		unit: 'Signals',
		base_id: null,
		period: { from, until }
	});

const countRows = async (stage: Stage, table: 'acknowledgements' | 'reminders') =>
	(await stage.look<{ n: number }>(`select count(*)::int as n from cordon.${table}`))[0]!.n;

describeOnBothEngines('An acknowledgement', (stage) => {
	it('counts once, with the earliest time it was made, in whatever order it arrives', async () => {
		const orders = [
			[30, 20, 10],
			[10, 20, 30],
			[20, 30, 10],
			[30, 30, 30]
		];
		for (const order of orders) {
			const { version_id } = await publishedAgo(stage(), 60);
			const times = new Map(order.map((minutes) => [minutes, ago(minutes)]));
			let last: Instant = '';
			for (const minutes of order) {
				const made_at = times.get(minutes)!;
				last = (await acknowledge(stage(), 'personnel', version_id, made_at)).acknowledgedAt;
			}
			expect(last).toBe(times.get(Math.max(...order)));
			expect(await mineOf(stage(), 'personnel', version_id)).toMatchObject({
				acknowledgedAt: last,
				clockDoubted: false
			});
			expect((await coverageOf(stage(), version_id)).acknowledged).toBe(1);
		}
	});

	it('counts once when twenty arrive at the same moment', async () => {
		const { version_id } = await publishedAgo(stage(), 60);
		const times = Array.from({ length: 20 }, (_, i) => ago(10 + ((i * 7) % 20)));
		await Promise.all(
			times.map((made_at) => acknowledge(stage(), 'personnel', version_id, made_at))
		);
		const earliest = [...times].sort()[0];
		expect((await mineOf(stage(), 'personnel', version_id))?.acknowledgedAt).toBe(earliest);
		expect((await coverageOf(stage(), version_id)).acknowledged).toBe(1);
	});

	it('sent again says when it was made, and writes nothing', async () => {
		const { version_id } = await publishedAgo(stage(), 60);
		const first = await acknowledge(stage(), 'personnel', version_id, ago(10));
		const before = await countRows(stage(), 'acknowledgements');
		expect(await acknowledge(stage(), 'personnel', version_id, null)).toEqual(first);
		expect(await acknowledge(stage(), 'personnel', version_id, first.acknowledgedAt)).toEqual(
			first
		);
		expect(await countRows(stage(), 'acknowledgements')).toBe(before);
	});

	it('without a time of its own was made when it arrived', async () => {
		const { version_id } = await publishedAgo(stage(), 60);
		const before = Date.now() - MINUTE;
		const { acknowledgedAt, clockDoubted } = await acknowledge(
			stage(),
			'personnel',
			version_id,
			null
		);
		expect(millis(acknowledgedAt)).toBeGreaterThan(before);
		expect(clockDoubted).toBe(false);
	});

	it('from a clock that is a little off is held within what is possible', async () => {
		const { version_id, effectiveFrom } = await publishedAgo(stage(), 60);
		const early = await acknowledge(stage(), 'personnel', version_id, ago(63));
		expect(early.clockDoubted).toBe(false);
		expect(Math.abs(millis(early.acknowledgedAt) - millis(effectiveFrom))).toBeLessThan(MINUTE);
		const fast = await acknowledge(stage(), 'analyst', version_id, ago(-3));
		expect(fast.clockDoubted).toBe(false);
		expect(millis(fast.acknowledgedAt)).toBeLessThanOrEqual(Date.now() + 1000);
	});

	it('from a clock that cannot be right counts from its receipt, says so, and is not lost', async () => {
		for (const wrong of [ago(24 * 60), ago(-24 * 60), '1970-01-01T00:00:00.000Z']) {
			const { version_id } = await publishedAgo(stage(), 60);
			const sent = Date.now();
			const { acknowledgedAt, clockDoubted } = await acknowledge(
				stage(),
				'personnel',
				version_id,
				wrong
			);
			expect(clockDoubted).toBe(true);
			expect(Math.abs(millis(acknowledgedAt) - sent)).toBeLessThan(MINUTE);
			const [kept] = await stage().look<{ stated: string }>(
				`select cordon.to_instant(doubted_at) as stated from cordon.acknowledgements
				 where version_id = $1::text::uuid`,
				[version_id]
			);
			expect(kept!.stated).toBe(wrong);
			// Another device of the same person, with a clock that is right.
			const right = ago(30);
			expect(await acknowledge(stage(), 'personnel', version_id, right)).toEqual({
				acknowledgedAt: right,
				clockDoubted: false
			});
		}
	});

	it('is not made before its reader was a member', async () => {
		const { version_id } = await publishedAgo(stage(), 60);
		await give(stage(), 'military', null, null);
		const { clockDoubted } = await acknowledge(stage(), 'outsider', version_id, ago(40));
		expect(clockDoubted).toBe(true);
		const member = (await stage().call('administrator', 'list_members', { mission })).find(
			({ email }) => email === 'outsider@cordon.example'
		)!;
		await stage().call('administrator', 'end_membership', { membership_id: member.id });
		expect(await outcomeOf(acknowledge(stage(), 'outsider', version_id, ago(50)))).toBe(
			'PT404 versionUnknown'
		);
	});

	it('of nonsense for a time is refused, and of a version to come too', async () => {
		const { version_id } = await publishedAgo(stage(), 60);
		expect(await outcomeOf(acknowledge(stage(), 'personnel', version_id, 'yesterday'))).toBe(
			'PT422 dateInvalid'
		);
		const later = await publish(stage(), { effectiveFrom: ago(-60) });
		expect(await outcomeOf(acknowledge(stage(), 'focal_point', later.id, null))).toBe(
			'PT409 notYetInForce'
		);
	});

	it('of a version that was superseded meanwhile still arrives, with its time', async () => {
		const { version_id, directiveId } = await publishedAgo(stage(), 60);
		await publish(stage(), {}, directiveId);
		const made_at = ago(30);
		expect((await acknowledge(stage(), 'personnel', version_id, made_at)).acknowledgedAt).toBe(
			made_at
		);
		expect(await mineOf(stage(), 'personnel', version_id)).toMatchObject({ asked: false });
	});
});

describeOnBothEngines('Coverage', (stage) => {
	it('asks the members whose category the version binds, by unit, base and category', async () => {
		const { id } = await publish(stage(), { applicability: ['military', 'police'] });
		await acknowledge(stage(), 'personnel', id, null);
		// Not bound: welcome, and counted nowhere.
		await acknowledge(stage(), 'analyst', id, null);
		const coverage = await coverageOf(stage(), id, 'head_of_mission');
		expect(coverage).toMatchObject({ asked: 2, acknowledged: 1, reminders: [] });
		expect(coverage.groups).toEqual([
			{ by: 'base', name: 'Camp Bondsteel', asked: 1, acknowledged: 1 },
			{ by: 'base', name: null, asked: 1, acknowledged: 0 },
			{ by: 'category', name: 'military', asked: 1, acknowledged: 1 },
			{ by: 'category', name: 'police', asked: 1, acknowledged: 0 },
			{ by: 'unit', name: 'Infantry company 1', asked: 1, acknowledged: 1 },
			{ by: 'unit', name: 'Pristina station', asked: 1, acknowledged: 0 }
		]);
		expect(coverage.missing).toMatchObject([
			{ displayName: 'Police Officer (exercise)', unit: 'Pristina station', base: null }
		]);
		const figures = await stage().call('head_of_mission', 'list_acknowledgement_coverage', {
			mission
		});
		expect(figures.find(({ versionId }) => versionId === id)).toMatchObject({
			asked: 2,
			acknowledged: 1
		});
		expect(await mineOf(stage(), 'analyst', id)).toMatchObject({ asked: false });
	});

	it('writes into the audit who looked at whose names are missing', async () => {
		const { id, number, version } = await publish(stage());
		await coverageOf(stage(), id);
		const [entry] = await stage().call('head_of_mission', 'list_audit_entries', {
			mission,
			before: null
		});
		expect(entry).toMatchObject({
			actor: 'Focal Point (exercise)',
			act: 'acknowledgement_missing_seen',
			subject: id,
			detail: { number, version }
		});
	});

	it('asks a newcomer for the version in force, from the day they are a member and no longer', async () => {
		const { version_id } = await publishedAgo(stage(), 60, { applicability: ['military'] });
		const asked = async () => (await coverageOf(stage(), version_id)).asked;
		const before = await asked();
		await give(stage(), 'military', dayFromNow(3), null);
		expect(await asked()).toBe(before);
		await give(stage(), 'military', null, null);
		expect(await asked()).toBe(before + 1);
		expect(await mineOf(stage(), 'outsider', version_id)).toMatchObject({
			asked: true,
			acknowledgedAt: null
		});
		// Another category: no longer bound, no longer asked.
		const { id } = await give(stage(), 'civilian', null, null);
		expect(await asked()).toBe(before);
		expect(await mineOf(stage(), 'outsider', version_id)).toBeUndefined();
		await stage().call('administrator', 'end_membership', { membership_id: id });
		expect(await asked()).toBe(before);
	});

	it('asks nobody for what is superseded, lifted or has lapsed', async () => {
		const first = await publish(stage());
		const second = await publish(stage(), {}, first.directiveId);
		expect(await outcomeOf(coverageOf(stage(), first.id))).toBe('PT409 versionAsksNobody');
		expect(await mineOf(stage(), 'personnel', first.id)).toBeUndefined();
		expect(await mineOf(stage(), 'personnel', second.id)).toMatchObject({ asked: true });
		await publish(stage(), { lifts: true, designations: [] }, first.directiveId);
		expect(await outcomeOf(coverageOf(stage(), second.id))).toBe('PT409 versionAsksNobody');
		expect(await mineOf(stage(), 'personnel', second.id)).toBeUndefined();

		const emergency = await publish(stage(), { designations: [aLine({ emergency: true })] });
		expect(await mineOf(stage(), 'personnel', emergency.id)).toMatchObject({ asked: true });
		await rewrite(stage(), [
			`update cordon.designations set lapses_at = now() - interval '1 hour'
			 where version_id = $1::text::uuid`,
			[emergency.id]
		]);
		expect(await mineOf(stage(), 'personnel', emergency.id)).toBeUndefined();
		expect(await outcomeOf(coverageOf(stage(), emergency.id))).toBe('PT409 versionAsksNobody');
	});

	it('tells nobody of another mission, by name or by number', async () => {
		const { id } = await publish(stage());
		expect(await outcomeOf(coverageOf(stage(), id, 'other_head'))).toBe('PT404 versionUnknown');
		for (const actor of ['personnel', 'analyst', 'administrator'] as const) {
			expect(await outcomeOf(coverageOf(stage(), id, actor))).toBe('PT403 notYourRole');
		}
	});

	it('names a base of the same mission only', async () => {
		const [{ id: foreign }] = (await stage().look<{ id: string }>(
			`select d.id from cordon.deployments d join cordon.missions m on m.id = d.mission_id
			 where m.slug = 'exercise-two'`
		)) as [{ id: string }];
		const [{ id: own }] = (await stage().look<{ id: string }>(
			`select id from cordon.deployments where name = 'Camp Film City'`
		)) as [{ id: string }];
		const giveAt = (base_id: string) =>
			stage().call('administrator', 'save_membership', {
				mission,
				email: 'outsider@cordon.example',
				role: 'personnel',
				category: 'military',
				unit: null,
				base_id,
				period: { from: null, until: null }
			});
		expect(await outcomeOf(giveAt(foreign))).toBe('PT404 deploymentUnknown');
		const member = await giveAt(own);
		expect(member.base).toEqual({ id: own, name: 'Camp Film City' });
		await stage().call('administrator', 'end_membership', { membership_id: member.id });
	});
});

describeOnBothEngines('A reminder', (stage) => {
	it('reaches those who are missing, once a day and version, and is in the audit', async () => {
		const { id, number } = await publish(stage(), { applicability: ['military', 'police'] });
		await acknowledge(stage(), 'personnel', id, null);
		expect(await stage().call('focal_point', 'remind_missing', { version_id: id })).toEqual({
			members: 1
		});
		const again = stage().call('head_of_mission', 'remind_missing', { version_id: id });
		expect(await outcomeOf(again)).toBe('PT409 remindedToday');
		const [entry] = await stage().call('head_of_mission', 'list_audit_entries', {
			mission,
			before: null
		});
		expect(entry).toMatchObject({
			act: 'acknowledgement_reminded',
			detail: { number, members: 1 }
		});
		const { reminders, remindedToday } = await coverageOf(stage(), id);
		expect(reminders).toMatchObject([{ by: 'Focal Point (exercise)' }]);
		expect(remindedToday).toBe(true);
		expect((await mineOf(stage(), 'personnel', id))?.remindedAt).toBeNull();
		// The next day it may be repeated.
		await rewrite(stage(), [
			`update cordon.reminders set reminded_on = reminded_on - 1,
				reminded_at = reminded_at - interval '1 day' where version_id = $1::text::uuid`,
			[id]
		]);
		expect((await coverageOf(stage(), id)).remindedToday).toBe(false);
		await stage().call('head_of_mission', 'remind_missing', { version_id: id });
		expect((await coverageOf(stage(), id)).reminders).toHaveLength(2);
	});

	it('is one when ten are sent at the same moment', async () => {
		const { id } = await publish(stage());
		const outcomes = await Promise.all(
			Array.from({ length: 10 }, (_, i) =>
				outcomeOf(
					stage().call(i % 2 ? 'focal_point' : 'head_of_mission', 'remind_missing', {
						version_id: id
					})
				)
			)
		);
		expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
		expect(outcomes.filter((outcome) => outcome === 'PT409 remindedToday')).toHaveLength(9);
	});

	it('shows to the member until they confirm, and to nobody who came after it', async () => {
		const { version_id } = await publishedAgo(stage(), 60, { applicability: ['military'] });
		await stage().call('head_of_mission', 'remind_missing', { version_id });
		expect((await mineOf(stage(), 'personnel', version_id))?.remindedAt).not.toBeNull();
		const { id } = await give(stage(), 'military', null, null);
		expect(await mineOf(stage(), 'outsider', version_id)).toMatchObject({
			asked: true,
			remindedAt: null
		});
		await stage().call('administrator', 'end_membership', { membership_id: id });
		await acknowledge(stage(), 'personnel', version_id, null);
		expect((await mineOf(stage(), 'personnel', version_id))?.remindedAt).toBeNull();
	});

	it('needs somebody who is missing', async () => {
		const { id } = await publish(stage(), { applicability: ['military'] });
		await acknowledge(stage(), 'personnel', id, null);
		const act = stage().call('head_of_mission', 'remind_missing', { version_id: id });
		expect(await outcomeOf(act)).toBe('PT409 nobodyMissing');
	});
});
