/** The register of risk: append-only, refused by name, nobody's overwritten. */
import { expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, NOTHING_STATED, type RiskAssessmentInput } from '$lib/core/risk';
import { aBase, anAssessment, weightsNow } from './risk';
import { dayFromNow, describeOnBothEngines, outcomeOf, type Stage } from './stage';

const mission = 'kosovo';
const INVALID = 'PT422 assessmentInvalid';

const register = (stage: Stage) => stage.call('analyst', 'get_risk_register', { mission });

describeOnBothEngines('The register of risk', (stage) => {
	it('keeps every assessment, and returns it as it was given', async () => {
		const base = await aBase(stage());
		const first = anAssessment();
		const saved = await stage().call('analyst', 'save_risk_assessment', {
			mission,
			...base,
			assessment: first
		});
		expect(saved).toMatchObject({
			...first,
			number: base.based_on + 1,
			recordedBy: 'Analyst (exercise)'
		});
		const second = anAssessment({
			stated: NOTHING_STATED,
			dueOn: null,
			ownerPost: '  Commander, exercise base '
		});
		await stage().call('focal_point', 'save_risk_assessment', {
			mission,
			deployment_id: base.deployment_id,
			based_on: base.based_on + 1,
			assessment: second
		});
		const kept = (await register(stage())).assessments.filter(
			({ deploymentId }) => deploymentId === base.deployment_id
		);
		expect(kept.at(-2)).toEqual(saved);
		expect(kept.at(-1)).toMatchObject({
			...second,
			number: base.based_on + 2,
			ownerPost: 'Commander, exercise base'
		});
	});

	it('refuses an assessment made without having seen the last one', async () => {
		const base = await aBase(stage());
		const save = () =>
			outcomeOf(
				stage().call('analyst', 'save_risk_assessment', {
					mission,
					...base,
					assessment: anAssessment()
				})
			);
		expect(await Promise.all([save(), save()]).then((both) => both.sort())).toEqual([
			'PT409 assessmentConflict',
			'done'
		]);
	});

	it('refuses what cannot be, by name, and stores nothing of it', async () => {
		const { stated } = anAssessment();
		const wrong: [unknown, string][] = [
			[{ residual: { likelihood: 5, consequence: 4 } }, INVALID],
			[{ residual: { likelihood: 3, consequence: 5 } }, INVALID],
			[{ inherent: { likelihood: 6, consequence: 4 } }, INVALID],
			[{ inherent: { likelihood: 0, consequence: 4 } }, INVALID],
			[{ inherent: { likelihood: 'high', consequence: 4 } }, INVALID],
			[{ inherent: null }, INVALID],
			[{ ownerPost: 'name@mission.example' }, INVALID],
			[{ ownerPost: 'name＠mission.example' }, INVALID],
			[{ ownerPost: 'Commander\nof nobody' }, INVALID],
			[{ ownerPost: 'Commander \u202ecilbup' }, INVALID],
			[{ stated: undefined }, INVALID],
			[{ ownerPost: ' ' }, INVALID],
			[{ ownerPost: null }, INVALID],
			[{ ownerPost: { post: 'x' } }, INVALID],
			[{ reviewOn: null }, INVALID],
			[{ reviewOn: dayFromNow(-1) }, INVALID],
			[{ dueOn: dayFromNow(-9) }, INVALID],
			[{ assessedOn: 'yesterday' }, 'PT422 dateInvalid'],
			[{ assessedOn: dayFromNow(3) }, 'PT422 dateInFuture'],
			[{ stated: { ...stated, trainingPercent: 101 } }, INVALID],
			[{ stated: { ...stated, curfew: 'perhaps' } }, INVALID],
			[{ stated: { ...stated, travelHours: 'NaN' } }, INVALID],
			[{ stated: [] }, INVALID]
		];
		const before = await register(stage());
		for (const [fields, outcome] of wrong) {
			const act = stage().call('analyst', 'save_risk_assessment', {
				mission,
				...(await aBase(stage())),
				assessment: anAssessment(fields as Partial<RiskAssessmentInput>)
			});
			expect(await outcomeOf(act), JSON.stringify(fields)).toBe(outcome);
		}
		expect(await register(stage())).toEqual(before);
	});

	it('holds no base of another mission', async () => {
		const [other] = await stage().look<{ id: string }>(
			`select d.id from cordon.deployments d join cordon.missions m on m.id = d.mission_id
			 where m.slug = 'exercise-two' limit 1`
		);
		for (const deployment_id of [other!.id, crypto.randomUUID()]) {
			const assess = stage().call('analyst', 'save_risk_assessment', {
				...{ mission, deployment_id, based_on: 0 },
				assessment: anAssessment()
			});
			expect(await outcomeOf(assess)).toBe('PT404 deploymentUnknown');
			const visit = stage().call('analyst', 'record_risk_visit', {
				...{ mission, deployment_id },
				...{ visited_on: dayFromNow(-1), visit_kind: 'patrol' as const }
			});
			expect(await outcomeOf(visit)).toBe('PT404 deploymentUnknown');
		}
	});

	it('strikes a visit once, keeps it, and says who struck it', async () => {
		const { deployment_id } = await aBase(stage());
		const visit = await stage().call('focal_point', 'record_risk_visit', {
			...{ mission, deployment_id },
			...{ visited_on: dayFromNow(-3), visit_kind: 'follow_up' as const }
		});
		expect(visit).toMatchObject({ kind: 'follow_up', struckBy: null, struckAt: null });
		const strike = () =>
			stage().call('analyst', 'strike_risk_visit', { mission, visit_id: visit.id });
		const struck = await strike();
		expect(struck).toMatchObject({ id: visit.id, struckBy: 'Analyst (exercise)' });
		expect(await strike()).toEqual(struck);
		const { visits } = await register(stage());
		expect(visits.filter(({ id }) => id === visit.id)).toEqual([struck]);
		const [row] = await stage().look<{ id: string }>(
			`select id from cordon.risk_visits where strikes = $1::text::uuid`,
			[visit.id]
		);
		const again = stage().call('analyst', 'strike_risk_visit', { mission, visit_id: row!.id });
		expect(await outcomeOf(again)).toBe('PT404 visitUnknown');
		const tomorrow = stage().call('analyst', 'record_risk_visit', {
			...{ mission, deployment_id },
			...{ visited_on: dayFromNow(3), visit_kind: 'patrol' as const }
		});
		expect(await outcomeOf(tomorrow)).toBe('PT422 dateInFuture');
	});

	it('takes weights that are whole, complete and explained, and keeps those before', async () => {
		const ask = await weightsNow(stage());
		const save = (fields: object) =>
			outcomeOf(stage().call('head_of_mission', 'save_risk_weights', { ...ask, ...fields }));
		const nothing = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((key) => [key, 0]));
		const incomplete = { ...DEFAULT_WEIGHTS, places: undefined };
		for (const weights of [
			nothing,
			incomplete,
			{ ...DEFAULT_WEIGHTS, places: 11 },
			{ ...DEFAULT_WEIGHTS, places: 1.5 },
			{ ...DEFAULT_WEIGHTS, places: '4' },
			{ ...DEFAULT_WEIGHTS, more: 4 },
			[]
		]) {
			expect(await save({ weights })).toBe('PT422 weightsInvalid');
		}
		expect(await save({ reason: '  ' })).toBe('PT422 weightsReason');
		expect(await save({ based_on: ask.based_on + 1 })).toBe('PT409 weightsConflict');
		expect(await save({ weights: { ...DEFAULT_WEIGHTS, places: 10 } })).toBe('done');
		expect(await save({})).toBe('PT409 weightsConflict');
		const { weights } = await register(stage());
		expect(weights).toHaveLength(ask.based_on + 1);
		expect(weights.at(-1)).toMatchObject({
			number: ask.based_on + 1,
			weights: { places: 10 },
			reason: ask.reason,
			setBy: 'Head of Mission (exercise)'
		});
	});

	it('changes for nobody once written, the owner of the tables included', async () => {
		for (const table of ['risk_assessments', 'risk_visits', 'risk_weights']) {
			for (const sql of [
				`update cordon.${table} set mission_id = mission_id`,
				`delete from cordon.${table}`
			]) {
				expect(await outcomeOf(stage().look(sql)), sql).toBe('PT409 immutable');
			}
		}
	});

	it('writes down every act, and the chain of the audit holds', async () => {
		const entries = await stage().call('administrator', 'list_audit_entries', {
			mission,
			before: null
		});
		const acts = new Set(entries.map(({ act }) => act));
		for (const act of [
			'risk_assessed',
			'risk_visit_recorded',
			'risk_visit_struck',
			'risk_weights_saved'
		]) {
			expect(acts).toContain(act);
		}
		const breaks = await stage().look(
			`select cordon.find_audit_breaks(id) from cordon.missions where slug = 'kosovo'`
		);
		expect(breaks).toEqual([]);
	});
});
