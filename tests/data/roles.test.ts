/**
 * The policies as a play: every actor calls every function of schema `api`. The table below is the
 * whole of who may do what; a function without a row in it fails the first test.
 */
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, DraftContent } from '$lib/data/api';
import { KOSOVO } from '../../supabase/seed/mission';
import type { SignedText } from '$lib/publish/bundle';
import { createSigner, readKeys } from '$lib/server/keys/signer';
import type { SigningDesk } from '$lib/server/keys/signing-desk';
import { aLine, someContent } from './contents';
import { aBase, anAssessment, weightsNow } from './risk';
import { deskOn, openMemoryStore } from './signing';
import {
	ACTORS,
	aNomination,
	dayFromNow,
	describeOnBothEngines,
	outcomeOf,
	type Actor,
	type Stage
} from './stage';

const DONE = 'done';
const NOT_YOUR_ROLE = 'PT403 notYourRole';
const NOT_YOURS = 'PT404 missionUnknown';
/** PostgreSQL's own word: anon has no right to the schema at all. */
const SHUT_OUT = '42501';

/** Everybody who is nobody in the Kosovo mission. */
const STRANGERS: Actor[] = ['other_head', 'other_personnel', 'outsider', 'dismissed', 'newcomer'];
const MEMBERS: Actor[] = [
	'head_of_mission',
	'deputy',
	'analyst',
	'focal_point',
	'personnel',
	'administrator'
];
const HEADS: Actor[] = ['head_of_mission', 'deputy'];
const AUTHORS: Actor[] = [...HEADS, 'focal_point'];
const CASE_WORKERS: Actor[] = [...AUTHORS, 'analyst'];

type Rule = {
	may: readonly Actor[];
	/** What members get who may not, all alike or by actor; strangers get `unknown`. */
	members?: string | ({ others: string } & Partial<Record<Actor, string>>);
	unknown?: string;
	/** Arguments, made anew for each actor, so that one success does not spoil the next. */
	args: (stage: Stage, actor: Actor) => Promise<Record<string, unknown>>;
};

const mission = 'kosovo';
const ofMission = async () => ({ mission });
const nothing = async () => ({});
const EVERYONE = [...MEMBERS, ...STRANGERS];

async function newDraft(stage: Stage, content: Partial<DraftContent> = {}) {
	const { id, revision } = await stage.call('head_of_mission', 'create_draft', {
		mission,
		directive_id: null,
		content
	});
	return { draft_id: id, revision };
}

const completeDraft = (stage: Stage, emergency = false) =>
	newDraft(stage, someContent({ designations: [aLine({ emergency })] }));

async function findVersion(stage: Stage, scheduled: boolean) {
	const [row] = await stage.look<{ id: string }>(
		`select v.id from cordon.directive_versions v
		 join cordon.missions m on m.id = v.mission_id
		 where m.slug = 'kosovo' and (v.effective_from > now()) = $1::text::boolean
		 order by v.published_at desc limit 1`,
		[String(scheduled)]
	);
	return { version_id: row!.id };
}

/** A version that binds since a moment ago and that nobody has confirmed. */
async function publishedNow(stage: Stage) {
	const draft = await completeDraft(stage);
	const { id } = await stage.call('head_of_mission', 'publish_draft', draft);
	return { version_id: id };
}

const note = { text: 'Seen twice by patrols.', retainedUntil: dayFromNow(100) };
const GROUNDS = { finding: 'grounds' as const, indicators: ['guarded' as const], note };

/** A case nominated by the Head of Mission, so that the others may be its second person. */
async function nominated(stage: Stage) {
	const { caseId } = await stage.call('head_of_mission', 'nominate', {
		mission,
		nomination: aNomination()
	});
	return { case_id: caseId };
}

async function assessed(stage: Stage) {
	const asked = await nominated(stage);
	await stage.call('analyst', 'assess', { ...asked, ...GROUNDS });
	return asked;
}

const OMITTED = {
	step: 'notice_omitted',
	happened_on: dayFromNow(-1),
	reply_by: null,
	omission: 'endangers_someone',
	outcome: null,
	note: null
} as const;

async function heard(stage: Stage) {
	const asked = await assessed(stage);
	await stage.call('focal_point', 'record_proprietor_step', { ...asked, ...OMITTED });
	return asked;
}

async function recommended(stage: Stage) {
	const { case_id } = await heard(stage);
	await stage.call('focal_point', 'recommend', { case_id, recommendation: 'designate', note });
	return { mission, case_ids: [case_id], directive_id: null, draft_id: null };
}

/** An emergency that binds since a moment ago. */
async function emergency(stage: Stage) {
	const { draft_id, revision } = await completeDraft(stage, true);
	const { designations } = await stage.call('head_of_mission', 'publish_draft', {
		draft_id,
		revision
	});
	return { case_ids: designations.map(({ id }) => id) };
}

const ESTABLISHMENT = {
	id: null,
	names: [{ text: 'Exercise bar Cloud', language: 'en', status: 'sign' }],
	kind: 'bar',
	geometry: { type: 'Point', coordinates: [21.16, 42.66] },
	accuracyMetres: 10,
	address: null,
	town: 'Pristina',
	region: 'Pristina',
	status: 'open',
	period: { from: '2026-01-01', until: null },
	exercise: true
};
const DEPLOYMENT = {
	id: null,
	name: 'Camp Cloud',
	alternateNames: [],
	force: 'KFOR',
	unit: null,
	kind: 'base',
	town: null,
	region: null,
	geometry: { type: 'Point', coordinates: [21.1, 42.6] },
	accuracyMetres: 100,
	period: { from: '2026-01-01', until: null },
	strengths: [],
	source: 'Exercise order 1'
};

const signer = createSigner(openMemoryStore());

/** What the signer would bring, without bringing it. */
async function prepare(stage: Stage, act: (desk: SigningDesk) => Promise<unknown>) {
	let args: Record<string, unknown> = {};
	// What is due anyway is brought, or the signer would go on bringing it.
	await signer.keepSigned(deskOn(stage), mission);
	const keep = async (of: string, { text, signatures }: SignedText, lists?: unknown) => {
		args = { mission: of, statement: text, signatures, ...(lists ? { lists } : {}) };
	};
	await act({ ...deskOn(stage), addKey: keep, revoke: keep });
	return args;
}

const RULES: Record<keyof Api, Rule> = {
	whoami: { may: EVERYONE, args: nothing },
	list_missions: { may: EVERYONE, args: nothing },
	list_reference_statistics: { may: EVERYONE, args: nothing },
	list_reference_missions: { may: EVERYONE, args: nothing },
	list_sources: { may: EVERYONE, args: nothing },
	get_mission: { may: MEMBERS, args: ofMission },
	list_deployments: { may: [...AUTHORS, 'analyst', 'administrator'], args: ofMission },
	list_establishments: { may: [...AUTHORS, 'analyst'], args: ofMission },
	list_designations: { may: MEMBERS, args: ofMission },
	get_released_counts: { may: [...AUTHORS, 'analyst'], args: ofMission },
	list_directive_versions: { may: MEMBERS, args: ofMission },
	list_versions_in_force: {
		may: MEMBERS,
		args: async () => ({ mission, at: '2005-12-31T00:00:00Z' })
	},
	get_directive_version: {
		may: MEMBERS,
		unknown: 'PT404 versionUnknown',
		args: (stage) => findVersion(stage, false)
	},
	list_my_acknowledgements: { may: MEMBERS, args: ofMission },
	list_acknowledgement_coverage: { may: AUTHORS, args: ofMission },
	get_acknowledgement_coverage: {
		may: AUTHORS,
		unknown: 'PT404 versionUnknown',
		args: publishedNow
	},
	remind_missing: { may: AUTHORS, unknown: 'PT404 versionUnknown', args: publishedNow },
	list_drafts: { may: AUTHORS, args: ofMission },
	get_draft: {
		may: AUTHORS,
		// Row-level security hides it from members and strangers alike.
		members: 'PT404 draftUnknown',
		unknown: 'PT404 draftUnknown',
		args: async (stage) => ({ draft_id: (await newDraft(stage)).draft_id })
	},
	create_draft: { may: AUTHORS, args: async () => ({ mission, directive_id: null }) },
	save_draft: {
		may: AUTHORS,
		unknown: 'PT404 draftUnknown',
		args: async (stage) => ({ ...(await newDraft(stage)), content: {} })
	},
	discard_draft: { may: AUTHORS, unknown: 'PT404 draftUnknown', args: (stage) => newDraft(stage) },
	publish_draft: {
		may: HEADS,
		unknown: 'PT404 draftUnknown',
		args: (stage) => completeDraft(stage)
	},
	get_list: { may: MEMBERS, args: ofMission },
	get_published_list: {
		may: MEMBERS,
		args: async (stage) => {
			const list = await stage.call('personnel', 'get_list', { mission });
			return { mission, sha256: list!.sha256 };
		}
	},
	list_mission_keys: { may: MEMBERS, args: ofMission },
	get_signing: { may: HEADS, args: async () => ({ mission, for_new_key: false }) },
	sign_lists: { may: HEADS, args: async () => ({ mission, signatures: [] }) },
	// Twice may, so that there is a second key and the first can be revoked.
	add_mission_key: {
		may: HEADS,
		args: (stage) => prepare(stage, (desk) => signer.rotate(desk, mission))
	},
	revoke_mission_key: {
		may: HEADS,
		args: async (stage) => {
			const { keys } = await stage.call('personnel', 'list_mission_keys', { mission });
			const [first] = readKeys(keys);
			return prepare(stage, (desk) => signer.revoke(desk, mission, first!.key, 'Exercise'));
		}
	},
	get_version_list: {
		may: MEMBERS,
		unknown: 'PT404 versionUnknown',
		args: (stage) => findVersion(stage, false)
	},
	acknowledge: {
		may: MEMBERS,
		unknown: 'PT404 versionUnknown',
		args: async (stage) => ({ ...(await findVersion(stage, false)), made_at: null })
	},
	save_establishment: {
		may: AUTHORS,
		args: async () => ({ mission, establishment: ESTABLISHMENT })
	},
	import_establishments: {
		may: AUTHORS,
		args: async () => ({ mission, establishments: [ESTABLISHMENT] })
	},
	save_deployment: {
		may: [...HEADS, 'analyst', 'administrator'],
		args: async () => ({ mission, deployment: DEPLOYMENT })
	},
	import_deployments: {
		may: [...HEADS, 'analyst', 'administrator'],
		args: async () => ({ mission, deployments: [DEPLOYMENT] })
	},
	list_members: { may: [...HEADS, 'administrator'], args: ofMission },
	list_audit_entries: {
		may: [...HEADS, 'administrator'],
		args: async () => ({ mission, before: null })
	},
	verify_audit: { may: [...HEADS, 'administrator'], args: async () => ({ mission, after: 0 }) },
	export_audit: { may: [...HEADS, 'administrator'], args: async () => ({ mission, after: 0 }) },
	save_membership: {
		may: [...HEADS, 'administrator'],
		args: async () => ({
			mission,
			email: 'police@cordon.example',
			role: 'personnel',
			category: 'police',
			unit: 'Pristina station',
			base_id: null,
			period: { from: null, until: null }
		})
	},
	list_cases: { may: CASE_WORKERS, args: ofMission },
	get_case: {
		may: CASE_WORKERS,
		members: 'PT404 caseUnknown',
		unknown: 'PT404 caseUnknown',
		args: nominated
	},
	read_case_notes: {
		may: AUTHORS,
		members: { analyst: NOT_YOUR_ROLE, others: 'PT404 caseUnknown' },
		unknown: 'PT404 caseUnknown',
		args: assessed
	},
	nominate: { may: CASE_WORKERS, args: async () => ({ mission, nomination: aNomination() }) },
	import_nominations: {
		may: CASE_WORKERS,
		args: async () => ({ mission, nominations: [aNomination(), aNomination()] })
	},
	withdraw_nomination: {
		may: AUTHORS,
		members: { analyst: 'PT403 notYourNomination', others: 'PT404 caseUnknown' },
		unknown: 'PT404 caseUnknown',
		args: nominated
	},
	assess: {
		may: ['analyst', 'focal_point'],
		members: { head_of_mission: NOT_YOUR_ROLE, deputy: NOT_YOUR_ROLE, others: 'PT404 caseUnknown' },
		unknown: 'PT404 caseUnknown',
		args: async (stage) => ({ ...(await nominated(stage)), ...GROUNDS })
	},
	record_proprietor_step: {
		may: AUTHORS,
		members: { analyst: NOT_YOUR_ROLE, others: 'PT404 caseUnknown' },
		unknown: 'PT404 caseUnknown',
		args: async (stage) => ({ ...(await assessed(stage)), ...OMITTED })
	},
	record_inspection: {
		may: CASE_WORKERS,
		members: 'PT404 caseUnknown',
		unknown: 'PT404 caseUnknown',
		args: async (stage) => ({
			...(await nominated(stage)),
			happened_on: dayFromNow(-1),
			inspection_result: 'closed_down',
			new_name: null,
			note
		})
	},
	recommend: {
		may: ['focal_point'],
		members: {
			head_of_mission: NOT_YOUR_ROLE,
			deputy: NOT_YOUR_ROLE,
			analyst: NOT_YOUR_ROLE,
			others: 'PT404 caseUnknown'
		},
		unknown: 'PT404 caseUnknown',
		args: async (stage) => ({ ...(await heard(stage)), recommendation: 'designate', note: null })
	},
	draft_from_cases: { may: AUTHORS, args: recommended },
	confirm_emergency: {
		may: HEADS,
		members: { focal_point: NOT_YOUR_ROLE, analyst: NOT_YOUR_ROLE, others: 'PT404 caseUnknown' },
		unknown: 'PT404 caseUnknown',
		args: emergency
	},
	list_my_queue: { may: MEMBERS, args: ofMission },
	check_premises: { may: CASE_WORKERS, args: ofMission },
	get_risk_register: { may: CASE_WORKERS, args: ofMission },
	save_risk_assessment: {
		may: CASE_WORKERS,
		args: async (stage) => ({ mission, ...(await aBase(stage)), assessment: anAssessment() })
	},
	record_risk_visit: {
		may: CASE_WORKERS,
		args: async (stage) => ({
			mission,
			deployment_id: (await aBase(stage)).deployment_id,
			visited_on: dayFromNow(-1),
			visit_kind: 'patrol'
		})
	},
	strike_risk_visit: {
		may: CASE_WORKERS,
		args: async (stage) => {
			const { deployment_id } = await aBase(stage);
			const visited_on = dayFromNow(-1);
			const visit = { mission, deployment_id, visited_on, visit_kind: 'patrol' as const };
			return { mission, visit_id: (await stage.call('analyst', 'record_risk_visit', visit)).id };
		}
	},
	save_risk_weights: { may: HEADS, args: weightsNow },
	end_membership: {
		may: [...HEADS, 'administrator'],
		unknown: 'PT404 membershipUnknown',
		args: async (stage) => {
			const [row] = await stage.look<{ id: string }>(
				`select m.id from cordon.memberships m join cordon.people p on p.id = m.person_id
				 where p.email = 'police@cordon.example' order by m.created_at desc limit 1`
			);
			return { membership_id: row!.id };
		}
	}
};

function expectedFor(rule: Rule, actor: Actor): string {
	if (actor === 'anonymous') return SHUT_OUT;
	if (rule.may.includes(actor)) return DONE;
	if (!MEMBERS.includes(actor)) return rule.unknown ?? NOT_YOURS;
	const { members = NOT_YOUR_ROLE } = rule;
	return typeof members === 'string' ? members : (members[actor] ?? members.others);
}

/**
 * A fingerprint of everything that is stored: where each row lies and which transaction wrote it.
 * What is refused must not change it.
 */
async function fingerprint(stage: Stage): Promise<string> {
	const tables = await stage.look<{ name: string }>(
		`select relname as name from pg_class
		 where relnamespace = 'cordon'::regnamespace and relkind = 'r' order by relname`
	);
	const [row] = await stage.look<{ print: string }>(
		`select md5(concat_ws(',', ${tables
			.map(
				({ name }) =>
					`(select sum(hashtextextended(t.ctid::text || t.xmin::text, 0)) from cordon.${name} t)`
			)
			.join(', ')})) as print`
	);
	return row!.print;
}

describeOnBothEngines('The roles', (stage) => {
	for (const [name, rule] of Object.entries(RULES) as [keyof Api, Rule][]) {
		it(`call ${name} as far as they may, and a refusal changes nothing`, async () => {
			const outcomes: Partial<Record<Actor, string>> = {};
			const expected: Partial<Record<Actor, string>> = {};
			for (const actor of ACTORS) {
				const args = await rule.args(stage(), actor);
				expected[actor] = expectedFor(rule, actor);
				const refused = expected[actor] !== DONE;
				const before = refused ? await fingerprint(stage()) : '';
				outcomes[actor] = await outcomeOf(stage().call(actor, name, args as never));
				if (refused) expect(await fingerprint(stage()), `after ${actor}`).toBe(before);
			}
			expect(outcomes).toEqual(expected);
		}, 120_000);
	}

	it('see in a list of missions their own and no other', async () => {
		const slugs = async (actor: Actor) =>
			(await stage().call(actor, 'list_missions', {})).map(({ slug }) => slug);
		expect(await slugs('personnel')).toEqual(['kosovo']);
		expect(await slugs('other_personnel')).toEqual(['exercise-two']);
		for (const nobody of ['outsider', 'dismissed', 'newcomer'] as const) {
			expect(await slugs(nobody)).toEqual([]);
		}
	});

	it('learn about themselves, and only memberships that hold now', async () => {
		const me = await stage().call('deputy', 'whoami', {});
		expect(me.memberships).toMatchObject([
			{
				missionSlug: 'kosovo',
				role: 'head_of_mission',
				delegatedBy: stage().idOf('head_of_mission')
			}
		]);
		expect((await stage().call('newcomer', 'whoami', {})).memberships).toEqual([]);
		expect((await stage().call('dismissed', 'whoami', {})).memberships).toEqual([]);
	});

	it('lose what they may do in the moment their membership ends', async () => {
		const members = await stage().call('administrator', 'list_members', { mission });
		const analyst = members.find(({ email }) => email === 'analyst@cordon.example')!;
		await stage().call('administrator', 'end_membership', { membership_id: analyst.id });
		expect(await outcomeOf(stage().call('analyst', 'list_deployments', { mission }))).toBe(
			NOT_YOURS
		);
		expect(await stage().say('analyst', 'select id from cordon.deployments')).toEqual([]);
		await stage().call('administrator', 'save_membership', {
			mission,
			email: analyst.email,
			role: 'analyst',
			category: 'civilian',
			unit: null,
			base_id: null,
			period: { from: null, until: null }
		});
		expect(await outcomeOf(stage().call('analyst', 'list_deployments', { mission }))).toBe(DONE);
	});

	it('cannot be raised by an administrator, by themselves, or by a delegate', async () => {
		const give = (actor: Actor, email: string, role: 'head_of_mission' | 'focal_point') =>
			outcomeOf(
				stage().call(actor, 'save_membership', {
					mission,
					email,
					role,
					category: 'civilian',
					unit: null,
					base_id: null,
					period: { from: null, until: '2099-01-01' }
				})
			);
		const before = await fingerprint(stage());
		expect(await give('administrator', 'police@cordon.example', 'head_of_mission')).toBe(
			'PT403 onlyHeadOfMission'
		);
		expect(await give('administrator', 'administrator@cordon.example', 'focal_point')).toBe(
			'PT403 notYourself'
		);
		// Nor by giving the Head of Mission another role, which would end theirs.
		expect(await give('administrator', 'head.of.mission@cordon.example', 'focal_point')).toBe(
			'PT403 onlyHeadOfMission'
		);
		expect(await give('deputy', 'police@cordon.example', 'head_of_mission')).toBe(
			'PT403 delegatesDoNotDelegate'
		);
		expect(await fingerprint(stage())).toBe(before);
		expect(await give('head_of_mission', 'police@cordon.example', 'head_of_mission')).toBe(DONE);
	});

	it('tell a mission that exists and one that does not in the same words', async () => {
		const ask = (slug: string) =>
			outcomeOf(stage().call('personnel', 'get_mission', { mission: slug }));
		expect(await ask('exercise-two')).toBe(await ask('atlantis'));
	});

	it('read what is scheduled only when they prepare directives', async () => {
		const scheduled = await findVersion(stage(), true);
		for (const actor of ['head_of_mission', 'focal_point'] as const) {
			const version = await stage().call(actor, 'get_directive_version', scheduled);
			expect(Date.parse(version.effectiveFrom)).toBeGreaterThan(Date.now());
		}
		for (const actor of ['personnel', 'analyst', 'administrator', 'other_head'] as const) {
			expect(await outcomeOf(stage().call(actor, 'get_directive_version', scheduled))).toBe(
				'PT404 versionUnknown'
			);
			const confirm = stage().call(actor, 'acknowledge', { ...scheduled, made_at: null });
			expect(await outcomeOf(confirm)).toBe('PT404 versionUnknown');
		}
		const shown = JSON.stringify(await stage().call('personnel', 'list_designations', { mission }));
		expect(shown).not.toContain('Hillside');
		const list = await stage().call('personnel', 'get_list', { mission });
		expect(list!.text).not.toContain('Hillside');
	});

	it('share a published list with another mission, and nothing else', async () => {
		expect(await outcomeOf(stage().call('other_personnel', 'get_list', { mission }))).toBe(
			NOT_YOURS
		);
		await stage().look(
			`insert into cordon.mission_shares (mission_id, reader_id, valid_from)
			 select a.id, b.id, current_date - 1 from cordon.missions a, cordon.missions b
			 where a.slug = 'kosovo' and b.slug = 'exercise-two'`
		);
		const list = await stage().call('other_personnel', 'get_list', { mission });
		expect(JSON.parse(list!.text).mission.slug).toBe('kosovo');
		expect(await outcomeOf(stage().call('other_head', 'list_designations', { mission }))).toBe(
			NOT_YOURS
		);
		const theirs = `select d.id from cordon.designations d where d.mission_id = $1::text::uuid`;
		expect((await stage().say('personnel', theirs, [KOSOVO.id])).length).toBeGreaterThan(100);
		expect(await stage().say('other_head', theirs, [KOSOVO.id])).toEqual([]);
	});

	it('are listed here for every function there is', () => {
		const text = readFileSync(join(import.meta.dirname, '../../src/lib/data/api.ts'), 'utf8');
		const body = text.slice(text.indexOf('export type Api = {'), text.indexOf('\n};'));
		const names = [...body.matchAll(/^\t(\w+): \{/gm)].map(([, name]) => name!);
		expect(Object.keys(RULES).sort()).toEqual(names.sort());
	});
});
