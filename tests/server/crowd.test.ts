/**
 * Many people and nobody at once. The embedded engine has a single session for all of them, and a
 * pool hands the same few connections around: whoever reads another's row here finds a hole.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '$lib/server/engine/postgres';
import { startPostgres, whyNoPostgres } from '../data/real-postgres';
import { openTestDoor, type OpenDoor } from './open-door';

const missing = whyNoPostgres();
if (missing) console.warn(`Skipped on PostgreSQL: ${missing}.`);
const postgres = missing ? undefined : await startPostgres();
afterAll(() => postgres?.stop());

describe.each([
	{ name: 'the embedded engine', calls: 4_000, openEngine: undefined },
	{
		name: 'PostgreSQL',
		calls: 8_000,
		openEngine: postgres && (() => openPostgres({ url: postgres.url, connections: 6 }))
	}
])('on $name', ({ name, calls, openEngine }) => {
	const skipped = name === 'PostgreSQL' && !openEngine;
	const people: { userId: string; token: string }[] = [];
	let open: OpenDoor;

	beforeAll(async () => {
		if (skipped) return;
		open = await openTestDoor(openEngine);
		for (let i = 0; i < 20; i++) {
			const [email, password] = [`person${i}@cordon.example`, `the password of person ${i}`];
			const userId = await open.addPerson(email, password);
			await open.engine.run([
				{
					sql: `insert into public.diaries select $1::text::uuid, $1::text || ' ' || i from generate_series(1, 5) i`,
					params: [userId]
				}
			]);
			const { data } = await open.client().auth.signInWithPassword({ email, password });
			people.push({ userId, token: data.session!.access_token });
		}
	});
	afterAll(() => open?.close());

	test.skipIf(skipped)(
		'nobody ever reads a row of anybody else',
		async () => {
			const random = mulberry32(20_041_028);
			const wrong: string[] = [];
			await Promise.all(
				Array.from({ length: calls }, async () => {
					// One in five has not signed in; one in ten calls fails half-way through its transaction.
					const person = random() < 0.2 ? null : people[Math.floor(random() * people.length)]!;
					const name = random() < 0.1 ? 'refuse' : random() < 0.5 ? 'whoami' : 'read_diaries';
					await new Promise((resolve) => setTimeout(resolve, random() * 3_000));
					const answer = await open.door.fetch(`${open.door.url}/rest/v1/rpc/${name}`, {
						method: 'POST',
						headers: {
							'content-profile': 'api',
							...(person ? { authorization: `Bearer ${person.token}` } : {})
						},
						body: JSON.stringify(name === 'refuse' ? { code: 'PT409' } : {})
					});
					const body: unknown = await answer.json();
					const right = {
						refuse: () => answer.status === 409,
						whoami: () => (body as { userId: string | null }).userId === (person?.userId ?? null),
						read_diaries: () =>
							(body as string[]).length === (person ? 5 : 0) &&
							(body as string[]).every((entry) => entry.startsWith(person!.userId))
					}[name]!();
					if (!right)
						wrong.push(`${name} as ${person?.userId ?? 'nobody'}: ${JSON.stringify(body)}`);
				})
			);
			expect(wrong).toEqual([]);
		},
		180_000
	);
});

/** Seeded randomness, so that a failure can be had again. */
function mulberry32(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
