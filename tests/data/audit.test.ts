/** The audit: acts and their entries together, and a chain that shows whoever touched it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Api } from '$lib/data/api';
import {
	auditHeader,
	countAuditLines,
	readAuditLine,
	verifyAuditFile
} from '$lib/publish/audit-file';
import { findLostHeads, holdsHead, keepAuditHeads } from '$lib/server/keep/audit-heads';
import type { Engine } from '$lib/server/engine/engine';
import { KOSOVO } from '../../supabase/seed/mission';
import { verifyAudit, type AuditReport } from '../../src/cli/commands/audit-verify';
import { describeOnBothEngines, outcomeOf, type Stage } from './stage';

const mission = 'kosovo';

const findBreaks = async (stage: Stage) =>
	(
		await stage.look<{ at: string }>(
			`select b.sequence as at from cordon.find_audit_breaks($1::text::uuid) b`,
			[KOSOVO.id]
		)
	).map(({ at }) => Number(at));

/** As somebody who holds the machine: triggers off, for one statement, undone afterwards. */
async function tamper(stage: Stage, statement: string): Promise<number[]> {
	return (await verifyAfter(stage, statement)).breaks.map(({ sequence }) => sequence);
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The chain as a file, from lines as the database gives them. */
function toFile(lines: readonly string[]): string {
	const counted = countAuditLines();
	for (const line of lines) counted.add(line);
	const header = auditHeader(mission, '2026-01-01T00:00:00Z');
	return [header, ...lines, counted.footer(), ''].join('\n');
}

async function exportAll(stage: Stage): Promise<string[]> {
	const lines: string[] = [];
	for (let after = 0, more = true; more;) {
		const page = await stage.call('administrator', 'export_audit', { mission, after });
		lines.push(...page.lines);
		({ last: after, more } = page);
	}
	return lines;
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
			// A file that is written from what was tampered with says the same.
			const lines = await db.query<{ line: string }>(
				`select cordon.to_audit_line(a) as line from cordon.audit_entries a
				 where a.mission_id = $1::text::uuid order by a.sequence`,
				[KOSOVO.id]
			);
			const inFile = verifyAuditFile(toFile(lines.map(({ line }) => line)), sha256);
			expect(inFile).toMatchObject({ breaks: found!.breaks, head: found!.head, cutOff: false });
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
		expect(
			await whatAfter(
				`update cordon.audit_entries set sequence = 1000 where ${of} and sequence = 6;
				 update cordon.audit_entries set sequence = 6 where ${of} and sequence = 7;
				 update cordon.audit_entries set sequence = 7 where ${of} and sequence = 1000`
			)
		).toMatchObject([
			{ sequence: 6, what: 'moved' },
			{ sequence: 7, what: 'moved' },
			{ sequence: 8, what: 'unlinked' }
		]);
		expect(
			await whatAfter(
				`update cordon.audit_entries set actor = 'x' where ${of} and sequence = 3;
				 update cordon.audit_entries a set hash = cordon.hash_entry(a) where ${of} and sequence = 3`
			)
		).toEqual([{ sequence: 4, what: 'unlinked' }]);
		expect(
			await whatAfter(`delete from cordon.audit_entries where ${of} and sequence between 1 and 3`)
		).toEqual([{ sequence: 4, what: 'missing' }]);
		const cut = `delete from cordon.audit_entries where ${of} and sequence = ${entries}`;
		expect(await verifyAfter(stage(), cut, head!)).toMatchObject({ breaks: [], holds: false });
		expect(await verifyAfter(stage(), 'select 1', head!)).toMatchObject({ holds: true });
	});

	it('finds a cut-off end by heads that were kept outside the database', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'cordon-heads-'));
		try {
			const engine = { run: async (asked: { sql: string }[]) => stage().look(asked[0]!.sql) };
			const keep = () => keepAuditHeads(engine as unknown as Engine, folder);
			await keep();
			await stage().call('focal_point', 'create_draft', { mission, directive_id: null });
			await exportAll(stage());
			await keep();
			await keep();
			const looking = { query: stage().look };
			expect(await findLostHeads(looking, folder, mission)).toEqual([]);
			const undone = new Error('undone');
			await stage()
				.engine.owner(async (db) => {
					await db.exec('set local session_replication_role = replica');
					await db.exec(
						`delete from cordon.audit_entries where mission_id = '${KOSOVO.id}'
						 and sequence = (select max(sequence) from cordon.audit_entries
							where mission_id = '${KOSOVO.id}')`
					);
					const lost = await findLostHeads(db, folder, mission);
					expect(lost).toHaveLength(1);
					expect(lost[0]!.head).toMatch(/^\d+:[0-9a-f]{64}$/);
					expect((await verifyAudit(db, mission))[0]!.breaks).toEqual([]);
					throw undone;
				})
				.catch((error) => {
					if (error !== undone) throw error;
				});
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('counts through the chain in stretches that meet', async () => {
		const whole = await stage().call('administrator', 'verify_audit', { mission, after: 0 });
		expect(whole).toMatchObject({ verifiedTo: whole.head!.sequence, breaks: [] });
		const on = await stage().call('administrator', 'verify_audit', { mission, after: 3 });
		expect(on).toEqual(whole);
		const [{ broken }] = (await stage().look<{ broken: string }>(
			`select count(*)::int as broken from generate_series(0, 12) as stretches (after)
			 cross join lateral cordon.find_audit_breaks($1::text::uuid, after, after + 4)`,
			[KOSOVO.id]
		)) as [{ broken: string }];
		expect(Number(broken)).toBe(0);
	});

	it('is found by act, actor, subject and time, each with the others', async () => {
		const ask = (more: Partial<Api['list_audit_entries']['args']>) =>
			stage().call('head_of_mission', 'list_audit_entries', { mission, before: null, ...more });
		const all = await ask({});
		const one = all.find(({ act }) => act === 'establishment_saved')!;
		const { act, subject, at } = one;
		expect(await ask({ act, subject, actor: 'focal' })).toEqual([one]);
		expect(await ask({ act, actor: 'nobody' })).toEqual([]);
		expect(await ask({ actor: '%' })).toEqual([]);
		const since = new Date(Date.parse(at) + 1).toISOString();
		expect((await ask({ since })).map(({ sequence }) => sequence)).not.toContain(one.sequence);
		expect((await ask({ since: at, until: since })).map(({ sequence }) => sequence)).toContain(
			one.sequence
		);
		const older = await ask({ before: one.sequence });
		expect(older.every(({ sequence }) => sequence < one.sequence)).toBe(true);
	});

	it('leaves as lines that verify without a database, and shows any change of the file', async () => {
		const lines = await exportAll(stage());
		const file = toFile(lines);
		const report = verifyAuditFile(file, sha256)!;
		expect(report).toMatchObject({ entries: lines.length, breaks: [], cutOff: false });
		expect(readAuditLine(lines.at(-1)!)).toMatchObject({ act: 'audit_exported' });
		const tampered = (change: (lines: string[]) => string[]) => {
			const [first, ...rest] = file.trimEnd().split('\n');
			const body = change(rest.slice(0, -1));
			return verifyAuditFile([first, ...body, rest.at(-1)].join('\n'), sha256)!;
		};
		expect(
			tampered((all) => all.with(2, all[2]!.replace('"directive_', '"directives_')))
		).toMatchObject({
			breaks: [{ sequence: 3, what: 'changed' }]
		});
		expect(tampered((all) => all.toSpliced(4, 1))).toMatchObject({
			breaks: [{ sequence: 6, what: 'missing' }],
			cutOff: true
		});
		expect(tampered((all) => all.with(5, all[6]!).with(6, all[5]!)).breaks).toEqual([
			{ sequence: 6, what: 'moved' }
		]);
		expect(tampered((all) => all.slice(0, -1))).toMatchObject({ breaks: [], cutOff: true });
		expect(verifyAuditFile('{"something": "else"}', sha256)).toBeUndefined();
	});

	it('records once a day that somebody looked at what is sensitive, and nothing of what is published', async () => {
		const actsOf = async (actor: string) =>
			(
				await stage().look<{ act: string }>(
					`select a.act from cordon.audit_entries a
					 where a.mission_id = $1::text::uuid and a.actor_id = $2::text::uuid order by a.act`,
					[KOSOVO.id, stage().idOf(actor as 'deputy')]
				)
			).map(({ act }) => act);
		const read = async (actor: 'deputy' | 'personnel') => {
			await stage().call(actor, 'list_designations', { mission });
			await stage().call(actor, 'list_directive_versions', { mission });
			await stage().call(actor, 'list_versions_in_force', { mission, at: '2005-01-01T00:00:00Z' });
			await stage().call(actor, 'get_list', { mission });
		};
		const before = await actsOf('personnel');
		await read('personnel');
		expect(await actsOf('personnel')).toEqual(before);
		expect(await actsOf('deputy')).toEqual([]);
		for (let twice = 0; twice < 2; twice++) {
			await read('deputy');
			await stage().call('deputy', 'list_deployments', { mission });
			await stage().call('deputy', 'list_establishments', { mission });
			await stage().call('deputy', 'list_members', { mission });
			await stage().call('deputy', 'list_audit_entries', { mission, before: null });
			await stage().call('deputy', 'export_audit', { mission, after: 0 });
		}
		expect(await actsOf('deputy')).toEqual([
			'audit_exported',
			'audit_exported',
			'audit_seen',
			'deployments_seen',
			'establishments_seen',
			'members_seen'
		]);
	});
});
