import { encode } from 'uqr';

/**
 * A QR code (ISO/IEC 18004): its dark modules as one path in a square of `size` modules, the quiet zone
 * of four on each side included.
 */
export function drawQr(text: string): { size: number; path: string } {
	const { size, data } = encode(text, { ecc: 'M', border: 4 });
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}
