/** PNG: what a picture says of itself as iTXt chunks (PNG third edition, 11.3.3.4), after its header. */

const SIGNATURE_AND_HEADER = 8 + 25;

/** The same picture with these texts in it, by their keywords. */
export function withTexts(png: Uint8Array, texts: Record<string, string>): Uint8Array<ArrayBuffer> {
	const chunks = Object.entries(texts)
		.filter(([, text]) => text !== '')
		.map(([keyword, text]) => textChunk(keyword, text));
	const parts = [
		png.subarray(0, SIGNATURE_AND_HEADER),
		...chunks,
		png.subarray(SIGNATURE_AND_HEADER)
	];
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Keyword, not compressed, no language, UTF-8. */
function textChunk(keyword: string, text: string): Uint8Array {
	const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
	const chunk = new Uint8Array(data.length + 8);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length - 4);
	chunk.set(data, 4);
	view.setUint32(data.length + 4, crc32(data));
	return chunk;
}

function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}
