/** The page's end: one worker for one question, ended with all it holds when told to stop. */
import type { Sort } from '$lib/ui/table';
import type { PointView } from '$lib/map/packed-points';
import type { Drawing, FileFormat, Question, Row, Step, Summary } from './measured-files';
import type { Answered, Asked, Refused, Told } from './own-files-messages';
import type { Side } from './sides';

/** Rows that are asked for at once; more are read in the files. */
export const SHOWN_ROWS = 1000;

type Without<T> = T extends unknown ? Omit<T, 'number'> : never;

export class OwnFiles {
	status: 'idle' | 'working' | 'stopped' | 'refused' | 'done' = $state('idle');
	step: Step | undefined = $state.raw();
	refused: Refused | undefined = $state.raw();
	/** Of what the worker holds. */
	summary: Summary | undefined = $state.raw();

	#worker: Worker | undefined;
	#waiting = new Map<
		number,
		{ resolve: (answered: Answered) => void; reject: (refused: Refused) => void }
	>();
	#number = 0;

	async measure(question: Question): Promise<void> {
		this.#end();
		this.status = 'working';
		const worker = new Worker(new URL('./own-files-worker.ts', import.meta.url), {
			type: 'module'
		});
		this.#worker = worker;
		worker.onmessage = ({ data }: MessageEvent<Told>) => {
			if ('step' in data) return void (this.step = data.step);
			const waiting = this.#waiting.get(data.number);
			this.#waiting.delete(data.number);
			if ('answered' in data) waiting?.resolve(data.answered);
			else waiting?.reject(data.refused);
		};
		worker.onerror = () => this.#refuse({ key: 'broken' });
		try {
			this.summary = (await this.#ask({ ask: 'measure', question })).summary!;
			this.status = 'done';
		} catch (refused) {
			this.#refuse(refused as Refused);
		}
	}

	/** The first rows of a side in an order. */
	async rows(side: Side, sort: Sort, locale: string): Promise<Row[]> {
		const asked = { ask: 'rows', side, sort, locale, count: SHOWN_ROWS } as const;
		return (await this.#ask(asked)).rows!;
	}

	/** The points that a screen can show. */
	async drawing(view: PointView): Promise<Drawing> {
		return (await this.#ask({ ask: 'drawing', view })).drawing!;
	}

	async file(format: FileFormat): Promise<Blob> {
		return (await this.#ask({ ask: 'file', format })).file!;
	}

	/** Stops at once: the worker, its threads and everything they read are gone. */
	stop(): void {
		this.#end();
		this.status = 'stopped';
	}

	#refuse(refused: Refused): void {
		this.#end();
		this.refused = refused;
		this.status = 'refused';
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#waiting.clear();
		this.step = this.refused = this.summary = undefined;
	}

	#ask(asked: Without<Asked>): Promise<Answered> {
		const number = this.#number++;
		return new Promise((resolve, reject) => {
			this.#waiting.set(number, { resolve, reject });
			this.#worker?.postMessage({ ...asked, number });
		});
	}
}
