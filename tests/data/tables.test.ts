/**
 * The tables, attacked with the role a token gives: every actor, every verb, every table. Reading is
 * left to row-level security, row by row; writing is refused to everybody, and the row is unchanged.
 */
import { expect, it } from 'vitest';
import { KOSOVO } from '../../supabase/seed/mission';
import { createSigner, readKeys } from '$lib/server/keys/signer';
import { assessBase } from './risk';
import { deskOn, openMemoryStore } from './signing';
import {
	ACTORS,
	aNomination,
	dayFromNow,
	describeOnBothEngines,
	outcomeOf,
	type Actor,
	type Stage
} from './stage';

const NO_RIGHT = '42501';

const listTables = async (stage: Stage) =>
	(
		await stage.look<{ name: string }>(
			`select relname as name from pg_class
			 where relnamespace = 'cordon'::regnamespace and relkind = 'r' order by relname`
		)
	).map(({ name }) => name);

/** Rows of a table that belong to Kosovo, and to nobody in particular, as SQL. */
const OF_KOSOVO: Record<string, string> = {
	sources: 'mission_id is not distinct from $1::text::uuid',
	missions: 'id = $1::text::uuid',
	mission_shares: 'mission_id = $1::text::uuid',
	lost_lists: `slug = (select slug from cordon.missions where id = $1::text::uuid)`,
	people: `id in (select person_id from cordon.memberships where mission_id = $1::text::uuid)`
};

/** Which of Kosovo's members read anything at all in a table; the rest read nothing. */
const ALL: Actor[] = [
	'head_of_mission',
	'deputy',
	'analyst',
	'focal_point',
	'personnel',
	'administrator'
];
const HEADS: Actor[] = ['head_of_mission', 'deputy'];
const STAFF: Actor[] = [...HEADS, 'analyst', 'focal_point', 'administrator'];
const READERS: Record<string, Actor[]> = {
	missions: ALL,
	mission_organizations: ALL,
	mission_contacts: ALL,
	// People read themselves and their own memberships, those past and those to come.
	people: [...ALL, 'dismissed', 'newcomer'],
	memberships: [...ALL, 'dismissed', 'newcomer'],
	sources: STAFF,
	deployments: STAFF,
	deployment_strengths: STAFF,
	deployment_sources: STAFF,
	establishments: [...HEADS, 'analyst', 'focal_point'],
	establishment_names: [...HEADS, 'analyst', 'focal_point'],
	establishment_status_changes: [...HEADS, 'analyst', 'focal_point'],
	cases: [...HEADS, 'analyst', 'focal_point'],
	case_acts: [...HEADS, 'analyst', 'focal_point'],
	case_notes: [...HEADS, 'analyst', 'focal_point'],
	risk_assessments: [...HEADS, 'analyst', 'focal_point'],
	risk_visits: [...HEADS, 'analyst', 'focal_point'],
	risk_weights: [...HEADS, 'analyst', 'focal_point'],
	drafts: [...HEADS, 'focal_point'],
	directives: ALL,
	directive_versions: ALL,
	designations: ALL,
	bundles: ALL,
	mission_keys: ALL,
	key_revocations: ALL,
	bundle_signatures: ALL,
	// By name they are asked for, and that is recorded.
	acknowledgements: ['personnel'],
	reminders: ALL,
	audit_entries: [...HEADS, 'administrator'],
	allegations: [],
	lost_lists: []
};
/** Tables that hold nothing of a mission: public to whoever signed in. */
const PUBLIC = [
	'organizations',
	'organization_consequences',
	'reference_statistics',
	'reference_missions'
];
/** How a table without `mission_id` finds its mission. */
const THROUGH: Record<string, string> = {
	deployment_strengths:
		'deployment_id in (select id from cordon.deployments where mission_id = $1::text::uuid)',
	deployment_sources:
		'deployment_id in (select id from cordon.deployments where mission_id = $1::text::uuid)',
	establishment_names:
		'establishment_id in (select id from cordon.establishments where mission_id = $1::text::uuid)',
	establishment_status_changes:
		'establishment_id in (select id from cordon.establishments where mission_id = $1::text::uuid)',
	acknowledgements:
		'version_id in (select id from cordon.directive_versions where mission_id = $1::text::uuid)',
	reminders:
		'version_id in (select id from cordon.directive_versions where mission_id = $1::text::uuid)'
};

/** A row in each table that the demo leaves empty, so that there is something to steal. */
async function fillEmptyTables(stage: Stage): Promise<void> {
	await stage.look(
		`insert into cordon.sources (mission_id, title) values ($1::text::uuid, 'Internal note 7')`,
		[KOSOVO.id]
	);
	await stage.look(
		// A share that is over: it opens nothing any more.
		`insert into cordon.mission_shares (mission_id, reader_id, valid_from, valid_until)
		 select $1::text::uuid, id, '2000-01-01', '2001-01-01' from cordon.missions where slug = 'exercise-two'`,
		[KOSOVO.id]
	);
	const { caseId } = await stage.call('focal_point', 'nominate', {
		mission: 'kosovo',
		nomination: aNomination()
	});
	await stage.call('analyst', 'assess', {
		case_id: caseId,
		finding: 'grounds',
		indicators: ['guarded'],
		note: { text: 'Restricted.', retainedUntil: dayFromNow(100) }
	});
	const signer = createSigner(openMemoryStore());
	const desk = deskOn(stage);
	await signer.keepSigned(desk, 'kosovo');
	const [first] = readKeys((await desk.read('kosovo', false)).keys);
	await signer.revoke(desk, 'kosovo', first!.key, 'Exercise');
	await stage.look(
		`insert into cordon.lost_lists (slug, sequence, sha256)
		 select slug, 1, repeat('0', 64) from cordon.missions where id = $1::text::uuid`,
		[KOSOVO.id]
	);
	const [version] = await stage.call('personnel', 'list_versions_in_force', {
		mission: 'kosovo',
		at: new Date().toISOString()
	});
	await stage.call('personnel', 'acknowledge', { version_id: version!.id, made_at: null });
	await stage.call('focal_point', 'remind_missing', { version_id: version!.id });
	await stage.call('analyst', 'get_released_counts', { mission: 'kosovo' });
	await assessBase(stage);
}

describeOnBothEngines('The tables', (stage) => {
	it('show to each actor the rows that are theirs to read', async () => {
		await fillEmptyTables(stage());
		for (const table of await listTables(stage())) {
			const isPublic = PUBLIC.includes(table);
			const where = isPublic
				? '$1::text is not null'
				: (OF_KOSOVO[table] ?? THROUGH[table] ?? 'mission_id = $1::text::uuid');
			const count = `select count(*)::int as n from cordon.${table} where ${where}`;
			const [{ n: all }] = (await stage().look<{ n: number }>(count, [KOSOVO.id])) as [
				{ n: number }
			];
			expect(all, `${table} holds nothing to steal`).toBeGreaterThan(0);

			for (const actor of ACTORS) {
				const act = stage().say<{ n: number }>(actor, count, [KOSOVO.id]);
				if (actor === 'anonymous' || READERS[table]?.length === 0) {
					expect(await outcomeOf(act), `${actor} reads ${table}`).toBe(NO_RIGHT);
					continue;
				}
				const reads = (await act)[0]!.n;
				const mayRead = isPublic || READERS[table]?.includes(actor);
				// The other mission learns that something is shared with it, and no more.
				const isShare =
					table === 'mission_shares' &&
					(ALL.includes(actor) || ['other_head', 'other_personnel'].includes(actor));
				if (mayRead || isShare) expect(reads, `${actor} reads ${table}`).toBeGreaterThan(0);
				else expect(reads, `${actor} reads ${table}`).toBe(0);
			}
		}
	}, 240_000);

	it('take no insert, update or delete from anybody, and no row changes', async () => {
		for (const table of await listTables(stage())) {
			const [column] = await stage().look<{ name: string }>(
				`select attname as name from pg_attribute
				 where attrelid = ('cordon.' || $1::text)::regclass and attnum = 1`,
				[table]
			);
			const print = `select md5(string_agg(t::text, '' order by t::text)) as print from cordon.${table} t`;
			const before = await stage().look(print);
			for (const actor of ACTORS) {
				for (const [verb, sql] of [
					['insert', `insert into cordon.${table} select * from cordon.${table}`],
					['update', `update cordon.${table} set ${column!.name} = ${column!.name}`],
					['delete', `delete from cordon.${table}`],
					['truncate', `truncate cordon.${table} cascade`]
				]) {
					expect(await outcomeOf(stage().say(actor, sql!)), `${actor} ${verb}s ${table}`).toBe(
						NO_RIGHT
					);
				}
			}
			expect(await stage().look(print), table).toEqual(before);
		}
	}, 240_000);

	it('give personnel of a mission no draft, no register, no strength, no name of a colleague', async () => {
		const people = await stage().say<{ email: string }>(
			'personnel',
			'select email from cordon.people'
		);
		expect(people).toEqual([{ email: 'personnel@cordon.example' }]);
	});

	it('show no list to anybody before it takes effect, not even to who signed it', async () => {
		const later = 'select sequence from cordon.bundles where effective_from > now()';
		expect((await stage().look(later)).length).toBeGreaterThan(0);
		for (const actor of ACTORS.filter((each) => each !== 'anonymous')) {
			expect(await stage().say(actor, later), actor).toEqual([]);
			// Nor, by a signature, that there is one.
			const announced = await stage().say(
				actor,
				`select s.sequence from cordon.bundle_signatures s
				 where not exists (
					select from cordon.bundles b
					where b.mission_id = s.mission_id and b.sequence = s.sequence)`
			);
			expect(announced, actor).toEqual([]);
		}
	});

	it('cannot be reached by becoming somebody else inside a request', async () => {
		for (const role of ['cordon_keeper', 'service_role']) {
			// The session may change role again on an engine whose login owns the tables: only our own
			// functions run there, and none of them has dynamic SQL. What the role itself gets is this.
			const [row] = await stage().look<{ member: boolean }>(
				`select pg_has_role('authenticated', $1::text, 'member') as member`,
				[role]
			);
			expect(row!.member).toBe(false);
		}
		expect(
			await outcomeOf(stage().say('outsider', `select cordon.enact(null, null, '{}', now(), null)`))
		).toBe(NO_RIGHT);
		expect(
			await outcomeOf(
				stage().say('outsider', `select * from cordon.released_atoms($1::text::uuid)`, [KOSOVO.id])
			)
		).toBe(NO_RIGHT);
	});

	it('ignore claims that are no person', async () => {
		for (const claims of ['{}', '{"sub":""}', '{"role":"service_role"}', '']) {
			const missions = await stage().engine.as(stage().idOf('outsider'), async (db) => {
				await db.query(`select set_config('request.jwt.claims', $1::text, true)`, [claims]);
				return db.query('select id from cordon.missions');
			});
			expect(missions).toEqual([]);
		}
	});
});
