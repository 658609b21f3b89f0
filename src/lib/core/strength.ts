/** How many people a deployment holds. What is not on record is null, never zero. */
import type { Day, Deployment, Period, PersonnelCategory } from './domain';
import { intersect, isValidOn } from './period';

type Strengths = Pick<Deployment, 'strengths'>;

/** Personnel on a day, all categories on record together; null when none is. */
export function strengthOn({ strengths }: Strengths, day: Day): number | null {
	const known = strengths.filter((each) => isValidOn(each.period, day));
	return known.length === 0 ? null : known.reduce((sum, each) => sum + each.personnel, 0);
}

/** As strengthOn, by category; categories without a record are absent. */
export function strengthByCategory(
	{ strengths }: Strengths,
	day: Day
): Partial<Record<PersonnelCategory, number>> {
	const byCategory: Partial<Record<PersonnelCategory, number>> = {};
	for (const { category, personnel, period } of strengths) {
		if (!isValidOn(period, day)) continue;
		byCategory[category] = (byCategory[category] ?? 0) + personnel;
	}
	return byCategory;
}

/** The greatest strength on any day of a period; null when none is on record. */
export function peakStrength(deployment: Strengths, period: Period): number | null {
	// A sum of steps is greatest on a day on which one of them begins.
	const days = deployment.strengths
		.map((each) => intersect(each.period, period))
		.filter((each) => each !== undefined)
		.map((each) => each.from ?? '0000-01-01');
	const sums = days.map((day) => strengthOn(deployment, day)).filter((sum) => sum !== null);
	return sums.length === 0 ? null : Math.max(...sums);
}
