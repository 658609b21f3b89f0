-- 7. Published lists
--
-- What a phone carries is one document per mission: the list in force, exactly as it was issued,
-- with its hash. Publishing writes the list that holds from that moment and one for every later
-- moment at which the list will change by itself (a scheduled version takes effect, an emergency
-- lapses). The list at any time is the one with the highest sequence among those effective by then.

-- Canonical bytes, so that the same list is the same hash wherever it is composed: RFC 8785 (JSON
-- Canonicalization Scheme). jsonb already writes strings as the scheme does; keys are put in order
-- and numbers are given the form that JavaScript gives them.

-- Numbers of up to 15 significant digits are the same in decimal and as the double that the scheme
-- means; more digits than that nothing in a list has, and they are refused rather than rounded.
create function cordon.canonical_number(value numeric) returns text
language plpgsql immutable
set search_path = ''
set extra_float_digits = 1
as $$
begin
	if char_length(btrim(replace(abs(value)::text, '.', ''), '0')) > 15 then
		raise exception 'no canonical form for a number of more than 15 digits: %', value;
	end if;
	return case when value = 0 or (abs(value) >= 0.000001 and abs(value) < 1e21)
		then trim_scale(value)::text
		else regexp_replace(value::float8::text, 'e([+-])0+', 'e\1') end;
end
$$;

create function cordon.canonical(value jsonb) returns text
language plpgsql immutable strict
set search_path = ''
as $$
declare
	plain text := value::text;
	written text;
	keys text;
begin
	if jsonb_typeof(value) = 'object' then
		select string_agg(to_json(key)::text || ':' || cordon.canonical(member), ','
				order by key collate "C"), string_agg(key, '')
			into written, keys from jsonb_each(value) as members (key, member);
		-- Up to here the order of bytes in UTF-8 is that of UTF-16 units, which the scheme wants.
		if keys ~ '[^\u0001-\ud7ff]' then
			raise exception 'no canonical form for these keys: %', keys;
		end if;
		return '{' || coalesce(written, '') || '}';
	elsif jsonb_typeof(value) = 'number' then
		return cordon.canonical_number(plain::numeric);
	elsif jsonb_typeof(value) <> 'array' then
		return plain;
	-- Thousands of vertices: nothing but numbers, each short, not tiny, without a zero to trim.
	elsif plain !~ '["{a-z]|[0-9.]{16}|[^0-9]0\.000000|\.[0-9]*0[],]' then
		return replace(plain, ' ', '');
	end if;
	select string_agg(cordon.canonical(member), ',' order by place)
		into written from jsonb_array_elements(value) with ordinality as members (member, place);
	return '[' || coalesce(written, '') || ']';
end
$$;

create table cordon.bundles (
	mission_id uuid references cordon.missions,
	-- 1, 2, 3 ... in the mission. What is left out stands in lost_lists.
	sequence int check (sequence >= 1),
	-- The publication that caused it.
	version_id uuid not null,
	effective_from timestamptz not null,
	issued_at timestamptz not null,
	-- ListInForce of src/lib/core/list.ts; these bytes are what is hashed and signed.
	text text not null,
	sha256 text not null,
	previous_hash text,

	primary key (mission_id, sequence),
	foreign key (version_id, mission_id) references cordon.directive_versions (id, mission_id),
	constraint the_hash_is_that_of_the_text
		check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
	constraint only_the_first_list_has_no_predecessor
		check ((sequence = 1) = (previous_hash is null)),
	constraint no_list_holds_before_it_is_issued
		check (effective_from >= issued_at)
);

-- The list in force now.
create index bundles_by_effect on cordon.bundles (mission_id, effective_from);

create trigger published_lists_are_never_changed
	before update or delete on cordon.bundles
	for each row execute function cordon.refuse_change();
create trigger published_lists_are_never_emptied
	before truncate on cordon.bundles
	for each statement execute function cordon.refuse_change();

-- Lists that were published and that this database lost: it was set back to an older copy of itself,
-- and their files were found beside it (src/lib/server/keep). Their texts are in those files. The
-- mission may itself be among what was lost, so it is named as devices know it.
create table cordon.lost_lists (
	slug text,
	sequence int check (sequence >= 1),
	sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
	found_missing_at timestamptz not null default now(),
	primary key (slug, sequence, sha256)
);

create trigger lost_lists_are_never_changed
	before update or delete on cordon.lost_lists
	for each row execute function cordon.refuse_change();
create trigger lost_lists_are_never_emptied
	before truncate on cordon.lost_lists
	for each statement execute function cordon.refuse_change();

-- The list that the mission's next one follows. Devices refuse a list older than the one they hold,
-- so a lost list counts.
create function cordon.find_last_list(here cordon.missions)
returns table (sequence int, sha256 text)
language sql stable
begin atomic
	select published.sequence, published.sha256
	from (
		select b.sequence, b.sha256 from cordon.bundles b where b.mission_id = (here).id
		union all
		select l.sequence, l.sha256 from cordon.lost_lists l where l.slug = (here).slug
	) published
	order by published.sequence desc
	limit 1;
end;

-- The missions whose published list the caller may read: their own, and those that share with one.
create function cordon.my_lists() returns setof uuid
language sql stable security definer
set search_path = ''
begin atomic
	select cordon.my_missions()
	union
	select s.mission_id
	from cordon.mission_shares s
	join cordon.missions m on m.id = s.mission_id
	where s.reader_id in (select cordon.my_missions())
		and s.valid_from <= cordon.today(m.time_zone)
		and (s.valid_until is null or s.valid_until > cordon.today(m.time_zone));
end;

alter table cordon.bundles enable row level security, force row level security;
alter table cordon.lost_lists enable row level security, force row level security;

create policy "Members, and those it is shared with, read lists that took effect"
	on cordon.bundles for select to authenticated
	using (mission_id in (select cordon.my_lists()) and effective_from <= now());

create policy "The keeper keeps lists" on cordon.bundles to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps count of lost lists" on cordon.lost_lists to cordon_keeper
	using (true) with check (true);

grant select on cordon.bundles to authenticated;
grant select, insert on cordon.bundles, cordon.lost_lists to cordon_keeper;

grant execute on function cordon.canonical_number(numeric), cordon.canonical(jsonb) to cordon_keeper;
grant execute on function cordon.my_lists() to authenticated, cordon_keeper;
grant execute on function cordon.find_last_list(cordon.missions) to cordon_keeper;
alter function cordon.my_lists() owner to cordon_keeper;

-- Not granted: reading a list before it takes effect, or the count of lost lists, to anybody.
