import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveDurably, writeDurably } from '../durable-file.ts';
import type { Engine, Transaction } from '../engine/engine.ts';

/** The newest entry of an audit, "NUMBER:HASH", and when it was written down. */
export type KeptHead = { head: string; at: string };

export const HEAD = /^([1-9]\d*):([0-9a-f]{64})$/;
/** As many publications are enough to show what was cut off, and the file stays small. */
const MOST_HEADS = 1000;

const fileOf = (dataFolder: string, mission: string) =>
	join(dataFolder, 'audit-heads', `${mission}.txt`);

function readHeads(dataFolder: string, mission: string): KeptHead[] {
	const file = fileOf(dataFolder, mission);
	if (!existsSync(file)) return [];
	return readFileSync(file, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [head, at] = line.split(' ');
			return head && at && HEAD.test(head) ? [{ head, at }] : [];
		});
}

const writeHeads = (file: string, heads: readonly KeptHead[]) =>
	writeDurably(
		file,
		heads
			.slice(-MOST_HEADS)
			.map(({ head, at }) => `${head} ${at}\n`)
			.join('')
	);

/**
 * Writes down how far the audit of each mission has come, outside the database: who cuts off the end
 * of a chain leaves it unbroken, and is found by a head that is no longer in it.
 */
export async function keepAuditHeads(engine: Engine, dataFolder: string): Promise<void> {
	const rows = await engine.run<{ slug: string; head: string }>([
		{
			sql: `select m.slug, newest.sequence || ':' || newest.hash as head
				from cordon.missions m
				cross join lateral (
					select a.sequence, a.hash from cordon.audit_entries a
					where a.mission_id = m.id order by a.sequence desc limit 1) newest`
		}
	]);
	for (const { slug, head } of rows) {
		const kept = readHeads(dataFolder, slug);
		if (kept.at(-1)?.head === head) continue;
		writeHeads(fileOf(dataFolder, slug), [...kept, { head, at: new Date().toISOString() }]);
	}
}

/** Whether an entry that was written down is there still, and the same. */
export async function holdsHead(
	tx: Pick<Transaction, 'query'>,
	mission: string,
	head: string
): Promise<boolean> {
	const [, sequence, hash] = HEAD.exec(head) ?? [];
	const found = await tx.query(
		`select from cordon.audit_entries a join cordon.missions m on m.id = a.mission_id
		 where m.slug = $1::text and a.sequence = $2::text::bigint and a.hash = $3::text`,
		[mission, sequence!, hash!]
	);
	return found.length === 1;
}

/** Heads that were kept and are not in the chain. */
export async function findLostHeads(
	tx: Pick<Transaction, 'query'>,
	dataFolder: string,
	mission: string
): Promise<KeptHead[]> {
	const lost: KeptHead[] = [];
	for (const kept of readHeads(dataFolder, mission))
		if (!(await holdsHead(tx, mission, kept.head))) lost.push(kept);
	return lost;
}

/**
 * Tells a restored database, in the audit of each mission, which copy it was made from and how far
 * the audit had come that it replaces. Answers with what the copy lacks, to be set aside.
 */
export async function recordRestore(
	tx: Transaction,
	dataFolder: string,
	copy: string,
	because: 'replaced' | 'damaged'
): Promise<Map<string, KeptHead[]>> {
	const missions = await tx.query<{ id: string; slug: string }>(
		'select id, slug from cordon.missions order by slug'
	);
	const lost = new Map<string, KeptHead[]>();
	for (const { id, slug } of missions) {
		const heads = await findLostHeads(tx, dataFolder, slug);
		lost.set(slug, heads);
		await tx.query(
			`select cordon.record_act($1::text::uuid, 'snapshot_restored', $2::text, $3::text::jsonb)`,
			[
				id,
				copy,
				JSON.stringify({ because, ...(heads.length > 0 ? { lostHead: heads.at(-1)!.head } : {}) })
			]
		);
	}
	return lost;
}

/** What a restore lost is kept for people to read, and no longer sought in the chain. */
export function setLostHeadsAside(dataFolder: string, lost: ReadonlyMap<string, KeptHead[]>): void {
	for (const [mission, heads] of lost) {
		if (heads.length === 0) continue;
		const file = fileOf(dataFolder, mission);
		const gone = new Set(heads.map(({ head }) => head));
		const rest = readHeads(dataFolder, mission).filter(({ head }) => !gone.has(head));
		moveDurably(file, `${file}.before-${new Date().toISOString().replace(/[-:.]/g, '')}`);
		writeHeads(file, rest);
	}
}
