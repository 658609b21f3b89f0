/** The list in force as a page holds it: first the copy on the device, then the server's word. */
import { findKeptList, parseList, refreshList } from '$lib/data/published-list';
import type { ListCopy, RefreshOutcome } from '$lib/data/published-list';
import type { Instant } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';

export class HeldList {
	/** Undefined while opening; null when there is no list to answer from. */
	list = $state.raw<ListInForce | null | undefined>(undefined);
	confirmedAt = $state<Instant | null>(null);
	sha256 = $state<string | null>(null);
	/** The key that stands behind it. */
	key = $state<string | null>(null);
	/** Of the last time the server was asked. */
	outcome = $state<RefreshOutcome | null>(null);
	refreshing = $state(false);
	#copy: ListCopy | null = null;
	#mission: string;
	#userId: string;

	constructor(mission: string, userId: string) {
		this.#mission = mission;
		this.#userId = userId;
	}

	async open() {
		const kept = await findKeptList(this.#mission, this.#userId);
		if (kept) this.#show(kept);
		await this.refresh();
	}

	async refresh() {
		if (this.refreshing) return;
		this.refreshing = true;
		const { outcome, copy } = await refreshList(this.#mission, this.#userId, this.#copy);
		this.outcome = outcome;
		this.#show(copy);
		this.refreshing = false;
	}

	#show(copy: ListCopy | null) {
		// The same text need not be parsed, nor what depends on it computed, again.
		if (!copy || copy.sha256 !== this.#copy?.sha256)
			this.list = copy ? (parseList(copy.text) ?? null) : null;
		this.#copy = copy;
		this.confirmedAt = copy?.confirmedAt ?? null;
		this.sha256 = copy?.sha256 ?? null;
		this.key = copy?.key ?? null;
	}
}
