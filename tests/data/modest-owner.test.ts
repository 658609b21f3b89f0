/**
 * A database whose owner is no superuser, as on hosted Supabase or at a careful operator's: an
 * administrator brings the extensions and the right to make roles, everything else is ours.
 */
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE, seed, type SeedDb } from '../../supabase/seed/kosovo';
import { readChapters } from './engines';
import { startPostgres, whyNoPostgres, type Server } from './real-postgres';

describe.skipIf(whyNoPostgres() !== undefined)('An owner who is no superuser', () => {
	let server: Server;
	let sql: postgres.Sql;
	const inOne = <T>(work: (db: SeedDb) => Promise<T>) =>
		sql.begin((tx) =>
			work({
				exec: async (text) => void (await tx.unsafe(text)),
				query: async <R>(text: string, params?: unknown[]) =>
					(await tx.unsafe(text, params as never[])) as unknown as R[]
			})
		) as Promise<T>;

	beforeAll(async () => {
		server = await startPostgres();
		const administrator = postgres(server.url, { max: 1, onnotice: () => {} });
		await administrator.unsafe('create role modest login createrole');
		await administrator.unsafe('create database cordon owner modest');
		await administrator.end();
		const here = new URL(server.url);
		here.pathname = '/cordon';
		const inside = postgres(here.href, { max: 1, onnotice: () => {} });
		await inside.unsafe(
			`create schema extensions authorization modest;
			 create extension postgis with schema extensions;
			 create extension btree_gist with schema extensions`
		);
		await inside.end();
		here.username = 'modest';
		sql = postgres(here.href, { max: 2, onnotice: () => {} });
	}, 120_000);
	afterAll(async () => {
		await sql?.end({ timeout: 5 });
		await server?.stop();
	}, 60_000);

	it('builds it, seeds it, and serves from it', async () => {
		await inOne(async (db) => {
			for (const chapter of readChapters()) await db.exec(chapter);
		});
		const head = await inOne(async (db) => {
			const accounts = [];
			for (const { email, displayName } of DEMO_PEOPLE) {
				const [row] = await db.query<{ id: string }>(
					`insert into auth.users (email, raw_user_meta_data)
					 values ($1::text, jsonb_build_object('display_name', $2::text)) returning id`,
					[email, displayName]
				);
				accounts.push({ email, userId: row!.id });
			}
			await seed(db, { accounts });
			return accounts[0]!.userId;
		});
		const drafts = await inOne(async (db) => {
			await db.query(`select set_config('request.jwt.claims', $1::text, true)`, [
				JSON.stringify({ sub: head, role: 'authenticated' })
			]);
			await db.exec('set local role authenticated');
			const [row] = await db.query<{ drafts: { id: string; number: number; revision: number }[] }>(
				`select api.list_drafts('kosovo') as drafts`
			);
			const ready = row!.drafts.find(({ number }) => number !== null)!;
			const [published] = await db.query<{ version: { version: number } }>(
				`select api.publish_draft($1::text::uuid, $2::text::int) as version`,
				[ready.id, String(ready.revision)]
			);
			expect(published!.version.version).toBeGreaterThan(1);
			return row!.drafts;
		});
		expect(drafts).toHaveLength(2);
	}, 120_000);

	it('cannot change what was published either', async () => {
		for (const table of ['directive_versions', 'designations', 'bundles', 'audit_entries']) {
			const changed = sql.unsafe(`update cordon.${table} set mission_id = mission_id`);
			await expect(changed).rejects.toMatchObject({ code: 'PT409', hint: 'immutable' });
		}
	});
});
