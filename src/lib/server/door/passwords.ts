import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

// OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3 (32 MB, about a tenth of a second).
const cost = { ln: 15, r: 8, p: 3 };
const keyBytes = 32;

type Cost = typeof cost;
const options = ({ ln, r, p }: Cost) => ({ N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r });

/** scrypt in the PHC string format, so that the cost can rise without breaking old passwords. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await derive(password.normalize('NFKC'), salt, keyBytes, options(cost));
	return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${toBase64(salt)}$${toBase64(key)}`;
}

/** Takes as long for a missing hash as for a wrong password: neither tells who has an account. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
	const [, , parameters = '', salt = '', key = ''] = (hash ?? (await nobody)).split('$');
	const [ln, r, p] = [...parameters.matchAll(/\d+/g)].map(Number) as [number, number, number];
	const expected = Buffer.from(key, 'base64');
	const actual = await derive(
		password.normalize('NFKC'),
		Buffer.from(salt, 'base64'),
		expected.length,
		options({ ln, r, p })
	);
	return timingSafeEqual(actual, expected) && hash !== null;
}

/** A random password of about 99 bits, for accounts that Cordon makes. */
export function makePassword(): string {
	// Without the letters and digits that are read for one another.
	const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
	const group = () =>
		Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
	return [group(), group(), group(), group()].join('-');
}

const toBase64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
const nobody = hashPassword(randomBytes(16).toString('hex'));
