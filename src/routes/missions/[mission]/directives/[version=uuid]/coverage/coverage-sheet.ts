/** Coverage as a file: a row for everybody, then one for each group with who is missing in it. */
import type { Coverage, CoverageGrouping, Tally } from '$lib/data/api';
import type { Cell, Sheet } from '$lib/publish/sheet';

export const GROUPINGS: readonly CoverageGrouping[] = ['unit', 'base', 'category'];

export const groupsOf = ({ groups }: Coverage, by: CoverageGrouping) =>
	groups.filter((group) => group.by === by);

export function toCoverageSheet(coverage: Coverage): Sheet {
	const { number, version, missing } = coverage;
	const row = (
		grouping: CoverageGrouping | 'all',
		name: string | null,
		{ asked, acknowledged }: Tally,
		absent: Coverage['missing']
	) => ({
		id: [number, version, grouping, ...(grouping === 'all' ? [] : [name ?? 'not stated'])].join(
			'/'
		),
		geometry: null,
		accuracyMetres: null,
		cells: {
			grouping,
			group: name,
			asked,
			acknowledged,
			missing: asked - acknowledged,
			missing_members: absent.map(({ displayName }) => displayName).join('; ') || null
		} satisfies Record<string, Cell>
	});
	return {
		name: `acknowledgement-${number}.${version}`,
		placeless: true,
		rows: [
			row('all', null, coverage, missing),
			...GROUPINGS.flatMap((by) =>
				groupsOf(coverage, by).map((group) =>
					row(
						by,
						group.name,
						group,
						missing.filter((member) => member[by] === group.name)
					)
				)
			)
		]
	};
}
