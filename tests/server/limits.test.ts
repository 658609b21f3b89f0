import { describe, expect, test } from 'vitest';
import { limitFetch } from '$lib/server/limited-fetch';
import { redact } from '$lib/server/log';
import { RateLimit } from '$lib/server/rate-limit';
import { isLoopback, mayUseDemo, readSettings } from '$lib/server/settings';

describe('an allowance', () => {
	test('lets a burst through, then says how long to wait, and is regained', () => {
		const limit = new RateLimit({ burst: 3, perMinute: 6 });
		expect([0, 0, 0, 0].map(() => limit.take('a', 0))).toEqual([0, 0, 0, 10]);
		expect(limit.take('b', 0)).toBe(0);
		expect(limit.take('a', 9_000)).toBe(1);
		expect(limit.take('a', 10_000)).toBe(0);
		expect(limit.take('a', 10_000)).toBe(10);
	});

	test('is given back for an attempt that was right', () => {
		const limit = new RateLimit({ burst: 1, perMinute: 1 });
		for (let i = 0; i < 100; i++) {
			expect(limit.take('a', 0)).toBe(0);
			limit.giveBack('a');
		}
	});

	test('is forgotten once it is whole, however few there are', () => {
		const limit = new RateLimit({ burst: 3, perMinute: 1 });
		limit.take('a', 0);
		limit.take('b', 30_000);
		expect(limit.size).toBe(2);
		limit.take('c', 60_000);
		expect(limit.size).toBe(2);
		limit.take('c', 200_000);
		expect(limit.size).toBe(1);
	});
});

describe('the fetch of a request', () => {
	let answers = 400;
	const inner: typeof fetch = async () => Response.json({}, { status: answers });
	const of = (address: string, person?: string) => {
		const waits: number[] = [];
		const caller = { address, person: () => person, onLimit: (s: number) => waits.push(s) };
		return { waits, fetch: limitFetch(inner, caller) };
	};
	const signIn = (f: typeof fetch, email: string) =>
		f('http://x/auth/v1/token?grant_type=password', {
			method: 'POST',
			body: JSON.stringify({ email, password: 'x' })
		});
	const rpc = (f: typeof fetch, name: string) =>
		f(`http://x/rest/v1/rpc/${name}`, { method: 'POST' });

	test('stops guessing at one name with 429, a sentence and the seconds to wait', async () => {
		answers = 400;
		const { fetch, waits } = of('192.0.2.1');
		for (let i = 0; i < 8; i++) expect((await signIn(fetch, 'a@b.example')).status).toBe(400);
		const refused = await signIn(fetch, 'A@b.example ');
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await refused.json()).message).toMatch(/Too many attempts\. Wait \d+ seconds/);
		expect(waits).toHaveLength(1);
		// Its owner, from another address, is not locked out.
		expect((await signIn(of('192.0.2.2').fetch, 'a@b.example')).status).toBe(400);
	});

	test('stops guessing at many names from one address', async () => {
		answers = 400;
		const { fetch } = of('192.0.2.3');
		const statuses = [];
		for (let i = 0; i < 60; i++) statuses.push((await signIn(fetch, `n${i}@b.example`)).status);
		expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10);
	});

	test('does not count sign-ins that are right against the name', async () => {
		answers = 200;
		const { fetch } = of('192.0.2.4');
		for (let i = 0; i < 30; i++) expect((await signIn(fetch, 'c@b.example')).status).toBe(200);
	});

	test('stops a flood of writes by one person, and no reads and nobody else', async () => {
		answers = 200;
		const { fetch } = of('192.0.2.5', 'person one');
		const statuses = [];
		for (let i = 0; i < 130; i++) statuses.push((await rpc(fetch, 'save_draft')).status);
		expect(statuses.slice(0, 100).every((status) => status === 200)).toBe(true);
		expect(statuses).toContain(429);
		expect((await rpc(fetch, 'get_list')).status).toBe(200);
		expect((await rpc(fetch, 'whoami')).status).toBe(200);
		expect((await rpc(of('192.0.2.5', 'person two').fetch, 'save_draft')).status).toBe(200);
	});
});

describe('settings', () => {
	test('say what is wrong in a sentence', () => {
		expect(() => readSettings({ PORT: 'http' })).toThrow(
			'PORT must be a whole number from 0 to 65535, not "http".'
		);
		expect(() => readSettings({ SUPABASE_URL: 'https://x.supabase.co' })).toThrow(
			/SUPABASE_PUBLISHABLE_KEY/
		);
		expect(() => readSettings({ CORDON_DEMO: 'yes' })).toThrow('CORDON_DEMO is either on or off.');
	});

	test('choose the engine: hosted before PostgreSQL before embedded, and no demo but embedded', () => {
		const both = {
			SUPABASE_URL: 'https://x',
			SUPABASE_ANON_KEY: 'k',
			DATABASE_URL: 'postgres://x'
		};
		expect(readSettings(both)).toMatchObject({ engine: { kind: 'supabase' }, demo: false });
		expect(readSettings({ DATABASE_URL: 'postgres://x' })).toMatchObject({
			engine: { kind: 'postgres' },
			demo: false
		});
		expect(readSettings({})).toMatchObject({
			engine: { kind: 'embedded' },
			demo: true,
			host: '127.0.0.1'
		});
	});

	test('allow the demo on loopback, or on the one address that is named', () => {
		for (const host of ['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost']) {
			expect([host, isLoopback(host)]).toEqual([host, true]);
		}
		for (const host of [
			'0.0.0.0',
			'::',
			'192.168.0.4',
			'localhost.evil.example',
			'127.evil.example'
		]) {
			expect([host, isLoopback(host)]).toEqual([host, false]);
		}
		expect(mayUseDemo({ host: '10.0.0.1', demoAllowedOn: '10.0.0.1' })).toBe(true);
		expect(mayUseDemo({ host: '0.0.0.0', demoAllowedOn: '10.0.0.1' })).toBe(false);
	});
});

test('a log line keeps no address, position, token or password', () => {
	const line = redact(
		'x@y.example at 42.6629,21.1655 (34TEN 12345 67890) eyJhbGciOi.eyJzdWIi.c2ln postgres://cordon:secret@db/x'
	);
	expect(line).not.toMatch(/y\.example|42\.66|12345|eyJzdWIi|secret/);
});
