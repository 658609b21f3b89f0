/** The QR code of a version on paper. */
import { drawQr } from '../qr';
import type { PaperFacts } from './facts';

/**
 * What the code says: `cordon:` with mission, number, version, and the list's sequence and hash; as the
 * fragment of the version's address where a reader can open one, so that no server is told the hash.
 */
export function qrText({ version, list, address }: PaperFacts): string {
	const { mission, sequence, sha256 } = list;
	const name = `cordon:${mission.slug}/${version.number}.${version.version}?list=${sequence}&sha256=${sha256}`;
	return address ? `${address}#${name}` : name;
}

export function qrSvg(text: string): string {
	const { size, path } = drawQr(text);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges">` +
		`<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
	);
}
