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
