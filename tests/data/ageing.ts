import type { Stage } from './stage';

const HAPPENED = [
	'directive_versions',
	'designations',
	'bundles',
	'cases',
	'case_acts',
	'case_notes',
	'drafts'
];

/**
 * Lets days pass in a mission, by moving all that happened there into the past. The clock of the
 * database is nobody's to set, neither through the api nor in a test: what a test may do and nobody
 * else is to hold the machine, with the triggers off that keep the past from being changed.
 */
export async function age(stage: Stage, mission: string, days: number): Promise<void> {
	const columns = await stage.look<{ table: string; names: string[] }>(
		`select c.relname as table, array_agg(a.attname::text) as names
		 from pg_class c
		 join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		 where c.relnamespace = 'cordon'::regnamespace and c.relname = any ($1::text::text[])
			and a.atttypid in ('date'::regtype, 'timestamptz'::regtype)
		 group by c.relname`,
		[`{${HAPPENED.join()}}`]
	);
	const back = (names: string[]) =>
		names.map((name) => `${name} = ${name} - $2::text::interval`).join(', ');
	const passed = `${days} days`;
	await stage.engine.owner(async (db) => {
		await db.exec(`set local session_replication_role = replica; set local timezone = 'UTC'`);
		for (const { table, names } of columns) {
			await db.query(
				`update cordon.${table} set ${back(names)}
				 where mission_id = (select id from cordon.missions where slug = $1::text)`,
				[mission, passed]
			);
		}
		// The earliest first: none may overlap another of the same person meanwhile.
		const memberships = await db.query<{ id: string }>(
			`select m.id from cordon.memberships m join cordon.missions on missions.id = m.mission_id
			 where missions.slug = $1::text order by m.valid_from nulls first`,
			[mission]
		);
		for (const { id } of memberships) {
			await db.query(
				`update cordon.memberships set ${back(['valid_from', 'valid_until', 'ended_at'])}
				 where id = $1::text::uuid`,
				[id, passed]
			);
		}
	});
}
