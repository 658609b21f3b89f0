/**
 * What may be offered in a case, by its standing and by role. The database decides the same again
 * (supabase/migrations/0016_cases.sql); this only keeps a page from offering what it would refuse.
 */
import type { CaseState, CaseSummary, ProprietorStep, Recommendation } from './case';
import type { Role } from './domain';

export const LISTED: readonly CaseState[] = ['emergency', 'in_force', 'closed_down'];
export const CLOSED: readonly CaseState[] = ['lifted', 'dismissed', 'withdrawn'];

export const MAY_READ_CASES: readonly Role[] = ['analyst', 'focal_point', 'head_of_mission'];
export const MAY_DRAFT: readonly Role[] = ['focal_point', 'head_of_mission'];

export type CaseSteps = {
	assess: boolean;
	proprietor: ProprietorStep[];
	inspect: boolean;
	recommend: Recommendation[];
	confirm: boolean;
	withdraw: boolean;
};

/** `mine`: whether the caller nominated it. */
export function stepsOf(of: CaseSummary, role: Role, mine: boolean): CaseSteps {
	const listed = LISTED.includes(of.state);
	const standing = of.state === 'in_force' || of.state === 'closed_down';
	const open = !CLOSED.includes(of.state);
	const proposing = open && !standing && of.state !== 'scheduled' && of.finding === 'grounds';
	const isPlace = of.kind === 'establishment';
	const heard = !isPlace || of.notice === 'given' || of.notice === 'omitted';

	const proprietor: ProprietorStep[] = [];
	if (open && isPlace && (listed || of.finding === 'grounds'))
		proprietor.push('notice_sent', 'notice_omitted');
	if (open && (of.notice === 'running' || of.notice === 'given')) proprietor.push('replied');
	if (listed && isPlace) proprietor.push('petitioned');
	if (open && of.unanswered) proprietor.push('answered');

	const recommend: Recommendation[] = [];
	if (proposing && heard && !of.unanswered && of.recommendation === null)
		recommend.push('designate');
	if (listed) recommend.push('keep');
	if (listed && ((!isPlace && of.kind !== 'zone') || of.lastInspection)) recommend.push('lift');

	return {
		assess:
			(role === 'analyst' || role === 'focal_point') &&
			open &&
			!standing &&
			of.nominatedAt !== null &&
			!mine,
		proprietor: MAY_DRAFT.includes(role) ? proprietor : [],
		inspect: MAY_READ_CASES.includes(role) && open && (isPlace || of.kind === 'zone'),
		recommend: role === 'focal_point' ? recommend : [],
		confirm: role === 'head_of_mission' && of.state === 'emergency',
		withdraw:
			(of.state === 'nominated' || of.state === 'assessed') && (mine || MAY_DRAFT.includes(role))
	};
}

/** Whether it can be put into a draft: designated, or taken off the list, as recommended. */
export const isReadyForDraft = (of: CaseSummary): boolean =>
	of.recommendation === 'designate' || of.recommendation === 'lift';
