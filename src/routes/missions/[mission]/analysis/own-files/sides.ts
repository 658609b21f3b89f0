/** The two sides of the question: each a file on this device, or records that the page holds. */
import { PointReader } from '$lib/sources/point-reader';
import { piecesOf, readPoints } from '$lib/sources/point-stream';
import type { Fault } from '$lib/sources/table';

/** What a page may be asked to hold: some 600 MB at most, with both sides full. */
export const LIMITS = { places: 2_000_000, sites: 100_000, megabytes: 500, rings: 4 };

export const SIDES = ['places', 'sites'] as const;
export type Side = (typeof SIDES)[number];

/** By number, as they stand in the file; personnel of sites only. */
export type Columns = {
	ids: string[];
	lng: Float64Array;
	lat: Float64Array;
	personnel: Float64Array;
};

/** The file cannot be used: its owner's to mend. */
export class FaultyFile extends Error {
	readonly side: Side;
	readonly faults: readonly Fault[];
	constructor(side: Side, faults: readonly Fault[]) {
		super(`faults in the file of ${side}`);
		this.side = side;
		this.faults = faults;
	}
}

/** Reads a file as a stream; `onShare` is told what part of it was taken. */
export async function readSide(
	side: Side,
	given: Blob | Columns,
	onShare: (share: number) => void
): Promise<Columns> {
	if (!(given instanceof Blob)) return given;
	if (given.size > LIMITS.megabytes * 1e6) {
		throw new FaultyFile(side, [{ row: null, column: null, key: 'fileTooLarge', value: null }]);
	}
	const kinds: Record<string, 'count'> = side === 'sites' ? { personnel: 'count' } : {};
	const reader = await readPoints(
		piecesOf(given.stream()),
		new PointReader(kinds, [], ['id'], LIMITS[side]),
		(bytes) => onShare(bytes / given.size)
	);
	if (reader.faults.length > 0) throw new FaultyFile(side, reader.faults);
	// Copies, because the columns of a reader have room to grow.
	return {
		ids: reader.ids,
		lng: reader.lng.view().slice(),
		lat: reader.lat.view().slice(),
		personnel: reader.columns.personnel?.view().slice() ?? new Float64Array()
	};
}
