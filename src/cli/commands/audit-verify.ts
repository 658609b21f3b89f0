import type { Transaction } from '../../lib/server/engine/engine.ts';
import { defineCommand, InputError, withEngine } from './command.ts';

/** `missing`: entries before this one are gone; `moved`: it does not follow the one before it. */
type Break = { sequence: number; what: 'missing' | 'changed' | 'moved' };
export type AuditReport = {
	mission: string;
	entries: number;
	/** The newest entry. Written down elsewhere, it shows later that the end was cut off. */
	head: string | null;
	breaks: Break[];
};

const HEAD = /^([1-9]\d*):([0-9a-f]{64})$/;

/** Counts through the chain of each mission, or of one. */
export async function verifyAudit(tx: Transaction, only?: string): Promise<AuditReport[]> {
	const missions = await tx.query<{ id: string; slug: string }>(
		'select id, slug from cordon.missions order by slug'
	);
	const wanted = missions.filter(({ slug }) => only === undefined || slug === only);
	if (only !== undefined && wanted.length === 0)
		throw new InputError(`There is no mission "${only}".`);
	const reports: AuditReport[] = [];
	for (const { id, slug } of wanted) {
		const [end] = await tx.query<{ entries: number; head: string | null }>(
			`select count(*)::int as entries,
				(array_agg(sequence || ':' || hash order by sequence desc))[1] as head
			 from cordon.audit_entries where mission_id = $1::text::uuid`,
			[id]
		);
		const breaks = await tx.query<Break>(
			`select a.sequence::int as sequence, case
				when a.hash <> cordon.hash_entry(a) then 'changed'
				when before.sequence is null and a.sequence > 1 then 'missing'
				else 'moved' end as what
			 from cordon.find_audit_breaks($1::text::uuid) as broken (sequence)
			 join cordon.audit_entries a
				on a.mission_id = $1::text::uuid and a.sequence = broken.sequence
			 left join cordon.audit_entries before
				on before.mission_id = a.mission_id and before.sequence = a.sequence - 1
			 order by a.sequence`,
			[id]
		);
		reports.push({ mission: slug, entries: end!.entries, head: end!.head, breaks });
	}
	return reports;
}

/** Whether an entry that was written down ("NUMBER:HASH") is there still, and the same. */
export async function holdsHead(tx: Transaction, mission: string, head: string): Promise<boolean> {
	const [, sequence, hash] = HEAD.exec(head) ?? [];
	const found = await tx.query(
		`select from cordon.audit_entries a join cordon.missions m on m.id = a.mission_id
		 where m.slug = $1::text and a.sequence = $2::text::bigint and a.hash = $3::text`,
		[mission, sequence!, hash!]
	);
	return found.length === 1;
}

const SENTENCE: Record<Break['what'], (sequence: number) => string> = {
	missing: (sequence) => `entries before number ${sequence} were removed`,
	changed: (sequence) => `entry ${sequence} was changed`,
	moved: (sequence) => `entry ${sequence} does not follow the one before it`
};

export const auditVerifyCommand = defineCommand({
	name: 'audit verify',
	usage: 'npm run cordon -- audit verify [--mission SLUG] [--head NUMBER:HASH] [--json]',
	summary: 'Finds entries of the audit that were changed, removed or moved.',
	details:
		'Prints the head of each chain. Keep it elsewhere: with --head a later run also finds that the end was cut off. Exit code 1 when something is wrong.',
	options: {
		mission: { type: 'string' },
		head: { type: 'string' },
		json: { type: 'boolean' }
	},
	async run({ mission, head, json }) {
		if (head !== undefined && !HEAD.test(head))
			throw new InputError('--head is a number, a colon and 64 hexadecimal digits.');
		if (head !== undefined && mission === undefined)
			throw new InputError('--head belongs to one mission: name it with --mission.');
		const { reports, holds } = await withEngine((engine) =>
			engine.transaction(async (tx) => ({
				reports: await verifyAudit(tx, mission),
				holds: head === undefined || (await holdsHead(tx, mission!, head))
			}))
		);
		const sound = holds && reports.every(({ breaks }) => breaks.length === 0);
		if (json)
			console.log(JSON.stringify({ sound, headHolds: holds, missions: reports }, null, '\t'));
		else {
			for (const { mission: slug, entries, head: newest, breaks } of reports) {
				const found = breaks.map(({ sequence, what }) => SENTENCE[what](sequence));
				console.log(
					`${slug}: ${entries} entries; ${found.join('; ') || 'unbroken'}.\n  head ${newest ?? '(none)'}`
				);
			}
			if (!holds)
				console.log('The head that was given is not in the chain: its end was cut off or changed.');
		}
		if (!sound) process.exitCode = 1;
	}
});
