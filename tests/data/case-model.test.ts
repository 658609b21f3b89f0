/**
 * The state machine of cases against a model of it: random people do random things in a random
 * order while the clock jumps, and after each of them the database must have answered as the model
 * says, and stand where the model stands. The model knows no SQL; it keeps who did what when, and
 * reads from that what the rules of this house make of it.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseState, Finding, Recommendation } from '$lib/core/case';
import { age } from './ageing';
import {
	aNomination,
	dayFromNow,
	describeOnBothEngines,
	outcomeOf,
	type Actor,
	type Stage
} from './stage';

const mission = 'exercise-two';
const DONE = 'done';
// Of the second exercise, as its seed says.
const EMERGENCY_DAYS = 7;
const NOTE_DAYS = 30;
const DELEGATION_DAYS = 25;

/** The people of the second exercise, and one of another mission. */
const PEOPLE = ['head', 'delegate', 'focal', 'analyst', 'soldier', 'stranger'] as const;
type Person = (typeof PEOPLE)[number];
const ACTOR: Record<Person, Actor> = {
	head: 'other_head',
	delegate: 'dismissed',
	focal: 'newcomer',
	analyst: 'outsider',
	soldier: 'other_personnel',
	stranger: 'focal_point'
};

/** Days since the model began, times a million, and a tick: nothing happens at the same time. */
type Time = number;
const DAY = 1_000_000;

type Line = { emergency: boolean; lapses: Time };
/** No lines: it lifts the directive. */
type Version = { from: Time; lines: Map<string, Line> };
type Directive = { id: string; versions: Version[] };
type Listing = { directive: Directive; version: Version; from: Time; until: Time; line: Line };
type ModelCase = {
	id: string;
	place: number;
	nominatedBy: Person | null;
	finding: Finding | null;
	/** When the case itself last moved: nominated, assessed or recommended. */
	movedAt: Time;
	recommendation: Recommendation | null;
	notice: { omitted: boolean; replyBy: number; replied: boolean } | null;
	unanswered: boolean;
	inspected: boolean;
	withdrawn: boolean;
	/** By position in the case, the day on which a note is erased. */
	notes: Map<number, number>;
	acts: number;
};

class Model {
	day = 0;
	tick = 0;
	delegationEnds = 0;
	directives: Directive[] = [];
	cases: ModelCase[] = [];
	/** Id in the register, and whether it closed down. */
	places: { id: string; closed: boolean }[] = [];

	now = () => this.day * DAY + this.tick;

	roleOf(person: Person) {
		if (person === 'delegate') return this.day < this.delegationEnds ? 'hom' : null;
		return (
			{
				head: 'hom',
				focal: 'focal',
				analyst: 'analyst',
				soldier: 'soldier',
				stranger: null
			} as const
		)[person];
	}

	/** The stretches of time in which versions bind a line, in order. */
	listingsOf(id: string): Listing[] {
		return this.directives
			.flatMap((directive) =>
				directive.versions.map((version, i) => {
					const line = version.lines.get(id);
					const next = Math.min(
						Infinity,
						...directive.versions.slice(i + 1).map(({ from }) => from)
					);
					return {
						directive,
						version,
						from: version.from,
						until: Math.min(next, line?.lapses ?? 0),
						line
					};
				})
			)
			.filter((each): each is Listing => each.line !== undefined && each.until > each.from)
			.sort((a, b) => a.from - b.from);
	}

	current(id: string) {
		return this.listingsOf(id).find(({ from, until }) => from <= this.now() && this.now() < until);
	}

	stateOf(c: ModelCase): CaseState {
		const listings = this.listingsOf(c.id);
		const current = this.current(c.id);
		if (current?.line.emergency) return 'emergency';
		if (current) return this.places[c.place]!.closed ? 'closed_down' : 'in_force';
		if (listings.some(({ from }) => from > this.now())) return 'scheduled';
		const last = listings.at(-1);
		if (last && last.until !== last.line.lapses) return 'lifted';
		if (last && last.until >= c.movedAt) return 'lapsed';
		if (c.withdrawn) return 'withdrawn';
		if (c.recommendation) return 'recommended';
		if (c.finding === 'no_grounds') return 'dismissed';
		return c.finding ? 'assessed' : 'nominated';
	}

	isListed = (c: ModelCase) => this.current(c.id) !== undefined;
	isClosed = (c: ModelCase) => ['lifted', 'dismissed', 'withdrawn'].includes(this.stateOf(c));
	openCaseOf = (place: number) =>
		this.cases.find((c) => c.place === place && !this.isClosed(c) && this.exists(c));
	/** What was only signed for later, and withdrawn, is no case. */
	exists = (c: ModelCase) => c.nominatedBy !== null || this.listingsOf(c.id).length > 0;
	isSeenBy(person: Person, c: ModelCase): boolean {
		const role = this.roleOf(person);
		if (role === 'hom' || role === 'focal') return true;
		return (
			role === 'analyst' &&
			(c.nominatedBy !== null || this.listingsOf(c.id).some(({ from }) => from <= this.now()))
		);
	}
	noticeOf(c: ModelCase) {
		if (!c.notice) return 'none';
		if (c.notice.omitted) return 'omitted';
		return c.notice.replyBy >= this.day && !c.notice.replied ? 'running' : 'given';
	}
	/** The recommendation while it is still to be followed. */
	pending(c: ModelCase): Recommendation | null {
		if (c.recommendation !== 'designate') return this.isListed(c) ? c.recommendation : null;
		const done = ['in_force', 'closed_down', 'scheduled', 'lifted'].includes(this.stateOf(c));
		return done ? null : 'designate';
	}
	homeOf = (c: ModelCase) =>
		this.directives.find(({ versions }) => versions.some(({ lines }) => lines.has(c.id)));

	enterMission(person: Person, ...roles: string[]): string {
		const role = this.roleOf(person);
		if (role === null) return 'PT404 missionUnknown';
		return roles.includes(role) ? DONE : 'PT403 notYourRole';
	}
	enterCase(person: Person, c: ModelCase, ...roles: string[]): string {
		return this.isSeenBy(person, c) ? this.enterMission(person, ...roles) : 'PT404 caseUnknown';
	}
	/** The version that amends a directive: what its newest says, without what lapsed, changed. */
	amend(directive: Directive, from: Time, change: (lines: Map<string, Line>) => void): Version {
		const lines = new Map(
			[...(directive.versions.at(-1)?.lines ?? [])].filter(([, { lapses }]) => lapses > this.now())
		);
		change(lines);
		return { from, lines };
	}
}

type Act =
	| 'nominated'
	| 'assessed'
	| 'notice_sent'
	| 'notice_omitted'
	| 'replied'
	| 'petitioned'
	| 'answered'
	| 'inspected'
	| 'recommended'
	| 'withdrawn';
type Step = { person: Person; which: number; pick: number };
type Command =
	| (Step & { kind: Act })
	/** The next step of a case by whoever may take it, so that stories get somewhere. */
	| (Step & { kind: 'goOn' })
	| (Step & { kind: 'list'; signer: Person; embargo: number })
	| (Step & { kind: 'urgent' | 'takeOff' | 'confirm' })
	| { kind: 'jump'; days: number };

const FINDINGS = ['grounds', 'grounds', 'observe', 'no_grounds'] as const;
const RECOMMENDATIONS = ['designate', 'lift', 'keep'] as const;
const standing: Line = { emergency: false, lapses: Infinity };

/** Why an act may not follow, as the rules say; `done` when it may. */
function judge(m: Model, c: ModelCase, act: Act, by: Person, pick: number): string {
	const listed = m.isListed(c);
	const state = m.stateOf(c);
	if (m.isClosed(c)) return 'PT409 caseClosed';
	switch (act) {
		case 'assessed':
			if (c.nominatedBy === null) return 'PT409 notNominated';
			if (state === 'in_force' || state === 'closed_down') return 'PT409 alreadyListed';
			return c.nominatedBy === by ? 'PT409 secondPersonNeeded' : DONE;
		case 'notice_sent':
		case 'notice_omitted':
			return listed || c.finding === 'grounds' ? DONE : 'PT409 notAssessed';
		case 'replied':
			return c.notice && !c.notice.omitted ? DONE : 'PT409 noticeMissing';
		case 'petitioned':
			return listed ? DONE : 'PT409 notListed';
		case 'answered':
			return c.unanswered ? DONE : 'PT409 nothingToAnswer';
		case 'recommended':
			if (RECOMMENDATIONS[pick % 3] !== 'designate') {
				if (!listed) return 'PT409 notListed';
				const blind = RECOMMENDATIONS[pick % 3] === 'lift' && !c.inspected;
				return blind ? 'PT409 inspectionMissing' : DONE;
			}
			if (['in_force', 'closed_down', 'scheduled'].includes(state)) return 'PT409 alreadyListed';
			if (c.finding !== 'grounds') return 'PT409 notAssessed';
			if (m.noticeOf(c) === 'none') return 'PT409 noticeMissing';
			if (m.noticeOf(c) === 'running') return 'PT409 noticeRunning';
			return c.unanswered ? 'PT409 replyUnanswered' : DONE;
		case 'withdrawn':
			return state === 'nominated' || state === 'assessed' ? DONE : 'PT409 caseDecided';
		default:
			return DONE;
	}
}

const MAY: Record<Act, string[]> = {
	nominated: ['analyst', 'focal', 'hom'],
	assessed: ['analyst', 'focal'],
	notice_sent: ['focal', 'hom'],
	notice_omitted: ['focal', 'hom'],
	replied: ['focal', 'hom'],
	petitioned: ['focal', 'hom'],
	answered: ['focal', 'hom'],
	inspected: ['analyst', 'focal', 'hom'],
	recommended: ['focal'],
	withdrawn: ['analyst', 'focal', 'hom']
};

class Play {
	readonly m = new Model();
	/** On the list before the play began. */
	before: string[] = [];

	readonly stage: Stage;
	constructor(stage: Stage) {
		this.stage = stage;
	}

	call: Stage['call'] = (actor, name, args) => this.stage.call(actor, name, args);

	async begin(): Promise<void> {
		await this.enrol();
		this.before = await this.idsOnList();
		for (const [person, role] of [
			['focal', 'focal_point'],
			['analyst', 'analyst']
		] as const) {
			await this.member(person, role, null);
		}
	}

	private async enrol() {
		await this.member('delegate', 'head_of_mission', DELEGATION_DAYS);
		this.m.delegationEnds = this.m.day + DELEGATION_DAYS;
	}
	private member(
		person: Person,
		role: 'head_of_mission' | 'focal_point' | 'analyst',
		days: number | null
	) {
		return this.call('other_head', 'save_membership', {
			mission,
			email: `${ACTOR[person]}@cordon.example`,
			role,
			category: 'civilian',
			unit: null,
			base_id: null,
			period: { from: null, until: days === null ? null : dayFromNow(days) }
		});
	}

	/** A run begins with three new places of its own, and the delegate's time anew. */
	async beginRun(): Promise<void> {
		await this.enrol();
		this.m.cases = [];
		this.m.places = [];
		for (let i = 0; i < 3; i++) {
			const { id } = await this.call('other_head', 'save_establishment', {
				mission,
				establishment: {
					...aNomination().establishment!,
					geometry: { type: 'Point', coordinates: [0.01 * i, 0.02] },
					id: null,
					exercise: true
				}
			});
			this.m.places.push({ id, closed: false });
		}
	}

	async idsOnList(): Promise<string[]> {
		const list = await this.call('other_personnel', 'get_list', { mission });
		return (JSON.parse(list!.text) as { directives: { entries: { id: string }[] }[] }).directives
			.flatMap(({ entries }) => entries.map(({ id }) => id))
			.sort();
	}

	/** Does it in both worlds; they must agree. */
	async does(command: Command): Promise<void> {
		const { m } = this;
		m.tick++;
		if (command.kind === 'jump') {
			m.day += command.days;
			await age(this.stage, mission, command.days);
		} else if (command.kind === 'nominated') {
			await this.nominates(command);
		} else if (command.kind === 'urgent') {
			await this.designatesAtOnce(command);
		} else {
			const cases = m.cases.filter((each) => m.exists(each));
			if (cases.length === 0) return;
			const c = cases[command.which % cases.length]!;
			if (command.kind === 'goOn') await this.goesOn(c, command);
			else if (command.kind === 'list') await this.lists(c, command);
			else if (command.kind === 'takeOff') await this.takesOff(c, command);
			else if (command.kind === 'confirm') await this.confirms(c, command.person);
			else await this.acts(c, { ...command, kind: command.kind });
		}
		await this.compare(JSON.stringify(command));
	}

	private async expectOutcome(expected: string, act: () => Promise<unknown>): Promise<boolean> {
		const print = () =>
			this.stage.look(
				`select (select count(*) from cordon.case_acts) as acts,
					(select count(*) from cordon.case_notes) as notes,
					(select count(*) from cordon.cases) as cases,
					(select count(*) from cordon.drafts) as drafts,
					(select count(*) from cordon.directive_versions) as versions,
					(select count(*) from cordon.bundles) as lists,
					(select count(*) from cordon.audit_entries) as audit`
			);
		const before = expected === DONE ? null : await print();
		expect(await outcomeOf(act())).toBe(expected);
		if (before) expect(await print()).toEqual(before);
		return expected === DONE;
	}

	private async nominates({ person, which }: Step) {
		const { m } = this;
		const place = which % m.places.length;
		const known = m.openCaseOf(place);
		let expected = m.enterMission(person, ...MAY.nominated);
		if (expected === DONE && known) {
			const state = m.stateOf(known);
			if (state === 'in_force' || state === 'closed_down') expected = 'PT409 alreadyListed';
			else if (known.nominatedBy) expected = 'PT409 caseOpen';
		}
		let id = '';
		const done = await this.expectOutcome(expected, async () => {
			const nomination = aNomination({
				establishment: null,
				establishmentId: m.places[place]!.id
			});
			id = (await this.call(ACTOR[person], 'nominate', { mission, nomination })).caseId;
		});
		if (!done) return;
		const c = known ?? this.aCase(id, place);
		expect(id).toBe(c.id);
		c.nominatedBy = person;
		c.movedAt = m.now();
		c.acts++;
	}

	private aCase(id: string, place: number): ModelCase {
		const c: ModelCase = {
			...{ id, place, nominatedBy: null, finding: null, movedAt: -Infinity },
			...{ recommendation: null, notice: null, unanswered: false, inspected: false },
			...{ withdrawn: false, notes: new Map(), acts: 0 }
		};
		this.m.cases.push(c);
		return c;
	}

	private async acts(c: ModelCase, { kind: act, person, pick }: Step & { kind: Act }) {
		const { m } = this;
		let expected = m.enterCase(person, c, ...MAY[act]);
		if (
			act === 'withdrawn' &&
			expected === DONE &&
			person === 'analyst' &&
			c.nominatedBy !== person
		) {
			expected = 'PT403 notYourNomination';
		}
		if (expected === DONE) expected = judge(m, c, act, person, pick);
		const actor = ACTOR[person];
		const case_id = c.id;
		const finding = FINDINGS[pick % 4]!;
		const note = { text: `Note ${c.acts + 1}`, retainedUntil: dayFromNow(NOTE_DAYS) };
		const result = pick % 2 ? 'closed_down' : 'unchanged';
		const done = await this.expectOutcome(expected, () => {
			switch (act) {
				case 'assessed':
					return this.call(actor, 'assess', { case_id, finding, indicators: ['guarded'], note });
				case 'inspected':
					return this.call(actor, 'record_inspection', {
						...{ case_id, happened_on: dayFromNow(0), inspection_result: result },
						...{ new_name: null, note: null }
					});
				case 'recommended': {
					const recommendation = RECOMMENDATIONS[pick % 3]!;
					return this.call(actor, 'recommend', { case_id, recommendation, note: null });
				}
				case 'withdrawn':
					return this.call(actor, 'withdraw_nomination', { case_id });
				case 'nominated':
					throw new Error('nominated elsewhere');
				default:
					return this.call(actor, 'record_proprietor_step', {
						...{ case_id, step: act, happened_on: dayFromNow(0), note: null },
						reply_by: act === 'notice_sent' ? dayFromNow(1 + (pick % 9)) : null,
						omission: act === 'notice_omitted' ? 'warns_offenders' : null,
						outcome: act === 'answered' ? 'refused' : null
					});
			}
		});
		if (!done) return;
		c.acts++;
		if (['assessed', 'recommended'].includes(act)) c.movedAt = m.now();
		if (act === 'assessed') {
			c.finding = finding;
			c.recommendation = null;
			c.notes.set(c.acts, m.day + NOTE_DAYS);
		} else if (act === 'recommended') c.recommendation = RECOMMENDATIONS[pick % 3]!;
		else if (act === 'notice_sent') {
			c.notice = { omitted: false, replyBy: m.day + 1 + (pick % 9), replied: false };
		} else if (act === 'notice_omitted') c.notice = { omitted: true, replyBy: 0, replied: false };
		else if (act === 'replied') c.notice!.replied = c.unanswered = true;
		else if (act === 'petitioned') c.unanswered = true;
		else if (act === 'answered') c.unanswered = false;
		else if (act === 'withdrawn') c.withdrawn = true;
		else if (act === 'inspected') {
			c.inspected = true;
			m.places[c.place]!.closed = result === 'closed_down';
		}
	}

	private async goesOn(c: ModelCase, { pick }: Step) {
		const { m } = this;
		const other: Person = c.nominatedBy === 'analyst' ? 'focal' : 'analyst';
		const step = (kind: Act, person: Person, choice: number) =>
			this.acts(c, { kind, person, which: 0, pick: choice });
		if (m.isClosed(c)) return;
		if (c.nominatedBy === null) return this.nominates({ person: 'head', which: c.place, pick });
		if (m.pending(c) === 'designate' || m.pending(c) === 'lift') {
			const signer = pick % 4 ? 'head' : 'delegate';
			return this.lists(c, { person: 'focal', signer, embargo: pick % 3 ? 0 : 3 });
		}
		const state = m.stateOf(c);
		if (state === 'in_force' || state === 'closed_down') {
			return c.inspected ? step('recommended', 'focal', 1) : step('inspected', 'analyst', pick);
		}
		if (state === 'scheduled') return;
		if (c.finding !== 'grounds') return step('assessed', other, pick % 5 === 4 ? 3 : 0);
		if (!c.notice) return step(pick % 2 ? 'notice_omitted' : 'notice_sent', 'focal', pick);
		if (c.unanswered) return step('answered', 'focal', 0);
		return step('recommended', 'focal', 0);
	}

	/** Fills what a draft lacks besides its lines, and has it signed, or thrown away. */
	private async signs(
		draft: { id: string; revision: number },
		content: object,
		signer: Person,
		lapsesBeforehand = false
	): Promise<{ directiveId: string; designations: { id: string }[] } | undefined> {
		const saved = await this.call(ACTOR.focal, 'save_draft', {
			draft_id: draft.id,
			revision: draft.revision,
			content: {
				...draft,
				title: { en: 'A directive' },
				text: { en: 'These are Off-Limits.' },
				legalBasis: 'Authority of the Head of Mission',
				...content
			} as never
		});
		const asked = { draft_id: saved.id, revision: saved.revision };
		const role = this.m.roleOf(signer);
		const expected =
			role === null
				? 'PT404 draftUnknown'
				: role !== 'hom'
					? 'PT403 notYourRole'
					: lapsesBeforehand
						? 'PT422 emergencyLapsed'
						: DONE;
		let published: Awaited<ReturnType<typeof this.signs>>;
		const done = await this.expectOutcome(expected, async () => {
			published = await this.call(ACTOR[signer], 'publish_draft', asked);
		});
		if (!done) await this.call(ACTOR.focal, 'discard_draft', asked);
		return published;
	}

	private async lists(
		c: ModelCase,
		{ person, signer, embargo }: { person: Person; signer: Person; embargo: number }
	) {
		const { m } = this;
		const directive = m.homeOf(c) ?? { id: '', versions: [] };
		const pending = m.pending(c);
		let expected = m.enterMission(person, 'focal', 'hom');
		if (expected === DONE && (pending === null || pending === 'keep')) {
			expected = 'PT409 notRecommended';
		}
		let draft: { id: string; revision: number } | undefined;
		const done = await this.expectOutcome(expected, async () => {
			draft = await this.call(ACTOR[person], 'draft_from_cases', {
				mission,
				case_ids: [c.id],
				directive_id: directive.id || null,
				draft_id: null
			});
		});
		if (!done) return;
		const effectiveFrom = embargo
			? new Date(Date.now() + embargo * 86_400_000).toISOString()
			: null;
		const version = m.amend(directive, m.now() + embargo * DAY, (lines) => {
			if (pending === 'lift') lines.delete(c.id);
			else lines.set(c.id, standing);
		});
		const lapsesBeforehand = [...version.lines.values()].some(
			({ lapses }) => lapses <= version.from
		);
		const published = await this.signs(draft!, { effectiveFrom }, signer, lapsesBeforehand);
		if (published) this.enters(directive, version, published.directiveId);
	}

	private enters(directive: Directive, version: Version, id: string) {
		if (!directive.id) {
			directive.id = id;
			this.m.directives.push(directive);
		}
		expect(id).toBe(directive.id);
		directive.versions.push(version);
	}

	private async designatesAtOnce({ person, which }: Step) {
		const { m } = this;
		const place = which % m.places.length;
		const known = m.openCaseOf(place);
		// A place that stands or stood in a directive is dealt with there.
		if (known && m.homeOf(known)) return;
		const draft = await this.call(ACTOR.focal, 'create_draft', { mission, directive_id: null });
		const typed = crypto.randomUUID();
		const line = {
			...{ id: typed, kind: 'establishment', establishmentId: m.places[place]!.id, name: {} },
			...{ establishmentKind: null, geometry: null, bufferMetres: 0, reason: 'crime' },
			...{ emergency: true, curfew: null, exceptions: {} }
		};
		const published = await this.signs(draft, { designations: [line] }, person);
		if (!published) return;
		const id = known?.id ?? typed;
		expect(published.designations.map((each) => each.id)).toEqual([id]);
		if (!known) this.aCase(id, place);
		const lapses = m.now() + EMERGENCY_DAYS * DAY;
		const version = { from: m.now(), lines: new Map([[id, { emergency: true, lapses }]]) };
		this.enters({ id: '', versions: [] }, version, published.directiveId);
	}

	private async takesOff(c: ModelCase, { person }: Step) {
		const { m } = this;
		const directive = m.homeOf(c);
		if (!directive?.versions.at(-1)!.lines.has(c.id)) return;
		const draft = await this.call(ACTOR.focal, 'create_draft', {
			mission,
			directive_id: directive.id
		});
		const designations = draft.designations.filter(({ id }) => id !== c.id);
		const version = m.amend(directive, m.now(), (lines) => lines.delete(c.id));
		expect(designations.map(({ id }) => id).sort()).toEqual([...version.lines.keys()].sort());
		const published = await this.signs(
			draft,
			{ designations, lifts: designations.length === 0 },
			person
		);
		if (published) this.enters(directive, version, published.directiveId);
	}

	private async confirms(c: ModelCase, person: Person) {
		const { m } = this;
		let expected = m.enterCase(person, c, 'hom');
		const current = m.current(c.id);
		if (expected === DONE) {
			if (!current?.line.emergency) expected = 'PT409 notEmergency';
			else if (current.version !== current.directive.versions.at(-1)) {
				expected = 'PT409 versionScheduled';
			}
		}
		const done = await this.expectOutcome(expected, () =>
			this.call(ACTOR[person], 'confirm_emergency', { case_ids: [c.id] })
		);
		if (!done) return;
		const { directive } = current!;
		const version = m.amend(directive, m.now(), (lines) => lines.set(c.id, standing));
		this.enters(directive, version, directive.id);
	}

	/** Both worlds, held against each other. */
	async compare(after: string): Promise<void> {
		const { m } = this;
		const known = new Map(m.cases.filter((c) => m.exists(c)).map((c) => [c.id, c]));
		const cases = (await this.call(ACTOR.focal, 'list_cases', { mission })).filter(({ id }) =>
			known.has(id)
		);
		const told = Object.fromEntries(
			cases.map(({ id, state, notice, unanswered, recommendation, finding }) => [
				id,
				{ state, notice, unanswered, recommendation, finding }
			])
		);
		expect(told, after).toEqual(
			Object.fromEntries(
				[...known.values()].map((c) => [
					c.id,
					{
						state: m.stateOf(c),
						notice: m.noticeOf(c),
						unanswered: c.unanswered,
						recommendation: m.pending(c),
						finding: c.finding
					}
				])
			)
		);
		// What binds is what somebody with the authority signed, and nothing else.
		const binding = m.directives.flatMap(({ versions }) => {
			const version = versions.findLast(({ from }) => from <= m.now());
			return [...(version?.lines ?? [])]
				.filter(([, { lapses }]) => lapses > m.now())
				.map(([id]) => id);
		});
		expect(await this.idsOnList(), after).toEqual([...this.before, ...binding].sort());
	}

	async finish(): Promise<void> {
		const { m } = this;
		const seen = (await this.call(ACTOR.analyst, 'list_cases', { mission })).map(({ id }) => id);
		for (const c of m.cases) {
			expect(seen.includes(c.id)).toBe(m.exists(c) && m.isSeenBy('analyst', c));
			if (!m.exists(c)) continue;
			const notes = await this.call(ACTOR.focal, 'read_case_notes', { case_id: c.id });
			expect(notes.map(({ position, text }) => [position, text])).toEqual(
				[...c.notes].map(([position, until]) => [
					position,
					until > m.day ? `Note ${position}` : null
				])
			);
			const { events } = await this.call(ACTOR.focal, 'get_case', { case_id: c.id });
			const positions = events.flatMap(({ position }) => position ?? []);
			expect(positions).toEqual(Array.from({ length: c.acts }, (_, i) => i + 1));
		}
		// No version lost, none twice, none that the model did not see signed.
		const versions = await this.call(ACTOR.head, 'list_directive_versions', { mission });
		for (const directive of m.directives) {
			const numbers = versions
				.filter(({ directiveId }) => directiveId === directive.id)
				.map(({ version }) => version)
				.sort((a, b) => a - b);
			expect(numbers).toEqual(directive.versions.map((_, i) => i + 1));
		}
		const directives = new Set(versions.map(({ directiveId }) => directiveId));
		expect(directives.size).toBe(m.directives.length + 1);
		const breaks = await this.stage.look(
			`select cordon.find_audit_breaks(id) from cordon.missions where slug = $1::text`,
			[mission]
		);
		expect(breaks).toEqual([]);
		// Whatever is an emergency now is none when its time is over.
		await this.does({ kind: 'jump', days: EMERGENCY_DAYS });
		expect(m.cases.filter((c) => m.stateOf(c) === 'emergency')).toEqual([]);
	}
}

const person = fc.constantFrom(...PEOPLE, 'head', 'focal', 'focal');
const step = { person, which: fc.nat(5), pick: fc.nat(11) };
const acts = fc.constantFrom<Act>(...(Object.keys(MAY) as Act[]), 'nominated');
const commands: fc.Arbitrary<Command>[] = [
	fc.record({ kind: acts, ...step }),
	fc.record({
		kind: fc.constant('list' as const),
		...step,
		signer: person,
		embargo: fc.constantFrom(0, 0, 3)
	}),
	fc.record({
		kind: fc.constantFrom('urgent' as const, 'takeOff' as const, 'confirm' as const),
		...step
	}),
	fc.record({ kind: fc.constant('jump' as const), days: fc.constantFrom(1, 3, 6, 7, 14, 40) })
];
const command = fc.oneof(
	{ arbitrary: fc.record({ kind: fc.constant('goOn' as const), ...step }), weight: 6 },
	...commands.map((arbitrary, i) => ({ arbitrary, weight: [8, 2, 4, 2][i]! }))
);

describeOnBothEngines('Whatever anybody does, in any order, at any time', (stage) => {
	it('leads nowhere that the rules do not lead', async () => {
		const play = new Play(stage());
		await play.begin();
		const reached = new Map<string, number>();
		await fc.assert(
			fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 40 }), async (story) => {
				await play.beginRun();
				for (const each of story) {
					await play.does(each);
					for (const c of play.m.cases.filter((one) => play.m.exists(one))) {
						const state = play.m.stateOf(c);
						reached.set(state, (reached.get(state) ?? 0) + 1);
					}
				}
				await play.finish();
			}),
			// What happened stays in the database, so a story cannot be told again in a shorter form.
			{ numRuns: 20, seed: 631, endOnFailure: true }
		);
		// A model that never gets far proves nothing.
		expect([...reached.keys()].sort()).toEqual(
			[
				...['nominated', 'assessed', 'recommended', 'scheduled', 'emergency', 'in_force'],
				...['closed_down', 'lapsed', 'lifted', 'dismissed', 'withdrawn']
			].sort()
		);
	}, 400_000);
});
