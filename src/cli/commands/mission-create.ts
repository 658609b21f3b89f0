import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openKeyStore } from '../../lib/server/keys/key-files.ts';
import { createSigner } from '../../lib/server/keys/signer.ts';
import { deskOfOperator } from '../../lib/server/keys/signing-desk.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { defineCommand, need, withEngine } from './command.ts';

const locale = z.enum(['en', 'ar', 'fr', 'es', 'ru', 'zh']);
const text = z
	.partialRecord(locale, z.string().min(1))
	.refine((value) => Object.keys(value).length > 0, {
		message: 'needs a text in at least one language'
	});
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const day = z.iso.date();

/** The words of Mission in src/lib/core/domain.ts; what is left out takes the database's default. */
const missionFile = z.strictObject({
	slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	acronym: z.string().min(1).max(20),
	name: text,
	statusNote: text.optional(),
	area: z.object({
		type: z.literal('MultiPolygon'),
		coordinates: z.array(z.array(z.array(position).min(4)).min(1)).min(1)
	}),
	headquarters: z.strictObject({ name: z.string(), position }).optional(),
	period: z.strictObject({ from: day.nullable(), until: day.nullable() }).optional(),
	timeZone: z
		.string()
		.refine(isTimeZone, { message: 'is not a time zone such as "Africa/Bangui"' }),
	languages: z.array(locale).min(1),
	ringsMetres: z.array(z.int().positive()).optional(),
	nearMetres: z.int().nonnegative().optional(),
	listLifetimeHours: z.int().positive().optional(),
	reviewIntervalDays: z.int().positive().optional(),
	emergencyDays: z.int().positive().optional(),
	minimumCell: z.int().min(5).optional(),
	heatResolution: z.int().min(3).max(7).optional(),
	exercise: z.boolean().default(false),
	organizations: z
		.array(
			z.strictObject({
				code: z.string().regex(/^[A-Z]{2,12}$/),
				name: text,
				policyBasis: z.string().min(1),
				allegationsGoTo: z.string().min(1),
				consequences: z
					.partialRecord(z.enum(['military', 'police', 'observer', 'civilian', 'contractor']), text)
					.default({})
			})
		)
		.min(1),
	contacts: z
		.array(
			z.strictObject({
				kind: z.enum(['focal_point', 'conduct_team', 'chain_of_command', 'hotline', 'other']),
				name: text,
				phone: z.string().optional(),
				email: z.string().optional(),
				where: text.optional()
			})
		)
		.default([])
});
type MissionFile = z.infer<typeof missionFile>;

export const missionCreateCommand = defineCommand({
	name: 'mission create',
	usage: 'npm run cordon -- mission create --file MISSION.json',
	summary: 'Makes a mission from a JSON file (the fields: src/docs/mission-file.md).',
	options: { file: { type: 'string' } },
	async run(values) {
		const mission = readMission(need('file', values.file));
		await withEngine(async (engine) => {
			await engine.transaction(async (tx) => {
				await tx.exec('set local role cordon_keeper');
				const insert = (table: string, row: Record<string, unknown>, conflict = '') =>
					tx.query(...toInsert(table, row, conflict));
				const id = randomUUID();
				await insert('missions', toMissionRow(id, mission));
				for (const [i, organization] of mission.organizations.entries()) {
					const { code, name, policyBasis, allegationsGoTo, consequences } = organization;
					await insert(
						'organizations',
						{ code, name, policy_basis: policyBasis, allegations_go_to: allegationsGoTo },
						'on conflict do nothing'
					);
					for (const [category, consequence] of Object.entries(consequences)) {
						const row = { organization: code, category, consequence };
						await insert('organization_consequences', row, 'on conflict do nothing');
					}
					await insert('mission_organizations', {
						mission_id: id,
						organization: code,
						position: i + 1
					});
				}
				for (const [i, { where, ...contact }] of mission.contacts.entries()) {
					const row = { id: randomUUID(), mission_id: id, position: i + 1, ...contact };
					await insert('mission_contacts', { ...row, place: where ?? {} });
				}
			});
			const signer = createSigner(openKeyStore(readSettings()));
			await signer.keepSigned(deskOfOperator(engine), mission.slug);
		});
		console.log(
			`The mission ${mission.acronym} is there as "${mission.slug}". Its lists will be signed with a key of its own (keys print). Add its people with: members add.`
		);
	}
});

function readMission(file: string): MissionFile {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new StartError(`${file} cannot be read as JSON (${(error as Error).message}).`);
	}
	const read = missionFile.safeParse(content);
	if (read.success) return read.data;
	const faults = read.error.issues.map(
		({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`
	);
	throw new StartError(`${file} is not a mission:\n${faults.join('\n')}`);
}

function toMissionRow(id: string, mission: MissionFile): Record<string, unknown> {
	const { headquarters, period } = mission;
	return {
		id,
		slug: mission.slug,
		acronym: mission.acronym,
		name: mission.name,
		status_note: mission.statusNote,
		area: mission.area,
		headquarters_name: headquarters?.name,
		headquarters: headquarters && { type: 'Point', coordinates: headquarters.position },
		valid_from: period?.from,
		valid_until: period?.until,
		time_zone: mission.timeZone,
		languages: mission.languages,
		rings_metres: mission.ringsMetres,
		near_metres: mission.nearMetres,
		list_lifetime_hours: mission.listLifetimeHours,
		review_interval_days: mission.reviewIntervalDays,
		emergency_days: mission.emergencyDays,
		minimum_cell: mission.minimumCell,
		heat_resolution: mission.heatResolution,
		exercise: mission.exercise
	};
}

/** Columns are ours; values travel as one JSON parameter. What is undefined keeps its default. */
function toInsert(
	table: string,
	row: Record<string, unknown>,
	conflict: string
): [string, string[]] {
	const columns = Object.keys(row).filter((column) => row[column] !== undefined);
	const values = columns.map((column) =>
		column === 'area' || column === 'headquarters'
			? `cordon.to_shape(given.row -> '${column}')`
			: `(jsonb_populate_record(null::cordon.${table}, given.row - '{area,headquarters}'::text[])).${column}`
	);
	return [
		`insert into cordon.${table} (${columns.join(', ')})
		 select ${values.join(', ')} from (select $1::text::jsonb as row) given ${conflict}`,
		[JSON.stringify(row)]
	];
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
