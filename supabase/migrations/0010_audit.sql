-- 10. Audit
--
-- Who did, or saw, what is sensitive. One chain per mission: every entry carries the hash of the one
-- before it, so that an entry changed, removed or moved later is found by counting through. Entries
-- are written by the functions that act, in the same transaction: no act without its entry, no entry
-- without its act.

create table cordon.audit_entries (
	mission_id uuid references cordon.missions,
	sequence bigint check (sequence >= 1),
	at timestamptz not null,
	-- Null: an operator at the machine, not a person who signed in.
	actor_id uuid references cordon.people,
	actor text not null,
	act text not null check (act ~ '^[a-z_]+$'),
	subject text,
	detail jsonb not null default '{}',
	previous_hash text,
	hash text not null,

	primary key (mission_id, sequence),
	constraint only_the_first_entry_has_no_predecessor
		check ((sequence = 1) = (previous_hash is null))
);

create trigger audit_entries_are_never_changed
	before update or delete on cordon.audit_entries
	for each row execute function cordon.refuse_change();
create trigger audit_entries_are_never_emptied
	before truncate on cordon.audit_entries
	for each statement execute function cordon.refuse_change();

-- What is hashed: every column but the hash, as one JSON array.
create function cordon.hash_entry(entry cordon.audit_entries) returns text
language sql immutable
return encode(sha256(convert_to(jsonb_build_array(
	entry.mission_id, entry.sequence, cordon.to_instant(entry.at), entry.actor_id, entry.actor,
	entry.act, entry.subject, entry.detail, entry.previous_hash)::text, 'UTF8')), 'hex');

-- Writes one entry. The lock makes a chain of what would otherwise be a fork.
create function cordon.record_act(of_mission uuid, act text, subject text, detail jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
declare
	entry cordon.audit_entries;
	last cordon.audit_entries;
begin
	perform pg_advisory_xact_lock(hashtextextended('cordon.audit:' || of_mission, 0));
	select a.* into last from cordon.audit_entries a
		where a.mission_id = of_mission order by a.sequence desc limit 1;
	entry.mission_id := of_mission;
	entry.sequence := coalesce(last.sequence, 0) + 1;
	entry.at := date_trunc('milliseconds', clock_timestamp());
	select p.id, p.display_name into entry.actor_id, entry.actor
		from cordon.people p where p.id = cordon.my_id();
	entry.actor := coalesce(entry.actor, 'operator');
	entry.act := record_act.act;
	entry.subject := record_act.subject;
	entry.detail := record_act.detail;
	entry.previous_hash := last.hash;
	entry.hash := cordon.hash_entry(entry);
	insert into cordon.audit_entries select entry.*;
end
$$;

-- Where a chain is broken: a wrong hash, a wrong predecessor, or a number left out.
create function cordon.find_audit_breaks(of_mission uuid) returns setof bigint
language sql stable
begin atomic
	select a.sequence
	from (
		select entries.*,
			lag(entries.hash) over chain as hash_before,
			lag(entries.sequence, 1, 0::bigint) over chain as sequence_before
		from cordon.audit_entries entries
		where entries.mission_id = of_mission
		window chain as (order by entries.sequence)
	) a
	join cordon.audit_entries entry
		on entry.mission_id = of_mission and entry.sequence = a.sequence
	where a.previous_hash is distinct from a.hash_before
		or a.sequence <> a.sequence_before + 1
		or a.hash <> cordon.hash_entry(entry)
	order by a.sequence;
end;

alter table cordon.audit_entries enable row level security, force row level security;

create policy "Heads of Mission and administrators read the audit of their own mission"
	on cordon.audit_entries for select to authenticated
	using (mission_id in (select cordon.my_missions_as('head_of_mission', 'administrator')));
create policy "The keeper writes the audit" on cordon.audit_entries to cordon_keeper
	using (true) with check (true);

grant select on cordon.audit_entries to authenticated;
grant select, insert on cordon.audit_entries to cordon_keeper;
grant execute on function
	cordon.hash_entry(cordon.audit_entries),
	cordon.record_act(uuid, text, text, jsonb),
	cordon.find_audit_breaks(uuid)
to cordon_keeper;

-- Not granted: writing an entry by itself, to whoever signed in.
