/** What changed between two versions, places and words both, ready to be told. */
import { diffOrder, diffVersions } from '$lib/core/directive';
import type { OrderWord, VersionDifference } from '$lib/core/directive';
import type { DirectiveContent, DirectiveVersion } from '$lib/core/domain';
import type { Shown } from './shown';

export type Compared = Pick<DirectiveContent, OrderWord | 'lifts'> & {
	designations: readonly Shown[];
};

export type Difference = VersionDifference<Shown, Shown> & {
	words: OrderWord[];
	/** The later one ends the directive. */
	ends: boolean;
};

export function differenceOf(before: Compared, after: Compared): Difference {
	return {
		...diffVersions(before.designations, after.designations),
		words: diffOrder(before, after),
		ends: after.lifts && !before.lifts
	};
}

/** A line with the directive that lists it. */
export type Line = Shown & { number: number; version: number };

/** One directive that is not the same on both sides. Null: it was not there. */
export type OrderDifference = {
	number: number;
	before: DirectiveVersion | null;
	after: DirectiveVersion | null;
	words: OrderWord[];
};

export type ListDifference = VersionDifference<Line, Line> & { orders: OrderDifference[] };

/**
 * What two sets of versions say differently: two versions of one directive, or all that were in
 * force at two times. A place that only passed from one directive to another is the same place.
 */
export function differenceOfLists(
	before: readonly DirectiveVersion[],
	after: readonly DirectiveVersion[]
): ListDifference {
	const numbers = new Set([...before, ...after].map(({ number }) => number));
	const orders = [...numbers]
		.sort((a, b) => a - b)
		.map((number) => {
			const [old = null, now = null] = [before, after].map(
				(versions) => versions.find((version) => version.number === number) ?? null
			);
			return { number, before: old, after: now, words: old && now ? diffOrder(old, now) : [] };
		})
		.filter(({ before, after }) => before?.id !== after?.id);
	return { ...diffVersions(linesOf(before), linesOf(after)), orders };
}

const linesOf = (versions: readonly DirectiveVersion[]): Line[] =>
	versions.flatMap(({ designations, number, version }) =>
		designations.map((designation) => ({ ...designation, number, version }))
	);
