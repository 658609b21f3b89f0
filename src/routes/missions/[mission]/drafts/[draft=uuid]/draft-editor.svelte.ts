/**
 * One draft on one screen: what is written, what the server has, and everything that can come
 * between the two. Nothing typed is ever lost: each change is kept in this tab at once and saved
 * shortly after; a lost connection is retried, an expired session waits for signing in, and a save
 * that somebody else overtook becomes a choice.
 */
import type { DirectiveVersion, Draft, Instant } from '$lib/core/domain';
import { toInstant } from '$lib/core/period';
import type { ApiFailure, DraftContent } from '$lib/data/api';
import { contentOf, sameContent } from '../draft-content';
import { keepBackup, readBackup, removeBackup } from './draft-backup';

export type SaveState =
	| 'saved'
	| 'unsaved'
	| 'saving'
	/** The server does not answer: tried again by itself. */
	| 'offline'
	/** Waits for signing in. */
	| 'signedOut'
	/** Somebody else saved meanwhile: `theirs` holds it. */
	| 'conflict'
	/** The server does not take it as it is; `failure` says why. */
	| 'refused'
	/** The draft was published or discarded by somebody else. */
	| 'gone';

export type Published = DirectiveVersion & { listSequence: number };

const SAVE_AFTER_MS = 900;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000];

type Answer<T> = { ok: true; value: T } | { ok: false; failure: ApiFailure };

const unavailable: ApiFailure = { kind: 'unavailable', key: 'unavailable', message: '' };

/** One JSON request to our own routes. Never throws: a failure is an answer, too. */
async function ask<T>(method: string, address: string, body?: unknown): Promise<Answer<T>> {
	try {
		const response = await fetch(address, {
			method,
			headers: { accept: 'application/json', 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		if (response.ok) return { ok: true, value: (await response.json()) as T };
		if (response.status === 401)
			return { ok: false, failure: { ...unavailable, kind: 'signed_out', key: 'signedOut' } };
		const failure = (await response.json().catch(() => null)) as ApiFailure | null;
		return { ok: false, failure: failure?.kind ? failure : unavailable };
	} catch {
		return { ok: false, failure: unavailable };
	}
}

export class DraftEditor {
	readonly id: string;
	readonly #address: string;
	readonly #owner: string;
	readonly base: Pick<Draft, 'directiveId' | 'number' | 'basedOnVersion'>;

	content: DraftContent = $state()!;
	saveState: SaveState = $state('saved');
	failure: ApiFailure | null = $state(null);
	theirs: Draft | null = $state.raw(null);
	savedAt: Instant = $state('');
	/** Set when unsaved work of an earlier visit was brought back: when it was last changed. */
	restoredFrom: Instant | null = $state(null);

	#revision: number;
	/** What the server has. */
	#stored: DraftContent;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#retries = 0;
	#running: Promise<boolean> | undefined;

	/** `owner` is the person signed in: a backup is never shown to somebody else on this machine. */
	constructor(draft: Draft, address: string, owner: string) {
		this.id = draft.id;
		this.base = draft;
		this.#address = address;
		this.#owner = owner;
		this.#revision = draft.revision;
		this.#stored = contentOf(draft);
		this.content = contentOf(draft);
		this.savedAt = draft.updatedAt;
	}

	/** Brings back what an earlier visit in this tab could not save. */
	restore(latest: Draft): void {
		const backup = readBackup(this.id, this.#owner);
		if (!backup) return;
		if (sameContent(backup.content, this.#stored)) return removeBackup(this.id);
		this.content = backup.content;
		this.restoredFrom = backup.at;
		if (backup.revision === this.#revision) this.#schedule(0);
		else this.#overtaken(latest);
	}

	/** To be called after each change of `content`. */
	changed(): void {
		if (this.saveState === 'gone') return;
		if (sameContent(this.content, this.#stored)) {
			if (this.saveState === 'unsaved' || this.saveState === 'refused') this.#settle();
			return;
		}
		keepBackup(this.id, {
			owner: this.#owner,
			revision: this.#revision,
			at: toInstant(Date.now()),
			content: $state.snapshot(this.content)
		});
		if (this.saveState === 'conflict' || this.saveState === 'signedOut') return;
		if (this.saveState !== 'offline') this.saveState = 'unsaved';
		this.#schedule(SAVE_AFTER_MS);
	}

	/** Saves now what is unsaved. True when the server has everything. */
	async flush(): Promise<boolean> {
		clearTimeout(this.#timer);
		if (this.#running) await this.#running;
		if (this.saveState === 'gone' || this.saveState === 'conflict') return false;
		if (sameContent(this.content, this.#stored)) {
			this.#settle();
			return true;
		}
		this.#running = this.#save().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** After signing in again, or when the connection is back. */
	resume(): void {
		this.#retries = 0;
		if (this.saveState === 'signedOut' || this.saveState === 'offline') {
			this.saveState = 'unsaved';
			void this.flush();
		}
	}

	/** Conflict, first way out: continue with what the other person saved. */
	takeTheirs(): void {
		if (!this.theirs) return;
		this.#adopt(this.theirs);
		this.content = contentOf(this.theirs);
		this.theirs = null;
		this.restoredFrom = null;
		this.#settle();
	}

	/** Conflict, second way out: what is on this screen becomes a draft of its own. Its id. */
	async keepMineAsCopy(): Promise<string | null> {
		const answer = await ask<Draft>('POST', this.#address.replace(/\/[^/]+$/, ''), {
			directiveId: this.base.directiveId,
			content: $state.snapshot(this.content)
		});
		if (!answer.ok) {
			this.#refused(answer.failure);
			return null;
		}
		removeBackup(this.id);
		return answer.value.id;
	}

	/** The one act. Safe to repeat: the same draft is never published twice. */
	async publish(): Promise<Published | null> {
		if (!(await this.flush())) return null;
		const answer = await ask<Published>('POST', `${this.#address}/publish`, {
			revision: this.#revision
		});
		if (!answer.ok) {
			await this.#handle(answer.failure);
			// The publication was refused, not the draft: that is saved.
			if (this.saveState === 'refused') this.saveState = 'saved';
			return null;
		}
		removeBackup(this.id);
		this.saveState = 'gone';
		return answer.value;
	}

	async discard(): Promise<boolean> {
		clearTimeout(this.#timer);
		if (this.#running) await this.#running;
		const answer = await ask<null>('DELETE', this.#address, { revision: this.#revision });
		if (!answer.ok) {
			await this.#handle(answer.failure);
			return false;
		}
		removeBackup(this.id);
		this.saveState = 'gone';
		return true;
	}

	/** Stops the clock; unsaved work stays in the tab. */
	close(): void {
		clearTimeout(this.#timer);
	}

	get hasUnsaved(): boolean {
		return this.saveState !== 'saved' && this.saveState !== 'gone';
	}

	#schedule(delay: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), delay);
	}

	#settle(): void {
		removeBackup(this.id);
		this.failure = null;
		this.#retries = 0;
		this.saveState = 'saved';
	}

	#adopt(draft: Draft): void {
		this.#revision = draft.revision;
		this.#stored = contentOf(draft);
		this.savedAt = draft.updatedAt;
	}

	async #save(): Promise<boolean> {
		const sent = $state.snapshot(this.content) as DraftContent;
		this.saveState = 'saving';
		const answer = await ask<Draft>('PUT', this.#address, {
			revision: this.#revision,
			content: sent
		});
		if (!answer.ok) {
			await this.#handle(answer.failure, sent);
			return !this.hasUnsaved;
		}
		this.#adopt(answer.value);
		// What was sent is what is stored, however the database writes it down.
		this.#stored = sent;
		if (sameContent(this.content, sent)) this.#settle();
		else this.changed();
		return !this.hasUnsaved;
	}

	async #handle(failure: ApiFailure, sent?: DraftContent): Promise<void> {
		this.failure = failure;
		switch (failure.kind) {
			case 'signed_out':
				this.saveState = 'signedOut';
				return;
			case 'unavailable':
			case 'too_many':
				this.saveState = 'offline';
				this.#schedule(RETRY_MS[Math.min(this.#retries++, RETRY_MS.length - 1)]!);
				return;
			case 'not_found':
				this.saveState = 'gone';
				return;
			case 'conflict': {
				const latest = await ask<Draft>('GET', this.#address);
				if (!latest.ok) {
					if (latest.failure.kind === 'not_found') this.saveState = 'gone';
					else this.#refused(failure);
					return;
				}
				// A save whose answer was lost on the way looks like a conflict with oneself.
				if (sent && sameContent(contentOf(latest.value), sent)) {
					this.#adopt(latest.value);
					this.#stored = sent;
					if (sameContent(this.content, sent)) this.#settle();
					else this.changed();
					return;
				}
				if (latest.value.revision === this.#revision) return this.#refused(failure);
				this.#overtaken(latest.value);
				return;
			}
			default:
				this.#refused(failure);
		}
	}

	#overtaken(latest: Draft): void {
		this.theirs = latest;
		this.saveState = 'conflict';
	}

	#refused(failure: ApiFailure): void {
		this.failure = failure;
		this.saveState = 'refused';
	}
}
