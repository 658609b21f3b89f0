/** Radii in metres from words such as "500, 1000", ascending, each once; undefined for anything else. */
export function parseRings(text: string): number[] | undefined {
	const rings = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
	if (!rings.every((ring) => Number.isFinite(ring) && ring >= 0)) return undefined;
	return [...new Set(rings)].sort((a, b) => a - b);
}

/** The narrowest ring in which a place has a site, by number; the number of rings where none has. */
export function narrowestRings(counts: Int32Array, rings: number): Uint8Array {
	const narrowest = new Uint8Array(rings === 0 ? 0 : counts.length / rings).fill(rings);
	for (let i = 0; i < narrowest.length; i++) {
		for (let ring = 0; ring < rings; ring++) {
			if (counts[i * rings + ring]! === 0) continue;
			narrowest[i] = ring;
			break;
		}
	}
	return narrowest;
}

/** The middle one, the upper of two; undefined of none. */
export function medianOf(values: Float64Array): number | undefined {
	return values.slice().sort()[values.length >> 1];
}
