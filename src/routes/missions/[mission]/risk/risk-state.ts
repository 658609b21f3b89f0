/** What the page of risk shows, as its address says it. */
import { RISK_FLAGS, type RegisterRow, type RiskFlag } from '$lib/core/risk-register';
import type { Rating } from '$lib/core/risk';
import { fold } from '$lib/core/search';
import type { Sort } from '$lib/ui/table';

export const VIEWS = ['register', 'weights'] as const;
export const RATINGS = ['residual', 'inherent'] as const;

export type RiskState = {
	view: (typeof VIEWS)[number];
	/** Which rating the matrix and its filter speak of. */
	rating: (typeof RATINGS)[number];
	cell: Rating | null;
	flag: RiskFlag | null;
	force: string | null;
	query: string;
	/** Null: by priority. */
	sort: Sort | null;
};

export function readState(params: URLSearchParams): RiskState {
	const oneOf = <T extends string>(name: string, known: readonly T[]) =>
		known.find((each) => each === params.get(name));
	const [, likelihood, consequence] = /^([1-5])x([1-5])$/.exec(params.get('cell') ?? '') ?? [];
	const sort = params.get('sort');
	return {
		view: oneOf('view', VIEWS) ?? 'register',
		rating: oneOf('rating', RATINGS) ?? 'residual',
		cell: likelihood ? { likelihood: Number(likelihood), consequence: Number(consequence) } : null,
		flag: oneOf('flag', RISK_FLAGS) ?? null,
		force: params.get('force') || null,
		query: params.get('q') ?? '',
		sort: sort ? { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : null
	};
}

/** The shortest address that reads back as this state. */
export function writeState(state: RiskState): URLSearchParams {
	const params = new URLSearchParams();
	const put = (name: string, value: string | null, usual: string | null = null) => {
		if (value && value !== usual) params.set(name, value);
	};
	put('view', state.view, 'register');
	put('rating', state.rating, 'residual');
	put('cell', state.cell && `${state.cell.likelihood}x${state.cell.consequence}`);
	put('flag', state.flag);
	put('force', state.force);
	put('q', state.query);
	put('sort', state.sort && `${state.sort.descending ? '-' : ''}${state.sort.column}`);
	return params;
}

/** The rows that pass every filter but the matrix's own, which counts what the others leave. */
export function filterRows(rows: readonly RegisterRow[], state: RiskState): RegisterRow[] {
	const wanted = fold(state.query);
	return rows.filter(
		({ base, flags }) =>
			(state.flag === null || flags.includes(state.flag)) &&
			(state.force === null || base.force === state.force) &&
			(wanted === '' ||
				[base.name, base.unit, base.town, base.region].some(
					(text) => text && fold(text).includes(wanted)
				))
	);
}

export function inCell(
	{ assessment }: RegisterRow,
	{ rating, cell }: Pick<RiskState, 'rating' | 'cell'>
): boolean {
	if (cell === null) return true;
	const given = assessment?.[rating];
	return given?.likelihood === cell.likelihood && given.consequence === cell.consequence;
}
