import { readFileSync } from 'node:fs';
import type { Mission } from '../../lib/core/domain.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { readDeployments } from '../../lib/sources/deployments-csv.ts';
import { readEstablishments } from '../../lib/sources/establishments-csv.ts';
import { readNominations } from '../../lib/sources/nominations-csv.ts';
import type { Reading } from '../../lib/sources/table.ts';
import { actAs, callAs } from './acting.ts';
import { defineCommand, need, withEngine } from './command.ts';

export const importCommand = defineCommand({
	name: 'import',
	usage:
		'npm run cordon -- import deployments|establishments|nominations FILE.csv --mission SLUG --as ADDRESS [--accuracy METRES]',
	summary: 'Adds the rows of a CSV file, all of them or none, on behalf of a member who may.',
	options: { mission: { type: 'string' }, as: { type: 'string' }, accuracy: { type: 'string' } },
	async run(values, [what, file]) {
		const kind = need('WHAT', what, ['deployments', 'establishments', 'nominations']);
		const bytes = readFileSync(need('FILE.csv', file));
		const slug = need('mission', values.mission);
		const email = need('as', values.as);
		const added = await withEngine(async (engine) => {
			const member = await actAs(engine, email);
			const mission = await callAs<Mission>(engine, member, 'get_mission', 'mission', [slug]);
			const options = {
				area: mission.area,
				accuracyMetres: values.accuracy ? Number(values.accuracy) : null,
				mustBeInside: kind !== 'deployments'
			};
			const reading: Reading<unknown> =
				kind === 'deployments'
					? readDeployments(bytes, options)
					: kind === 'establishments'
						? readEstablishments(bytes, { ...options, exercise: mission.exercise })
						: readNominations(bytes, options);
			refuseFaults(file!, reading);
			const rows = JSON.stringify(reading.rows.map(({ value }) => value));
			return callAs<{ added: number }>(engine, member, `import_${kind}`, `mission, ${kind}`, [
				slug,
				rows
			]);
		});
		console.log(`${added.added} ${kind} were added to ${slug}.`);
	}
});

function refuseFaults(file: string, { faults }: Reading<unknown>): void {
	if (faults.length === 0) return;
	const lines = faults
		.slice(0, 50)
		.map(({ row, column, key, value }) =>
			[row === null ? 'file' : `row ${row}`, column, key, value && `"${value}"`]
				.filter(Boolean)
				.join(' ')
		);
	const more = faults.length > 50 ? [`and ${faults.length - 50} more`] : [];
	throw new StartError(
		`${file} was not imported:\n${[...lines, ...more].map((line) => `  ${line}`).join('\n')}`
	);
}
