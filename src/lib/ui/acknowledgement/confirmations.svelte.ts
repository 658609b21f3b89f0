/**
 * What the person at this device has confirmed in a mission: what the server told, what it received
 * since, and what waits on the device for a network. One for all pages of the mission.
 */
import { getContext, setContext } from 'svelte';
import type { Instant, PersonnelCategory } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';
import { toInstant } from '$lib/core/period';
import type { Acknowledged, ApiFailure, MyAcknowledgement } from '$lib/data/api';
import {
	keepAcknowledgement,
	listKept,
	sendKept,
	sendOne,
	type KeptAcknowledgement,
	type Sent,
	type VersionName
} from '$lib/data/kept-acknowledgements';
import { isSame, listAsked } from './asked';

type Member = {
	mission: string;
	userId: string;
	category: PersonnelCategory;
	/** The server's word when the page came. */
	told: readonly MyAcknowledgement[];
};
export type Confirmed = Acknowledged & {
	/** Only this device knows of it yet. */
	waits: boolean;
};

export class Confirmations {
	busy = $state(false);
	/** Why the last confirmation was neither sent nor kept. */
	failure = $state.raw<ApiFailure | null>(null);
	/** Why what is kept was not sent. */
	trouble = $state.raw<ApiFailure | null>(null);
	#member: () => Member;
	#kept = $state.raw<KeptAcknowledgement[]>([]);
	#sent = $state.raw<Sent['sent']>([]);
	#list = $state.raw<ListInForce | null>(null);

	constructor(member: () => Member) {
		this.#member = member;
	}

	/** How many wait for a network. */
	get waiting(): number {
		return this.#kept.length;
	}

	/** How many the server has received since this began. */
	get received(): number {
		return this.#sent.length;
	}

	/** What is asked and not confirmed. */
	get open() {
		const { told, category } = this.#member();
		return listAsked(told, this.#list, category, toInstant(Date.now())).filter(
			(each) => !this.find(each)
		);
	}

	find(name: VersionName): Confirmed | null {
		const sent = this.#sent.find((each) => isSame(each, name));
		if (sent) return { ...sent, waits: false };
		const told = this.#member().told.find((each) => isSame(each, name));
		if (told?.acknowledgedAt)
			return { acknowledgedAt: told.acknowledgedAt, clockDoubted: told.clockDoubted, waits: false };
		const kept = this.#kept.find((each) => isSame(each, name));
		return kept ? { acknowledgedAt: kept.madeAt, clockDoubted: false, waits: true } : null;
	}

	remindedAt(name: VersionName): Instant | null {
		return this.#member().told.find((each) => isSame(each, name))?.remindedAt ?? null;
	}

	/** The list that a page holds, once the server has confirmed it there. */
	hold(list: ListInForce): void {
		this.#list = list;
	}

	/** Begins anew, for this person in this mission, with what the device kept. */
	async begin(): Promise<void> {
		this.#list = null;
		this.#sent = [];
		this.failure = null;
		await this.#read();
		await this.send();
	}

	async send(): Promise<void> {
		const { mission, userId } = this.#member();
		if (this.#kept.length === 0) return;
		const { sent, trouble } = await sendKept(mission, userId);
		this.trouble = trouble;
		this.#receive(sent);
		await this.#read();
	}

	async confirm(names: readonly VersionName[]): Promise<void> {
		const { mission, userId } = this.#member();
		const madeAt: Instant = toInstant(Date.now());
		this.busy = true;
		this.failure = null;
		for (const { number, version } of names) {
			const made = { mission, userId, number, version, madeAt };
			if (await keepAcknowledgement(made)) continue;
			// A browser that keeps nothing: now or never.
			const answer = await sendOne(made);
			if ('acknowledgedAt' in answer) this.#receive([{ number, version, ...answer }]);
			else this.failure = answer;
		}
		await this.#read();
		await this.send();
		this.busy = false;
	}

	#receive(sent: Sent['sent']): void {
		this.#sent = [...sent, ...this.#sent];
	}

	async #read(): Promise<void> {
		const { mission, userId } = this.#member();
		this.#kept = await listKept(mission, userId);
	}
}

const KEY = Symbol('confirmations');

export const setConfirmations = (confirmations: Confirmations): Confirmations =>
	setContext(KEY, confirmations);

export const useConfirmations = (): Confirmations => getContext<Confirmations>(KEY);
