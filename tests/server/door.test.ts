/**
 * An attacker's and a member's day at the door, through supabase-js and by hand. The holes that were
 * found in @supabase/lite 0.10.0 are each tried here (src/docs/decisions/0011).
 */
import { createHmac } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDoor, type OpenDoor } from './open-door';

const email = 'head.of.mission@cordon.example';
const password = 'correct horse battery staple';
let open: OpenDoor;
let userId: string;

beforeAll(async () => {
	open = await openTestDoor();
	userId = await open.addPerson(email, password);
	await open.engine.run([
		{
			sql: 'insert into public.diaries values ($1::text::uuid, $2::text)',
			params: [userId, 'mine']
		}
	]);
}, 120_000);
afterAll(() => open?.close());

async function signIn() {
	const client = open.client();
	const { data, error } = await client.auth.signInWithPassword({ email, password });
	if (error) throw error;
	return { client, session: data.session };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	open.door.fetch(open.door.url + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body)
	});
const callAs = (token: string, name: string, args: unknown = {}) =>
	post(`/rest/v1/rpc/${name}`, args, {
		authorization: `Bearer ${token}`,
		'content-profile': 'api'
	});

describe('a function of schema api', () => {
	test('runs as the person of the token', async () => {
		const { client } = await signIn();
		expect((await client.rpc('whoami')).data).toEqual({ userId, role: 'authenticated' });
		expect((await client.rpc('read_diaries')).data).toEqual(['mine']);
	});

	test('runs as nobody without a token', async () => {
		expect((await open.client().rpc('whoami')).data).toEqual({ userId: null, role: 'anon' });
		expect((await open.client().rpc('read_diaries')).data).toEqual([]);
	});

	test('is not asked with JSON that is deeper than the engine can bear', async () => {
		const { session } = await signIn();
		const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
		for (let time = 0; time < 10; time++) {
			const answer = await callAs(session.access_token, 'echo', { words: '', data: nested(5000) });
			expect(answer.status).toBe(422);
			expect(await answer.json()).toMatchObject({ code: 'PT422', hint: 'unreadable' });
		}
		const shallow = `["${nested(5000)}\\"",${nested(400)}]`;
		const answer = await callAs(session.access_token, 'echo', { words: '', data: shallow });
		expect(await answer.text()).toContain('[[[');
	});

	test('takes named arguments, defaults and JSON text, and answers null as null', async () => {
		const words = `'; drop table public.diaries; --`;
		const { data } = await open.client().rpc('echo', { words, data: '{"a":[1]}' });
		expect(data).toEqual({ words, number: 7, data: { a: [1] } });
		expect((await open.client().rpc('nothing')).data).toBeNull();
		expect((await open.client().rpc('echo', { words: 'a\0b' })).status).toBe(400);
	});

	test('takes words of a type that the caller may not name, and truth values', async () => {
		for (const twice of [true, false]) {
			const { data } = await open.client().rpc('paint', { colour: 'red', twice });
			expect(data).toEqual({ colour: 'red', twice });
		}
		expect((await open.client().rpc('paint', { colour: 'green' })).status).toBe(400);
		expect((await open.client().rpc('paint', { colour: null })).data).toMatchObject({
			colour: null
		});
	});

	test.each([
		['an argument it does not have', 'echo', { words: 'a', 'b) or (1=1': 1 }],
		['too few arguments', 'echo', {}],
		['a name outside the schema', 'hidden', {}],
		['a name with a schema in it', 'public.hidden', {}],
		['a name that is SQL', 'echo(1);drop table public.diaries', {}]
	])('is not found with %s', async (_what, name, args) => {
		const { error, status } = await open.client().rpc(name, args);
		expect([status, error?.code]).toEqual([404, 'PGRST202']);
		expect((await signIn().then(({ client }) => client.rpc('read_diaries'))).data).toEqual([
			'mine'
		]);
	});

	test.each([
		['PT403', 403],
		['PT404', 404],
		['PT409', 409],
		['PT422', 422],
		['PT429', 429],
		['42501', 401],
		['23505', 409],
		['22P02', 400]
	])('that raises %s answers %i with its words', async (code, status) => {
		const answer = await open.client().rpc('refuse', { code });
		expect(answer.status).toBe(status);
		expect(answer.error).toMatchObject({ code, message: 'It is so.', hint: 'soItIs' });
	});

	test('leaves no role or claims behind for the next caller', async () => {
		const { client } = await signIn();
		await client.rpc('refuse', { code: 'PT409' });
		expect((await open.client().rpc('whoami')).data).toEqual({ userId: null, role: 'anon' });
		const [row] = await open.engine.run([
			{
				sql: `select current_user <> 'anon' as own, current_setting('request.jwt.claims', true) as claims`
			}
		]);
		expect(row).toMatchObject({ own: true });
		expect(row!.claims || null).toBeNull();
	});
});

describe('a table', () => {
	test.each([
		['GET', '/rest/v1/diaries'],
		['POST', '/rest/v1/diaries'],
		['GET', '/rest/v1/rpc/whoami'],
		['GET', '/rest/v1/'],
		['GET', '/_system/info'],
		['GET', '/pg/tables'],
		['GET', '/storage/v1/bucket'],
		['GET', '/auth/v1/admin/users'],
		['POST', '/auth/v1/otp'],
		['POST', '/auth/v1/verify'],
		['POST', '/auth/v1/recover'],
		['POST', '/auth/v1/magiclink'],
		['GET', '/auth/v1/settings']
	])('or anything else is not served: %s %s', async (method, path) => {
		const { session } = await signIn();
		for (const authorization of ['Bearer anonymous', `Bearer ${session.access_token}`]) {
			const answer = await open.door.fetch(open.door.url + path, {
				method,
				headers: { authorization }
			});
			expect([404, 406]).toContain(answer.status);
			expect(await answer.text()).not.toMatch(/mine|postgres|secret/);
		}
	});

	test('is not reached through another schema', async () => {
		const { client } = await signIn();
		expect((await client.schema('public').rpc('hidden')).status).toBe(406);
		expect((await client.schema('auth').rpc('uid')).status).toBe(406);
	});
});

describe('signing in', () => {
	test('is refused in the same words for a wrong password and a stranger', async () => {
		const wrong = await post('/auth/v1/token?grant_type=password', { email, password: 'x' });
		const stranger = await post('/auth/v1/token?grant_type=password', {
			email: 'a@b.example',
			password
		});
		expect([wrong.status, stranger.status]).toEqual([400, 400]);
		expect(await wrong.text()).toBe(await stranger.text());
	});

	test('is refused in those words too for what no database can hold', async () => {
		for (const stranger of [`a\0${email}`, `${email}\0`, '\ud800@cordon.example']) {
			const { error } = await open.client().auth.signInWithPassword({ email: stranger, password });
			expect([error?.status, error?.code]).toEqual([400, 'invalid_credentials']);
		}
	});

	test('takes a stranger as long as a member', async () => {
		const time = async (who: string) => {
			const began = performance.now();
			await post('/auth/v1/token?grant_type=password', { email: who, password: 'x' });
			return performance.now() - began;
		};
		const known: number[] = [];
		const unknown: number[] = [];
		for (let i = 0; i < 15; i++) {
			known.push(await time(email));
			unknown.push(await time(`stranger${i}@cordon.example`));
		}
		const median = (times: number[]) => times.sort((a, b) => a - b)[7]!;
		// Hashing takes tens of milliseconds; without it a stranger would take under two.
		expect(median(unknown)).toBeGreaterThan(0.5 * median(known));
		expect(median(known)).toBeGreaterThan(0.5 * median(unknown));
	}, 60_000);

	test('does not care about the case of an address, and takes no other shape of it', async () => {
		const { error } = await open
			.client()
			.auth.signInWithPassword({ email: ' Head.OF.mission@cordon.example', password });
		expect(error).toBeNull();
		for (const odd of [{ email: { $ne: '' }, password }, { email: [email], password }, {}]) {
			expect((await post('/auth/v1/token?grant_type=password', odd)).status).toBe(400);
		}
	});

	test('is closed to newcomers, and makes nobody', async () => {
		const count = () => open.engine.run([{ sql: 'select count(*)::int as n from auth.users' }]);
		const before = await count();
		const { error } = await open.client().auth.signUp({ email: 'new@cordon.example', password });
		expect(error?.code).toBe('signup_disabled');
		const otp = await open.client().auth.signInWithOtp({ email: 'new@cordon.example' });
		expect(otp.error).not.toBeNull();
		for (let code = 0; code < 300; code++) {
			const answer = await post('/auth/v1/verify', { type: 'email', email, token: String(code) });
			expect(answer.status).toBe(404);
		}
		expect(await count()).toEqual(before);
	});

	test('is refused to a banned person, whose open session ends with the ban', async () => {
		const id = await open.addPerson('banned@cordon.example', password);
		const client = open.client();
		await client.auth.signInWithPassword({ email: 'banned@cordon.example', password });
		expect((await client.rpc('whoami')).data).toMatchObject({ userId: id });
		await open.engine.run([
			{
				sql: `update auth.users set banned_until = 'infinity' where id = $1::text::uuid`,
				params: [id]
			}
		]);
		expect((await client.rpc('whoami')).status).toBe(401);
		expect((await client.auth.getUser()).error).not.toBeNull();
		expect((await client.auth.refreshSession()).error).not.toBeNull();
		const again = await open
			.client()
			.auth.signInWithPassword({ email: 'banned@cordon.example', password });
		expect(again.error?.code).toBe('invalid_credentials');
	});
});

describe('an access token', () => {
	test('does not outlive signing out', async () => {
		const { client, session } = await signIn();
		expect((await callAs(session.access_token, 'whoami')).status).toBe(200);
		await client.auth.signOut({ scope: 'local' });
		const answer = await callAs(session.access_token, 'whoami');
		expect([answer.status, (await answer.json()).hint]).toEqual([401, 'sessionEnded']);
		const user = await open.door.fetch(`${open.door.url}/auth/v1/user`, {
			headers: { authorization: `Bearer ${session.access_token}` }
		});
		expect(user.status).toBe(403);
	});

	test('of another session stays good, until everybody is signed out', async () => {
		const [one, two] = [await signIn(), await signIn()];
		await one.client.auth.signOut({ scope: 'local' });
		expect((await callAs(two.session.access_token, 'whoami')).status).toBe(200);
		const three = await signIn();
		await three.client.auth.signOut({ scope: 'global' });
		expect((await callAs(two.session.access_token, 'whoami')).status).toBe(401);
	});

	test.each([
		[
			'signed with nothing',
			(parts: string[]) => [encode({ alg: 'none', typ: 'JWT' }), parts[1], ''].join('.')
		],
		['signed with a guess', (parts: string[]) => sign(parts[0]!, parts[1]!, 'anonymous')],
		[
			'with other claims',
			(parts: string[]) => {
				const claims = JSON.parse(Buffer.from(parts[1]!, 'base64url').toString());
				return [parts[0], encode({ ...claims, role: 'service_role' }), parts[2]].join('.');
			}
		],
		['cut short', (parts: string[]) => parts.join('.').slice(0, -3)]
	])('%s is refused', async (_what, forge) => {
		const { session } = await signIn();
		const answer = await callAs(forge(session.access_token.split('.')), 'whoami');
		expect(answer.status).toBe(401);
	});

	test('names no role but authenticated, and nothing that is not needed', async () => {
		const { session } = await signIn();
		const claims = decodeJwt(session.access_token);
		expect(Object.keys(claims).sort()).toEqual(
			['aud', 'email', 'exp', 'iat', 'iss', 'role', 'session_id', 'sub'].sort()
		);
		expect(claims.role).toBe('authenticated');
		expect(claims.exp! - claims.iat!).toBe(3600);
	});
});

describe('a refresh token', () => {
	const refresh = (token: string) =>
		post('/auth/v1/token?grant_type=refresh_token', { refresh_token: token });

	test('is exchanged for a new one, and is stored only as its hash', async () => {
		const { client, session } = await signIn();
		const { data } = await client.auth.refreshSession();
		expect(data.session!.refresh_token).not.toBe(session.refresh_token);
		const rows = await open.engine.run([{ sql: 'select token_hash from auth.refresh_tokens' }]);
		expect(JSON.stringify(rows)).not.toContain(session.refresh_token);
		expect(JSON.stringify(rows)).not.toContain(data.session!.refresh_token);
	});

	test('shown again later ends the whole session, the live successor too', async () => {
		const { client, session } = await signIn();
		const { data } = await client.auth.refreshSession();
		const live = data.session!;
		await open.engine.run([
			{
				sql: `update auth.refresh_tokens set used_at = used_at - interval '1 minute' where used_at is not null`
			}
		]);
		const again = await refresh(session.refresh_token);
		expect([again.status, (await again.json()).error_code]).toEqual([
			400,
			'refresh_token_already_used'
		]);
		expect((await refresh(live.refresh_token)).status).toBe(400);
		expect((await callAs(live.access_token, 'whoami')).status).toBe(401);
	});

	test('of an ended session gives nothing', async () => {
		const { client, session } = await signIn();
		await client.auth.signOut({ scope: 'local' });
		const answer = await refresh(session.refresh_token);
		expect(answer.status).toBe(400);
		expect(await answer.text()).not.toMatch(/access_token|refresh_token":/);
	});

	test('is not taken from the air', async () => {
		for (const token of ['', 'x', "' or 1=1 --"]) expect((await refresh(token)).status).toBe(400);
	});

	test('may be shown by pages that load at once', async () => {
		const { session } = await signIn();
		const answers = await Promise.all(
			Array.from({ length: 6 }, () => refresh(session.refresh_token))
		);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
	});
});

describe('changing the password', () => {
	const who = 'changer@cordon.example';
	beforeAll(() => open.addPerson(who, password));

	test('asks for the current one and for a long one', async () => {
		const client = open.client();
		await client.auth.signInWithPassword({ email: who, password });
		const change = (values: { password: string; current_password?: string }) =>
			client.auth.updateUser(values);
		expect((await change({ password: 'another long password' })).error?.code).toBe(
			'validation_failed'
		);
		expect(
			(await change({ password: 'another long password', current_password: 'no' })).error?.code
		).toBe('invalid_credentials');
		expect((await change({ password: 'short', current_password: password })).error?.code).toBe(
			'weak_password'
		);
	});

	test('ends the other sessions and keeps this one', async () => {
		const [mine, other] = [open.client(), open.client()];
		await mine.auth.signInWithPassword({ email: who, password });
		await other.auth.signInWithPassword({ email: who, password });
		const { error } = await mine.auth.updateUser({
			password: 'another long password',
			current_password: password
		});
		expect(error).toBeNull();
		expect((await mine.rpc('whoami')).status).toBe(200);
		expect((await other.rpc('whoami')).status).toBe(401);
		const old = await open.client().auth.signInWithPassword({ email: who, password });
		expect(old.error?.code).toBe('invalid_credentials');
	});
});

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (head: string, body: string, secret: string) =>
	`${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`;
