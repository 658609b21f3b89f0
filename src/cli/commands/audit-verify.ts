import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Transaction } from '../../lib/server/engine/engine.ts';
import { readAuditLine, verifyAuditFile, type AuditBreak } from '../../lib/publish/audit-file.ts';
import {
	HEAD,
	findLostHeads,
	holdsHead,
	type KeptHead
} from '../../lib/server/keep/audit-heads.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { defineCommand, InputError, withEngine } from './command.ts';

export type AuditReport = {
	mission: string;
	entries: number;
	/** The newest entry. Written down elsewhere, it shows later that the end was cut off. */
	head: string | null;
	breaks: AuditBreak[];
};

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
		const breaks = await tx.query<AuditBreak>(
			`select b.sequence::int as sequence, b.what
			 from cordon.find_audit_breaks($1::text::uuid) b order by b.sequence`,
			[id]
		);
		reports.push({ mission: slug, entries: end!.entries, head: end!.head, breaks });
	}
	return reports;
}

const SENTENCE: Record<AuditBreak['what'], (sequence: number) => string> = {
	changed: (sequence) => `entry ${sequence} was changed`,
	missing: (sequence) => `entries before number ${sequence} were removed`,
	moved: (sequence) => `entry ${sequence} was moved there from another place`,
	unlinked: (sequence) =>
		`entry ${sequence} does not follow the one before it: one of the two was rewritten`
};
const CUT_OFF = 'its end was cut off or rewritten';

const inWords = (breaks: readonly AuditBreak[]) =>
	breaks.map(({ sequence, what }) => SENTENCE[what](sequence)).join('; ') || 'unbroken';

export const auditVerifyCommand = defineCommand({
	name: 'audit verify',
	usage:
		'npm run cordon -- audit verify [--mission SLUG] [--file FILE] [--head NUMBER:HASH] [--json]',
	summary: 'Finds entries of the audit that were changed, removed, moved or cut off.',
	details:
		'Counts through the database, or with --file through an export of it, without any database. Prints the head of each chain. Keep it elsewhere: with --head a later run also finds that the end was cut off. Heads that the server kept in data/audit-heads at each publication are compared as well. Exit code 1 when something is wrong.',
	options: {
		mission: { type: 'string' },
		file: { type: 'string' },
		head: { type: 'string' },
		json: { type: 'boolean' }
	},
	async run({ mission, file, head, json }) {
		if (head !== undefined && !HEAD.test(head))
			throw new InputError('--head is a number, a colon and 64 hexadecimal digits.');
		if (file !== undefined) return verifyFile(file, head, json);
		if (head !== undefined && mission === undefined)
			throw new InputError('--head belongs to one mission: name it with --mission.');
		const { dataFolder } = readSettings();
		const { reports, holds, lost } = await withEngine((engine) =>
			engine.transaction(async (tx) => {
				const reports = await verifyAudit(tx, mission);
				const lost: (KeptHead & { mission: string })[] = [];
				for (const { mission: slug } of reports)
					for (const kept of await findLostHeads(tx, dataFolder, slug))
						lost.push({ mission: slug, ...kept });
				const holds = head === undefined || (await holdsHead(tx, mission!, head));
				return { reports, holds, lost };
			})
		);
		const sound = holds && lost.length === 0 && reports.every(({ breaks }) => breaks.length === 0);
		if (json)
			console.log(
				JSON.stringify({ sound, headHolds: holds, lostHeads: lost, missions: reports }, null, '\t')
			);
		else {
			for (const { mission: slug, entries, head: newest, breaks } of reports)
				console.log(
					`${slug}: ${entries} entries; ${inWords(breaks)}.\n  head ${newest ?? '(none)'}`
				);
			for (const { mission: slug, head: kept, at } of lost)
				console.log(`${slug}: the head ${kept}, kept on ${at}, is not in the chain: ${CUT_OFF}.`);
			if (!holds) console.log(`The head that was given is not in the chain: ${CUT_OFF}.`);
		}
		if (!sound) process.exitCode = 1;
	}
});

function verifyFile(file: string, head: string | undefined, json: boolean | undefined): void {
	const text = readFileSync(file, 'utf8');
	const report = verifyAuditFile(text, (each) =>
		createHash('sha256').update(each, 'utf8').digest('hex')
	);
	if (!report) throw new InputError(`${file} is no export of an audit.`);
	const isHead = (line: string) => {
		const entry = readAuditLine(line);
		return entry !== undefined && `${entry.sequence}:${entry.hash}` === head;
	};
	const holds = head === undefined || text.split('\n').some(isHead);
	const sound = holds && !report.cutOff && report.breaks.length === 0;
	if (json) console.log(JSON.stringify({ sound, headHolds: holds, ...report }, null, '\t'));
	else {
		console.log(
			`${file}: ${report.entries} entries; ${inWords(report.breaks)}.\n  head ${report.head ?? '(none)'}`
		);
		if (report.cutOff) console.log(`The file does not end as it was written: ${CUT_OFF}.`);
		if (!holds) console.log(`The head that was given is not in the file: ${CUT_OFF}.`);
	}
	if (!sound) process.exitCode = 1;
}
