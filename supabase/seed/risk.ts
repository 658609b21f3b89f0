/**
 * The exercise's register of risk, told relative to today: every figure in it is invented, as the
 * mark on every screen says. Some bases are left without an assessment or a visit, some are overdue,
 * and some were assessed twice, so that the register, its flags and its report have what to show.
 */
import type { DeploymentRow } from './deployments.ts';
import { pick, seedRandom } from './deterministic.ts';

const OWNERS = [
	'Conduct focal point, sector',
	'Commander of the base',
	'Provost marshal, sector',
	'Chief of office'
];
const STATES = ['in_place', 'in_place', 'partial', 'planned', 'absent', null];

/** Days before today; the columns of the table without whose they are. */
type Assessment = { deployment_id: string; number: number; daysAgo: number; [column: string]: unknown };
type Visit = { deployment_id: string; daysAgo: number; kind: string };

export function listRisk(deployments: readonly DeploymentRow[]): {
	assessments: Assessment[];
	visits: Visit[];
} {
	const random = seedRandom(2018);
	const assessments: Assessment[] = [];
	const visits: Visit[] = [];
	const open = deployments.filter(({ valid_until }) => valid_until === null);
	for (const [i, { id: deployment_id }] of open.entries()) {
		// Every fourth base was never assessed; half of those were never visited either.
		const isAssessed = i % 4 !== 3;
		if (isAssessed || i % 8 === 3) {
			const daysAgo = i % 6 === 4 ? 190 + i : 10 + ((i * 29) % 150);
			visits.push({ deployment_id, daysAgo, kind: isAssessed ? 'assessment' : 'patrol' });
		}
		if (!isAssessed) continue;
		const likelihood = 2 + Math.floor(random() * 4);
		const consequence = 3 + Math.floor(random() * 3);
		const owner_post = pick(random, OWNERS);
		const twice = i % 3 === 0;
		const add = (number: number, daysAgo: number, eased: number) =>
			assessments.push({
				...{ deployment_id, number, daysAgo, owner_post },
				inherent_likelihood: likelihood,
				inherent_consequence: consequence,
				residual_likelihood: Math.max(1, likelihood - eased),
				residual_consequence: consequence,
				curfew: pick(random, STATES),
				off_limits_zone: pick(random, STATES),
				hotline: pick(random, STATES),
				uniform_rule: pick(random, STATES),
				patrols: pick(random, STATES),
				training_percent: random() < 0.2 ? null : 40 + Math.floor(random() * 61),
				women_percent: random() < 0.3 ? null : Math.floor(random() * 20),
				tour_months: pick(random, [6, 6, 9, 12, null]),
				travel_hours: random() < 0.2 ? null : Math.round(random() * 40) / 10,
				// Some next steps are late, and so are some reviews.
				dueInDays: i % 5 === 1 ? -7 - i : 20 + i,
				reviewInDays: i % 9 === 2 ? -3 : 60 + i
			});
		if (twice) add(1, 150 + i, 0);
		add(twice ? 2 : 1, 12 + ((i * 13) % 70), 1 + (i % 2));
	}
	return { assessments, visits };
}
