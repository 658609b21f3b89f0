/** What the database's own catalogue says about who may touch what. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as words from '$lib/core/case';
import * as domain from '$lib/core/domain';
import * as risk from '$lib/core/risk';
import { errors } from '$lib/i18n/en/errors';
import { members } from '$lib/i18n/en/members';
import { describeOnBothEngines } from './stage';

const root = join(import.meta.dirname, '../..');

/** Functions of schema cordon that a signed-in person may run: lookups about oneself, and words. */
const RUN_BY_PEOPLE = [
	'case_states(uuid, uuid)',
	'enter_list(text)',
	'enter_mission(text)',
	'enter_mission(text, VARIADIC cordon.mission_role[])',
	'is_curfew(jsonb, boolean)',
	'is_names(jsonb)',
	'is_shape(extensions.geometry, text[])',
	'is_text(jsonb, integer)',
	'is_weights(jsonb)',
	'known_since(cordon.directive_versions, uuid)',
	'list_in_hand(uuid)',
	'my_cases()',
	'my_id()',
	'my_lists()',
	'my_memberships()',
	'my_missions()',
	'my_missions_as(VARIADIC cordon.mission_role[])',
	'my_versions()',
	'read_json(text)',
	'refuse(integer, text, text)',
	'speaks_one_of(jsonb, text[])',
	'to_case_events(cordon.cases)',
	'to_cases(uuid, uuid)',
	'to_contacts(uuid)',
	'to_deployments(uuid, uuid)',
	'to_designation(cordon.designations)',
	'to_drafts(uuid, uuid)',
	'to_establishments(uuid, uuid)',
	'to_geojson(extensions.geometry)',
	'to_instant(timestamp with time zone)',
	'to_member(uuid)',
	'to_membership(cordon.memberships, cordon.missions)',
	'to_mission(cordon.missions)',
	'to_mission_keys(uuid)',
	'to_names(uuid)',
	'to_period(date, date)',
	'to_risk_assessment(cordon.risk_assessments)',
	'to_risk_visit(cordon.risk_visits, cordon.risk_visits)',
	'to_risk_weights(cordon.risk_weights)',
	'to_shape(jsonb)',
	'to_signatures(uuid, integer)',
	'to_source(cordon.sources)',
	'to_versions(uuid, uuid, timestamp with time zone, boolean)',
	'today(text)',
	'version_intervals(uuid)',
	'versions_binding(uuid)',
	'versions_in_force(uuid, timestamp with time zone)'
];

/** name -> argument names, read from the type `Api`. */
function readApiType(): Map<string, string[]> {
	const text = readFileSync(join(root, 'src/lib/data/api.ts'), 'utf8');
	const body = text.slice(text.indexOf('export type Api = {'), text.indexOf('\n};'));
	const functions = new Map<string, string[]>();
	for (const [, name, args] of body.matchAll(/^\t(\w+): \{\s*args: ([\s\S]*?)[;,]\s*result:/gm)) {
		const own = [...args!.matchAll(/(?:\{|;|\n|, )\s*(\w+)\??: /g)].map(([, arg]) => arg!);
		// The words inside an object argument are no arguments.
		const outer = args!.includes('& {\n\t\t\t')
			? [...args!.matchAll(/^\t\t\t(\w+)\??: /gm)].map(([, arg]) => arg!)
			: own.filter((arg) => !['id', 'kind', 'source'].includes(arg));
		functions.set(name!, [...(args!.startsWith('MissionArg') ? ['mission'] : []), ...outer]);
	}
	return functions;
}

describeOnBothEngines('The catalogue', (stage) => {
	it('has row-level security enabled and forced on every table', async () => {
		const tables = await stage().look<{ name: string; enabled: boolean; forced: boolean }>(
			`select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
			 from pg_class c where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')`
		);
		expect(tables.length).toBeGreaterThan(25);
		expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
	});

	it('has no view, and no table in schema api', async () => {
		expect(
			await stage().look(
				`select c.relname from pg_class c
				 where (c.relnamespace = 'cordon'::regnamespace and c.relkind in ('v', 'm', 'f'))
					or (c.relnamespace = 'api'::regnamespace and c.relkind <> 'c')`
			)
		).toEqual([]);
	});

	it('grants people no more than select, and anon, public and service_role nothing', async () => {
		const grants = await stage().look<{ grantee: string; privilege: string }>(
			`select distinct coalesce(r.rolname, 'public') as grantee, a.privilege_type as privilege
			 from pg_class c
			 cross join lateral aclexplode(c.relacl) a
			 left join pg_roles r on r.oid = a.grantee
			 where c.relnamespace = 'cordon'::regnamespace and c.relkind = 'r'
				and coalesce(r.rolname, 'public') in ('public', 'anon', 'authenticated', 'service_role')`
		);
		expect(grants).toEqual([{ grantee: 'authenticated', privilege: 'SELECT' }]);
		// Of a note, everything but its words.
		const columns = await stage().look<{ column: string; right: string }>(
			`select c.relname || '.' || a.attname as column, acl.privilege_type as right
			 from pg_attribute a
			 join pg_class c on c.oid = a.attrelid
			 cross join lateral aclexplode(a.attacl) acl
			 join pg_roles r on r.oid = acl.grantee
			 where c.relnamespace = 'cordon'::regnamespace and r.rolname <> 'cordon_keeper'
			 order by a.attnum`
		);
		expect(columns).toEqual(
			['case_id', 'position', 'mission_id', 'retained_until', 'erased_at'].map((column) => ({
				column: `case_notes.${column}`,
				right: 'SELECT'
			}))
		);
	});

	it('lets nobody read an allegation, by grant or by policy', async () => {
		expect(
			await stage().look(
				`select polname from pg_policy
				 where polrelid = 'cordon.allegations'::regclass
					and polroles <> array['cordon_keeper'::regrole::oid]`
			)
		).toEqual([]);
		const [{ may }] = (await stage().look<{ may: boolean }>(
			`select has_any_column_privilege('authenticated', 'cordon.allegations', 'select') as may`
		)) as [{ may: boolean }];
		expect(may).toBe(false);
	});

	it('lets anon, public and service_role run no function, and people only those named', async () => {
		const functions = await stage().look<{ schema: string; name: string; role: string }>(
			`select p.pronamespace::regnamespace::text as schema, roles.role,
				p.proname || '(' || case when p.provariadic <> 0 then
					regexp_replace(oidvectortypes(p.proargtypes), '([^ ]+)$', 'VARIADIC \\1')
					else oidvectortypes(p.proargtypes) end || ')' as name
			 from pg_proc p
			 cross join (values ('anon'), ('service_role'), ('authenticated')) roles (role)
			 where p.pronamespace in ('cordon'::regnamespace, 'api'::regnamespace)
				and has_function_privilege(roles.role, p.oid, 'execute')`
		);
		expect(functions.filter(({ role }) => role !== 'authenticated')).toEqual([]);
		const internal = functions.filter(({ schema }) => schema === 'cordon');
		expect(internal.map(({ name }) => name).sort()).toEqual(RUN_BY_PEOPLE);
	});

	it('has no function that takes over rights without pinning where it looks', async () => {
		const definers = await stage().look<{ name: string; owner: string; pinned: boolean }>(
			`select p.oid::regprocedure::text as name, r.rolname as owner,
				p.prosqlbody is not null or 'search_path=""' = any (p.proconfig) as pinned
			 from pg_proc p join pg_roles r on r.oid = p.proowner
			 where p.prosecdef
				and p.pronamespace in ('cordon'::regnamespace, 'api'::regnamespace)`
		);
		expect(definers.length).toBeGreaterThan(15);
		expect(definers.filter(({ owner, pinned }) => owner !== 'cordon_keeper' || !pinned)).toEqual(
			[]
		);
	});

	it('has no dynamic SQL in any function', async () => {
		expect(
			await stage().look(
				`select p.proname from pg_proc p
				 where p.pronamespace in ('cordon'::regnamespace, 'api'::regnamespace)
					and p.prosrc ~* '\\mexecute\\M'`
			)
		).toEqual([]);
	});

	it('keeps the keeper from logging in, from other rights, and from changing what is published', async () => {
		const [keeper] = await stage().look(
			`select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
			 from pg_roles where rolname = 'cordon_keeper'`
		);
		expect(Object.values(keeper!)).toEqual([false, false, false, false, false]);
		const mayChange = await stage().look(
			`select c.relname, v.verb
			 from pg_class c cross join (values ('update'), ('delete'), ('truncate')) v (verb)
			 where c.relnamespace = 'cordon'::regnamespace
				and c.relname in ('directives', 'directive_versions', 'designations', 'bundles',
					'lost_lists', 'cases', 'case_acts',
					'acknowledgements', 'reminders', 'audit_entries', 'allegations',
					'mission_keys', 'key_revocations', 'bundle_signatures')
				and has_table_privilege('cordon_keeper', c.oid, v.verb)`
		);
		expect(mayChange).toEqual([]);
		const [schemas] = await stage().look(
			`select has_schema_privilege('cordon_keeper', 'cordon', 'create') as cordon,
				has_schema_privilege('cordon_keeper', 'api', 'create') as api`
		);
		expect(schemas).toEqual({ cordon: false, api: false });
	});

	it('has in schema api exactly the functions and arguments of src/lib/data/api.ts', async () => {
		const functions = await stage().look<{ name: string; args: string[] | null }>(
			`select p.proname as name, p.proargnames as args from pg_proc p
			 where p.pronamespace = 'api'::regnamespace`
		);
		const typed = readApiType();
		expect(functions.map(({ name }) => name).sort()).toEqual([...typed.keys()].sort());
		for (const { name, args } of functions) {
			expect({ name, args: [...(args ?? [])].sort() }).toEqual({
				name,
				args: [...typed.get(name)!].sort()
			});
		}
	});

	it('has the words of src/lib/core/domain.ts', async () => {
		const rows = await stage().look<{ type: string; labels: string[] }>(
			`select t.typname as type,
				array_agg(e.enumlabel::text order by e.enumsortorder) as labels
			 from pg_type t join pg_enum e on e.enumtypid = t.oid
			 where t.typnamespace = 'cordon'::regnamespace group by t.typname`
		);
		const labels = Object.fromEntries(rows.map((row) => [row.type, row.labels]));
		expect(labels).toMatchObject({
			mission_role: domain.ROLES,
			personnel_category: domain.PERSONNEL_CATEGORIES,
			deployment_kind: domain.DEPLOYMENT_KINDS,
			establishment_kind: domain.ESTABLISHMENT_KINDS,
			establishment_status: domain.ESTABLISHMENT_STATUSES,
			reason: domain.REASONS,
			designation_kind: domain.DESIGNATION_KINDS,
			allegation_type: domain.ALLEGATION_TYPES,
			indicator: words.INDICATORS,
			case_act: words.CASE_ACTS,
			case_state: words.CASE_STATES,
			finding: words.FINDINGS,
			recommendation: words.RECOMMENDATIONS,
			omission: words.OMISSIONS,
			outcome: words.OUTCOMES,
			inspection_result: words.INSPECTION_RESULTS,
			risk_indicator: risk.RISK_INDICATORS,
			control_state: risk.CONTROL_STATES,
			visit_kind: risk.VISIT_KINDS
		});
	});

	it('records acts and sights that the interface has a word for', () => {
		const folder = join(root, 'supabase/migrations');
		const acts = readdirSync(folder).flatMap((file) =>
			[
				...readFileSync(join(folder, file), 'utf8').matchAll(
					/record_(?:act|sight)\([^,()]+(?:\([^)]*\))?, '(\w+)'/g
				)
			].map(([, act]) => act!)
		);
		expect(new Set(acts).size).toBeGreaterThan(15);
		const named = [...acts, ...words.CASE_ACTS.map((act) => `case_${act}`)];
		expect(named.filter((act) => !/_$/.test(act) && !(act in members.audit.acts))).toEqual([]);
	});

	it('refuses with keys that the interface has a sentence for', () => {
		const folder = join(root, 'supabase/migrations');
		const keys = readdirSync(folder).flatMap((file) =>
			[...readFileSync(join(folder, file), 'utf8').matchAll(/refuse\(4\d\d, '(\w+)'/g)].map(
				([, key]) => key!
			)
		);
		expect(new Set(keys).size).toBeGreaterThan(40);
		expect(keys.filter((key) => !(key in errors))).toEqual([]);
	});
});
