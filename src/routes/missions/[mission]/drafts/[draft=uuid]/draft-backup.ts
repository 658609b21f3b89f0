/**
 * What is not saved yet, kept in this tab only: it survives a reload, a restart of the server and
 * signing in again, and is gone with the tab. A draft may name places that nobody must learn of
 * early, so it is not left behind in the browser's lasting storage.
 */
import type { Instant } from '$lib/core/domain';
import type { DraftContent } from '$lib/data/api';

export type Backup = { owner: string; revision: number; at: Instant; content: DraftContent };

const key = (draftId: string) => `cordon-draft-${draftId}`;

export function keepBackup(draftId: string, backup: Backup): void {
	try {
		sessionStorage.setItem(key(draftId), JSON.stringify(backup));
	} catch {
		// Storage full or refused: the page itself still holds the draft.
	}
}

/** Undefined when there is none, or when it is another person's. */
export function readBackup(draftId: string, owner: string): Backup | undefined {
	try {
		const stored = sessionStorage.getItem(key(draftId));
		const backup = stored ? (JSON.parse(stored) as Backup) : undefined;
		return backup?.owner === owner ? backup : undefined;
	} catch {
		return undefined;
	}
}

export function removeBackup(draftId: string): void {
	try {
		sessionStorage.removeItem(key(draftId));
	} catch {
		// Nothing was kept, then.
	}
}
