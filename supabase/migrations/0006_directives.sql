-- 6. Directives
--
-- A directive has a number in its mission and lives in versions. A version is published whole, by a
-- Head of Mission, and never changes; a correction is a later version. A version is in force from
-- its effective time until the earliest effective time of any later version; the version that
-- `lifts` ends the directive. So "what was in force at t" has one answer for every t, and a version
-- scheduled for later is withdrawn by publishing another that takes effect before it.
--
-- What a version designates is copied into it: names, place and kind of an establishment as they
-- stood at publication. Renaming the establishment afterwards changes nothing that was published.

create table cordon.directives (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	-- 1, 2, 3 ... in the mission, without gaps.
	number int not null check (number >= 1),
	unique (mission_id, number),
	unique (id, mission_id)
);

create table cordon.directive_versions (
	id uuid primary key default gen_random_uuid(),
	directive_id uuid not null,
	mission_id uuid not null,
	version int not null check (version >= 1),
	supersedes int,
	title jsonb not null check (cordon.is_text(title, 300)),
	text jsonb not null check (cordon.is_text(text, 20000)),
	legal_basis text not null check (char_length(legal_basis) between 1 and 2000),
	applicability cordon.personnel_category[] not null check (cardinality(applicability) > 0),
	exempt_duties jsonb not null default '{}' check (cordon.is_text(exempt_duties)),
	effective_from timestamptz not null,
	review_on date,
	lifts boolean not null default false,
	published_at timestamptz not null,
	published_by uuid not null references cordon.people,
	-- The name under which it was signed, as it was then.
	published_by_name text not null,

	unique (directive_id, version),
	unique (id, mission_id),
	foreign key (directive_id, mission_id) references cordon.directives (id, mission_id),
	constraint a_version_supersedes_the_one_before_it
		check (supersedes is not distinct from nullif(version - 1, 0)),
	constraint a_first_version_lifts_nothing
		check (version > 1 or not lifts),
	constraint nothing_takes_effect_before_it_is_published
		check (effective_from >= published_at),
	constraint what_stands_is_reviewed
		check (lifts or review_on is not null)
);

-- Versions of a mission, newest first; what is in force at a time.
create index directive_versions_by_mission
	on cordon.directive_versions (mission_id, published_at desc);
create index directive_versions_by_effect
	on cordon.directive_versions (directive_id, effective_from);

create table cordon.designations (
	version_id uuid not null,
	mission_id uuid not null,
	-- The same line keeps its id through the versions of a directive.
	id uuid not null,
	position int not null,
	kind cordon.designation_kind not null,
	establishment_id uuid references cordon.establishments,
	name jsonb not null default '{}' check (cordon.is_text(name, 300)),
	names jsonb not null default '[]' check (cordon.is_names(names)),
	-- Of the establishment, or of the class that is forbidden.
	establishment_kind cordon.establishment_kind,
	address text,
	town text,
	region text,
	geometry extensions.geometry,
	accuracy_metres int not null default 1 check (accuracy_metres >= 0),
	buffer_metres int not null default 0 check (buffer_metres between 0 and 5000),
	reason cordon.reason not null,
	emergency boolean not null default false,
	lapses_at timestamptz,
	curfew jsonb check (curfew is null or cordon.is_curfew(curfew)),
	exceptions jsonb not null default '{}' check (cordon.is_text(exceptions)),
	added_on date not null,

	primary key (version_id, id),
	unique (version_id, position),
	foreign key (version_id, mission_id) references cordon.directive_versions (id, mission_id),
	constraint designated_shapes_can_be_measured
		check (cordon.is_shape(geometry, '{ST_Point,ST_Polygon,ST_MultiPolygon}')),
	constraint a_designation_says_what_it_designates
		check (case kind
			when 'establishment' then establishment_id is not null and geometry is not null
				and establishment_kind is not null and jsonb_array_length(names) > 0
			when 'zone' then establishment_id is null and geometry is not null and name <> '{}'
			when 'class' then establishment_id is null and geometry is null
				and establishment_kind is not null and name <> '{}'
			when 'curfew' then establishment_id is null and geometry is not null
				and curfew is not null and name <> '{}'
		end),
	constraint only_a_curfew_has_hours
		check (kind = 'curfew' or curfew is null),
	constraint an_emergency_lapses
		check (emergency = (lapses_at is not null))
);

-- One place through time.
create index designations_by_establishment on cordon.designations (establishment_id);
create index designations_by_line on cordon.designations (mission_id, id);

create trigger directives_are_never_changed
	before update or delete on cordon.directives
	for each row execute function cordon.refuse_change();
create trigger directives_are_never_emptied
	before truncate on cordon.directives
	for each statement execute function cordon.refuse_change();
create trigger versions_are_never_changed
	before update or delete on cordon.directive_versions
	for each row execute function cordon.refuse_change();
create trigger versions_are_never_emptied
	before truncate on cordon.directive_versions
	for each statement execute function cordon.refuse_change();
create trigger designations_are_never_changed
	before update or delete on cordon.designations
	for each row execute function cordon.refuse_change();
create trigger designations_are_never_emptied
	before truncate on cordon.designations
	for each statement execute function cordon.refuse_change();

-- A draft is paper: it may be incomplete, it is rewritten at every save, and it binds nobody. What
-- it must hold to become a version is checked when it is published.
create table cordon.drafts (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	directive_id uuid,
	based_on_version int,
	revision int not null default 1,
	-- DraftContent of src/lib/data/api.ts.
	content jsonb not null,
	updated_at timestamptz not null default now(),
	updated_by uuid not null references cordon.people,
	-- The name as it was then: people do not read each other's rows.
	updated_by_name text not null,
	-- Set by publishing, so that publishing twice gives the same version once.
	version_id uuid unique references cordon.directive_versions,

	foreign key (directive_id, mission_id) references cordon.directives (id, mission_id),
	constraint an_amendment_says_from_where_it_starts
		check ((directive_id is null) = (based_on_version is null)),
	constraint drafts_are_bounded
		check (pg_column_size(content) <= 4000000)
);

-- The desk.
create index drafts_by_mission on cordon.drafts (mission_id) where version_id is null;

-- Which versions the caller may read: every version of their missions that took effect, and for
-- those who prepare directives also the scheduled ones. A version withdrawn before its time is
-- read by those who prepared it only.
create function cordon.my_versions() returns setof uuid
language sql stable security definer
set search_path = ''
begin atomic
	select v.id
	from cordon.directive_versions v
	where v.mission_id in (select cordon.my_missions_as('focal_point', 'head_of_mission'))
	union all
	select v.id
	from cordon.directive_versions v
	where v.mission_id in (select cordon.my_missions_as('personnel', 'analyst', 'administrator'))
		and v.effective_from <= now()
		and not exists (
			select from cordon.directive_versions later
			where later.directive_id = v.directive_id
				and later.version > v.version
				and later.effective_from <= v.effective_from);
end;

alter table cordon.directives enable row level security, force row level security;
alter table cordon.directive_versions enable row level security, force row level security;
alter table cordon.designations enable row level security, force row level security;
alter table cordon.drafts enable row level security, force row level security;

create policy "Members read versions that took effect, their authors scheduled ones too"
	on cordon.directive_versions for select to authenticated
	using (id in (select cordon.my_versions()));
create policy "Whoever reads a version reads what it designates"
	on cordon.designations for select to authenticated
	using (version_id in (select cordon.my_versions()));
create policy "Whoever reads a version reads its directive"
	on cordon.directives for select to authenticated
	using (id in (select directive_id from cordon.directive_versions));
create policy "Focal points and Heads of Mission read drafts of their own mission"
	on cordon.drafts for select to authenticated
	using (mission_id in (select cordon.my_missions_as('focal_point', 'head_of_mission')));

create policy "The keeper keeps directives" on cordon.directives to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps versions" on cordon.directive_versions to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps designations" on cordon.designations to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps drafts" on cordon.drafts to cordon_keeper
	using (true) with check (true);

grant select on cordon.directives, cordon.directive_versions, cordon.designations, cordon.drafts
to authenticated;
grant select, insert on cordon.directives, cordon.directive_versions, cordon.designations
to cordon_keeper;
grant select, insert, update, delete on cordon.drafts to cordon_keeper;

grant execute on function cordon.my_versions() to authenticated, cordon_keeper;
alter function cordon.my_versions() owner to cordon_keeper;

-- Not granted: update or delete of anything published, to anybody; the triggers above refuse even
-- a superuser. No delete: a directive is superseded or lifted, never erased.
