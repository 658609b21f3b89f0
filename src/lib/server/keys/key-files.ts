/**
 * Private keys on disk: `<data>/keys/<mission>/<number>-<key id>.json`, each sealed with AES-256-GCM
 * under a key that scrypt makes of CORDON_SECRET, or of a secret generated once into
 * `<data>/secret.txt`. Beside the sealed part stands the public statement, so that a crash between
 * this file and the database can be healed, and nothing has to be unsealed to know whose key it is.
 */
import {
	createCipheriv,
	createDecipheriv,
	createPrivateKey,
	randomBytes,
	scryptSync,
	type KeyObject
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStatement, SignedText } from '../../publish/bundle.ts';
import { writeDurably } from '../durable-file.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';

type KeyFile = {
	format: 'cordon-private-key/1';
	statement: SignedText;
	sealed: { salt: string; iv: string; tag: string; bytes: string };
};

export type KeyStore = {
	/** Statements of the keys that lie here, by number. */
	list(mission: string): { statement: KeyStatement; signed: SignedText }[];
	add(statement: KeyStatement, signed: SignedText, privateKey: KeyObject): void;
	/** Undefined when it is not here; a StartError when the secret does not open it. */
	open(mission: string, key: string): KeyObject | undefined;
	/** Removes a key that never came into office. */
	discard(statement: KeyStatement): void;
};

export function openKeyStore({
	dataFolder,
	secret: givenSecret
}: Pick<Settings, 'dataFolder' | 'secret'>): KeyStore {
	const opened = new Map<string, KeyObject>();
	const folderOf = (mission: string) => join(dataFolder, 'keys', mission);
	const pathOf = ({ mission, number, key }: KeyStatement) =>
		join(folderOf(mission), `${String(number).padStart(3, '0')}-${key}.json`);

	function list(mission: string) {
		const folder = folderOf(mission);
		if (!existsSync(folder)) return [];
		return readdirSync(folder)
			.filter((file) => /^\d+-[0-9a-f]{64}\.json$/.test(file))
			.sort()
			.map((file) => readKeyFile(join(folder, file)));
	}

	return {
		list,
		add(statement, signed, privateKey) {
			const sealed = seal(privateKey, readSecret(dataFolder, givenSecret));
			const file: KeyFile = { format: 'cordon-private-key/1', statement: signed, sealed };
			writeDurably(pathOf(statement), JSON.stringify(file, null, '\t'));
			opened.set(statement.key, privateKey);
		},
		open(mission, key) {
			if (!opened.has(key)) {
				const found = list(mission).find(({ statement }) => statement.key === key);
				if (!found) return undefined;
				opened.set(key, unseal(found.sealed, readSecret(dataFolder, givenSecret), mission));
			}
			return opened.get(key);
		},
		discard(statement) {
			rmSync(pathOf(statement), { force: true });
			opened.delete(statement.key);
		}
	};
}

function readKeyFile(path: string) {
	try {
		const { statement: signed, sealed } = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
		return { statement: JSON.parse(signed.text) as KeyStatement, signed, sealed };
	} catch {
		throw new StartError(
			`The key file ${path} is damaged. Bring back a copy of it, or move it away to go on without it.`
		);
	}
}

const secretFileOf = (dataFolder: string) => join(dataFolder, 'secret.txt');

function readSecret(dataFolder: string, given: string | null): string {
	if (given) return given;
	const file = secretFileOf(dataFolder);
	if (!existsSync(file)) writeDurably(file, `${randomBytes(32).toString('hex')}\n`);
	return readFileSync(file, 'utf8').trim();
}

const deriveKey = (secret: string, salt: Buffer) =>
	scryptSync(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });

function seal(privateKey: KeyObject, secret: string): KeyFile['sealed'] {
	const salt = randomBytes(16);
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, salt), iv);
	const plain = privateKey.export({ type: 'pkcs8', format: 'der' });
	const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
	const parts = { salt, iv, tag: cipher.getAuthTag(), bytes };
	return Object.fromEntries(
		Object.entries(parts).map(([name, part]) => [name, part.toString('base64')])
	) as KeyFile['sealed'];
}

function unseal(sealed: KeyFile['sealed'], secret: string, mission: string): KeyObject {
	const part = (name: keyof KeyFile['sealed']) => Buffer.from(sealed[name], 'base64');
	try {
		const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, part('salt')), part('iv'));
		decipher.setAuthTag(part('tag'));
		const plain = Buffer.concat([decipher.update(part('bytes')), decipher.final()]);
		return createPrivateKey({ key: plain, type: 'pkcs8', format: 'der' });
	} catch {
		throw new StartError(
			`The private key of ${mission} does not open: CORDON_SECRET, or secret.txt in the data folder, is not the one it was sealed with, or its file in keys/ is damaged.`
		);
	}
}
