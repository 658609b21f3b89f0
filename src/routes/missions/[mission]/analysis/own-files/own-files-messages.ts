/** What the page and the worker that holds its files say to each other. */
import type { PictureView, PointedAt, PointPicture } from '$lib/map/point-picture';
import type { Fault } from '$lib/sources/table';
import type { Sort } from '$lib/ui/table';
import type { Chosen, FileFormat, Looks, Question, Row, Step, Summary } from './measured-files';
import { FaultyFile, type Side } from './sides';

export type Asked = { number: number } & (
	| { ask: 'measure'; question: Question }
	| { ask: 'rows'; side: Side; sort: Sort; count: number; locale: string }
	| { ask: 'drawing'; view: PictureView; looks: Looks }
	| { ask: 'find'; at: PointedAt; looks: Looks }
	| { ask: 'file'; format: FileFormat }
);

export type Answered = {
	summary?: Summary;
	drawing?: PointPicture;
	found?: Chosen | null;
	rows?: Row[];
	file?: Blob;
};
export type Refused =
	{ side: Side; faults: readonly Fault[] } | { key: 'memory' | 'unreadable' | 'broken' };
export type Told =
	{ step: Step } | ({ number: number } & ({ answered: Answered } | { refused: Refused }));

/** Answers one question, or says why not. A picture is handed over, not copied. */
export function answerWith(number: number, send: (told: Told, transfer?: ArrayBuffer[]) => void) {
	return async (work: () => Answered | Promise<Answered>): Promise<void> => {
		try {
			const answered = await work();
			send({ number, answered }, answered.drawing ? [answered.drawing.pixels.buffer] : []);
		} catch (reason) {
			if (!(reason instanceof FaultyFile)) console.error(reason);
			send({ number, refused: refusalOf(reason) });
		}
	};
}

export function refusalOf(reason: unknown): Refused {
	if (reason instanceof FaultyFile) return { side: reason.side, faults: reason.faults };
	// A column that does not fit throws this; a file that changed or went away throws the other.
	if (reason instanceof RangeError) return { key: 'memory' };
	return { key: reason instanceof DOMException ? 'unreadable' : 'broken' };
}
