/** The audit: acts and their entries together, and a chain that shows whoever touched it. */
import { expect, it } from 'vitest';
import { KOSOVO } from '../../supabase/seed/mission';
import { holdsHead, verifyAudit, type AuditReport } from '../../src/cli/commands/audit-verify';
import { describeOnBothEngines, outcomeOf, type Stage } from './stage';

const mission = 'kosovo';

const findBreaks = async (stage: Stage) =>
	(
		await stage.look<{ at: string }>(`select cordon.find_audit_breaks($1::text::uuid) as at`, [
			KOSOVO.id
		])
	).map(({ at }) => Number(at));

/** As somebody who holds the machine: triggers off, for one statement, undone afterwards. */
async function tamper(stage: Stage, statement: string): Promise<number[]> {
	return (await verifyAfter(stage, statement)).breaks.map(({ sequence }) => sequence);
}

/** What the terminal would find after it. */
async function verifyAfter(
	stage: Stage,
	statement: string,
	head?: string
): Promise<AuditReport & { holds: boolean }> {
	let report: (AuditReport & { holds: boolean }) | undefined;
	const undone = new Error('undone');
	await stage.engine
		.owner(async (db) => {
			await db.exec('set local session_replication_role = replica');
			await db.exec(statement);
			const [found] = await verifyAudit(db, mission);
			report = { ...found!, holds: head === undefined || (await holdsHead(db, mission, head)) };
			throw undone;
		})
		.catch((error) => {
			if (error !== undone) throw error;
		});
	return report!;
}

describeOnBothEngines('The audit', (stage) => {
	it('has an entry for each act, with who and what, and none for what was refused', async () => {
		const newest = async () =>
			(await stage().call('administrator', 'list_audit_entries', { mission, before: null }))[0]!;
		const establishment = {
			id: null,
			names: [{ text: 'Exercise bar Rain', language: 'en', status: 'sign' as const }],
			kind: 'bar' as const,
			geometry: { type: 'Point' as const, coordinates: [21.16, 42.66] },
			accuracyMetres: 10,
			address: null,
			town: null,
			region: null,
			status: 'open' as const,
			period: { from: null, until: null },
			exercise: true
		};
		const saved = await stage().call('focal_point', 'save_establishment', {
			mission,
			establishment
		});
		expect(await newest()).toMatchObject({
			act: 'establishment_saved',
			subject: saved.id,
			actor: 'Focal Point (exercise)'
		});
		const before = await newest();
		await outcomeOf(stage().call('analyst', 'save_establishment', { mission, establishment }));
		expect(await newest()).toEqual(before);
	});

	it('reads page by page, newest first, and never another mission', async () => {
		const first = await stage().call('head_of_mission', 'list_audit_entries', {
			mission,
			before: null
		});
		const numbers = first.map(({ sequence }) => sequence);
		expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
		const older = await stage().call('head_of_mission', 'list_audit_entries', {
			mission,
			before: numbers[3]!
		});
		expect(older.map(({ sequence }) => sequence)).toEqual(numbers.slice(4));
		const others = await stage().call('other_head', 'list_audit_entries', {
			mission: 'exercise-two',
			before: null
		});
		expect(others.every(({ actor }) => !actor.includes('Focal'))).toBe(true);
	});

	it('is whole as it stands', async () => {
		expect(await findBreaks(stage())).toEqual([]);
	});

	it('shows an entry that was edited, one removed, one moved, and one forged', async () => {
		const of = `mission_id = '${KOSOVO.id}'`;
		expect(
			await tamper(
				stage(),
				`update cordon.audit_entries set actor = 'x' where ${of} and sequence = 3`
			)
		).toEqual([3]);
		expect(
			await tamper(
				stage(),
				`update cordon.audit_entries set detail = '{"lines": 1}' where ${of} and sequence = 4`
			)
		).toEqual([4]);
		expect(
			await tamper(stage(), `delete from cordon.audit_entries where ${of} and sequence = 5`)
		).toEqual([6]);
		expect(
			await tamper(stage(), `delete from cordon.audit_entries where ${of} and sequence = 1`)
		).toEqual([2]);
		const swapped = await tamper(
			stage(),
			`update cordon.audit_entries set sequence = 1000 where ${of} and sequence = 6;
			 update cordon.audit_entries set sequence = 6 where ${of} and sequence = 7;
			 update cordon.audit_entries set sequence = 7 where ${of} and sequence = 1000`
		);
		expect(swapped).toContain(6);
		// Recomputing the hash of the forged entry breaks the one after it.
		expect(
			await tamper(
				stage(),
				`update cordon.audit_entries set actor = 'x' where ${of} and sequence = 3;
				 update cordon.audit_entries a set hash = cordon.hash_entry(a) where ${of} and sequence = 3`
			)
		).toEqual([4]);
		expect(await findBreaks(stage())).toEqual([]);
	});

	it('names what happened, and by a head kept elsewhere that the end was cut off', async () => {
		const of = `mission_id = '${KOSOVO.id}'`;
		const { entries, head, breaks } = await verifyAfter(stage(), 'select 1');
		expect([entries > 7, breaks]).toEqual([true, []]);
		expect(head).toMatch(new RegExp(`^${entries}:[0-9a-f]{64}$`));
		const whatAfter = async (statement: string) => (await verifyAfter(stage(), statement)).breaks;
		expect(
			await whatAfter(`update cordon.audit_entries set actor = 'x' where ${of} and sequence = 3`)
		).toEqual([{ sequence: 3, what: 'changed' }]);
		expect(
			await whatAfter(`delete from cordon.audit_entries where ${of} and sequence = 5`)
		).toEqual([{ sequence: 6, what: 'missing' }]);
		const cut = `delete from cordon.audit_entries where ${of} and sequence = ${entries}`;
		expect(await verifyAfter(stage(), cut, head!)).toMatchObject({ breaks: [], holds: false });
		expect(await verifyAfter(stage(), 'select 1', head!)).toMatchObject({ holds: true });
	});
});
