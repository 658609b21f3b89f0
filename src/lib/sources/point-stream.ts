/** A file of points read piece by piece, as it comes from a disk or from a page's file field. */
import type { PointColumns, PointReader } from './point-reader';
import { encodingOf } from './table';

/**
 * Reads to the end, or to where a fault makes the rest worthless. `onRead` is told the bytes taken.
 */
export async function readPoints<C extends PointColumns>(
	pieces: AsyncIterable<Uint8Array>,
	reader: PointReader<C>,
	onRead?: (bytes: number) => void
): Promise<PointReader<C>> {
	let decoder: TextDecoder | undefined;
	let bytes = 0;
	const decode = (piece?: Uint8Array) => {
		try {
			return decoder?.decode(piece, { stream: piece !== undefined }) ?? '';
		} catch {
			reader.refuse('encodingUnknown');
			return '';
		}
	};
	for await (const piece of pieces) {
		decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
		reader.push(decode(piece));
		if (reader.isDone) break;
		onRead?.((bytes += piece.length));
	}
	reader.push(decode());
	reader.end();
	return reader;
}

/** The pieces of a stream; not every browser iterates over streams by itself. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel();
	}
}
