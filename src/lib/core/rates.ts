/** Reports per 1,000 personnel: never without the number they are divided by, and absent where that is unknown. */
import type { Day, Deployment, ReferenceStatistic } from './domain';
import { isValidOn } from './period';
import { strengthOn } from './strength';

export type Personnel = {
	/** On record; null when no deployment of that day has a strength. */
	known: number | null;
	/** Deployments of that day with a strength on record, and without. */
	withStrength: number;
	withoutStrength: number;
};

/** Everybody on record on a day. */
export function personnelOn(deployments: readonly Deployment[], day: Day): Personnel {
	const strengths = deployments
		.filter(({ period }) => isValidOn(period, day))
		.map((each) => strengthOn(each, day));
	const known = strengths.filter((each) => each !== null);
	return {
		known: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
		withStrength: known.length,
		withoutStrength: strengths.length - known.length
	};
}

/** Null when either side is not known, or nobody was there. */
export function perThousand(count: number | null, personnel: number | null): number | null {
	return count === null || !personnel ? null : (1000 * count) / personnel;
}

/**
 * The personnel that a published figure may be divided by: the one figure of the same organization
 * and year ("UN" for "UN peacekeeping"). Of several, none can be chosen, and the answer is null.
 */
export function denominatorOf(
	figure: ReferenceStatistic,
	statistics: readonly ReferenceStatistic[]
): ReferenceStatistic | null {
	const found = statistics.filter(
		({ subject, organization, period, value }) =>
			subject === 'personnel' &&
			period === figure.period &&
			value !== null &&
			(figure.organization === organization || figure.organization.startsWith(`${organization} `))
	);
	return found.length === 1 ? found[0]! : null;
}
