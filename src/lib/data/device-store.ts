/** What Cordon keeps on the device: one database of the browser, a store for each kind of thing. */

const DATABASE = 'cordon';
/** In the order in which they came: a database of version n has the first n. */
const STORES = ['lists', 'trust', 'acknowledgements', 'visits', 'person'] as const;
export type StoreName = (typeof STORES)[number];

/** One request on the store; undefined where the browser keeps nothing (private windows). */
export async function inStore<T>(
	name: StoreName,
	mode: IDBTransactionMode,
	request: (store: IDBObjectStore) => IDBRequest
): Promise<T | undefined> {
	let asked: IDBRequest | undefined;
	const done = await inStores([name], mode, (transaction) => {
		asked = request(transaction.objectStore(name));
	});
	return done ? (asked?.result as T) : undefined;
}

/** One transaction over several stores: all of it happens, or nothing. False when nothing did. */
export async function inStores(
	names: StoreName[],
	mode: IDBTransactionMode,
	work: (transaction: IDBTransaction) => void
): Promise<boolean> {
	try {
		const database = await openDatabase();
		try {
			await new Promise<void>((resolve, reject) => {
				const transaction = database.transaction(names, mode);
				transaction.oncomplete = () => resolve();
				transaction.onabort = transaction.onerror = () => reject(transaction.error);
				work(transaction);
			});
			return true;
		} finally {
			database.close();
		}
	} catch {
		return false;
	}
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(DATABASE, STORES.length);
		opening.onupgradeneeded = ({ oldVersion }) => {
			for (const store of STORES.slice(oldVersion)) opening.result.createObjectStore(store);
		};
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
}
