-- 15. Keys and signatures
--
-- A published list is signed with the key of its mission, so that a phone, a notice board or a
-- stranger's program can tell years later, and without this server, that it is the mission's own.
-- PostgreSQL has no Ed25519: the server holds the private keys, signs, and brings the signatures
-- here. What stands here is public. src/docs/bundle-format.md says how each text is composed and
-- verified.
--
-- Every list has one responsible key: the newest one whose `from_sequence` is not above the list's
-- sequence. A key that was handed over can therefore sign nothing new, whoever holds it.

create table cordon.mission_keys (
	mission_id uuid references cordon.missions,
	-- 1, 2, 3 ... in the mission. The newest is the one that signs.
	number int check (number >= 1),
	-- SHA-256 of the public key (SubjectPublicKeyInfo, DER), which is the fingerprint on a notice board.
	key_id text not null unique,
	-- From which list on it is responsible: the one in force at the hand-over.
	from_sequence int not null check (from_sequence >= 1),
	-- The canonical statement of the key, and its signatures by itself and by the key before it.
	statement text not null,
	signatures jsonb not null,
	added_at timestamptz not null default now(),

	primary key (mission_id, number),
	unique (mission_id, key_id),
	constraint the_key_is_named_by_its_hash
		check (key_id = encode(sha256(decode(statement::jsonb ->> 'publicKey', 'base64')), 'hex')),
	constraint the_statement_says_what_the_row_says check (
		statement::jsonb ->> 'format' = 'cordon-key/1'
		and statement::jsonb ->> 'key' = key_id
		and (statement::jsonb ->> 'number')::int = number
		and (statement::jsonb ->> 'fromSequence')::int = from_sequence)
);

create table cordon.key_revocations (
	mission_id uuid,
	key_id text,
	-- Says why and since when; signed by the newest key.
	statement text not null,
	signatures jsonb not null,
	revoked_at timestamptz not null default now(),

	primary key (mission_id, key_id),
	foreign key (mission_id, key_id) references cordon.mission_keys (mission_id, key_id)
);

create table cordon.bundle_signatures (
	mission_id uuid,
	sequence int,
	key_id text,
	-- 64 bytes. Part of the key: a wrong one, brought past the server, must not bar the right one.
	signature text check (signature ~ '^[A-Za-z0-9+/]{86}==$'),
	signed_at timestamptz not null default now(),

	primary key (mission_id, sequence, key_id, signature),
	foreign key (mission_id, sequence) references cordon.bundles,
	foreign key (mission_id, key_id) references cordon.mission_keys (mission_id, key_id)
);

create trigger keys_are_never_changed
	before update or delete on cordon.mission_keys
	for each row execute function cordon.refuse_change();
create trigger keys_are_never_emptied
	before truncate on cordon.mission_keys
	for each statement execute function cordon.refuse_change();
create trigger revocations_are_never_changed
	before update or delete on cordon.key_revocations
	for each row execute function cordon.refuse_change();
create trigger revocations_are_never_emptied
	before truncate on cordon.key_revocations
	for each statement execute function cordon.refuse_change();
create trigger signatures_are_never_changed
	before update or delete on cordon.bundle_signatures
	for each row execute function cordon.refuse_change();
create trigger signatures_are_never_emptied
	before truncate on cordon.bundle_signatures
	for each statement execute function cordon.refuse_change();

alter table cordon.mission_keys enable row level security, force row level security;
alter table cordon.key_revocations enable row level security, force row level security;
alter table cordon.bundle_signatures enable row level security, force row level security;

create policy "Whoever may read a mission's list reads its public keys"
	on cordon.mission_keys for select to authenticated
	using (mission_id in (select cordon.my_lists()));
create policy "Whoever may read a mission's list reads which keys were revoked"
	on cordon.key_revocations for select to authenticated
	using (mission_id in (select cordon.my_lists()));
-- Under the policy of the lists themselves: the signature of a list to come would announce it.
create policy "Whoever may read a list reads its signatures"
	on cordon.bundle_signatures for select to authenticated
	using (exists (
		select from cordon.bundles b
		where b.mission_id = bundle_signatures.mission_id
			and b.sequence = bundle_signatures.sequence));

create policy "The keeper keeps keys" on cordon.mission_keys to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps revocations" on cordon.key_revocations to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps signatures" on cordon.bundle_signatures to cordon_keeper
	using (true) with check (true);

grant select on cordon.mission_keys, cordon.key_revocations, cordon.bundle_signatures
	to authenticated;
grant select, insert on cordon.mission_keys, cordon.key_revocations, cordon.bundle_signatures
	to cordon_keeper;
grant create on schema cordon, api to cordon_keeper;

-- What is there ----------------------------------------------------------------------------------

-- The chain that verifies: from the last key that was not handed over by another. Usually that is the
-- first; a mission that lost its private key had to begin anew.
create function cordon.to_mission_keys(of_mission uuid) returns jsonb
language sql stable
begin atomic
	with chain as (
		select k.* from cordon.mission_keys k
		where k.mission_id = of_mission and k.number >= (
			select max(b.number) from cordon.mission_keys b
			where b.mission_id = of_mission and b.statement::jsonb ->> 'predecessor' is null)
	)
	select jsonb_build_object(
		'keys', coalesce((
			select jsonb_agg(jsonb_build_object('text', k.statement, 'signatures', k.signatures)
				order by k.number)
			from chain k), '[]'),
		'revocations', coalesce((
			select jsonb_agg(jsonb_build_object('text', r.statement, 'signatures', r.signatures)
				order by r.revoked_at, r.key_id)
			from cordon.key_revocations r
			join chain k on k.key_id = r.key_id), '[]'));
end;

-- The list to hand out now. Once a mission has signed, nothing unsigned takes a signed list's place:
-- if the server died between publishing and signing, the list before stands until it is healed.
create function cordon.list_in_hand(of_mission uuid) returns cordon.bundles
language sql stable
begin atomic
	select b
	from cordon.bundles b
	where b.mission_id = of_mission
		and b.effective_from <= now()
		and (exists (
				select from cordon.bundle_signatures s
				where s.mission_id = of_mission and s.sequence = b.sequence)
			or not exists (
				select from cordon.bundle_signatures s where s.mission_id = of_mission))
	order by b.sequence desc
	limit 1;
end;

create function cordon.to_signatures(of_mission uuid, of_sequence int) returns jsonb
language sql stable
begin atomic
	select coalesce(jsonb_agg(jsonb_build_object('key', s.key_id, 'signature', s.signature)
		order by s.signed_at, s.key_id, s.signature), '[]')
	from cordon.bundle_signatures s
	where s.mission_id = of_mission and s.sequence = of_sequence;
end;

create function cordon.responsible_key(of_mission uuid, of_sequence int) returns text
language sql stable
return (
	select k.key_id from cordon.mission_keys k
	where k.mission_id = of_mission and k.from_sequence <= of_sequence
	order by k.number desc
	limit 1);

-- Lists that their responsible key has not signed, newest first: before the first key, all.
create function cordon.unsigned_lists(of_mission uuid) returns setof cordon.bundles
language sql stable
begin atomic
	select b.*
	from cordon.bundles b
	where b.mission_id = of_mission
		and not exists (
			select from cordon.bundle_signatures s
			where s.mission_id = b.mission_id and s.sequence = b.sequence
				and s.key_id = cordon.responsible_key(b.mission_id, b.sequence))
	order by b.sequence desc;
end;

-- 0 while nothing has taken effect.
create function cordon.sequence_in_force(of_mission uuid) returns int
language sql stable
begin atomic
	select coalesce(max(b.sequence), 0) from cordon.bundles b
	where b.mission_id = of_mission and b.effective_from <= now();
end;

-- What a server needs in order to sign: the keys, and lists as exact text. `for_new_key` gives those
-- that a next key would have to sign, instead of those that wait for theirs. A handful at a time.
create function cordon.to_signing(here cordon.missions, for_new_key boolean) returns jsonb
language sql stable
begin atomic
	select cordon.to_mission_keys((here).id) || jsonb_build_object(
		'newestNumber', (
			select max(k.number) from cordon.mission_keys k where k.mission_id = (here).id),
		'inForce', cordon.sequence_in_force((here).id),
		'lists', coalesce((
			select jsonb_agg(jsonb_build_object(
				'sequence', waiting.sequence,
				'sha256', waiting.sha256,
				'text', waiting.text) order by waiting.sequence desc)
			from (
				select u.sequence, u.sha256, u.text
				from cordon.unsigned_lists((here).id) u
				where not for_new_key limit 20
			) waiting), (
			select jsonb_agg(jsonb_build_object(
				'sequence', b.sequence,
				'sha256', b.sha256,
				'text', b.text) order by b.sequence desc)
			from cordon.bundles b
			where for_new_key and b.mission_id = (here).id
				and b.sequence >= cordon.sequence_in_force((here).id)), '[]'));
end;

-- What is brought --------------------------------------------------------------------------------

-- Whether these are signatures at all; whether they are right, the server has verified, and everybody
-- else does.
create function cordon.is_signatures(value jsonb) returns boolean
language sql immutable
return case when jsonb_typeof(value) = 'array' and jsonb_array_length(value) between 1 and 2 then (
	select bool_and(
		coalesce(given.signature ->> 'key' ~ '^[0-9a-f]{64}$', false)
		and coalesce(given.signature ->> 'signature' ~ '^[A-Za-z0-9+/]{86}==$', false))
	from jsonb_array_elements(value) as given (signature)) else false end;

create function cordon.keep_signatures(here cordon.missions, signatures jsonb) returns void
language plpgsql
set search_path = ''
as $$
begin
	if jsonb_typeof(signatures) is distinct from 'array' or exists (
		select from jsonb_array_elements(signatures) as given (signature)
		where not exists (
				select from cordon.bundles b
				where b.mission_id = here.id and b.sha256 = given.signature ->> 'sha256'
					and b.sequence::text = given.signature ->> 'sequence')
			or not exists (
				select from cordon.mission_keys k
				where k.mission_id = here.id and k.key_id = given.signature ->> 'key')
			or exists (
				select from cordon.key_revocations r
				where r.mission_id = here.id and r.key_id = given.signature ->> 'key')
			or coalesce(given.signature ->> 'signature', '') !~ '^[A-Za-z0-9+/]{86}==$'
	) then
		perform cordon.refuse(422, 'signatureMalformed',
			'A signature is not one of a key and a list of this mission.');
	end if;
	insert into cordon.bundle_signatures (mission_id, sequence, key_id, signature)
	select here.id, (given.signature ->> 'sequence')::int, given.signature ->> 'key',
		given.signature ->> 'signature'
	from jsonb_array_elements(signatures) as given (signature)
	on conflict do nothing;
end
$$;

-- A new key, and with it its signatures of the lists that it takes over: all of it or nothing, so
-- that no moment has a list in force without a signature of its responsible key.
create function cordon.keep_key(
	here cordon.missions, statement text, signatures jsonb, lists jsonb
) returns void
language plpgsql
set search_path = ''
as $$
declare
	said jsonb := cordon.read_json(statement);
	newest cordon.mission_keys;
begin
	perform cordon.hold_the_pen(here.id);
	select k.* into newest from cordon.mission_keys k
		where k.mission_id = here.id order by k.number desc limit 1;
	-- Brought twice, as after a crash between the file and this.
	if newest.key_id = said ->> 'key' then
		return;
	elsif said ->> 'predecessor' <> coalesce(newest.key_id, '')
		or (said ->> 'number')::int is distinct from coalesce(newest.number, 0) + 1 then
		perform cordon.refuse(409, 'keyMovedOn', 'The mission got another key meanwhile. Look again.');
	end if;
	begin
		if statement <> cordon.canonical(said)
			or said ->> 'mission' is distinct from here.slug
			or not cordon.is_signatures(signatures)
			-- The first key answers for all history, the next from a list on that was published.
			or (said ->> 'fromSequence')::int not between coalesce(newest.from_sequence, 1)
				and greatest(newest.from_sequence, 1, case when newest.number >= 1 then (
					select l.sequence from cordon.find_last_list(here) l) end) then
			raise exception using errcode = 'check_violation';
		end if;
		insert into cordon.mission_keys
			(mission_id, number, key_id, from_sequence, statement, signatures)
		values (here.id, coalesce(newest.number, 0) + 1, said ->> 'key',
			(said ->> 'fromSequence')::int, statement, signatures);
	exception when check_violation or not_null_violation or unique_violation or data_exception then
		perform cordon.refuse(422, 'keyMalformed', 'This is not the statement of a key.');
	end;
	perform cordon.keep_signatures(here, lists);
	if newest.number is not null and exists (
		select from cordon.unsigned_lists(here.id) u
		where u.sequence >= (said ->> 'fromSequence')::int
	) then
		perform cordon.refuse(409, 'keyMovedOn', 'The mission got another list meanwhile. Look again.');
	end if;
	perform cordon.record_act(here.id, 'key_added', said ->> 'key',
		jsonb_build_object('number', said -> 'number', 'predecessor', said -> 'predecessor'));
end
$$;

create function cordon.keep_revocation(here cordon.missions, statement text, signatures jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
	said jsonb := cordon.read_json(statement);
	revoked cordon.mission_keys;
begin
	perform cordon.hold_the_pen(here.id);
	select k.* into revoked from cordon.mission_keys k
		where k.mission_id = here.id and k.key_id = said ->> 'key';
	if revoked.key_id is null then
		perform cordon.refuse(404, 'keyUnknown', 'The mission has no such key.');
	elsif not exists (
		select from cordon.mission_keys k
		where k.mission_id = here.id and k.number > revoked.number
	) then
		perform cordon.refuse(409, 'keyStillSigns',
			'This key still signs. Rotate it first: a revocation is signed by the key after it.');
	elsif statement <> cordon.canonical(said)
		or said ->> 'format' is distinct from 'cordon-revocation/1'
		or said ->> 'mission' is distinct from here.slug
		or char_length(btrim(coalesce(said ->> 'reason', ''))) not between 1 and 300
		or not cordon.is_signatures(signatures) then
		perform cordon.refuse(422, 'keyMalformed', 'This is not the revocation of a key.');
	end if;
	insert into cordon.key_revocations (mission_id, key_id, statement, signatures)
	values (here.id, revoked.key_id, statement, signatures)
	on conflict do nothing;
	if found then
		perform cordon.record_act(here.id, 'key_revoked', revoked.key_id,
			jsonb_build_object('number', revoked.number, 'reason', said -> 'reason'));
	end if;
end
$$;

-- What may be asked and done ---------------------------------------------------------------------

create function api.get_list(mission text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	of_mission uuid := cordon.enter_list(mission);
	list cordon.bundles := cordon.list_in_hand(of_mission);
begin
	return case when list.sequence is not null then jsonb_build_object(
		'text', list.text,
		'sha256', list.sha256,
		'sequence', list.sequence,
		'effectiveFrom', cordon.to_instant(list.effective_from),
		'signatures', cordon.to_signatures(of_mission, list.sequence)) end;
end
$$;

-- Any list that took effect, by its hash.
create function api.get_published_list(mission text, sha256 text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
	of_mission uuid := cordon.enter_list(mission);
	found_text text;
begin
	select b.text into found_text from cordon.bundles b
		where b.mission_id = of_mission and b.sha256 = get_published_list.sha256
			and b.effective_from <= now();
	if found_text is null then
		perform cordon.refuse(404, 'listUnknown', 'The mission has published no such list.');
	end if;
	return to_jsonb(found_text);
end
$$;

-- The list that a version brought in, without what it lists: who spoke then, its hash and the key that
-- answers for it, for the version on paper. Not with the caller's rights: whoever may read a scheduled
-- version signs it on paper before its list takes effect, and reads nothing here that the version does
-- not say.
create function api.get_version_list(version_id uuid) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
	list cordon.bundles;
begin
	select b.* into list
		from cordon.directive_versions v
		join cordon.bundles b on b.version_id = v.id and b.effective_from >= v.effective_from
		where v.id = get_version_list.version_id and v.id in (select cordon.my_versions())
		order by b.sequence
		limit 1;
	if list.sequence is null then
		perform cordon.refuse(404, 'versionUnknown', 'There is no such version.');
	end if;
	return (list.text::jsonb - 'directives') || jsonb_build_object(
		'sha256', list.sha256,
		'key', cordon.responsible_key(list.mission_id, list.sequence));
end
$$;

create function api.list_mission_keys(mission text) returns jsonb
language sql stable
return cordon.to_mission_keys(cordon.enter_list(mission));

-- For the server while a Head of Mission is there. Text of lists that take effect later too: who may
-- publish them may sign them.
create function api.get_signing(mission text, for_new_key boolean) returns jsonb
language sql stable security definer
set search_path = ''
begin atomic
	select cordon.to_signing(cordon.enter_mission(mission, 'head_of_mission'), for_new_key);
end;

create function api.sign_lists(mission text, signatures text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
begin
	perform cordon.keep_signatures(
		cordon.enter_mission(mission, 'head_of_mission'), cordon.read_json(signatures));
	return null;
end
$$;

create function api.add_mission_key(
	mission text, statement text, signatures text, lists text
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission');
begin
	perform cordon.keep_key(
		here, statement, cordon.read_json(signatures), cordon.read_json(lists));
	return cordon.to_mission_keys(here.id);
end
$$;

create function api.revoke_mission_key(mission text, statement text, signatures text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	here cordon.missions := cordon.enter_mission(mission, 'head_of_mission');
begin
	perform cordon.keep_revocation(here, statement, cordon.read_json(signatures));
	return cordon.to_mission_keys(here.id);
end
$$;

-- For the server at its own machine: the missions that lack a key or a signature.
create function cordon.missions_to_sign() returns setof cordon.missions
language sql stable
begin atomic
	select m.* from cordon.missions m
	where not exists (select from cordon.mission_keys k where k.mission_id = m.id)
		or exists (select from cordon.unsigned_lists(m.id));
end;

grant execute on function
	cordon.to_mission_keys(uuid),
	cordon.list_in_hand(uuid),
	cordon.to_signatures(uuid, int)
to authenticated, cordon_keeper;
grant execute on function
	cordon.responsible_key(uuid, int),
	cordon.unsigned_lists(uuid),
	cordon.sequence_in_force(uuid),
	cordon.to_signing(cordon.missions, boolean),
	cordon.is_signatures(jsonb),
	cordon.keep_signatures(cordon.missions, jsonb),
	cordon.keep_key(cordon.missions, text, jsonb, jsonb),
	cordon.keep_revocation(cordon.missions, text, jsonb),
	cordon.missions_to_sign()
to cordon_keeper;
grant execute on function
	api.get_list(text),
	api.get_published_list(text, text),
	api.get_version_list(uuid),
	api.list_mission_keys(text),
	api.get_signing(text, boolean),
	api.sign_lists(text, text),
	api.add_mission_key(text, text, text, text),
	api.revoke_mission_key(text, text, text)
to authenticated;

alter function api.get_version_list(uuid) owner to cordon_keeper;
alter function api.get_signing(text, boolean) owner to cordon_keeper;
alter function api.sign_lists(text, text) owner to cordon_keeper;
alter function api.add_mission_key(text, text, text, text) owner to cordon_keeper;
alter function api.revoke_mission_key(text, text, text) owner to cordon_keeper;

revoke create on schema cordon, api from cordon_keeper;

-- Not granted: a private key is in no table, in no backup of the database, and in nobody's reach here.
