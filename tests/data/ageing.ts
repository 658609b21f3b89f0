import type { Stage } from './stage';

/**
 * Lets days pass in a mission, by moving all that happened there into the past. The clock of the
 * database is nobody's to set, neither through the api nor in a test: what a test may do and nobody
 * else is to hold the machine, with the triggers off that keep the past from being changed.
 */
export async function age(stage: Stage, mission: string, days: number): Promise<void> {
	const columns = await stage.look<{ table: string; columns: string[] }>(
		`select c.relname as table, array_agg(a.attname::text) as columns
		 from pg_class c
		 join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		 where c.relnamespace = 'cordon'::regnamespace and c.relkind = 'r'
			and c.relname in ('memberships', 'directive_versions', 'designations', 'bundles',
				'cases', 'case_acts', 'case_notes', 'drafts')
			and a.atttypid in ('date'::regtype, 'timestamptz'::regtype)
		 group by c.relname`
	);
	await stage.engine.owner(async (db) => {
		await db.exec(`set local session_replication_role = replica; set local timezone = 'UTC'`);
		for (const { table, columns: names } of columns) {
			await db.query(
				`update cordon.${table} set ${names
					.map((name) => `${name} = ${name} - $2::text::interval`)
					.join(', ')}
				 where mission_id = (select id from cordon.missions where slug = $1::text)`,
				[mission, `${days} days`]
			);
		}
	});
}
