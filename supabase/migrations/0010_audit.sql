-- 10. Audit
--
-- Who did, or saw, what is sensitive. One chain per mission: every entry carries the hash of the one
-- before it, so that an entry changed, removed or moved later is found by counting through. Entries
-- are written by the functions that act, in the same transaction: no act without its entry, no entry
-- without its act.
--
-- Recorded are acts that bind or change: publishing, drafts thrown away, the register, deployments,
-- every step of a case, assessments of risk, keys, memberships; and what an operator does to the
-- database itself: copies that leave and copies that are put back (src/lib/server/keep), exports.
--
-- Recorded are reads of what could hurt somebody if it left: where troops live, places that are known
-- and not listed, counts of allegations, who the members are, and this record itself. One entry a
-- person, thing and day: what is loaded can be copied, whether a button says so or not, so that
-- making a file on one's own screen is the same read and no second entry. Each opening of a case's
-- notes, and each export of this record, is an entry of its own.
--
-- Not recorded is who reads what is published, on purpose: versions, the list, the map of what is
-- Off-Limits. Whoever may not enter a place must be able to ask without leaving a trace, and a
-- position is never sent at all. Nor are saves of a draft, which binds nobody until it is published,
-- nor the list of cases, which whoever reads it works on, and which holds no note.
--
-- An administrator who reads this record learns that a version was signed that takes effect later, its
-- number and its day, and nothing of what it lists.

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
create function cordon.audit_text(entry cordon.audit_entries) returns text
language sql immutable
return jsonb_build_array(
	entry.mission_id, entry.sequence, cordon.to_instant(entry.at), entry.actor_id, entry.actor,
	entry.act, entry.subject, entry.detail, entry.previous_hash)::text;

create function cordon.hash_entry(entry cordon.audit_entries) returns text
language sql immutable
return encode(sha256(convert_to(cordon.audit_text(entry), 'UTF8')), 'hex');

-- An entry as a line of a file: its hash, and letter for letter what was hashed, so that anybody can
-- verify it without a database (src/lib/publish/audit-file.ts).
create function cordon.to_audit_line(entry cordon.audit_entries) returns text
language sql immutable
return '{"hash": "' || entry.hash || '", "entry": ' || cordon.audit_text(entry) || '}';

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

-- Where a chain is broken after one entry and up to another, and how: an entry was `changed`;
-- entries before it are `missing`; it was `moved` here from another number; or it is `unlinked`, for
-- it does not name the entry before it, one of the two being rewritten with a new hash. What was cut
-- off at the end leaves no gap: only a head kept elsewhere tells.
create function cordon.find_audit_breaks(
	of_mission uuid, after bigint default 0, up_to bigint default 9223372036854775807
) returns table (sequence bigint, what text)
language sql stable
begin atomic
	with chain as (
		select a.sequence, a as entry,
			a.hash = cordon.hash_entry(a) as is_whole,
			a.sequence = lag(a.sequence, 1, 0::bigint) over in_order + 1 as is_next,
			a.previous_hash is not distinct from lag(a.hash) over in_order as is_linked
		from cordon.audit_entries a
		where a.mission_id = of_mission and a.sequence between find_audit_breaks.after and up_to
		window in_order as (order by a.sequence)
	),
	broken as materialized (
		select * from chain
		where chain.sequence > find_audit_breaks.after and not (is_whole and is_next and is_linked)
	)
	select b.sequence, case
		when not b.is_whole then case
			-- Its hash is right under the number of another broken one; sought among a few only.
			when (select count(*) from broken) <= 100 and exists (
				select from broken other
				where cordon.hash_entry(row(
					(b.entry).mission_id, other.sequence, (b.entry).at, (b.entry).actor_id,
					(b.entry).actor, (b.entry).act, (b.entry).subject, (b.entry).detail,
					(b.entry).previous_hash, (b.entry).hash)::cordon.audit_entries) = (b.entry).hash
			) then 'moved' else 'changed' end
		when not b.is_next then 'missing'
		else 'unlinked' end
	from broken b
	order by b.sequence;
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
	cordon.audit_text(cordon.audit_entries),
	cordon.hash_entry(cordon.audit_entries),
	cordon.to_audit_line(cordon.audit_entries),
	cordon.record_act(uuid, text, text, jsonb),
	cordon.find_audit_breaks(uuid, bigint, bigint)
to cordon_keeper;

-- Not granted: writing an entry by itself, to whoever signed in.
