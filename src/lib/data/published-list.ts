/**
 * The list in force on this device: fetched as the exact published text, verified against its
 * SHA-256 before it is parsed, and kept, so that a check needs no network and tells nobody where
 * it was made. The kept copy belongs to one person and goes when another signs in on the device.
 */
import type { Instant } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';

export type ListCopy = {
	mission: string;
	userId: string;
	text: string;
	/** Lower-case hex. */
	sha256: string;
	/** When the server last said that this text is the list in force. */
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
	/** The text does not match its hash, or is not a list: the old copy stays. */
	| 'damaged'
	/** An older list than the one held was offered: the held copy stays. */
	| 'older'
	/** Without https the browser offers no way to verify. */
	| 'insecure';

export type Refreshed = { outcome: RefreshOutcome; copy: ListCopy | null };

const DATABASE = 'cordon';
const STORE = 'lists';

export const listUrl = (mission: string) => `/missions/${encodeURIComponent(mission)}/list.json`;

/** Asks the server for the list in force and keeps it when it is sound. Never throws. */
export async function refreshList(
	mission: string,
	userId: string,
	held: ListCopy | null,
	ask: typeof fetch = fetch
): Promise<Refreshed> {
	if (!globalThis.crypto?.subtle) return { outcome: 'insecure', copy: held };
	let response: Response;
	let bytes: ArrayBuffer;
	try {
		// `no-cache` revalidates: an unchanged list travels as a 304 without a body.
		response = await ask(listUrl(mission), { cache: 'no-cache', credentials: 'same-origin' });
		bytes = await response.arrayBuffer();
	} catch {
		return { outcome: 'offline', copy: held };
	}
	if (response.status === 401) return { outcome: 'signedOut', copy: held };
	if (response.status === 403 || response.status === 404) {
		await deleteList(mission, userId);
		return { outcome: 'refused', copy: null };
	}
	if (response.status === 204) return { outcome: 'none', copy: null };
	if (!response.ok) return { outcome: 'offline', copy: held };

	const sha256 = await hashOf(bytes);
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	if (sha256 !== announcedHash(response)) return { outcome: 'damaged', copy: held };
	const list = parseList(text);
	if (!list || list.mission.slug !== mission) return { outcome: 'damaged', copy: held };
	if (held && list.sequence < (parseList(held.text)?.sequence ?? 0))
		return { outcome: 'older', copy: held };

	const copy = { mission, userId, text, sha256, confirmedAt: new Date().toISOString() };
	await keepList(copy);
	return { outcome: 'confirmed', copy };
}

/** The copy kept on this device, verified again; null if there is none for this person. */
export async function findKeptList(mission: string, userId: string): Promise<ListCopy | null> {
	const copy = await inStore<ListCopy | undefined>('readonly', (store) => store.get(mission));
	if (!copy) return null;
	if (copy.userId !== userId) {
		await inStore('readwrite', (store) => store.clear());
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
			Number.isInteger(list.sequence) &&
			list.coverage !== undefined;
		return readable ? (list as ListInForce) : undefined;
	} catch {
		return undefined;
	}
}

/** Removes every kept list, as signing out must. */
export async function forgetLists(): Promise<void> {
	await inStore('readwrite', (store) => store.clear());
}

function announcedHash(response: Response): string | undefined {
	// A proxy that compresses may turn a strong tag into a weak one; the hash inside is the same.
	return /^(?:W\/)?"([0-9a-f]{64})"$/.exec(response.headers.get('etag') ?? '')?.[1];
}

async function hashOf(bytes: BufferSource): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function keepList(copy: ListCopy): Promise<void> {
	await inStore('readwrite', (store) => store.put(copy, copy.mission));
}

async function deleteList(mission: string, userId: string): Promise<void> {
	if (await findKeptList(mission, userId))
		await inStore('readwrite', (store) => store.delete(mission));
}

/** One request on the store; undefined where the browser keeps nothing (private windows). */
async function inStore<T>(
	mode: IDBTransactionMode,
	request: (store: IDBObjectStore) => IDBRequest
): Promise<T | undefined> {
	try {
		const database = await openDatabase();
		try {
			return await new Promise<T>((resolve, reject) => {
				const transaction = database.transaction(STORE, mode);
				const asked = request(transaction.objectStore(STORE));
				transaction.oncomplete = () => resolve(asked.result as T);
				transaction.onabort = transaction.onerror = () => reject(transaction.error);
			});
		} finally {
			database.close();
		}
	} catch {
		return undefined;
	}
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(DATABASE, 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
}
