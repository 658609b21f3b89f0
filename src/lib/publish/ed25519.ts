/**
 * Ed25519 (RFC 8032) by the platform. Browsers before 2025 may lack it: for them alone the library
 * is loaded.
 */

export const toHex = (bytes: ArrayBuffer | Uint8Array) =>
	Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const fromBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

export async function hashOf(bytes: BufferSource): Promise<string> {
	return toHex(await crypto.subtle.digest('SHA-256', bytes));
}

/** The twelve bytes before every Ed25519 public key in SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = '302a300506032b6570032100';

export const isEd25519Key = (spki: Uint8Array) =>
	spki.length === 44 && toHex(spki.subarray(0, 12)) === SPKI_PREFIX;

export async function verifyEd25519(
	spki: Uint8Array<ArrayBuffer>,
	signature: Uint8Array<ArrayBuffer>,
	bytes: Uint8Array<ArrayBuffer>
): Promise<boolean> {
	let key: CryptoKey;
	try {
		key = await crypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']);
	} catch (error) {
		if ((error as DOMException).name !== 'NotSupportedError') return false;
		const { verifyAsync } = await import('@noble/ed25519');
		// Strict, as the platform is: one message, one signature.
		return verifyAsync(signature, bytes, spki.subarray(12), { zip215: false });
	}
	return crypto.subtle.verify('Ed25519', key, signature, bytes);
}
