/** What Cordon keeps on the device: one database of the browser, a store for each kind of thing. */

const DATABASE = 'cordon';
/** In the order in which they came: a database of version n has the first n. */
const STORES = ['lists', 'trust', 'acknowledgements'] as const;
export type StoreName = (typeof STORES)[number];

/** One request on the store; undefined where the browser keeps nothing (private windows). */
export async function inStore<T>(
	name: StoreName,
	mode: IDBTransactionMode,
	request: (store: IDBObjectStore) => IDBRequest
): Promise<T | undefined> {
	try {
		const database = await openDatabase();
		try {
			return await new Promise<T>((resolve, reject) => {
				const transaction = database.transaction(name, mode);
				const asked = request(transaction.objectStore(name));
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
		const opening = indexedDB.open(DATABASE, STORES.length);
		opening.onupgradeneeded = ({ oldVersion }) => {
			for (const store of STORES.slice(oldVersion)) opening.result.createObjectStore(store);
		};
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
}
