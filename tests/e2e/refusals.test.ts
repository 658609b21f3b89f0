/** What the running server refuses, seen from outside and from the terminal. */
import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount, readAccounts, startCordon, type RunningCordon } from './cordon';

const root = resolve(import.meta.dirname, '../..');
const node = join(root, 'node_modules/node/bin/node');
let cordon: RunningCordon;
beforeAll(async () => {
	cordon = await startCordon();
});
afterAll(() => cordon?.dispose());

/** The cookies of a session, had as the sign-in page has them. */
async function signInByHand(role: 'head_of_mission' | 'personnel'): Promise<string> {
	const { email, password } = findAccount(cordon, role);
	const answer = await fetch(`${cordon.address}/sign-in?/signIn`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: cordon.address, accept: 'text/html' },
		body: new URLSearchParams({ email, password })
	});
	expect(answer.status).toBe(303);
	return answer.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

describe('every answer', () => {
	test.each(['/sign-in', '/missions/kosovo/map', '/favicon.svg', '/nowhere'])(
		'of %s carries the headers that browsers enforce',
		async (path) => {
			const { headers } = await fetch(cordon.address + path, { redirect: 'manual' });
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('x-frame-options')).toBe('DENY');
			expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
			expect(headers.get('referrer-policy')).toBe('same-origin');
		}
	);

	test('that is a page has a policy without "unsafe-inline", eval or another host, and is not stored', async () => {
		const { headers } = await fetch(`${cordon.address}/sign-in`);
		const policy = headers.get('content-security-policy')!;
		expect(policy).toContain("default-src 'none'");
		expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
		expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*|blob:/);
		expect(headers.get('cache-control')).toMatch(/no-store/);
	});

	test('over https asks for https for good, with a cookie that only https carries', async () => {
		const secure = await startCordon({ env: { ORIGIN: 'https://cordon.example' } });
		const { email, password } = findAccount(secure, 'personnel');
		const local = `http://127.0.0.1:${findPort(secure)}`;
		const answer = await fetch(`${local}/sign-in?/signIn`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: 'https://cordon.example' },
			body: new URLSearchParams({ email, password })
		});
		expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
		const [cookie] = answer.headers
			.getSetCookie()
			.filter((text) => text.includes('cordon.0') || text.includes('cordon='));
		expect(cookie).toMatch(/^__Host-cordon/);
		expect(cookie).toMatch(/Secure/i);
		expect(cookie).toMatch(/SameSite=Strict/i);
		expect(cookie).toMatch(/HttpOnly/i);
		await secure.dispose();
	});
});

describe('a request from elsewhere', () => {
	const publish = (headers: Record<string, string>) =>
		fetch(`${cordon.address}/missions/kosovo/drafts`, { method: 'POST', headers, body: '{}' });

	test('with JSON is refused, whatever cookie it carries', async () => {
		const cookie = await signInByHand('head_of_mission');
		const json = { 'content-type': 'application/json', cookie };
		expect((await publish({ ...json, origin: 'https://evil.example' })).status).toBe(403);
		expect((await publish({ ...json, origin: 'null' })).status).toBe(403);
		expect((await publish(json)).status).toBe(403);
		expect((await publish({ ...json, origin: cordon.address })).status).not.toBe(403);
	});

	test('with a form is refused', async () => {
		const form = { 'content-type': 'application/x-www-form-urlencoded' };
		expect((await publish({ ...form, origin: 'https://evil.example' })).status).toBe(403);
	});

	test('under a name that leads here by somebody else’s doing is not answered', async () => {
		const status = await new Promise((done) =>
			request(
				`${cordon.address}/sign-in`,
				{ headers: { host: 'evil.example' } },
				({ statusCode }) => done(statusCode)
			).end()
		);
		expect(status).toBe(421);
	});
});

describe('whoever is signed out', () => {
	test('is led to sign in from a page, and back', async () => {
		const answer = await fetch(`${cordon.address}/missions/kosovo/map?at=2004-03-15`, {
			redirect: 'manual',
			headers: { accept: 'text/html' }
		});
		expect([answer.status, answer.headers.get('location')]).toEqual([
			303,
			'/sign-in?next=%2Fmissions%2Fkosovo%2Fmap%3Fat%3D2004-03-15'
		]);
	});

	test('in the middle of their work is told so in a way that a page can act on', async () => {
		const send = (headers: Record<string, string>) =>
			fetch(`${cordon.address}/missions/kosovo/drafts/x`, {
				method: 'POST',
				headers: { origin: cordon.address, 'content-type': 'application/json', ...headers },
				body: '{}'
			});
		const plain = await send({});
		expect([plain.status, (await plain.json()).kind]).toEqual([401, 'signed_out']);
		const action = await send({ 'x-sveltekit-action': 'true', accept: 'application/json' });
		expect([action.status, (await action.json()).error.kind]).toEqual([401, 'signed_out']);
	});

	test('cannot use a cookie again after signing out', async () => {
		const cookie = await signInByHand('personnel');
		const see = () =>
			fetch(`${cordon.address}/missions/kosovo/check`, {
				redirect: 'manual',
				headers: { cookie, accept: 'text/html' }
			});
		expect((await see()).status).toBe(200);
		await fetch(`${cordon.address}/sign-out`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				cookie,
				origin: cordon.address,
				'content-type': 'application/x-www-form-urlencoded'
			}
		});
		expect((await see()).status).toBe(303);
	});
});

describe('a body that cannot be read', () => {
	let cookie: string;
	beforeAll(async () => {
		cookie = await signInByHand('head_of_mission');
	});
	const send = async (method: string, path: string, type: string, body: string) => {
		const answer = await fetch(cordon.address + path, {
			method,
			redirect: 'manual',
			headers: { cookie, origin: cordon.address, accept: 'text/html', 'content-type': type },
			body
		});
		await answer.text();
		return answer.status;
	};
	const nowhere = '/missions/kosovo/drafts/00000000-0000-4000-8000-000000000000';

	test.each([
		['PUT', nowhere],
		['DELETE', nowhere],
		['POST', `${nowhere}/publish`],
		['POST', '/missions/kosovo/drafts']
	])('as JSON is the sender’s fault: %s %s', async (method, path) => {
		for (const body of ['', '{', 'null', '[]', '"text"'])
			expect(await send(method, path, 'application/json', body), body).toBe(400);
		expect(await send(method, path, 'application/json', '{}')).toBe(422);
	});

	test.each(['PUT', 'DELETE'])('as JSON must say that it is JSON: %s', async (method) => {
		expect(await send(method, nowhere, 'text/plain', '{"revision":1}')).toBe(415);
	});

	const forms = [
		'/sign-in?/signIn',
		'/sign-in?/enter',
		'/account',
		'/preferences',
		'/missions/kosovo/members?/save',
		'/missions/kosovo/members?/end',
		'/missions/kosovo/import',
		'/missions/kosovo/places/new',
		'/missions/kosovo/deployments/new',
		'/missions/kosovo/drafts'
	];
	test.each(forms)('as a form is the sender’s fault: %s', async (path) => {
		const broken = 'multipart/form-data; boundary=x';
		expect(await send('POST', path, broken, '--x\r\nnothing'), 'broken').toBe(400);
		expect([400, 415]).toContain(await send('POST', path, 'text/plain', 'a=b'));
	});

	test.each([3_000, 10_000, 100_000])('nested %i deep is invalid', async (depth) => {
		const deep = '['.repeat(depth) + ']'.repeat(depth);
		const record = `record=${encodeURIComponent(deep)}`;
		const form = 'application/x-www-form-urlencoded';
		expect(await send('POST', '/missions/kosovo/places/new', form, record)).toBe(422);
		const content = `{"revision":1,"content":{"designations":${deep}}}`;
		expect([404, 422]).toContain(await send('PUT', nowhere, 'application/json', content));
	});

	test('larger than the server takes is refused as such', async () => {
		const large = 'x'.repeat(9_000_000);
		expect(await send('PUT', nowhere, 'application/json', JSON.stringify({ large }))).toBe(413);
	});
});

describe('an address that leads nowhere', () => {
	const see = async (path: string) =>
		fetch(cordon.address + path, {
			redirect: 'manual',
			headers: { cookie: await signInByHand('head_of_mission'), accept: 'text/html' }
		});

	test.each(['directives/x', 'drafts/x', 'directives/00000000-0000-4000-8000-000000000000'])(
		'is not found: %s',
		async (path) => {
			const answer = await see(`/missions/kosovo/${path}`);
			expect(answer.status).toBe(404);
			expect(await answer.text()).toContain('This page does not exist');
		}
	);

	test.each(['0000-01-01T00:00', '2004-02-31T12:00', '9999-99-99T00:00', 'tonight'])(
		'at no time is asked again, not refused: %s',
		async (at) => {
			expect((await see(`/missions/kosovo/directives?at=${at}`)).status).toBe(200);
		}
	);

	test('of a mission alone leads to where the role works', async () => {
		const { status, headers } = await see('/missions/kosovo');
		expect([status, headers.get('location')]).toEqual([303, '/missions/kosovo/desk']);
		expect((await see('/missions/elsewhere')).status).toBe(404);
	});
});

describe('guessing at a password', () => {
	test('is stopped with 429 and the seconds to wait', async () => {
		const guess = () =>
			fetch(`${cordon.address}/sign-in?/signIn`, {
				method: 'POST',
				headers: { origin: cordon.address, accept: 'text/html' },
				body: new URLSearchParams({ email: 'guessed@cordon.example', password: 'x' })
			});
		const answers = [];
		for (let i = 0; i < 10; i++) answers.push(await guess());
		const [first, last] = [answers[0]!, answers.at(-1)!];
		expect([first.status, last.status]).toEqual([400, 429]);
		expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
	});
});

describe('nothing secret', () => {
	test('is in any file that browsers load', () => {
		const client = join(root, 'build/client');
		const secrets =
			/service_role|SUPABASE_|DATABASE_URL|signing_secrets|postgres:\/\/|encrypted_password/;
		const files = readdirSync(client, { recursive: true, encoding: 'utf8' });
		const scripts = files.filter((file) => /\.(js|html|json|css)$/.test(file));
		expect(scripts.length).toBeGreaterThan(10);
		const told = scripts.filter((file) => secrets.test(readFileSync(join(client, file), 'utf8')));
		expect(told).toEqual([]);
	});

	test('or personal is in the log', async () => {
		const cookie = await signInByHand('head_of_mission');
		await fetch(`${cordon.address}/missions/kosovo/check?at=42.66291,21.16553`, {
			headers: { cookie }
		});
		const logged = cordon.output().split('Enter as')[1]!.split('\n').slice(6).join('\n');
		expect(logged).not.toMatch(/@cordon\.example|42\.66291|21\.16553/);
	});

	test('stands in an error', async () => {
		const answer = await fetch(`${cordon.address}/missions/%00/map`, {
			headers: { cookie: await signInByHand('personnel') }
		});
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(await answer.text()).not.toMatch(/node_modules|src\/lib|select |PT4\d\d|SQLSTATE/);
	});

	test('lies readable in the data folder', () => {
		const { mode } = statSync(join(cordon.dataFolder, 'demo-accounts.json'));
		expect(mode & 0o077).toBe(0);
	});
});

describe('the terminal', () => {
	const cli = (args: string[], env: Record<string, string> = {}) =>
		spawnSync(node, ['--import', './src/cli/modules.js', 'src/cli/cordon.ts', ...args], {
			cwd: root,
			encoding: 'utf8',
			// One that hangs fails its own test, not all that come after.
			timeout: 60_000,
			env: { ...process.env, CORDON_DATA: cordon.dataFolder, ...env }
		});

	test('lists the accounts while the server runs', () => {
		const { stdout } = cli(['demo', 'accounts', '--all', '--json']);
		const listed = JSON.parse(stdout) as { email: string; role: string; password: string }[];
		expect(listed).toEqual(
			readAccounts(cordon).map(({ role, email, password }) => ({ role, email, password }))
		);
	});

	test('leaves the database to the server that has it', () => {
		const { status, stderr } = cli(['backup', join(cordon.dataFolder, 'x.tar.gz')]);
		expect([status, stderr.trim()]).toEqual([
			1,
			expect.stringMatching(/^The data folder .* in use by another Cordon\. Stop that one/)
		]);
	});

	test('checks a published list as a phone does', () => {
		const folder = join(cordon.dataFolder, 'published/kosovo');
		const inForce = readdirSync(folder)
			.sort()
			.map((file) => join(folder, file))
			.filter(
				(file) => JSON.parse(readFileSync(file, 'utf8')).effectiveFrom <= new Date().toISOString()
			);
		const list = inForce.at(-1)!;
		const at = (position: string) =>
			cli(['check', '--list', list, '--at', position, '--json']).stdout;
		expect(JSON.parse(at('2.3522,48.8566'))).toMatchObject({ verdict: 'unknown' });
		const { directives } = JSON.parse(readFileSync(list, 'utf8')) as {
			directives: {
				entries: { kind: string; geometry: { type: string; coordinates: number[] } | null }[];
			}[];
		};
		const place = directives
			.flatMap(({ entries }) => entries)
			.find(({ kind, geometry }) => kind === 'establishment' && geometry?.type === 'Point')!;
		const answer = JSON.parse(at(place.geometry!.coordinates.join(','))) as { verdict: string };
		expect(['inside', 'near']).toContain(answer.verdict);
	});
});

describe('a start that cannot be', () => {
	const start = (env: Record<string, string>, dataFolder?: string) =>
		spawnSync(node, ['src/cli/serve.ts'], {
			cwd: root,
			encoding: 'utf8',
			timeout: 120_000,
			env: {
				...process.env,
				PORT: '0',
				HOST: '127.0.0.1',
				CORDON_DATA: dataFolder ?? cordon.dataFolder,
				...env
			}
		});
	const sentence = ({ stdout, stderr, status }: ReturnType<typeof start>) => {
		expect(status).toBe(1);
		expect(stdout + stderr).not.toMatch(/\n\s+at /);
		return stderr.trim();
	};

	test('says that the data folder is in use', () => {
		expect(sentence(start({}))).toMatch(
			/^Cordon did not start: The data folder .* is in use by another Cordon/
		);
	});

	test('says that the port is taken, and touches no data', () => {
		const empty = mkdtempSync(join(tmpdir(), 'cordon-empty-'));
		const port = new URL(cordon.address).port;
		expect(sentence(start({ PORT: port }, empty))).toMatch(
			`port ${port} is taken by another program`
		);
		expect(readdirSync(empty)).toEqual([]);
		rmSync(empty, { recursive: true });
	});

	test('says that the demo is not for a public address', () => {
		const empty = mkdtempSync(join(tmpdir(), 'cordon-empty-'));
		expect(sentence(start({ HOST: '0.0.0.0' }, empty))).toMatch(
			/not for a public address, and HOST is 0\.0\.0\.0.*CORDON_ALLOW_DEMO_ON=0\.0\.0\.0/
		);
		expect(readdirSync(empty)).toEqual([]);
		rmSync(empty, { recursive: true });
	});

	test('says that it may not write', () => {
		const file = join(mkdtempSync(join(tmpdir(), 'cordon-file-')), 'a-file');
		writeFileSync(file, '');
		chmodSync(file, 0o400);
		expect(sentence(start({}, join(file, 'data')))).toMatch(/may not write to its data folder/);
	});

	test('says that a setting is wrong', () => {
		expect(sentence(start({ PORT: 'web' }))).toMatch('PORT must be a whole number');
	});
});

/** With ORIGIN set the server prints that; the port is what the process listens on. */
function findPort({ output }: RunningCordon): string {
	return /listens on \S+:(\d+)/.exec(output())![1]!;
}
