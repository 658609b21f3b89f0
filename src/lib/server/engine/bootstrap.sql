-- What a hosted Supabase project brings and an empty PostgreSQL lacks: the three roles of a
-- request, the schema of accounts and the two functions that read a request's claims. Applied
-- before the migrations on the embedded engine and on DATABASE_URL, never on Supabase. Every
-- statement may run again.
--
-- The server's login must be able to create roles and extensions (PostGIS and btree_gist), or an
-- administrator creates them beforehand.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;
create extension if not exists btree_gist with schema extensions;

do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit;
  end if;
end
$$;

grant anon, authenticated, service_role to current_user;
grant usage on schema extensions to anon, authenticated, service_role;

create schema if not exists auth;
grant usage on schema auth to anon, authenticated, service_role;

-- Accounts, in the columns of Supabase Auth that Cordon uses.
create table if not exists auth.users (
  id uuid primary key default gen_random_uuid(),
  email text unique,
  encrypted_password text,
  raw_user_meta_data jsonb not null default '{}',
  banned_until timestamptz,
  created_at timestamptz not null default now()
);
alter table auth.users enable row level security;

create or replace function auth.uid() returns uuid
language sql stable
as $$
  select nullif(
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub',
    ''
  )::uuid
$$;

create or replace function auth.jwt() returns jsonb
language sql stable
as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;

revoke execute on function auth.uid(), auth.jwt() from public;
grant execute on function auth.uid(), auth.jwt() to anon, authenticated, service_role;
