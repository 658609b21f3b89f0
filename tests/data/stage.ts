/**
 * The play's stage: a database with the demo, its actors, and one way to let an actor call a
 * function of schema `api` or say any SQL as the role a token gives.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Nomination } from '$lib/core/case';
import type { Day } from '$lib/core/domain';
import type { Api } from '$lib/data/api';
import { DEMO_PEOPLE, seed, type SeedDb } from '../../supabase/seed/kosovo';
import { openEmbedded, openPostgres, Refusal, type Row, type TestEngine } from './engines';
import { whyNoPostgres } from './real-postgres';

export const ACTORS = [
	'head_of_mission',
	'deputy',
	'analyst',
	'focal_point',
	'personnel',
	'administrator',
	// Head of the other mission, and one of its members.
	'other_head',
	'other_personnel',
	// Has an account and no membership.
	'outsider',
	// Was a member until the membership was ended a moment ago.
	'dismissed',
	// Has a membership that begins tomorrow.
	'newcomer',
	'anonymous'
] as const;
export type Actor = (typeof ACTORS)[number];

const ADDRESSES: Record<Exclude<Actor, 'anonymous'>, string> = {
	head_of_mission: 'head.of.mission@cordon.example',
	deputy: 'deputy@cordon.example',
	analyst: 'analyst@cordon.example',
	focal_point: 'focal.point@cordon.example',
	personnel: 'personnel@cordon.example',
	administrator: 'administrator@cordon.example',
	other_head: 'head.of.mission.two@cordon.example',
	other_personnel: 'personnel.two@cordon.example',
	outsider: 'outsider@cordon.example',
	dismissed: 'dismissed@cordon.example',
	newcomer: 'newcomer@cordon.example'
};

export type Stage = {
	engine: TestEngine;
	idOf(actor: Actor): string | null;
	/** What the function answered; a Refusal is thrown. */
	call<Name extends keyof Api>(
		actor: Actor,
		name: Name,
		args: Api[Name]['args']
	): Promise<Api[Name]['result']>;
	/** One statement as the role a token gives; a Refusal is thrown. */
	say<T = Row>(actor: Actor, sql: string, params?: unknown[]): Promise<T[]>;
	/** One statement as the owner of the tables. */
	look<T = Row>(sql: string, params?: unknown[]): Promise<T[]>;
};

/** What a nomination of a place that is in no register yet may say. */
export function aNomination(fields: Partial<Nomination> = {}): Nomination {
	return {
		kind: 'establishment',
		establishmentId: null,
		establishment: {
			names: [{ text: 'Exercise bar Fog', language: 'en', status: 'sign' }],
			kind: 'bar',
			geometry: { type: 'Point', coordinates: [21.16, 42.66] },
			accuracyMetres: 10,
			address: null,
			town: 'Pristina',
			region: 'Pristina',
			status: 'open',
			period: { from: null, until: null }
		},
		name: {},
		establishmentKind: null,
		geometry: null,
		reason: 'exploitation',
		indicators: ['guarded', 'members_seen'],
		...fields
	};
}

/** A day as many days from now; UTC, which is near enough to every mission's clock for tests. */
export const dayFromNow = (days: number): Day =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** How an act ended: `done`, or the code and key of the refusal. */
export async function outcomeOf(act: Promise<unknown>): Promise<string> {
	try {
		await act;
		return 'done';
	} catch (error) {
		if (error instanceof Refusal) return error.hint ? `${error.code} ${error.hint}` : error.code;
		throw error;
	}
}

async function createAccount(db: SeedDb, email: string, displayName: string): Promise<string> {
	const [row] = await db.query<{ id: string }>(
		`insert into auth.users (email, raw_user_meta_data)
		 values ($1::text, jsonb_build_object('display_name', $2::text)) returning id`,
		[email, displayName]
	);
	return row!.id;
}

/** The demo, and three people who may nothing. */
async function prepare(db: SeedDb): Promise<void> {
	const accounts = [];
	for (const { email, displayName } of DEMO_PEOPLE) {
		accounts.push({ email, userId: await createAccount(db, email, displayName) });
	}
	await createAccount(db, ADDRESSES.outsider, 'Outsider');
	const dismissed = await createAccount(db, ADDRESSES.dismissed, 'Dismissed');
	const newcomer = await createAccount(db, ADDRESSES.newcomer, 'Newcomer');
	await seed(db, { accounts });
	await db.query(
		`insert into cordon.memberships (mission_id, person_id, role, category, valid_from, ended_at)
		 select m.id, given.person, 'head_of_mission', 'civilian', given.since, given.ended
		 from cordon.missions m
		 cross join (values
			($1::text::uuid, null::date, now()),
			($2::text::uuid, current_date + 2, null)) given (person, since, ended)
		 where m.slug = 'kosovo'`,
		[dismissed, newcomer]
	);
}

async function setUp(engine: TestEngine): Promise<Stage> {
	const people = await engine.owner((db) =>
		db.query<{ id: string; email: string }>('select id, email from auth.users')
	);
	const ids = new Map(people.map(({ id, email }) => [email, id]));
	const idOf = (actor: Actor) =>
		actor === 'anonymous' ? null : ids.get(ADDRESSES[actor as Exclude<Actor, 'anonymous'>])!;
	const say = <T>(actor: Actor, sql: string, params?: unknown[]) =>
		engine.as(idOf(actor), (db) => db.query<T>(sql, params));
	return {
		engine,
		idOf,
		say,
		look: (sql, params) => engine.owner((db) => db.query(sql, params)),
		async call(actor, name, args) {
			const given = Object.entries(args as Record<string, unknown>);
			const places = given.map(([key], i) => `${key} => $${i + 1}`).join(', ');
			const values = given.map(([, value]) => {
				if (value === null || typeof value === 'boolean') return value;
				return typeof value === 'object' ? JSON.stringify(value) : String(value);
			});
			const [row] = await say<{ answer: Api[typeof name]['result'] }>(
				actor,
				`select api.${name}(${places}) as answer`,
				values
			);
			return row!.answer;
		}
	};
}

/** The same claims on both engines; where PostgreSQL cannot run, its half is skipped aloud. */
export function describeOnBothEngines(subject: string, claims: (stage: () => Stage) => void): void {
	const missing = whyNoPostgres();
	if (missing) console.warn(`${subject}: skipped on PostgreSQL, because ${missing}.`);
	const engines = [
		{ name: 'the embedded engine', open: openEmbedded, skip: false },
		{ name: 'PostgreSQL', open: openPostgres, skip: missing !== undefined }
	];
	for (const { name, open, skip } of engines) {
		describe.skipIf(skip)(`${subject}, on ${name}`, () => {
			let engine: TestEngine | undefined;
			let stage: Stage;
			beforeAll(async () => {
				engine = await open(prepare);
				stage = await setUp(engine);
			}, 240_000);
			afterAll(async () => await engine?.close(), 60_000);
			claims(() => stage);
		});
	}
}
