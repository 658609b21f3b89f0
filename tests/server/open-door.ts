import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { createAccount } from '$lib/server/accounts';
import { openDoor, type Door } from '$lib/server/door/door';
import { openEmbedded } from '$lib/server/engine/embedded';
import type { Engine } from '$lib/server/engine/engine';
import { migrate } from '$lib/server/engine/migrations';

/** The smallest schema `api` that shows whose request is whose. */
const chapter = {
	version: '0001',
	name: 'fixture',
	sql: `
		create schema api;
		grant usage on schema api to anon, authenticated;
		create table public.diaries (owner uuid not null, entry text not null);
		alter table public.diaries enable row level security;
		alter table public.diaries force row level security;
		create policy "People read their own diary" on public.diaries for select to authenticated
			using (owner = auth.uid());
		grant select on public.diaries to authenticated, anon;
		create function api.whoami() returns jsonb language sql stable as
			$$ select jsonb_build_object('userId', auth.uid(), 'role', current_user) $$;
		create function api.read_diaries() returns jsonb language sql stable as
			$$ select coalesce(jsonb_agg(entry), '[]') from public.diaries $$;
		create function api.echo(words text, number integer default 7, data text default '{}')
			returns jsonb language sql immutable as
			$$ select jsonb_build_object('words', words, 'number', number, 'data', data::jsonb) $$;
		create function api.nothing() returns jsonb language sql immutable as $$ select null::jsonb $$;
		create function api.refuse(code text) returns jsonb language plpgsql as
			$$ begin raise exception using errcode = code, message = 'It is so.', hint = 'soItIs'; end $$;
		create function api.run_away() returns jsonb language sql as
			$$ select to_jsonb(count(*)) from generate_series(1, 1000000000000) $$;
		create schema words;
		create type words.colour as enum ('red', 'blue');
		create function api.paint(colour words.colour, twice boolean default false) returns jsonb
			language sql immutable as $$ select jsonb_build_object('colour', colour, 'twice', twice) $$;
		create function public.hidden() returns jsonb language sql as $$ select '1'::jsonb $$;
	`
};

export type OpenDoor = {
	engine: Engine;
	door: Door;
	folder: string;
	/** A supabase-js client with a session of its own. */
	client(): SupabaseClient;
	addPerson(email: string, password: string): Promise<string>;
	close(): Promise<void>;
};

export async function openTestDoor(
	openEngine: (folder: string) => Promise<Engine> = (folder) =>
		openEmbedded({ folder, deadlineMs: 4_000 })
): Promise<OpenDoor> {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-door-'));
	const engine = await openEngine(folder);
	await migrate(engine, [chapter]);
	const door = await openDoor(engine);
	return {
		engine,
		door,
		folder,
		client: () =>
			createClient(door.url, door.key, {
				global: { fetch: door.fetch },
				auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
				db: { schema: 'api' }
			}) as unknown as SupabaseClient,
		addPerson: (email, password) =>
			engine.transaction((tx) => createAccount(tx, { email, password, displayName: email })),
		async close() {
			await engine.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
