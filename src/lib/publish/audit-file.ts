/**
 * The audit of a mission as a file that anybody can verify without a database. Lines of JSON: what
 * it is; then each entry with its hash, which is the SHA-256 of the entry's own letters in the file
 * as UTF-8; then how many there were and the last hash. Each entry names the hash before it.
 */
import type { Instant } from '$lib/core/domain';

/**
 * How a chain is broken at an entry: it was `changed`; entries before it are `missing`; it was
 * `moved` from another number; or it is `unlinked`, not naming the entry before it. The same words
 * as cordon.find_audit_breaks.
 */
export type AuditBreak = {
	sequence: number;
	what: 'changed' | 'missing' | 'moved' | 'unlinked';
};

export const AUDIT_FORMAT = 'cordon-audit/1';
/** What stands at which place of an entry. */
export const AUDIT_FIELDS = [
	'missionId',
	'sequence',
	'at',
	'actorId',
	'actor',
	'act',
	'subject',
	'detail',
	'previousHash'
] as const;

export type AuditFileEntry = {
	missionId: string;
	sequence: number;
	at: Instant;
	actorId: string | null;
	actor: string;
	act: string;
	subject: string | null;
	detail: Record<string, unknown>;
	previousHash: string | null;
	hash: string;
	/** The letters that were hashed. */
	text: string;
};

export type AuditFileReport = {
	entries: number;
	/** "NUMBER:HASH" of the last entry. */
	head: string | null;
	breaks: AuditBreak[];
	/** The line that ends the file is missing or says otherwise than the entries. */
	cutOff: boolean;
};

export const auditHeader = (mission: string, exportedAt: Instant): string =>
	JSON.stringify({ format: AUDIT_FORMAT, mission, exportedAt, fields: AUDIT_FIELDS });

const toFooter = (entries: number, head: string | null): string =>
	JSON.stringify({ entries, head });

/** Undefined for a line that is no entry. */
export function readAuditLine(line: string): AuditFileEntry | undefined {
	const [, hash, text] = /^\{"hash": "([^"]*)", "entry": (\[.*\])\}$/.exec(line) ?? [];
	if (hash === undefined || text === undefined) return undefined;
	try {
		const values = JSON.parse(text) as unknown[];
		const named = Object.fromEntries(AUDIT_FIELDS.map((field, i) => [field, values[i]]));
		if (values.length !== AUDIT_FIELDS.length || !Number.isSafeInteger(named.sequence))
			return undefined;
		return { ...named, hash, text } as AuditFileEntry;
	} catch {
		return undefined;
	}
}

/** Ends a file whose entries went through it. */
export function countAuditLines() {
	let entries = 0;
	let last: AuditFileEntry | undefined;
	return {
		add(line: string) {
			entries++;
			last = readAuditLine(line);
		},
		footer: () => toFooter(entries, headOf(last))
	};
}

const headOf = (last: AuditFileEntry | undefined) =>
	last ? `${last.sequence}:${last.hash}` : null;

/** Undefined when the text is no such file. `sha256` answers in hexadecimal digits. */
export function verifyAuditFile(
	text: string,
	sha256: (text: string) => string
): AuditFileReport | undefined {
	const lines = text.split(/\r?\n/).filter(Boolean);
	if (!lines[0]?.includes(`"${AUDIT_FORMAT}"`)) return undefined;
	const inFile: AuditFileEntry[] = [];
	let footer: string | undefined;
	for (const line of lines.slice(1)) {
		const entry = readAuditLine(line);
		if (entry) inFile.push(entry);
		else footer = line;
	}
	const head = headOf(inFile.at(-1));
	return {
		entries: inFile.length,
		head,
		breaks: findBreaks(inFile, sha256),
		cutOff: footer !== toFooter(inFile.length, head)
	};
}

function findBreaks(
	inFile: readonly AuditFileEntry[],
	sha256: (text: string) => string
): AuditBreak[] {
	const inOrder = inFile.toSorted((a, b) => a.sequence - b.sequence);
	const broken = inOrder.flatMap((entry, i) => {
		const before = inOrder[i - 1];
		const isWhole = sha256(entry.text) === entry.hash;
		const isNext = entry.sequence === (before?.sequence ?? 0) + 1;
		const isLinked = entry.previousHash === (before?.hash ?? null);
		return isWhole && isNext && isLinked ? [] : [{ entry, isWhole, isNext }];
	});
	const renumbered = ({ text }: AuditFileEntry, sequence: number) =>
		text.replace(/^(\["[^"]*", )\d+/, `$1${sequence}`);
	const isMoved = (entry: AuditFileEntry) =>
		broken.length <= 100 &&
		broken.some((other) => sha256(renumbered(entry, other.entry.sequence)) === entry.hash);
	const breaks = broken.map(({ entry, isWhole, isNext }): AuditBreak => {
		const what = !isWhole
			? isMoved(entry)
				? 'moved'
				: 'changed'
			: isNext
				? 'unlinked'
				: 'missing';
		return { sequence: entry.sequence, what };
	});
	// Lines that change places keep their numbers: their order in the file is wrong.
	const seen = new Set(breaks.map(({ sequence }) => sequence));
	inFile.forEach(({ sequence }, i) => {
		if (sequence < (inFile[i - 1]?.sequence ?? 0) && !seen.has(sequence))
			breaks.push({ sequence, what: 'moved' });
	});
	return breaks.sort((a, b) => a.sequence - b.sequence);
}
