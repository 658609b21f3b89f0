-- 1. Foundations
--
-- Cordon keeps its tables in schema `cordon`, which no API exposes, and lets itself be asked only
-- through the functions of schema `api`. A request arrives as one of Supabase's roles: `anon` may do
-- nothing here at all; `authenticated` may read what row-level security leaves it, and may write
-- nothing: every act is a function that checks who asks, does the whole of it, and records it.
-- Those functions belong to `cordon_keeper`, a role that cannot log in, owns no table and holds no
-- more than the grants written beside each table. Row-level security is forced, so that the owner of
-- the tables is bound by the policies too.
--
-- Who asks is read from the claims of the verified token (request.jwt.claims), which PostgREST and
-- our own engines set alike. Which role that person has is looked up in memberships every time.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;
create extension if not exists btree_gist with schema extensions;

create schema cordon;
create schema api;

do $$
begin
	if not exists (select from pg_roles where rolname = 'cordon_keeper') then
		create role cordon_keeper nologin noinherit;
	end if;
end
$$;
-- So that whoever migrates may hand functions over to the keeper, and a seed may act as the keeper.
grant cordon_keeper to current_user;

-- PostgreSQL lets everybody run every new function unless told otherwise, once and globally.
alter default privileges revoke execute on functions from public;

grant usage on schema extensions to cordon_keeper, authenticated;
-- `create` lets functions be handed over to the keeper; chapter 14 takes it back, and each later one
-- that needs it.
grant usage, create on schema cordon, api to cordon_keeper;
grant usage on schema cordon, api to authenticated;

-- The words that may stand in a column; src/lib/core/domain.ts has the same lists in the same order,
-- and a test compares them.

create type cordon.mission_role as enum (
	'personnel', 'analyst', 'focal_point', 'head_of_mission', 'administrator');
create type cordon.personnel_category as enum (
	'military', 'police', 'observer', 'civilian', 'contractor');
create type cordon.deployment_kind as enum (
	'headquarters', 'base', 'patrol_base', 'staff_office', 'staff_housing', 'leased_premises',
	'police_station', 'area_of_operations');
create type cordon.establishment_kind as enum (
	'bar', 'night_club', 'brothel', 'hotel', 'restaurant', 'massage_parlour', 'private_house',
	'street_area', 'other');
create type cordon.name_status as enum ('sign', 'alias', 'former');
create type cordon.establishment_status as enum ('open', 'closed_down', 'renamed', 'unknown');
create type cordon.reason as enum (
	'exploitation', 'force_protection', 'drugs', 'health_safety', 'crime', 'disorder');
create type cordon.designation_kind as enum ('establishment', 'zone', 'class', 'curfew');
create type cordon.allegation_type as enum ('sexual_abuse', 'sexual_exploitation', 'other_unknown');
create type cordon.contact_kind as enum (
	'focal_point', 'conduct_team', 'chain_of_command', 'hotline', 'other');

-- Refusals. PostgREST turns a code PTxyz into the HTTP status xyz; `hint` is the key under which the
-- interface has its sentence, `message` the English one for whoever calls without an interface.
create function cordon.refuse(status int, key text, sentence text) returns void
language plpgsql
set search_path = ''
as $$
begin
	raise exception using errcode = 'PT' || status, hint = key, message = sentence;
end
$$;

-- Objects travel as text and are read here, so that every engine refuses the same input alike.
create function cordon.read_json(written text) returns jsonb
language plpgsql immutable
set search_path = ''
as $$
begin
	if octet_length(written) > 4000000 then
		perform cordon.refuse(422, 'tooLarge', 'This is more than four megabytes. Send it in parts.');
	end if;
	return written::jsonb;
-- Not JSON, or JSON of a depth or with numbers that nothing here has.
exception when data_exception or statement_too_complex or program_limit_exceeded then
	perform cordon.refuse(422, 'unreadable', 'This is not JSON that can be stored.');
	return null;
end
$$;

-- Functions whose body is one `return` are bound when they are created; those written as text pin
-- the schemas they look in.

-- A text by language: { "en": "...", "ar": "..." } in languages of the United Nations.
create function cordon.is_text(value jsonb, longest int default 2000) returns boolean
language sql immutable
return case when jsonb_typeof(value) = 'object' then coalesce(
	(select bool_and(
		key in ('en', 'ar', 'fr', 'es', 'ru', 'zh')
		and jsonb_typeof(entry) = 'string'
		and char_length(entry #>> '{}') <= longest)
	from jsonb_each(value) as texts (key, entry)),
	true) else false end;

-- Whether a text says something in at least one of these languages.
create function cordon.speaks_one_of(value jsonb, languages text[]) returns boolean
language sql immutable
return exists (
	select from unnest(languages) as language
	where btrim(coalesce(value ->> language, '')) <> '');

-- The names of an establishment as a published line carries them.
create function cordon.is_names(value jsonb) returns boolean
language sql immutable
return case when jsonb_typeof(value) = 'array' then coalesce(
	(select bool_and(
		jsonb_typeof(name) = 'object'
		and jsonb_typeof(name -> 'text') = 'string'
		and char_length(name ->> 'text') between 1 and 200
		and name ->> 'language' ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'
		and name ->> 'status' in ('sign', 'alias', 'former'))
	from jsonb_array_elements(value) as names (name)),
	true) else false end;

-- A daily window: { "from": "23:00", "until": "05:00", "days": [1, ..., 7] }. While it is drafted its
-- hours may be empty and its days none.
create function cordon.is_curfew(value jsonb, drafted boolean default false) returns boolean
language sql immutable
return coalesce(
	(select bool_and(coalesce(hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or drafted and hour = '', false))
	from (values (value ->> 'from'), (value ->> 'until')) as hours (hour))
	and (drafted or value ->> 'from' <> value ->> 'until' and value -> 'days' <> '[]')
	and case when jsonb_typeof(value -> 'days') = 'array' then
		value -> 'days' <@ '[1, 2, 3, 4, 5, 6, 7]'
		and (select count(*) = count(distinct day)
			from jsonb_array_elements(value -> 'days') as days (day)) end,
	false);

-- A shape that can be drawn and measured: valid, on the globe, of bounded size.
create function cordon.is_shape(shape extensions.geometry, kinds text[]) returns boolean
language sql immutable
return extensions.st_geometrytype(shape) = any (kinds)
	and extensions.st_srid(shape) = 4326
	and extensions.st_ndims(shape) = 2
	and not extensions.st_isempty(shape)
	and extensions.st_npoints(shape) <= 5000
	and extensions.st_isvalid(shape)
	and extensions.st_xmin(shape) >= -180 and extensions.st_xmax(shape) <= 180
	and extensions.st_ymin(shape) >= -90 and extensions.st_ymax(shape) <= 90;

-- GeoJSON to a shape, or a refusal that says why not. Places are kept to seven decimals, about a
-- centimetre, which is how they leave again.
create function cordon.to_shape(geojson jsonb) returns extensions.geometry
language plpgsql immutable
set search_path = extensions, pg_temp
as $$
declare
	shape geometry;
	corners int;
	usable boolean;
begin
	if geojson -> 'crs' <> 'null'
		and coalesce(geojson #>> '{crs,properties,name}', '') !~ '(EPSG:+4326|CRS84)$' then
		perform cordon.refuse(422, 'crsForeign',
			'These coordinates are in another reference system. Give longitude and latitude in WGS 84.');
	end if;
	begin
		shape := st_snaptogrid(st_setsrid(st_force2d(
			st_geomfromgeojson((geojson - 'crs')::text)), 4326), 0.0000001);
		corners := st_npoints(shape);
		-- PostGIS reads null, or a list, where a number belongs, as some number.
		usable := cordon.is_shape(shape, '{ST_Point,ST_Polygon,ST_MultiPolygon}')
			and not jsonb_path_exists(geojson, case geojson ->> 'type'
				when 'Point' then 'strict $.coordinates[*] ? (@.type() <> "number")'::jsonpath
				when 'Polygon' then 'strict $.coordinates[*][*][*] ? (@.type() <> "number")'
				when 'MultiPolygon' then 'strict $.coordinates[*][*][*][*] ? (@.type() <> "number")' end);
	exception when others then
		usable := false;
	end;
	if corners > 5000 then
		perform cordon.refuse(422, 'geometryTooLarge',
			'This shape has more than 5,000 corners. Simplify it.');
	elsif not coalesce(usable, false) then
		perform cordon.refuse(422, 'geometryInvalid',
			'This shape cannot be used: it must be a point or a polygon that does not cross itself.');
	end if;
	return shape;
end
$$;

create function cordon.to_geojson(shape extensions.geometry) returns jsonb
language sql immutable
return extensions.st_asgeojson(extensions.st_forcepolygonccw(shape), 7, 0)::jsonb;

-- Instants leave as JavaScript writes them: UTC, milliseconds, Z.
create function cordon.to_instant(at timestamptz) returns text
language sql immutable
return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create function cordon.to_period(valid_from date, valid_until date) returns jsonb
language sql immutable
return jsonb_build_object('from', valid_from, 'until', valid_until);

-- A trigger for what is never changed once written, by anybody, the owner of the tables included.
create function cordon.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	raise exception using
		errcode = 'PT409',
		hint = 'immutable',
		message = format('%s.%s is never changed or removed once written: correct it with a new entry.',
			tg_table_schema, tg_table_name);
end
$$;

grant execute on function
	cordon.refuse(int, text, text),
	cordon.read_json(text),
	cordon.is_text(jsonb, int),
	cordon.speaks_one_of(jsonb, text[]),
	cordon.is_names(jsonb),
	cordon.is_curfew(jsonb, boolean),
	cordon.is_shape(extensions.geometry, text[]),
	cordon.to_shape(jsonb),
	cordon.to_geojson(extensions.geometry),
	cordon.to_instant(timestamptz),
	cordon.to_period(date, date)
to cordon_keeper, authenticated;

-- Not granted: anything to anon or public, in this chapter and in all that follow.
