import { DatabaseError, EngineUnavailable, type Engine } from '../engine/engine.ts';
import { json, restError } from './reply.ts';
import type { Claims } from './tokens.ts';

/** `cast` is null for a type of ours, which the caller's role may not name; its value is inferred. */
type Parameter = { name: string; cast: string | null; optional: boolean };
/** Functions of schema `api` by name. Only what the catalogue lists can be called. */
export type Catalogue = ReadonlyMap<string, { sqlName: string; parameters: readonly Parameter[] }>;

export async function readCatalogue(engine: Engine): Promise<Catalogue> {
	const rows = await engine.run<{
		name: string;
		sql_name: string;
		parameters: Parameter[] | string;
	}>([
		{
			sql: `select p.proname as name, format('api.%I', p.proname) as sql_name, (
					select coalesce(json_agg(json_build_object(
						'name', p.proargnames[i],
						'cast', (select format_type(t.oid, null) from pg_type t where t.oid = p.proargtypes[i - 1]
							and t.typnamespace = 'pg_catalog'::regnamespace),
						'optional', i > p.pronargs - p.pronargdefaults
					) order by i), '[]')
					from generate_series(1, p.pronargs) i
				)::text as parameters
				from pg_proc p
				where p.pronamespace = to_regnamespace('api') and p.prokind = 'f'
					and p.prorettype <> 'trigger'::regtype
				order by p.proname`
		}
	]);
	const catalogue = new Map<string, { sqlName: string; parameters: Parameter[] }>();
	for (const { name, sql_name, parameters } of rows) {
		if (catalogue.has(name)) throw new Error(`api.${name} is overloaded: one name, one function`);
		catalogue.set(name, { sqlName: sql_name, parameters: JSON.parse(parameters as string) });
	}
	return catalogue;
}

/**
 * One call: one transaction, under the caller's role, with the caller's claims. `null` claims are
 * the anonymous caller. The result is the database's own JSON text, untouched.
 */
export async function callFunction(
	engine: Engine,
	catalogue: Catalogue,
	claims: Claims | null,
	name: string,
	args: Record<string, unknown>
): Promise<Response> {
	const found = catalogue.get(name);
	const refusal = found && refuseArguments(found.parameters, args);
	if (!found || refusal) {
		return restError(404, 'PGRST202', `There is no function api.${name} ${refusal ?? ''}`.trim());
	}
	const given = found.parameters.filter((parameter) => parameter.name in args);
	const list = given.map(({ name, cast }, i) => {
		return `${quote(name)} => $${i + 1}${cast ? `::text::${cast}` : ''}`;
	});
	const values = given.map((parameter) => toText(args[parameter.name]));
	if (values.some((value) => value && isTooDeep(value))) {
		return restError(422, 'PT422', 'This is not JSON that can be stored.', 'unreadable');
	}
	try {
		const [row] = await engine.run<{ result: string | null }>([
			...asCaller(claims),
			{ sql: `select ${found.sqlName}(${list.join(', ')})::text as result`, params: values }
		]);
		return json(row?.result || 'null');
	} catch (error) {
		return toRefusal(error, claims);
	}
}

/** The statements that put a transaction under its caller. Shared with the tests of the policies. */
export function asCaller(claims: Claims | null) {
	return claims
		? [
				{
					sql: 'select auth.enter($1::text::uuid, $2::text)',
					params: [claims.session_id, JSON.stringify(claims)]
				},
				{ sql: 'set local role authenticated' }
			]
		: [
				{ sql: `select set_config('request.jwt.claims', '{"role":"anon"}', true)` },
				{ sql: 'set local role anon' }
			];
}

function refuseArguments(parameters: readonly Parameter[], args: Record<string, unknown>) {
	const known = new Set(parameters.map(({ name }) => name));
	const unknown = Object.keys(args).find((name) => !known.has(name));
	if (unknown) return 'with these arguments';
	const missing = parameters.find(({ name, optional }) => !optional && !(name in args));
	if (missing) return `without "${missing.name}"`;
}

/** Values travel as text and are cast in the statement: the same on every engine. */
function toText(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** PGlite answers JSON some thousand levels deep with nothing at all, and breaks after a few times. */
const DEEPEST = 500;

/** Whether a text opens more brackets within one another, outside of strings, than any JSON of ours. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < text.length && depth <= DEEPEST; i++) {
		const sign = text[i]!;
		if (inString && sign === '\\') i++;
		else if (sign === '"') inString = !inString;
		else if (!inString && (sign === '[' || sign === '{')) depth++;
		else if (!inString && (sign === ']' || sign === '}')) depth--;
	}
	return depth > DEEPEST;
}

const quote = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;

/** SQLSTATE to HTTP status, as PostgREST documents it. */
function toRefusal(error: unknown, claims: Claims | null): Response {
	if (error instanceof EngineUnavailable) return restError(503, 'PGRST003', error.message);
	if (!(error instanceof DatabaseError)) throw error;
	const { code, message, hint, detail } = error;
	return restError(toStatus(code, claims !== null), code, message, hint, detail);
}

function toStatus(code: string, signedIn: boolean): number {
	if (/^PT[1-5]\d\d$/.test(code)) return Number(code.slice(2));
	if (code === '42501') return signedIn ? 403 : 401;
	if (code === '23503' || code === '23505') return 409;
	if (code === '25006') return 405;
	if (code === '42883' || code === '42P01') return 404;
	if (code === '40001' || code === '40P01' || code === '55P03') return 409;
	if (code.startsWith('54')) return 413;
	if (code === '57014' || code.startsWith('53') || code.startsWith('08')) return 503;
	if (/^(0[0-9]|2[0-2]|23|42|P0)/.test(code)) return 400;
	return 500;
}
