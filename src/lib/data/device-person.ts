/**
 * Whose device it is at the moment. What belongs to a person (their lists and visits) goes when they
 * sign out or somebody else signs in, also what was asked for before and arrives after: whoever keeps
 * such a thing takes a turn before asking the server, and a turn ends with the person.
 */
import { inStore, inStores } from './device-store';

type Person = {
	/** Grows each time the person goes. */
	turn: number;
	/** Who is signed in, by the server's last word; null for nobody. */
	userId: string | null;
	/** They signed out without a network: the server does not know yet, and nothing may be kept. */
	leaving: boolean;
};
type Personal = 'lists' | 'visits';

const PERSONAL: Personal[] = ['lists', 'visits'];
const KEY = 'person';
const NOBODY: Person = { turn: 0, userId: null, leaving: false };

const readPerson = async (): Promise<Person> =>
	(await inStore<Person>('person', 'readonly', (store) => store.get(KEY))) ?? NOBODY;

/** To be taken before the server is asked; null while nothing may be kept. */
export async function takeTurn(): Promise<number | null> {
	const { turn, leaving } = await readPerson();
	return leaving ? null : turn;
}

/** Keeps what the server gave in this turn; nothing when the turn has ended. */
export async function keepInTurn(
	turn: number | null,
	name: Personal,
	value: unknown,
	key: string
): Promise<void> {
	await withPerson([name], (person, transaction) => {
		if (person.turn === turn && !person.leaving) transaction.objectStore(name).put(value, key);
		return person;
	});
}

/** The server says who is signed in: what is kept of anybody else goes. */
export async function meetPerson(userId: string): Promise<void> {
	await withPerson(PERSONAL, (person, transaction) => {
		if (person.userId === userId) return person;
		if (person.userId === null) return { ...person, userId };
		clearPersonal(transaction);
		return { ...person, turn: person.turn + 1, userId };
	});
}

/** Removes everything personal. `leaving` until the server was told. */
export async function forgetPerson(leaving = false): Promise<void> {
	await withPerson(PERSONAL, ({ turn }, transaction) => {
		clearPersonal(transaction);
		return { turn: turn + 1, userId: null, leaving };
	});
}

/** Whether somebody signed out here and the server has not been told. */
export const isLeaving = async (): Promise<boolean> => (await readPerson()).leaving;

function clearPersonal(transaction: IDBTransaction): void {
	for (const name of PERSONAL) transaction.objectStore(name).clear();
}

/** Reads the person, works and writes the person back, in one transaction. */
async function withPerson(
	names: Personal[],
	work: (person: Person, transaction: IDBTransaction) => Person
): Promise<void> {
	await inStores(['person', ...names], 'readwrite', (transaction) => {
		const store = transaction.objectStore('person');
		const reading = store.get(KEY);
		reading.onsuccess = () => {
			const person = (reading.result as Person | undefined) ?? NOBODY;
			const next = work(person, transaction);
			if (next !== person) store.put(next, KEY);
		};
	});
}
