-- 2. Organizations and missions
--
-- An organization brings its policy: on what rule a breach rests, who receives an allegation, what
-- follows for whom. A mission brings a place, a period, and the settings by which its lists and
-- figures are made. Every figure and text that was taken from somewhere names a source.

create table cordon.sources (
	id uuid primary key default gen_random_uuid(),
	-- Null for published sources; a mission's own documents are read by its analysts only.
	mission_id uuid,
	title text not null check (char_length(title) between 1 and 500),
	url text check (url ~ '^https?://' and char_length(url) <= 2000),
	note text check (char_length(note) <= 2000)
);

create index sources_by_mission on cordon.sources (mission_id);

create table cordon.organizations (
	code text primary key check (code ~ '^[A-Z]{2,12}$'),
	name jsonb not null check (cordon.is_text(name)),
	-- The rule that forbids sexual exploitation and abuse, by its name and date.
	policy_basis text not null,
	-- Where an allegation against the organization's personnel goes.
	allegations_go_to text not null,
	source_id uuid references cordon.sources
);

create table cordon.organization_consequences (
	organization text references cordon.organizations,
	category cordon.personnel_category,
	consequence jsonb not null check (cordon.is_text(consequence)),
	source_id uuid references cordon.sources,
	primary key (organization, category)
);

create table cordon.missions (
	id uuid primary key default gen_random_uuid(),
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 40),
	acronym text not null check (char_length(acronym) between 1 and 20),
	name jsonb not null check (cordon.is_text(name)),
	-- A sentence on status that stands beside every map of the area.
	status_note jsonb not null default '{}' check (cordon.is_text(status_note)),
	area extensions.geometry not null,
	headquarters_name text,
	headquarters extensions.geometry,
	valid_from date,
	valid_until date,
	time_zone text not null,
	languages text[] not null,
	rings_metres int[] not null default '{500,1000,2000,5000}',
	near_metres int not null default 100 check (near_metres between 0 and 5000),
	list_lifetime_hours int not null default 72 check (list_lifetime_hours between 1 and 8760),
	review_interval_days int not null default 90 check (review_interval_days between 1 and 3650),
	emergency_days int not null default 14 check (emergency_days between 1 and 365),
	minimum_cell int not null default 5,
	-- H3: 5 is about 250 km2 a cell, 6 about 36, 7 about 5.
	heat_resolution int not null default 6,
	exercise boolean not null default false,

	constraint the_area_is_a_valid_multipolygon
		check (cordon.is_shape(area, '{ST_MultiPolygon}')),
	constraint headquarters_are_a_point
		check (cordon.is_shape(headquarters, '{ST_Point}')),
	constraint a_mission_ends_after_it_begins
		check (valid_until > valid_from),
	constraint languages_are_those_of_the_united_nations
		check (cardinality(languages) > 0 and languages <@ '{en,ar,fr,es,ru,zh}'),
	constraint rings_are_one_to_eight_positive_radii
		check (cardinality(rings_metres) between 1 and 8
			and 1 <= all (rings_metres) and 100000 >= all (rings_metres)),
	-- Usual practice withholds counts of one to four; a mission may withhold more, never less.
	constraint the_smallest_released_count_is_at_least_five
		check (minimum_cell >= 5),
	-- Finer cells would be places, not areas.
	constraint heat_is_coarse
		check (heat_resolution between 3 and 7),
	-- What is invented and what is real never share a mission: chapters 5 and 8 refer to this pair.
	unique (id, exercise)
);

alter table cordon.sources
	add foreign key (mission_id) references cordon.missions;

create table cordon.mission_organizations (
	mission_id uuid references cordon.missions,
	organization text references cordon.organizations,
	-- 1: the organization whose consequences the published list states.
	position int not null check (position >= 1),
	primary key (mission_id, organization),
	unique (mission_id, position)
);

create table cordon.mission_contacts (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references cordon.missions,
	position int not null,
	kind cordon.contact_kind not null,
	name jsonb not null check (cordon.is_text(name)),
	phone text check (char_length(phone) <= 60),
	email text check (char_length(email) <= 200),
	place jsonb not null default '{}' check (cordon.is_text(place)),
	unique (mission_id, position)
);

-- A mission may let another read its published list: two missions in one town, or a predecessor.
create table cordon.mission_shares (
	mission_id uuid references cordon.missions,
	reader_id uuid references cordon.missions,
	valid_from date not null,
	valid_until date,
	primary key (mission_id, reader_id),
	constraint a_mission_shares_with_another check (mission_id <> reader_id),
	constraint a_share_ends_after_it_begins check (valid_until > valid_from)
);

create index mission_shares_by_reader on cordon.mission_shares (reader_id);

alter table cordon.sources enable row level security, force row level security;
alter table cordon.organizations enable row level security, force row level security;
alter table cordon.organization_consequences enable row level security, force row level security;
alter table cordon.missions enable row level security, force row level security;
alter table cordon.mission_organizations enable row level security, force row level security;
alter table cordon.mission_contacts enable row level security, force row level security;
alter table cordon.mission_shares enable row level security, force row level security;

create policy "Organizations and their policies are public to whoever signed in"
	on cordon.organizations for select to authenticated using (true);
create policy "Consequences are public to whoever signed in"
	on cordon.organization_consequences for select to authenticated using (true);
-- Who reads missions, contacts, shares and a mission's own sources follows in the next chapter,
-- once there are memberships to ask.

create policy "The keeper keeps sources" on cordon.sources to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps organizations" on cordon.organizations to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps consequences" on cordon.organization_consequences to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps missions" on cordon.missions to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps organizations of missions" on cordon.mission_organizations
	to cordon_keeper using (true) with check (true);
create policy "The keeper keeps contacts" on cordon.mission_contacts to cordon_keeper
	using (true) with check (true);
create policy "The keeper keeps shares" on cordon.mission_shares to cordon_keeper
	using (true) with check (true);

grant select on
	cordon.sources, cordon.organizations, cordon.organization_consequences, cordon.missions,
	cordon.mission_organizations, cordon.mission_contacts, cordon.mission_shares
to authenticated;

grant select, insert on
	cordon.sources, cordon.organizations, cordon.organization_consequences, cordon.missions,
	cordon.mission_organizations, cordon.mission_contacts, cordon.mission_shares
to cordon_keeper;

-- Not granted: update or delete, to anybody. A mission ends by its period; it is never erased.
