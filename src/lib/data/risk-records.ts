/** What the register of risk is computed from, read with the rights of whoever asks. */
import type { DatedDesignation, Deployment, ReleasedCounts } from '$lib/core/domain';
import type { RiskRegister } from '$lib/core/risk';
import type { Api } from './api';

/** Calls a function of schema `api` that needs no more than the mission. */
export type AskOfMission = <
	Name extends
		'list_deployments' | 'list_designations' | 'get_released_counts' | 'get_risk_register'
>(
	name: Name,
	args: { mission: string }
) => Promise<Api[Name]['result']>;

export type RiskRecords = {
	deployments: Deployment[];
	designations: DatedDesignation[];
	counts: ReleasedCounts;
	register: RiskRegister;
};

export async function readRiskRecords(ask: AskOfMission, mission: string): Promise<RiskRecords> {
	const [deployments, designations, counts, register] = await Promise.all([
		ask('list_deployments', { mission }),
		ask('list_designations', { mission }),
		ask('get_released_counts', { mission }),
		ask('get_risk_register', { mission })
	]);
	return { deployments, designations, counts, register };
}
