-- 5. Establishments
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

alter table cordon.establishments enable row level security, force row level security;
alter table cordon.establishment_names enable row level security, force row level security;
alter table cordon.establishment_status_changes enable row level security, force row level security;

create policy "Analysts, focal points and Heads of Mission read the register of their own mission"
	on cordon.establishments for select to authenticated
	using (mission_id in (select cordon.my_missions_as('analyst', 'focal_point', 'head_of_mission')));
create policy "Whoever reads an establishment reads its names"
	on cordon.establishment_names for select to authenticated
	using (establishment_id in (select id from cordon.establishments));
create policy "Whoever reads an establishment reads its history"
	on cordon.establishment_status_changes for select to authenticated
	using (establishment_id in (select id from cordon.establishments));

create policy "The keeper keeps establishments" on cordon.establishments to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps names" on cordon.establishment_names to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps status changes" on cordon.establishment_status_changes
	to cordon_keeper using (true) with check (true);

grant select on
	cordon.establishments, cordon.establishment_names, cordon.establishment_status_changes
to authenticated;

grant select, insert, update on cordon.establishments to cordon_keeper;
grant select, insert, delete on cordon.establishment_names to cordon_keeper;
grant select, insert on cordon.establishment_status_changes to cordon_keeper;

alter function cordon.keep_status_history() owner to cordon_keeper;

-- Not granted: deleting an establishment. One that closed down is `closed_down`, which is not the
-- same as lifted: only a directive lifts.
