/** Calls of schema `api` from a terminal, with the rights of a member. */
import type { Engine, Statement } from '../../lib/server/engine/engine.ts';
import { StartError } from '../../lib/server/start-error.ts';

/** The member's claims: the same rules, and their name in the audit, as if they had done it. */
export async function actAs(engine: Engine, email: string): Promise<Statement[]> {
	const [account] = await engine.run<{ id: string }>([
		{ sql: 'select id from auth.users where lower(email) = lower($1::text)', params: [email] }
	]);
	if (!account) throw new StartError(`Nobody has an account for ${email}.`);
	const claims = JSON.stringify({ sub: account.id, email, role: 'authenticated' });
	return [
		{ sql: `select set_config('request.jwt.claims', $1::text, true)`, params: [claims] },
		{ sql: 'set local role authenticated' }
	];
}

export async function callAs<T>(
	engine: Engine,
	member: Statement[],
	name: string,
	parameters: string,
	args: string[]
): Promise<T> {
	const list = parameters
		.split(', ')
		.map(
			(parameter, i) => `${parameter} => $${i + 1}::${parameter.endsWith('_id') ? 'uuid' : 'text'}`
		);
	const [row] = await engine.run<{ result: string }>([
		...member,
		{ sql: `select api.${name}(${list.join(', ')})::text as result`, params: args }
	]);
	return JSON.parse(row!.result) as T;
}

/** Whoever signs for the mission may read every version of it, and its register of risk. */
export async function findHead(engine: Engine, mission: string): Promise<string> {
	const [head] = await engine.run<{ email: string }>([
		{
			sql: `select p.email from cordon.memberships m
				join cordon.people p on p.id = m.person_id
				join cordon.missions s on s.id = m.mission_id
				where s.slug = $1::text and m.role = 'head_of_mission' and m.ended_at is null
					and coalesce(m.valid_from, '-infinity') <= cordon.today(s.time_zone)
					and coalesce(m.valid_until, 'infinity') > cordon.today(s.time_zone)
				order by m.delegated_by is not null, p.email limit 1`,
			params: [mission]
		}
	]);
	if (!head) throw new StartError(`${mission} has no Head of Mission now. Name a member by --as.`);
	return head.email;
}
