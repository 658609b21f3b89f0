/** What the tests of the register of risk enter. */
import { DEFAULT_WEIGHTS, NOTHING_STATED, type RiskAssessmentInput } from '$lib/core/risk';
import { dayFromNow, type Stage } from './stage';

export function anAssessment(fields: Partial<RiskAssessmentInput> = {}): RiskAssessmentInput {
	return {
		assessedOn: dayFromNow(-1),
		inherent: { likelihood: 4, consequence: 4 },
		residual: { likelihood: 3, consequence: 4 },
		stated: { ...NOTHING_STATED, curfew: 'partial', trainingPercent: 80, travelHours: 1.5 },
		ownerPost: 'Conduct focal point, exercise base',
		dueOn: dayFromNow(30),
		reviewOn: dayFromNow(90),
		...fields
	};
}

/** A deployment of the mission, and the number of its last assessment. */
export async function aBase(stage: Stage) {
	const [row] = await stage.look<{ id: string; number: number }>(
		`select d.id, coalesce(max(a.number), 0) as number
		 from cordon.deployments d
		 join cordon.missions m on m.id = d.mission_id
		 left join cordon.risk_assessments a on a.deployment_id = d.id
		 where m.slug = 'kosovo' group by d.id order by d.id limit 1`
	);
	return { deployment_id: row!.id, based_on: row!.number };
}

export async function weightsNow(stage: Stage) {
	const { weights } = await stage.call('analyst', 'get_risk_register', { mission: 'kosovo' });
	return {
		mission: 'kosovo',
		based_on: weights.length,
		weights: DEFAULT_WEIGHTS,
		reason: 'Exercise of the weights'
	};
}

/** One of each: an assessment, a visit that is struck, and weights. */
export async function assessBase(stage: Stage): Promise<void> {
	const mission = 'kosovo';
	const base = await aBase(stage);
	await stage.call('analyst', 'save_risk_assessment', {
		mission,
		...base,
		assessment: anAssessment()
	});
	const { id } = await stage.call('focal_point', 'record_risk_visit', {
		mission,
		deployment_id: base.deployment_id,
		visited_on: dayFromNow(-2),
		visit_kind: 'assessment'
	});
	await stage.call('focal_point', 'strike_risk_visit', { mission, visit_id: id });
	await stage.call('head_of_mission', 'save_risk_weights', await weightsNow(stage));
}
