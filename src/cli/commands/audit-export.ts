import { closeSync, openSync, writeSync } from 'node:fs';
import { auditHeader, countAuditLines } from '../../lib/publish/audit-file.ts';
import { defineCommand, InputError, need, withEngine } from './command.ts';

const STRETCH = 5000;

export const auditExportCommand = defineCommand({
	name: 'audit export',
	usage: 'npm run cordon -- audit export FILE --mission SLUG [--json]',
	summary: 'Writes the audit of a mission as lines of JSON that verify without a database.',
	details:
		'Verify it with audit verify --file FILE. Each line holds an entry and its SHA-256; each entry names the hash before it. That it was exported is recorded, as its last entry.',
	options: { mission: { type: 'string' }, json: { type: 'boolean' } },
	async run({ mission: slug, json }, [file]) {
		const target = need('FILE', file);
		const mission = need('mission', slug);
		const counted = countAuditLines();
		await withEngine((engine) =>
			engine.transaction(async (tx) => {
				const [found] = await tx.query<{ id: string }>(
					'select id from cordon.missions where slug = $1::text',
					[mission]
				);
				if (!found) throw new InputError(`There is no mission "${mission}".`);
				await tx.exec('set local role cordon_keeper');
				await tx.query(`select cordon.record_act($1::text::uuid, 'audit_exported', null)`, [
					found.id
				]);
				const out = openSync(target, 'w', 0o600);
				const write = (line: string) => writeSync(out, `${line}\n`);
				try {
					write(auditHeader(mission, new Date().toISOString()));
					for (let after = 0, more = true; more;) {
						const rows = await tx.query<{ sequence: number; line: string }>(
							`select a.sequence::int as sequence, cordon.to_audit_line(a) as line
							 from cordon.audit_entries a
							 where a.mission_id = $1::text::uuid and a.sequence > $2::text::bigint
							 order by a.sequence limit ${STRETCH}`,
							[found.id, String(after)]
						);
						for (const { line } of rows) {
							counted.add(line);
							write(line);
						}
						after = rows.at(-1)?.sequence ?? after;
						more = rows.length === STRETCH;
					}
					write(counted.footer());
				} finally {
					closeSync(out);
				}
			})
		);
		const { entries, head } = JSON.parse(counted.footer()) as { entries: number; head: string };
		console.log(
			json
				? JSON.stringify({ file: target, mission, entries, head })
				: `${entries} entries of ${mission} are in ${target}.\n  head ${head}`
		);
	}
});
