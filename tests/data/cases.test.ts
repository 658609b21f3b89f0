/**
 * Cases as stories: each is told by the people in it, and what they may not do is refused by name.
 * Every order of acts, by everybody, at every time, is in case-model.test.ts.
 */
import { expect, it } from 'vitest';
import type { Case, NoteInput } from '$lib/core/case';
import type { DraftDesignation } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';
import { age } from './ageing';
import {
	aNomination,
	dayFromNow,
	describeOnBothEngines,
	outcomeOf,
	type Actor,
	type Stage
} from './stage';

const mission = 'kosovo';
const note = (text: string, days = 100): NoteInput => ({ text, retainedUntil: dayFromNow(days) });
const NO_WORDS = { reply_by: null, omission: null, outcome: null, note: null };

const nominate = async (stage: Stage, actor: Actor, fields = {}) =>
	(await stage.call(actor, 'nominate', { mission, nomination: aNomination(fields) })).caseId;
const read = (stage: Stage, case_id: string, actor: Actor = 'focal_point') =>
	stage.call(actor, 'get_case', { case_id });
const stateOf = async (stage: Stage, case_id: string, actor?: Actor) =>
	(await read(stage, case_id, actor)).state;
const told = ({ events }: Case) => events.map(({ what }) => what);
const findGrounds = (stage: Stage, case_id: string, actor: Actor = 'analyst') =>
	stage.call(actor, 'assess', {
		case_id,
		finding: 'grounds',
		indicators: ['guarded'],
		note: note('Seen by two patrols.')
	});
const leaveOut = (stage: Stage, case_id: string) =>
	stage.call('focal_point', 'record_proprietor_step', {
		...NO_WORDS,
		case_id,
		step: 'notice_omitted',
		happened_on: dayFromNow(-1),
		omission: 'endangers_someone'
	});
const recommend = (stage: Stage, case_id: string, recommendation: 'designate' | 'lift' | 'keep') =>
	stage.call('focal_point', 'recommend', { case_id, recommendation, note: null });
const inspect = (
	stage: Stage,
	case_id: string,
	inspection_result: 'unchanged' | 'closed_down',
	happened_on = dayFromNow(-1)
) =>
	stage.call('analyst', 'record_inspection', {
		case_id,
		happened_on,
		inspection_result,
		new_name: null,
		note: null
	});

async function publishWith(
	stage: Stage,
	directive_id: string | null,
	change: (lines: DraftDesignation[]) => DraftDesignation[],
	content: Partial<DraftContent> = {}
) {
	const draft = await stage.call('focal_point', 'create_draft', { mission, directive_id });
	const saved = await stage.call('focal_point', 'save_draft', {
		draft_id: draft.id,
		revision: draft.revision,
		content: {
			...draft,
			title: { en: 'A directive' },
			text: { en: 'These are Off-Limits.' },
			legalBasis: 'Authority of the Head of Mission',
			designations: change(draft.designations),
			...content
		}
	});
	return stage.call('head_of_mission', 'publish_draft', {
		draft_id: saved.id,
		revision: saved.revision
	});
}

/** Through a draft made from the case, as the focal point does it and the Head of Mission signs it. */
async function designate(stage: Stage, case_id: string, content: Partial<DraftContent> = {}) {
	const draft = await stage.call('focal_point', 'draft_from_cases', {
		mission,
		case_ids: [case_id],
		directive_id: null,
		draft_id: null
	});
	const saved = await stage.call('focal_point', 'save_draft', {
		draft_id: draft.id,
		revision: draft.revision,
		content: {
			...draft,
			title: { en: 'A directive' },
			text: { en: 'These are Off-Limits.' },
			legalBasis: 'Authority of the Head of Mission',
			...content
		}
	});
	return stage.call('head_of_mission', 'publish_draft', {
		draft_id: saved.id,
		revision: saved.revision
	});
}

async function recommended(stage: Stage, fields = {}) {
	const case_id = await nominate(stage, 'head_of_mission', fields);
	await findGrounds(stage, case_id);
	await leaveOut(stage, case_id);
	await recommend(stage, case_id, 'designate');
	return case_id;
}

const aPlaceLine = (establishmentId: string, emergency = false): DraftDesignation => ({
	id: crypto.randomUUID(),
	kind: 'establishment',
	establishmentId,
	name: {},
	establishmentKind: null,
	geometry: null,
	bufferMetres: 0,
	reason: 'exploitation',
	emergency,
	curfew: null,
	exceptions: {}
});

async function newPlace(stage: Stage) {
	const { establishment } = aNomination();
	const place = await stage.call('focal_point', 'save_establishment', {
		mission,
		establishment: { ...establishment!, id: null, exercise: true }
	});
	return place.id;
}

const entryIds = async (stage: Stage) => {
	const list = await stage.call('personnel', 'get_list', { mission });
	return (JSON.parse(list!.text) as { directives: { entries: { id: string }[] }[] }).directives
		.flatMap(({ entries }) => entries)
		.map(({ id }) => id);
};

describeOnBothEngines('A case', (stage) => {
	it('goes from nomination to the list and off it again, and tells all of it in order', async () => {
		const id = await nominate(stage(), 'analyst');
		expect(await stateOf(stage(), id)).toBe('nominated');
		await findGrounds(stage(), id, 'focal_point');
		await stage().call('focal_point', 'record_proprietor_step', {
			...NO_WORDS,
			case_id: id,
			step: 'notice_sent',
			happened_on: dayFromNow(-20),
			reply_by: dayFromNow(-6)
		});
		for (const step of ['replied', 'answered'] as const) {
			await stage().call('focal_point', 'record_proprietor_step', {
				...NO_WORDS,
				case_id: id,
				step,
				happened_on: dayFromNow(-5),
				outcome: step === 'answered' ? 'refused' : null,
				note: step === 'replied' ? note('Says that the doors are open now.') : null
			});
		}
		await recommend(stage(), id, 'designate');
		expect(await stateOf(stage(), id)).toBe('recommended');
		expect(await entryIds(stage())).not.toContain(id);

		const published = await designate(stage(), id);
		// The line of the list is the case.
		expect(published.designations.map((line) => line.id)).toEqual([id]);
		expect(await entryIds(stage())).toContain(id);
		expect(await read(stage(), id)).toMatchObject({
			state: 'in_force',
			recommendation: null,
			directive: { id: published.directiveId, version: 1 },
			inspectionDueOn: dayFromNow(90)
		});

		await inspect(stage(), id, 'closed_down');
		// Closed down is not lifted: it is on the list as before.
		expect(await read(stage(), id)).toMatchObject({
			state: 'closed_down',
			placeStatus: 'closed_down'
		});
		expect(await entryIds(stage())).toContain(id);
		await recommend(stage(), id, 'lift');
		await publishWith(stage(), published.directiveId, () => [], { lifts: true });
		const ended = await read(stage(), id, 'analyst');
		expect(ended.state).toBe('lifted');
		expect(await entryIds(stage())).not.toContain(id);
		expect(told(ended)).toEqual([
			...['nominated', 'assessed', 'notice_sent', 'replied', 'answered', 'recommended'],
			...['designated', 'inspected', 'status_changed', 'recommended', 'taken_off']
		]);
		const times = ended.events.map(({ at }) => at);
		expect(times).toEqual([...times].sort());
		expect(ended.events[0]).toMatchObject({
			by: 'Analyst (exercise)',
			reason: 'exploitation',
			indicators: ['guarded', 'members_seen']
		});
		expect(ended.events[6]).toMatchObject({ by: 'Head of Mission (exercise)', version: 1 });
		expect(ended.events[10]).toMatchObject({ number: published.number, version: 2 });

		// Over: nothing more happens in it, and naming the place again opens another.
		expect(await outcomeOf(inspect(stage(), id, 'unchanged'))).toBe('PT409 caseClosed');
		const again = await nominate(stage(), 'analyst', {
			establishmentId: ended.establishmentId,
			establishment: null
		});
		expect(again).not.toBe(id);
		expect(await stateOf(stage(), again)).toBe('nominated');
	});

	it('needs a second person, whatever their role, and evidence', async () => {
		const id = await nominate(stage(), 'focal_point');
		expect(await outcomeOf(findGrounds(stage(), id, 'focal_point'))).toBe(
			'PT409 secondPersonNeeded'
		);
		for (const lack of [{ indicators: [] }, { note: null }]) {
			const bare = {
				case_id: id,
				finding: 'grounds' as const,
				indicators: ['guarded' as const],
				note: note('Seen.'),
				...lack
			};
			expect(await outcomeOf(stage().call('analyst', 'assess', bare))).toBe(
				'PT422 evidenceMissing'
			);
		}
		// The table refuses it too, whoever writes there.
		const byHand = stage().look(
			`insert into cordon.case_acts (case_id, position, mission_id, act, happened_on, finding,
				recorded_by, recorded_by_name)
			 select id, 2, mission_id, 'assessed', current_date - 1, 'observe', $2::text::uuid, 'x'
			 from cordon.cases where id = $1::text::uuid`,
			[id, stage().idOf('focal_point')]
		);
		expect(await outcomeOf(byHand)).toBe('PT409 secondPersonNeeded');
		expect(await stateOf(stage(), id)).toBe('nominated');
	});

	it('is not recommended before the proprietor was heard or left out with a reason', async () => {
		const id = await nominate(stage(), 'head_of_mission');
		const refused = async () => outcomeOf(recommend(stage(), id, 'designate'));
		expect(await refused()).toBe('PT409 notAssessed');
		await findGrounds(stage(), id);
		expect(await refused()).toBe('PT409 noticeMissing');
		const send = (fields: object) =>
			stage().call('focal_point', 'record_proprietor_step', {
				...NO_WORDS,
				case_id: id,
				step: 'notice_sent',
				happened_on: dayFromNow(0),
				reply_by: dayFromNow(14),
				...fields
			});
		expect(await outcomeOf(send({ happened_on: dayFromNow(2) }))).toBe('PT422 dateInFuture');
		expect(await outcomeOf(send({ reply_by: dayFromNow(0) }))).toBe('PT422 caseWordsInvalid');
		expect(await outcomeOf(send({ reply_by: null }))).toBe('PT422 caseWordsInvalid');
		expect(await outcomeOf(send({ step: 'notice_omitted', reply_by: null }))).toBe(
			'PT422 caseWordsInvalid'
		);
		for (const step of ['assessed', null])
			expect(await outcomeOf(send({ step }))).toBe('PT422 caseWordsInvalid');
		await send({});
		expect(await refused()).toBe('PT409 noticeRunning');
		await age(stage(), mission, 15);
		await recommend(stage(), id, 'designate');
		expect(await stateOf(stage(), id)).toBe('recommended');
	});

	it('keeps the restriction through a change of name, and finds the place by the old one', async () => {
		const id = await recommended(stage());
		const { directiveId } = await designate(stage(), id);
		await stage().call('analyst', 'record_inspection', {
			case_id: id,
			happened_on: dayFromNow(-1),
			inspection_result: 'changed_name',
			new_name: { text: 'Вежба бар Киша', language: 'sr-Cyrl' },
			note: null
		});
		expect(await entryIds(stage())).toContain(id);
		const renamed = await read(stage(), id);
		expect(renamed).toMatchObject({ state: 'in_force', placeStatus: 'renamed' });
		expect(renamed.names).toEqual([
			{ text: 'Вежба бар Киша', language: 'sr-Cyrl', status: 'sign' },
			{ text: 'Exercise bar Fog', language: 'en', status: 'former' }
		]);
		const reissue = (await stage().call('head_of_mission', 'list_my_queue', { mission })).filter(
			({ task, caseId }) => task === 'reissue' && caseId === id
		);
		expect(reissue).toHaveLength(1);
		// What was published says what it said; the next version carries both names.
		const next = await publishWith(stage(), directiveId, (lines) => lines);
		expect(next.designations[0]!.names).toEqual(renamed.names);
		expect(told(await read(stage(), id))).toContain('altered');
		expect(
			(await stage().call('head_of_mission', 'list_my_queue', { mission })).some(
				({ task, caseId }) => task === 'reissue' && caseId === id
			)
		).toBe(false);
	});

	it('that begins as an emergency binds at once, and lapses by itself', async () => {
		const place = await newPlace(stage());
		const published = await publishWith(stage(), null, () => [aPlaceLine(place, true)]);
		const id = published.designations[0]!.id;
		expect(await read(stage(), id)).toMatchObject({
			state: 'emergency',
			nominatedAt: null,
			lapsesAt: published.designations[0]!.lapsesAt
		});
		// The board's work follows: it is nominated and assessed while it binds.
		expect(
			await nominate(stage(), 'focal_point', { establishmentId: place, establishment: null })
		).toBe(id);
		await findGrounds(stage(), id);
		await age(stage(), mission, 14);
		expect(await entryIds(stage())).not.toContain(id);
		const lapsed = await read(stage(), id);
		expect(lapsed.state).toBe('lapsed');
		expect(told(lapsed)).toEqual(['designated', 'nominated', 'assessed', 'lapsed']);
		expect(
			await outcomeOf(stage().call('head_of_mission', 'confirm_emergency', { case_ids: [id] }))
		).toBe('PT409 notEmergency');
	});

	it('stands without an end once the Head of Mission confirms it in time', async () => {
		const [one, two] = [await newPlace(stage()), await newPlace(stage())];
		const first = await publishWith(stage(), null, () => [
			aPlaceLine(one, true),
			aPlaceLine(two, true)
		]);
		const [confirmed, left] = first.designations.map(({ id }) => id) as [string, string];
		await age(stage(), mission, 10);
		const act = (actor: Actor) =>
			stage().call(actor, 'confirm_emergency', { case_ids: [confirmed] });
		expect(await outcomeOf(act('focal_point'))).toBe('PT403 notYourRole');
		const second = await act('head_of_mission');
		expect(second).toMatchObject({ version: 2, directiveId: first.directiveId });
		expect(second.listSequence).toBeGreaterThan(first.listSequence);
		expect(await outcomeOf(act('head_of_mission'))).toBe('PT409 notEmergency');
		// The other one was carried on and not prolonged.
		await age(stage(), mission, 4);
		expect(await stateOf(stage(), confirmed)).toBe('in_force');
		expect(await stateOf(stage(), left)).toBe('lapsed');
		const ids = await entryIds(stage());
		expect([ids.includes(confirmed), ids.includes(left)]).toEqual([true, false]);
		expect(told(await read(stage(), confirmed))).toEqual(['designated', 'confirmed']);
	});

	it('is not confirmed over a scheduled version, which that would withdraw', async () => {
		const line = aPlaceLine(await newPlace(stage()), true);
		const first = await publishWith(stage(), null, () => [line]);
		const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
		await publishWith(stage(), first.directiveId, (lines) => lines, { effectiveFrom: later });
		const act = stage().call('head_of_mission', 'confirm_emergency', { case_ids: [line.id] });
		expect(await outcomeOf(act)).toBe('PT409 versionScheduled');
	});

	it('under embargo is unknown to the analyst, who may nominate the same place unaware', async () => {
		const place = await newPlace(stage());
		const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
		const scheduled = await publishWith(stage(), null, () => [aPlaceLine(place)], {
			effectiveFrom: later
		});
		const id = scheduled.designations[0]!.id;
		expect(await stateOf(stage(), id, 'head_of_mission')).toBe('scheduled');
		expect(await outcomeOf(read(stage(), id, 'analyst'))).toBe('PT404 caseUnknown');
		const rows = async (table: string, column: string) =>
			stage().say('analyst', `select 1 from cordon.${table} where ${column} = $1::text::uuid`, [
				id
			]);
		expect(await rows('cases', 'id')).toEqual([]);

		expect(
			await nominate(stage(), 'analyst', { establishmentId: place, establishment: null })
		).toBe(id);
		const seen = await read(stage(), id, 'analyst');
		expect(seen).toMatchObject({ state: 'nominated', directive: null });
		expect(told(seen)).toEqual(['nominated']);
		expect(told(await read(stage(), id, 'head_of_mission'))).toEqual(['nominated', 'designated']);
		await age(stage(), mission, 5);
		expect(await stateOf(stage(), id, 'analyst')).toBe('in_force');
	});

	it('takes in the line that an editor typed for its place', async () => {
		const id = await recommended(stage());
		const { establishmentId } = await read(stage(), id);
		const published = await publishWith(stage(), null, () => [aPlaceLine(establishmentId!)]);
		expect(published.designations[0]!.id).toBe(id);
		expect(await stateOf(stage(), id)).toBe('in_force');
		// A line cannot be passed off as that of another place.
		const act = publishWith(stage(), published.directiveId, () => [
			aPlaceLine(establishmentId!),
			{ ...aPlaceLine(crypto.randomUUID()), id }
		]);
		expect(await outcomeOf(act)).toMatch(/^PT422/);
		const other = await newPlace(stage());
		const swapped = publishWith(stage(), published.directiveId, () => [
			{ ...aPlaceLine(other), id }
		]);
		expect(await outcomeOf(swapped)).toBe('PT422 draftMalformed');
	});

	it('stands as the last inspection found it, whatever is written down after that', async () => {
		const id = await nominate(stage(), 'analyst');
		await inspect(stage(), id, 'closed_down');
		const yesterday = dayFromNow(-1);
		const found = {
			placeStatus: 'closed_down',
			lastInspection: { on: yesterday, result: 'closed_down' }
		};
		await inspect(stage(), id, 'unchanged', dayFromNow(-30));
		expect(await read(stage(), id)).toMatchObject(found);
		await inspect(stage(), id, 'unchanged');
		expect(await read(stage(), id)).toMatchObject({
			placeStatus: 'open',
			lastInspection: { on: yesterday, result: 'unchanged' }
		});
	});

	it('goes into a draft when recommended, and comes out of it when that says lift', async () => {
		const [one, two] = [await recommended(stage()), await recommended(stage())];
		const waiting = await nominate(stage(), 'analyst');
		const draftOf = (case_ids: string[], directive_id: string | null, draft_id: string | null) =>
			stage().call('focal_point', 'draft_from_cases', {
				mission,
				case_ids,
				directive_id,
				draft_id
			});
		expect(await outcomeOf(draftOf([one, waiting], null, null))).toBe('PT409 notRecommended');
		const draft = await draftOf([one], null, null);
		const both = await draftOf([one, two], null, draft.id);
		expect(both.designations.map(({ id }) => id).sort()).toEqual([one, two].sort());
		expect(both.revision).toBeGreaterThan(draft.revision);
		expect((await read(stage(), one)).draftId).toBe(draft.id);
		expect((await read(stage(), one, 'analyst')).draftId).toBeNull();

		const { directiveId } = await designate(stage(), one);
		const { directiveId: elsewhere } = await designate(stage(), two);
		expect(await outcomeOf(recommend(stage(), one, 'lift'))).toBe('PT409 inspectionMissing');
		await inspect(stage(), one, 'unchanged');
		await recommend(stage(), one, 'lift');
		expect(await outcomeOf(draftOf([one], elsewhere, null))).toBe('PT409 otherDirective');
		const lifting = await draftOf([one], directiveId, null);
		expect(lifting).toMatchObject({ lifts: true, designations: [] });
	});

	it('opens once: what is open or listed is not nominated again', async () => {
		const place = await newPlace(stage());
		const fields = { establishmentId: place, establishment: null };
		const id = await nominate(stage(), 'analyst', fields);
		expect(await outcomeOf(nominate(stage(), 'head_of_mission', fields))).toBe('PT409 caseOpen');
		await publishWith(stage(), null, () => [aPlaceLine(place)]);
		expect(await stateOf(stage(), id)).toBe('in_force');
		expect(await outcomeOf(nominate(stage(), 'focal_point', fields))).toBe('PT409 alreadyListed');
		const houses = {
			kind: 'class',
			establishment: null,
			name: { en: 'Houses' },
			establishmentKind: 'brothel'
		};
		expect(await outcomeOf(nominate(stage(), 'focal_point', houses))).toBe('PT409 alreadyListed');
	});

	it('is withdrawn by whoever nominated or keeps the cases, before it is recommended', async () => {
		const withdraw = (actor: Actor, case_id: string) =>
			outcomeOf(stage().call(actor, 'withdraw_nomination', { case_id }));
		const mine = await nominate(stage(), 'analyst');
		const theirs = await nominate(stage(), 'focal_point');
		expect(await withdraw('analyst', theirs)).toBe('PT403 notYourNomination');
		expect(await withdraw('analyst', mine)).toBe('done');
		expect(await withdraw('analyst', mine)).toBe('PT409 caseClosed');
		expect(await withdraw('focal_point', theirs)).toBe('done');
		expect(await withdraw('head_of_mission', await recommended(stage()))).toBe('PT409 caseDecided');
	});

	it('refuses a nomination that is no nomination, and enters no place with it', async () => {
		const count = () => stage().look('select count(*)::int as n from cordon.establishments');
		const before = await count();
		const far = {
			...aNomination().establishment!,
			geometry: { type: 'Point', coordinates: [2, 48] }
		};
		const square = {
			type: 'Polygon',
			coordinates: [
				[
					[2, 48],
					[2.1, 48],
					[2.1, 48.1],
					[2, 48]
				]
			]
		};
		const zone = { kind: 'zone', establishment: null, name: { en: 'Square' } };
		for (const [key, fields] of Object.entries({
			'PT422 nominationInvalid': { indicators: [] },
			'PT422 nominationInvalid ': { reason: 'rumour' },
			'PT422 nominationInvalid  ': { kind: 'curfew' },
			'PT422 indicatorsInvalid': { indicators: ['a woman called ...'] },
			'PT404 establishmentUnknown': { establishmentId: crypto.randomUUID() },
			'PT422 namesMissing': { establishment: null },
			'PT422 outsideMission': { establishment: far },
			'PT422 outsideMission ': { ...zone, geometry: square },
			'PT422 geometryMissing': { ...zone, geometry: aNomination().establishment!.geometry },
			'PT422 geometryMissing ': zone,
			'PT422 designationNameMissing': { ...zone, name: {}, geometry: square },
			'PT422 classMissing': { ...zone, kind: 'class' }
		})) {
			expect(await outcomeOf(nominate(stage(), 'analyst', fields))).toBe(key.trim());
		}
		expect(await count()).toEqual(before);
		const rows = stage().call('focal_point', 'import_nominations', {
			mission,
			nominations: [aNomination(), aNomination({ indicators: [] })]
		});
		await expect(rows).rejects.toThrow('Row 2:');
		expect(await count()).toEqual(before);
	});
});

describeOnBothEngines('The notes of a case', (stage) => {
	it('are read by few, and each reading is recorded', async () => {
		const id = await nominate(stage(), 'focal_point');
		await findGrounds(stage(), id);
		const seen = JSON.stringify(await read(stage(), id));
		expect(seen).not.toContain('Seen by two patrols.');
		const notes = await stage().call('head_of_mission', 'read_case_notes', { case_id: id });
		expect(notes).toMatchObject([{ position: 2, text: 'Seen by two patrols.', erasedAt: null }]);
		const [entry] = await stage().call('administrator', 'list_audit_entries', {
			mission,
			before: null
		});
		expect(entry).toMatchObject({
			act: 'case_notes_read',
			subject: id,
			actor: 'Head of Mission (exercise)'
		});
		// Nor from the table, by anybody.
		for (const actor of ['head_of_mission', 'focal_point', 'analyst', 'personnel'] as const) {
			const words = stage().say(actor, 'select note from cordon.case_notes');
			expect(await outcomeOf(words)).toBe('42501');
		}
	});

	it('need a day on which they are erased, within two years', async () => {
		const id = await nominate(stage(), 'focal_point');
		const assess = (given: unknown) =>
			outcomeOf(
				stage().call('analyst', 'assess', {
					case_id: id,
					finding: 'observe',
					indicators: [],
					note: given as NoteInput
				})
			);
		expect(await assess(note('Seen.', 0))).toBe('PT422 retentionInvalid');
		expect(await assess(note('Seen.', 800))).toBe('PT422 retentionInvalid');
		expect(await assess({ text: 'Seen.' })).toBe('PT422 retentionInvalid');
		expect(await assess(note('  '))).toBe('PT422 noteInvalid');
		expect(await assess(['Seen.'])).toBe('PT422 noteInvalid');
		expect(await stateOf(stage(), id)).toBe('nominated');
		expect(await assess(note('Seen.', 730))).toBe('done');
	});

	it('are gone on that day: from what is read, and with the next act from the table', async () => {
		const id = await nominate(stage(), 'focal_point');
		const other = await nominate(stage(), 'head_of_mission');
		await findGrounds(stage(), id);
		await age(stage(), mission, 99);
		const text = () =>
			stage().look<{ note: string | null }>(
				'select note from cordon.case_notes where case_id = $1::text::uuid',
				[id]
			);
		await inspect(stage(), other, 'unchanged');
		expect(await text()).toEqual([{ note: 'Seen by two patrols.' }]);
		await age(stage(), mission, 1);
		await inspect(stage(), other, 'unchanged');
		expect(await text()).toEqual([{ note: null }]);
		const notes = await stage().call('focal_point', 'read_case_notes', { case_id: id });
		expect(notes[0]!.text).toBeNull();
		expect(notes[0]!.erasedAt).not.toBeNull();
		// That there was evidence remains, and so do the grounds found on it.
		const assessed = (await read(stage(), id)).events[1]!;
		expect(assessed).toMatchObject({ what: 'assessed', finding: 'grounds' });
		expect(assessed.note!.erasedAt).toBe(notes[0]!.erasedAt);
	});
});

describeOnBothEngines('The queue', (stage) => {
	it('asks nobody to read what has lapsed', async () => {
		const place = await newPlace(stage());
		const { id } = await publishWith(stage(), null, () => [aPlaceLine(place, true)]);
		const ofVersion = async (actor: Actor) =>
			(await stage().call(actor, 'list_my_queue', { mission }))
				.filter(({ versionId, task }) => versionId === id && task !== 'confirm')
				.map(({ task }) => task);
		expect(await ofVersion('personnel')).toEqual(['acknowledge']);
		await age(stage(), mission, 15);
		expect(await ofVersion('personnel')).toEqual([]);
	});

	const queue = async (actor: Actor, caseId: string) =>
		(await stage().call(actor, 'list_my_queue', { mission }))
			.filter((item) => item.caseId === caseId)
			.map(({ task }) => task);

	it('shows each role what waits for them, until it is done', async () => {
		const id = await nominate(stage(), 'focal_point');
		expect(await queue('focal_point', id)).toEqual([]);
		expect(await queue('analyst', id)).toEqual(['assess']);
		await findGrounds(stage(), id);
		expect(await queue('analyst', id)).toEqual([]);
		expect(await queue('focal_point', id)).toEqual(['give_notice']);
		await leaveOut(stage(), id);
		expect(await queue('focal_point', id)).toEqual(['recommend']);
		expect(await queue('head_of_mission', id)).toEqual([]);
		await recommend(stage(), id, 'designate');
		expect(await queue('focal_point', id)).toEqual([]);
		expect(await queue('deputy', id)).toEqual(['decide']);
		const { id: version } = await designate(stage(), id);
		expect(await queue('head_of_mission', id)).toEqual([]);

		const toRead = async () =>
			(await stage().call('personnel', 'list_my_queue', { mission })).filter(
				({ versionId }) => versionId === version
			);
		expect(await toRead()).toMatchObject([{ task: 'acknowledge', name: { en: 'A directive' } }]);
		await stage().call('personnel', 'acknowledge', { version_id: version, made_at: null });
		expect(await toRead()).toEqual([]);

		await age(stage(), mission, 80);
		expect(await queue('analyst', id)).toEqual(['inspect']);
		await age(stage(), mission, 11);
		const late = (await stage().call('analyst', 'list_my_queue', { mission })).find(
			({ caseId }) => caseId === id
		)!;
		expect(late).toMatchObject({ dueOn: dayFromNow(-1), overdue: true });
		await inspect(stage(), id, 'unchanged');
		expect(await queue('analyst', id)).toEqual([]);
		await stage().call('focal_point', 'record_proprietor_step', {
			...NO_WORDS,
			case_id: id,
			step: 'petitioned',
			happened_on: dayFromNow(0)
		});
		expect(await queue('head_of_mission', id)).toEqual(['answer']);
	});

	it('brings back what is only watched, and tells an administrator whose time ends', async () => {
		const id = await nominate(stage(), 'head_of_mission');
		await stage().call('analyst', 'assess', {
			case_id: id,
			finding: 'observe',
			indicators: [],
			note: null
		});
		expect(await queue('analyst', id)).toEqual([]);
		await age(stage(), mission, 88);
		expect(await queue('analyst', id)).toEqual(['assess']);
		await stage().call('head_of_mission', 'save_membership', {
			mission,
			email: 'police@cordon.example',
			role: 'head_of_mission',
			category: 'civilian',
			unit: null,
			base_id: null,
			period: { from: null, until: dayFromNow(7) }
		});
		const renewals = (await stage().call('administrator', 'list_my_queue', { mission })).filter(
			({ task }) => task === 'renew'
		);
		expect(renewals).toMatchObject([{ person: 'Police Officer (exercise)', dueOn: dayFromNow(7) }]);
	});

	it('shows an emergency to the Head of Mission with its day, the most urgent first', async () => {
		const line = aPlaceLine(await newPlace(stage()), true);
		await publishWith(stage(), null, () => [line]);
		expect(await queue('head_of_mission', line.id)).toEqual(['confirm']);
		expect(await queue('focal_point', line.id)).toEqual([]);
		const all = await stage().call('head_of_mission', 'list_my_queue', { mission });
		const days = all.map(({ dueOn }) => dueOn ?? '9999');
		expect(days).toEqual([...days].sort());
	});
});

describeOnBothEngines('Premises', (stage) => {
	it('are held against the list as far as the accuracies allow', async () => {
		const at = (lng: number, lat: number, accuracyMetres: number) => ({
			mission,
			deployment: {
				id: null,
				name: `House ${lng} ${accuracyMetres}`,
				alternateNames: [],
				force: 'UNMIK',
				unit: null,
				kind: 'staff_housing' as const,
				town: null,
				region: null,
				geometry: { type: 'Point' as const, coordinates: [lng, lat] },
				accuracyMetres,
				period: { from: null, until: null },
				strengths: [],
				source: null
			}
		});
		// A square of about 820 by 1,110 metres, and houses in it, beside it and far from it.
		const square = {
			type: 'Polygon' as const,
			coordinates: [
				[
					[20.5, 42.3],
					[20.51, 42.3],
					[20.51, 42.31],
					[20.5, 42.31],
					[20.5, 42.3]
				]
			]
		};
		await publishWith(stage(), null, () => [
			{
				...aPlaceLine(''),
				kind: 'zone',
				establishmentId: null,
				name: { en: 'Square' },
				geometry: square
			}
		]);
		const houses = {
			inside: at(20.505, 42.305, 50),
			near: at(20.5107, 42.305, 10),
			cannot_tell: at(20.5107, 42.305, 90),
			far: at(20.53, 42.305, 10),
			base: { ...at(20.504, 42.304, 10) }
		};
		houses.base.deployment = { ...houses.base.deployment, kind: 'base' as never };
		const ids: Record<string, string> = {};
		for (const [name, house] of Object.entries(houses)) {
			ids[name] = (await stage().call('analyst', 'save_deployment', house)).id;
		}
		const found = await stage().call('focal_point', 'check_premises', { mission });
		const verdicts = Object.fromEntries(
			Object.entries(ids).map(([name, id]) => [
				name,
				found.find(({ deploymentId }) => deploymentId === id)?.verdict
			])
		);
		expect(verdicts).toEqual({
			inside: 'inside',
			near: 'near',
			cannot_tell: 'cannot_tell',
			far: undefined,
			base: undefined
		});
		expect(found.find(({ deploymentId }) => deploymentId === ids.near)!.distanceMetres).toBe(58);
	});
});
