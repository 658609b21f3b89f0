-- 5. Establishments, and the case that leads to a designation
--
-- The register of places that anybody proposed to look at. It is not the list: a place in the
-- register may be entered; only a designation in a published directive forbids. The register is
-- therefore read by those who work on it and by nobody else, and holds no owner, no price, no
-- service and no person. A change of name or of owner does not lift a restriction, so names are
-- kept, former ones too.

create table cordon.establishments (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	kind cordon.establishment_kind not null,
	geometry extensions.geometry not null,
	accuracy_metres int not null check (accuracy_metres between 1 and 100000),
	-- In words, as one would tell a patrol.
	address text check (char_length(address) <= 300),
	town text check (char_length(town) <= 200),
	region text check (char_length(region) <= 200),
	status cordon.establishment_status not null,
	-- When it is known to have existed.
	valid_from date,
	valid_until date,
	exercise boolean not null,
	updated_at timestamptz not null default now(),

	constraint establishments_stand_on_the_globe
		check (cordon.is_shape(geometry, '{ST_Point,ST_Polygon,ST_MultiPolygon}')),
	constraint an_establishment_ends_after_it_begins
		check (valid_until > valid_from),
	constraint invented_establishments_stay_in_exercise_missions
		foreign key (mission_id, exercise) references cordon.missions (id, exercise)
);

-- The register of a mission.
create index establishments_by_mission on cordon.establishments (mission_id);
-- Places near a place: duplicates and renames.
create index establishments_by_place on cordon.establishments
	using gist (geometry extensions.gist_geometry_ops_2d);

create table cordon.establishment_names (
	establishment_id uuid references cordon.establishments on delete cascade,
	position int check (position between 1 and 30),
	text text not null check (char_length(text) between 1 and 200),
	-- BCP 47, with the script where it matters: sq, sr-Cyrl, sr-Latn, en.
	language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
	status cordon.name_status not null,
	primary key (establishment_id, position)
);

-- Written by the trigger below, whoever changes the status.
create table cordon.establishment_status_changes (
	establishment_id uuid references cordon.establishments on delete cascade,
	at timestamptz not null default clock_timestamp(),
	status cordon.establishment_status not null,
	person_id uuid references cordon.people,
	primary key (establishment_id, at)
);

create function cordon.keep_status_history() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	insert into cordon.establishment_status_changes (establishment_id, status, person_id)
	values (new.id, new.status,
		(select id from cordon.people where id = cordon.my_id()));
	return null;
end
$$;

create trigger the_first_status_is_kept
	after insert on cordon.establishments
	for each row execute function cordon.keep_status_history();
create trigger every_later_status_is_kept
	after update of status on cordon.establishments
	for each row when (old.status is distinct from new.status)
	execute function cordon.keep_status_history();

-- The case: somebody nominates, somebody else assesses, the proprietor is heard unless that would
-- endanger someone, and the Head of Mission decides.

create table cordon.nominations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	establishment_id uuid references cordon.establishments,
	-- For an area that is no establishment.
	geometry extensions.geometry,
	reason cordon.reason not null,
	-- What was observed, as keys of the screening list; never a narrative, never a person.
	indicators text[] not null default '{}' check (cardinality(indicators) <= 40),
	nominated_by uuid not null references cordon.people,
	nominated_at timestamptz not null default now(),

	constraint a_nomination_names_a_place
		check (num_nonnulls(establishment_id, geometry) = 1),
	constraint nominated_areas_are_shapes
		check (cordon.is_shape(geometry, '{ST_Point,ST_Polygon,ST_MultiPolygon}'))
);

create index nominations_by_mission on cordon.nominations (mission_id, nominated_at);

create table cordon.assessments (
	id uuid primary key default gen_random_uuid(),
	nomination_id uuid not null references cordon.nominations,
	assessed_by uuid not null references cordon.people,
	assessed_at timestamptz not null default now(),
	indicators text[] not null default '{}' check (cardinality(indicators) <= 40),
	-- Restricted, short, and erased after its retention date.
	evidence_note text check (char_length(evidence_note) <= 2000),
	retained_until date,
	recommendation text not null check (recommendation in ('designate', 'observe', 'dismiss')),

	constraint evidence_has_a_retention_date
		check (evidence_note is null or retained_until is not null)
);

create index assessments_by_nomination on cordon.assessments (nomination_id);

create function cordon.require_second_person() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	if new.assessed_by = (select nominated_by from cordon.nominations where id = new.nomination_id) then
		perform cordon.refuse(409, 'secondPersonNeeded',
			'Whoever nominated a place cannot assess it: a second person must.');
	end if;
	return new;
end
$$;

create trigger a_second_person_assesses
	before insert or update on cordon.assessments
	for each row execute function cordon.require_second_person();

create table cordon.proprietor_records (
	id uuid primary key default gen_random_uuid(),
	establishment_id uuid not null references cordon.establishments,
	step text not null check (step in ('notice', 'notice_omitted', 'reply', 'petition', 'inspection',
		'outcome')),
	happened_on date not null,
	note text check (char_length(note) <= 1000),
	recorded_by uuid not null references cordon.people,
	recorded_at timestamptz not null default now(),

	-- A notice is left out only with a reason, for instance that it would endanger someone.
	constraint omitting_a_notice_needs_a_reason
		check (step <> 'notice_omitted' or char_length(btrim(note)) > 0)
);

create index proprietor_records_by_establishment
	on cordon.proprietor_records (establishment_id, happened_on);

alter table cordon.establishments enable row level security, force row level security;
alter table cordon.establishment_names enable row level security, force row level security;
alter table cordon.establishment_status_changes enable row level security, force row level security;
alter table cordon.nominations enable row level security, force row level security;
alter table cordon.assessments enable row level security, force row level security;
alter table cordon.proprietor_records enable row level security, force row level security;

create policy "Analysts, focal points and Heads of Mission read the register of their own mission"
	on cordon.establishments for select to authenticated
	using (mission_id in (select cordon.my_missions_as('analyst', 'focal_point', 'head_of_mission')));
create policy "Whoever reads an establishment reads its names"
	on cordon.establishment_names for select to authenticated
	using (establishment_id in (select id from cordon.establishments));
create policy "Whoever reads an establishment reads its history"
	on cordon.establishment_status_changes for select to authenticated
	using (establishment_id in (select id from cordon.establishments));
create policy "Focal points and Heads of Mission read nominations of their own mission"
	on cordon.nominations for select to authenticated
	using (mission_id in (select cordon.my_missions_as('focal_point', 'head_of_mission')));
create policy "Whoever reads a nomination reads its assessments"
	on cordon.assessments for select to authenticated
	using (nomination_id in (select id from cordon.nominations));
create policy "Focal points and Heads of Mission read the proprietor's record"
	on cordon.proprietor_records for select to authenticated
	using (establishment_id in (
		select id from cordon.establishments
		where mission_id in (select cordon.my_missions_as('focal_point', 'head_of_mission'))));

create policy "The keeper keeps establishments" on cordon.establishments to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps names" on cordon.establishment_names to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps status changes" on cordon.establishment_status_changes
	to cordon_keeper using (true) with check (true);
create policy "The keeper keeps nominations" on cordon.nominations to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps assessments" on cordon.assessments to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps the proprietor's record" on cordon.proprietor_records
	to cordon_keeper using (true) with check (true);

grant select on
	cordon.establishments, cordon.establishment_names, cordon.establishment_status_changes,
	cordon.nominations, cordon.assessments, cordon.proprietor_records
to authenticated;

grant select, insert, update on cordon.establishments to cordon_keeper;
grant select, insert, delete on cordon.establishment_names to cordon_keeper;
grant select, insert on
	cordon.establishment_status_changes, cordon.nominations, cordon.assessments,
	cordon.proprietor_records
to cordon_keeper;
-- Erasing an evidence note after its retention date.
grant update (evidence_note) on cordon.assessments to cordon_keeper;

alter function cordon.keep_status_history() owner to cordon_keeper;
alter function cordon.require_second_person() owner to cordon_keeper;

-- Not granted: deleting an establishment. One that closed down is `closed_down`, which is not the
-- same as lifted: only a directive lifts.
