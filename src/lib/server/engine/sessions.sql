-- Sessions, for the engines that Cordon runs itself (embedded and DATABASE_URL). On Supabase the
-- Auth server keeps its own. Run at every start after bootstrap.sql; every statement may be repeated.
--
-- A session is a row, looked up on every call: signing out, banning a person or changing a password
-- holds from the next call on, whatever a token still says. Refresh tokens are stored as SHA-256.

create table if not exists auth.sessions (
	id uuid primary key,
	user_id uuid not null references auth.users (id) on delete cascade,
	created_at timestamptz not null default now(),
	-- However busy a session is, a password is asked for again after this.
	not_after timestamptz not null default now() + interval '30 days',
	ended_at timestamptz
);
create index if not exists sessions_by_user on auth.sessions (user_id) where ended_at is null;

create table if not exists auth.refresh_tokens (
	token_hash text primary key,
	session_id uuid not null references auth.sessions (id) on delete cascade,
	created_at timestamptz not null default now(),
	-- Set when the token was exchanged for its successor.
	used_at timestamptz
);
create index if not exists refresh_tokens_by_session on auth.refresh_tokens (session_id);

-- The key that signs access tokens. It never leaves the server's memory and this row.
create table if not exists auth.signing_secrets (
	purpose text primary key,
	secret text not null,
	created_at timestamptz not null default now()
);

-- Exchanges a refresh token for its successor, in one step, so that two callers with the same token
-- are told apart. Pages load in parallel, so a token counts as used only ten seconds after its
-- exchange; after that, whoever shows it again has stolen it or was stolen from, and the whole
-- session ends. The answer must be kept, so refusals are values here and not exceptions.
create or replace function auth.rotate_refresh_token(old_hash text, new_hash text)
returns table (outcome text, session_id uuid, user_id uuid)
language plpgsql
set search_path = ''
as $$
declare
	token auth.refresh_tokens;
	session auth.sessions;
	person auth.users;
begin
	select * into token from auth.refresh_tokens t where t.token_hash = old_hash for update;
	if not found then
		return query select 'unknown', null::uuid, null::uuid;
		return;
	end if;
	select * into session from auth.sessions s where s.id = token.session_id for update;
	select * into person from auth.users u where u.id = session.user_id;
	if session.ended_at is not null or session.not_after <= now()
		or token.created_at < now() - interval '14 days'
		or person.banned_until > now() then
		return query select 'ended', null::uuid, null::uuid;
		return;
	end if;
	if token.used_at < now() - interval '10 seconds' then
		update auth.sessions s set ended_at = now() where s.id = session.id;
		return query select 'reused', null::uuid, null::uuid;
		return;
	end if;
	update auth.refresh_tokens t set used_at = coalesce(t.used_at, now()) where t.token_hash = old_hash;
	insert into auth.refresh_tokens (token_hash, session_id) values (new_hash, session.id);
	return query select 'rotated', session.id, session.user_id;
end
$$;

-- Begins a request of a signed-in person: refuses unless the session stands at this moment, and
-- sets the claims that auth.uid() and auth.jwt() read for the rest of the transaction.
create or replace function auth.enter(session uuid, claims text)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if not exists (
		select from auth.sessions s join auth.users u on u.id = s.user_id
		where s.id = session
			and s.user_id = (claims::jsonb ->> 'sub')::uuid
			and s.ended_at is null
			and s.not_after > now()
			and (u.banned_until is null or u.banned_until <= now())
	) then
		raise exception using errcode = 'PT401', message = 'This session has ended. Sign in again.', hint = 'sessionEnded';
	end if;
	perform set_config('request.jwt.claims', claims, true);
end
$$;

-- Not granted: anything here to anon, authenticated or public. Only the engine's own connection
-- comes near.
revoke all on all tables in schema auth from public, anon, authenticated;
revoke all on function auth.rotate_refresh_token(text, text), auth.enter(uuid, text) from public;
