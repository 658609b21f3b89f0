/**
 * The list in force on this device: fetched as the exact published text, verified against the keys of
 * the mission before a word of it is read, and kept, so that a check needs no network and tells nobody
 * where it was made. The kept copy belongs to one person and goes when another signs in on the device;
 * which key the device trusts and how new a list it has seen stay.
 */
import type { Instant } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';
import { hashOf } from '$lib/publish/ed25519';
import type { BundleRefusal, Trust } from '$lib/publish/verify-bundle';
import { forgetPerson, keepInTurn, takeTurn } from './device-person';
import { inStore } from './device-store';

export type ListCopy = {
	mission: string;
	userId: string;
	text: string;
	/** Lower-case hex. */
	sha256: string;
	/** Id of the mission's key that stands behind it. */
	key: string;
	/** When the mission's key last confirmed that this text is the list in force. */
	confirmedAt: Instant;
};

/** What came of asking the server. Only after `confirmed` is the copy's age zero. */
export type RefreshOutcome =
	| 'confirmed'
	/** The mission has published nothing yet. */
	| 'none'
	| 'offline'
	| 'signedOut'
	/** No longer a member: the copy is deleted. */
	| 'refused'
	/** Without https the browser offers no way to verify. */
	| 'insecure'
	/** What was offered is not what the mission published: the held copy stays. */
	| BundleRefusal;

export type Refreshed = { outcome: RefreshOutcome; copy: ListCopy | null };

/** A network that hangs is none: after this the held copy is what there is. */
const PATIENCE_MILLISECONDS = 15_000;
const LISTS = 'lists';
const TRUST = 'trust';

const urlOf = (mission: string, file: string) =>
	`/missions/${encodeURIComponent(mission)}/published/${file}.json`;

/** Asks the server for the list in force and keeps it when it is the mission's own. Never throws. */
export async function refreshList(
	mission: string,
	userId: string,
	held: ListCopy | null,
	ask: typeof fetch = fetch
): Promise<Refreshed> {
	if (!globalThis.crypto?.subtle) return { outcome: 'insecure', copy: held };
	const turn = await takeTurn();
	try {
		// `no-cache` revalidates: an unchanged pointer travels as a 304 without a body.
		const answer = await ask(urlOf(mission, 'latest'), {
			cache: 'no-cache',
			signal: AbortSignal.timeout(PATIENCE_MILLISECONDS)
		});
		if (answer.status === 401) return { outcome: 'signedOut', copy: held };
		if (answer.status === 403 || answer.status === 404) {
			await deleteList(mission, userId);
			return { outcome: 'refused', copy: null };
		}
		const trust = await findTrust(mission);
		if (answer.status === 204)
			return trust?.sequence ? { outcome: 'older', copy: held } : { outcome: 'none', copy: null };
		if (!answer.ok) return { outcome: 'offline', copy: held };
		const pointer: unknown = await answer.json().catch(() => null);
		const text = await fetchText(mission, pointer, held, ask);
		// Loaded with the first list, not with the page.
		const { verifyBundle } = await import('$lib/publish/verify-bundle');
		const { refusal, verified } = await verifyBundle(pointer, mission, trust, text);
		if (refusal) return { outcome: refusal, copy: held };

		const now = new Date().toISOString();
		const copy = {
			mission,
			userId,
			text: verified.text,
			sha256: verified.sha256,
			key: verified.trust.key,
			// Of the server's clock and this one's, whichever makes the list older.
			confirmedAt: verified.confirmedAt < now ? verified.confirmedAt : now
		};
		await keepTrust(mission, verified.trust);
		await keepInTurn(turn, LISTS, copy, mission);
		return { outcome: 'confirmed', copy };
	} catch {
		return { outcome: 'offline', copy: held };
	}
}

/** The bytes that a pointer names: those held already, or from the server; kept in no cache. */
async function fetchText(
	mission: string,
	pointer: unknown,
	held: ListCopy | null,
	ask: typeof fetch
): Promise<Uint8Array<ArrayBuffer>> {
	const sha256 = String((pointer as { list?: { sha256?: unknown } } | null)?.list?.sha256);
	if (held?.sha256 === sha256) return new TextEncoder().encode(held.text);
	if (!/^[0-9a-f]{64}$/.test(sha256)) return new Uint8Array();
	const answer = await ask(urlOf(mission, sha256), { cache: 'no-store' });
	if (!answer.ok) throw new Error(`the list does not come: ${answer.status}`);
	return new Uint8Array(await answer.arrayBuffer());
}

/** What this device knows of a mission's keys and lists; null before the first. */
export async function findTrust(mission: string): Promise<Trust | null> {
	return (await inStore<Trust>(TRUST, 'readonly', (store) => store.get(mission))) ?? null;
}

/** Trusts a key that somebody compared with a notice board; what was known before is forgotten. */
export async function trustKey(mission: string, key: string): Promise<void> {
	await keepTrust(mission, { key, sequence: 0, sha256: null });
}

/** The copy kept on this device, verified again; null if there is none for this person. */
export async function findKeptList(mission: string, userId: string): Promise<ListCopy | null> {
	const copy = await inStore<ListCopy>(LISTS, 'readonly', (store) => store.get(mission));
	if (!copy) return null;
	if (copy.userId !== userId) {
		await forgetPerson();
		return null;
	}
	if (!globalThis.crypto?.subtle) return null;
	const sound = (await hashOf(new TextEncoder().encode(copy.text))) === copy.sha256;
	return sound ? copy : null;
}

/** Undefined when the text is not a list this version reads. */
export function parseList(text: string): ListInForce | undefined {
	try {
		const list = JSON.parse(text) as Partial<ListInForce>;
		const readable =
			list.format === 'cordon-list/1' &&
			Array.isArray(list.directives) &&
			list.directives.every((each) => Array.isArray(each?.entries)) &&
			Number.isInteger(list.sequence) &&
			Number.isFinite(list.lifetimeHours) &&
			Number.isFinite(list.nearMetres) &&
			Number.isFinite(Date.parse(list.effectiveFrom ?? '')) &&
			Array.isArray(list.coverage?.coordinates);
		return readable ? (list as ListInForce) : undefined;
	} catch {
		return undefined;
	}
}

async function keepTrust(mission: string, trust: Trust): Promise<void> {
	await inStore(TRUST, 'readwrite', (store) => store.put(trust, mission));
}

async function deleteList(mission: string, userId: string): Promise<void> {
	if (await findKeptList(mission, userId))
		await inStore(LISTS, 'readwrite', (store) => store.delete(mission));
}
