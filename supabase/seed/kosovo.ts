/**
 * Fills an empty database with the Kosovo exercise: real deployment sites and published figures with
 * their sources, and invented establishments, directives and allegations that say so. Also a tiny
 * second mission, which nobody of the first can see. The same on every machine, but for the last
 * months of history, which are told relative to `now`.
 *
 * Everything is written as `cordon_keeper`, under the same constraints and triggers as any act.
 */
import type { PersonnelCategory, Role } from '../../src/lib/core/domain.ts';
import { listAllegations } from './allegations.ts';
import { listCases } from './cases.ts';
import { listDeployments, type DeploymentRow } from './deployments.ts';
import { uuidOf } from './deterministic.ts';
import { listEstablishments, type EstablishmentRow } from './establishments.ts';
import { listDrafts, listHistory, listPlace, LAW_ENFORCEMENT, type Publication } from './history.ts';
import {
	EXERCISE_TWO,
	KOSOVO,
	listConsequences,
	listContacts,
	listOrganizations
} from './mission.ts';
import { listRisk } from './risk.ts';
import { Sources } from './sources.ts';
import { listReferenceMissions, listStatistics } from './statistics.ts';

/** One transaction on any engine. */
export type SeedDb = {
	exec(sql: string): Promise<void>;
	query<T>(sql: string, params?: unknown[]): Promise<T[]>;
};

export type DemoPerson = {
	email: string;
	displayName: string;
	role: Role;
	category: PersonnelCategory;
	unit: string | null;
	/** Of listDeployments; null where it was not stated. */
	base: string | null;
	mission: 'kosovo' | 'exercise-two';
};

/** The first of each role is the one whose card the sign-in page shows. */
export const DEMO_PEOPLE: DemoPerson[] = [
	['head.of.mission', 'Head of Mission (exercise)', 'head_of_mission', 'civilian', 'Office of the Head of Mission', 'unmik-hq', 'kosovo'],
	['analyst', 'Analyst (exercise)', 'analyst', 'civilian', 'Joint Mission Analysis Centre', 'unmik-hq', 'kosovo'],
	['focal.point', 'Focal Point (exercise)', 'focal_point', 'civilian', 'Conduct and Discipline Team', 'unmik-hq', 'kosovo'],
	['personnel', 'Soldier (exercise)', 'personnel', 'military', 'Infantry company 1', 'bondsteel', 'kosovo'],
	['administrator', 'Administrator (exercise)', 'administrator', 'civilian', 'Field Technology', 'unmik-hq', 'kosovo'],
	['deputy', 'Deputy Head of Mission (exercise)', 'head_of_mission', 'civilian', 'Office of the Head of Mission', 'unmik-hq', 'kosovo'],
	['police', 'Police Officer (exercise)', 'personnel', 'police', 'Pristina station', null, 'kosovo'],
	['head.of.mission.two', 'Head of Mission, second exercise', 'head_of_mission', 'civilian', null, null, 'exercise-two'],
	['personnel.two', 'Observer, second exercise', 'personnel', 'observer', null, null, 'exercise-two']
].map(([name, displayName, role, category, unit, base, mission]) => ({
	email: `${name}@cordon.example`,
	displayName,
	role,
	category,
	unit,
	base,
	mission
})) as DemoPerson[];

export type SeededAccount = { userId: string; email: string };

export async function seed(
	db: SeedDb,
	{ accounts, now = new Date() }: { accounts: readonly SeededAccount[]; now?: Date }
): Promise<void> {
	const userIds = new Map(accounts.map(({ email, userId }) => [email, userId]));
	const idOf = (name: string) => {
		const id = userIds.get(`${name}@cordon.example`);
		if (!id) throw new Error(`no account for the demo's ${name}`);
		return id;
	};
	const sources = new Sources();
	const organizations = listOrganizations(sources);
	const consequences = listConsequences(sources);
	const deployments = listDeployments(sources);
	const statistics = listStatistics(sources);
	const referenceMissions = listReferenceMissions(sources);
	const places = listEstablishments();

	await db.exec('set local role cordon_keeper');
	await insert(db, 'sources', sources.list());
	await insert(db, 'organizations', organizations);
	await insert(db, 'organization_consequences', consequences);
	await insertMission(db, KOSOVO, { en: 'Headquarters, Pristina', ar: 'المقر، بريشتينا' });
	await insertMission(db, EXERCISE_TWO, { en: 'Null Harbour', ar: 'ميناء الصفر' });
	await insertDeployments(db, KOSOVO.id, deployments);
	await insertMemberships(db, userIds, now);
	await insertEstablishments(db, KOSOVO.id, places);
	await insert(
		db,
		'allegations',
		listAllegations().map((row) => ({ ...row, mission_id: KOSOVO.id, exercise: true }))
	);
	await insert(db, 'reference_statistics', statistics);
	await insert(db, 'reference_missions', referenceMissions);

	const directives = await publishAll(
		db,
		KOSOVO.slug,
		listHistory(places, now),
		idOf('head.of.mission')
	);
	await insertDrafts(db, directives, places, idOf('focal.point'), now);
	await insertCases(db, places, idOf, now);
	await insertRisk(db, deployments, idOf, now);
	await seedExerciseTwo(db, idOf('head.of.mission.two'), now);
	await db.exec('reset role');
}

/** Rows as one statement; shapes come as GeoJSON. A column that no row has keeps its default. */
async function insert(db: SeedDb, table: string, rows: readonly object[]): Promise<void> {
	if (rows.length === 0) return;
	const columns = Object.keys(rows[0]!);
	const values = columns.map((column) =>
		['geometry', 'area', 'headquarters'].includes(column)
			? `case jsonb_typeof(row -> '${column}') when 'object' then cordon.to_shape(row -> '${column}') end`
			: `(jsonb_populate_record(null::cordon.${table}, row - '{geometry,area,headquarters}'::text[])).${column}`
	);
	await db.query(
		`insert into cordon.${table} (${columns.join(', ')})
		 select ${values.join(', ')} from jsonb_array_elements($1::text::jsonb) as given (row)`,
		[JSON.stringify(rows)]
	);
}

async function insertMission(
	db: SeedDb,
	{ organizations, ...mission }: typeof KOSOVO | typeof EXERCISE_TWO,
	headquarters: { en: string; ar: string }
): Promise<void> {
	await insert(db, 'missions', [mission]);
	await insert(
		db,
		'mission_organizations',
		organizations.map((organization, i) => ({
			mission_id: mission.id,
			organization,
			position: i + 1
		}))
	);
	await insert(
		db,
		'mission_contacts',
		listContacts(mission.id, headquarters).map((contact) => ({
			id: uuidOf(`contact ${mission.slug} ${contact.position}`),
			...contact
		}))
	);
}

async function insertMemberships(
	db: SeedDb,
	userIds: ReadonlyMap<string, string>,
	now: Date
): Promise<void> {
	const inSixtyDays = new Date(now.getTime() + 60 * 86_400_000).toISOString().slice(0, 10);
	await insert(
		db,
		'memberships',
		DEMO_PEOPLE.map((person) => {
			const isDeputy = person.email.startsWith('deputy@');
			return {
				id: uuidOf(`membership ${person.email}`),
				mission_id: person.mission === 'kosovo' ? KOSOVO.id : EXERCISE_TWO.id,
				person_id: userIds.get(person.email),
				role: person.role,
				category: person.category,
				unit: person.unit,
				base_id: person.base && uuidOf(`deployment ${person.base}`),
				delegated_by: isDeputy ? userIds.get('head.of.mission@cordon.example') : null,
				valid_from: null,
				valid_until: isDeputy ? inSixtyDays : null
			};
		})
	);
}

async function insertDeployments(
	db: SeedDb,
	missionId: string,
	rows: readonly DeploymentRow[]
): Promise<void> {
	await insert(
		db,
		'deployments',
		rows.map(({ strengths: _, sources: __, ...row }) => ({ ...row, mission_id: missionId }))
	);
	await insert(
		db,
		'deployment_strengths',
		rows.flatMap((row) =>
			row.strengths.map((strength, i) => ({
				id: uuidOf(`strength ${row.id} ${i}`),
				deployment_id: row.id,
				...strength
			}))
		)
	);
	await insert(
		db,
		'deployment_sources',
		rows.flatMap((row) =>
			[...new Set(row.sources)].map((source_id, i) => ({
				deployment_id: row.id,
				source_id,
				position: i + 1
			}))
		)
	);
}

async function insertEstablishments(
	db: SeedDb,
	missionId: string,
	rows: readonly EstablishmentRow[]
): Promise<void> {
	await insert(
		db,
		'establishments',
		rows.map(({ names: _, before: __, part: ___, ...row }) => ({
			...row,
			mission_id: missionId,
			exercise: true
		}))
	);
	await insert(
		db,
		'establishment_names',
		rows.flatMap(({ id, names }) =>
			names.map((name, i) => ({ establishment_id: id, position: i + 1, ...name }))
		)
	);
}

/** Publishes in order; returns the ids of the directives by the names `publications` give them. */
async function publishAll(
	db: SeedDb,
	mission: string,
	publications: readonly Publication[],
	signedBy: string
): Promise<Map<string, string>> {
	const directives = new Map<string, string>();
	for (const { directive, published, content, formerNames } of publications) {
		const [version] = await db.query<{ id: string }>(
			`select cordon.import_history(
				$1::text, $2::text::uuid, $3::text::jsonb, $4::text::timestamptz, $5::text::uuid,
				$6::text::jsonb) as id`,
			[
				mission,
				directives.get(directive) ?? null,
				JSON.stringify(content),
				published,
				signedBy,
				JSON.stringify(formerNames)
			]
		);
		const [row] = await db.query<{ directive_id: string }>(
			`select directive_id from cordon.directive_versions where id = $1::text::uuid`,
			[version!.id]
		);
		directives.set(directive, row!.directive_id);
	}
	return directives;
}

async function insertDrafts(
	db: SeedDb,
	directives: ReadonlyMap<string, string>,
	places: readonly EstablishmentRow[],
	savedBy: string,
	now: Date
): Promise<void> {
	for (const [i, draft] of listDrafts([...places], now).entries()) {
		await db.query(
			`insert into cordon.drafts
				(id, mission_id, directive_id, based_on_version, content, updated_by, updated_by_name)
			 select $1::text::uuid, $2::text::uuid, $3::text::uuid,
				(select max(v.version) from cordon.directive_versions v
				 where v.directive_id = $3::text::uuid),
				cordon.tidy_content($4::text::jsonb), p.id, p.display_name
			 from cordon.people p where p.id = $5::text::uuid`,
			[
				uuidOf(`draft ${i}`),
				KOSOVO.id,
				draft.directive ? directives.get(draft.directive) : null,
				JSON.stringify(draft.content),
				savedBy
			]
		);
	}
}

/** In the order of time, so that each act meets the case as it was. */
async function insertCases(
	db: SeedDb,
	places: readonly EstablishmentRow[],
	idOf: (name: string) => string,
	now: Date
): Promise<void> {
	const cases = listCases([...places]);
	const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
	await insert(
		db,
		'cases',
		cases.flatMap(({ id, row, acts }) =>
			row
				? {
						...{ id, mission_id: KOSOVO.id, establishment_id: null, name: {} },
						...{ establishment_kind: null, geometry: null, opened_at: at(acts[0]!.daysAgo) },
						...row
					}
				: []
		)
	);
	const acts = cases.flatMap(({ id, acts: ofCase }) =>
		ofCase.map(({ by, daysAgo, daysToReply, note, ...words }, i) => ({
			...{ case_id: id, position: i + 1, mission_id: KOSOVO.id, indicators: [] as string[] },
			...{ happened_on: at(daysAgo).slice(0, 10), recorded_at: at(daysAgo) },
			...{ recorded_by: idOf(by), recorded_by_name: nameOf(by) },
			...{ reason: null, finding: null, omission: null, outcome: null, result: null },
			recommendation: null,
			reply_by: daysToReply ? at(daysAgo - Number(daysToReply)).slice(0, 10) : null,
			note,
			...words
		}))
	);
	for (let position = 1; acts.some((act) => act.position === position); position++) {
		const next = acts.filter((act) => act.position === position);
		await insert(
			db,
			'case_acts',
			next.map(({ note: _, ...act }) => act)
		);
	}
	await insert(
		db,
		'case_notes',
		acts
			.filter(({ note }) => note)
			.map(({ case_id, position, mission_id, note }) => ({
				...{ case_id, position, mission_id, note },
				retained_until: at(-180).slice(0, 10)
			}))
	);
}

async function insertRisk(
	db: SeedDb,
	deployments: readonly DeploymentRow[],
	idOf: (name: string) => string,
	now: Date
): Promise<void> {
	const { assessments, visits } = listRisk(deployments);
	const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
	const day = (days: number) => at(days).slice(0, 10);
	const by = (name: string, daysAgo: number) => ({
		recorded_by: idOf(name),
		recorded_by_name: nameOf(name),
		recorded_at: at(-daysAgo)
	});
	await insert(
		db,
		'risk_assessments',
		assessments.map(({ daysAgo, dueInDays, reviewInDays, ...row }) => ({
			...{ ...row, mission_id: KOSOVO.id, assessed_on: day(-daysAgo) },
			due_on: day(Math.max(Number(dueInDays), 1 - daysAgo)),
			review_on: day(Math.max(Number(reviewInDays), 1 - daysAgo)),
			...by('analyst', daysAgo)
		}))
	);
	await insert(
		db,
		'risk_visits',
		visits.map(({ daysAgo, ...row }, i) => ({
			...{ ...row, id: uuidOf(`risk visit ${i}`), mission_id: KOSOVO.id },
			visited_on: day(-daysAgo),
			...by('focal.point', daysAgo)
		}))
	);
}

const nameOf = (name: string) =>
	DEMO_PEOPLE.find(({ email }) => email === `${name}@cordon.example`)!.displayName;

async function seedExerciseTwo(db: SeedDb, headOfMission: string, now: Date): Promise<void> {
	const spots: [string, number, number][] = [
		['Palm', 0.02, 0.03],
		['Shell', -0.05, 0.01],
		['Coral', 0.08, -0.06]
	];
	const places = spots.map(
		([word, lng, lat], i): EstablishmentRow => ({
			id: uuidOf(`establishment two ${i}`),
			kind: 'bar',
			geometry: { type: 'Point', coordinates: [lng, lat] },
			accuracy_metres: 10,
			address: 'Beach road (exercise)',
			town: 'Null Harbour',
			region: 'Null Island',
			status: 'open',
			valid_from: '2020-01-01',
			valid_until: null,
			names: [{ text: `Exercise bar ${word}`, language: 'en', status: 'sign' }],
			before: null,
			part: 'recent'
		})
	);
	await insertEstablishments(db, EXERCISE_TWO.id, places);
	await insertDeployments(db, EXERCISE_TWO.id, [
		{
			id: uuidOf('deployment two'),
			name: 'Camp Equator (exercise)',
			alternate_names: [],
			force: 'EX-2',
			unit: null,
			kind: 'base',
			town: 'Null Harbour',
			region: 'Null Island',
			geometry: { type: 'Point', coordinates: [0.015, 0.028] },
			accuracy_metres: 50,
			valid_from: '2020-01-01',
			valid_until: null,
			strengths: [],
			sources: []
		}
	]);
	await publishAll(
		db,
		EXERCISE_TWO.slug,
		[
			{
				directive: 'list',
				published: new Date(now.getTime() - 100 * 86_400_000).toISOString(),
				content: {
					title: { en: 'Bars of Null Island', ar: 'حانات جزيرة الصفر' },
					text: {
						en: 'The bars named are Off-Limits. (Exercise: all are invented.)',
						ar: 'يُمنع ارتياد الحانات المسماة. (تمرين: جميعها متخيَّلة.)'
					},
					legalBasis: 'Authority of the Head of Mission (exercise)',
					applicability: ['military', 'observer', 'civilian'],
					exemptDuties: LAW_ENFORCEMENT,
					effectiveFrom: null,
					reviewOn: new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
					lifts: false,
					designations: places.slice(0, 2).map((place) => listPlace(place))
				},
				formerNames: {}
			}
		],
		headOfMission
	);
}
