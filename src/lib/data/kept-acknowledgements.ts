/**
 * Confirmations made on this device that the server has not received yet. Each is kept with the time
 * it was made, for one person in one mission, until the server has answered for exactly that person:
 * neither signing out nor another person at the device loses it, or sends it as somebody else's.
 */
import type { Instant } from '$lib/core/domain';
import type { Acknowledged, ApiFailure } from './api';
import { inStore } from './device-store';

/** A version as everybody names it: "4.2". The published list knows no other name. */
export type VersionName = { number: number; version: number };
export type KeptAcknowledgement = VersionName & {
	mission: string;
	userId: string;
	madeAt: Instant;
};

export type Sent = { sent: (VersionName & Acknowledged)[]; trouble: ApiFailure | null };

const STORE = 'acknowledgements';
const keyOf = ({ mission, userId, number, version }: KeptAcknowledgement) => [
	mission,
	userId,
	number,
	version
];

/** False where the browser keeps nothing. The first time stays. */
export async function keepAcknowledgement(made: KeptAcknowledgement): Promise<boolean> {
	const kept = await listKept(made.mission, made.userId);
	if (kept.some((one) => one.number === made.number && one.version === made.version)) return true;
	return (await inStore(STORE, 'readwrite', (store) => store.put(made, keyOf(made)))) !== undefined;
}

/** What waits to be sent, of this person in this mission. */
export async function listKept(mission: string, userId: string): Promise<KeptAcknowledgement[]> {
	const kept = await inStore<KeptAcknowledgement[]>(STORE, 'readonly', (store) =>
		// An array sorts above every number.
		store.getAll(IDBKeyRange.bound([mission, userId], [mission, userId, []]))
	);
	return kept ?? [];
}

/** Sends what waits. What the server did not receive stays kept. Never throws. */
export async function sendKept(
	mission: string,
	userId: string,
	ask: typeof fetch = fetch
): Promise<Sent> {
	const sent: Sent['sent'] = [];
	let trouble: ApiFailure | null = null;
	for (const kept of await listKept(mission, userId)) {
		const answer = await sendOne(kept, ask);
		if ('acknowledgedAt' in answer) {
			await inStore(STORE, 'readwrite', (store) => store.delete(keyOf(kept)));
			sent.push({ number: kept.number, version: kept.version, ...answer });
			continue;
		}
		trouble = answer;
		// Of a refused version the next one knows nothing; of a lost network or session it does.
		if (answer.kind !== 'not_found' && answer.kind !== 'conflict') break;
	}
	return { sent, trouble };
}

/** The server's word, or why there is none. */
export async function sendOne(
	{ mission, userId, number, version, madeAt }: KeptAcknowledgement,
	ask: typeof fetch = fetch
): Promise<Acknowledged | ApiFailure> {
	const address = `/missions/${encodeURIComponent(mission)}/directives/${number}.${version}/acknowledge`;
	try {
		const answer = await ask(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			// Whoever is signed in by now may be somebody else: the server compares.
			body: JSON.stringify({ madeAt, userId })
		});
		return (await answer.json()) as Acknowledged | ApiFailure;
	} catch {
		return { kind: 'unavailable', key: 'unavailable', message: '' };
	}
}
