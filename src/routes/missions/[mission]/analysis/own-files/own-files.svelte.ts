/** The page's end: one worker for one question, ended with all it holds when told to stop. */
import type { PictureView, PointedAt, PointPicture } from '$lib/map/point-picture';
import type { Sort } from '$lib/ui/table';
import type { Chosen, FileFormat, Looks, Question, Row, Step, Summary } from './measured-files';
import { OwnFilesLink } from './own-files-link';
import type { Refused } from './own-files-messages';
import type { Side } from './sides';

/** Rows that are asked for at once; more are read in the files. */
const SHOWN_ROWS = 1000;

export class OwnFiles {
	status: 'idle' | 'working' | 'stopped' | 'refused' | 'done' = $state('idle');
	step: Step | undefined = $state.raw();
	refused: Refused | undefined = $state.raw();
	/** Of what the worker holds. */
	summary: Summary | undefined = $state.raw();

	#link: OwnFilesLink | undefined;

	async measure(question: Question): Promise<void> {
		this.#end();
		this.status = 'working';
		const refuse = (refused: Refused) => {
			this.#end();
			this.refused = refused;
			this.status = 'refused';
		};
		this.#link = new OwnFilesLink(
			(step) => (this.step = step),
			() => refuse({ key: 'broken' })
		);
		try {
			this.summary = (await this.#link.ask({ ask: 'measure', question })).summary!;
			this.status = 'done';
		} catch (refused) {
			refuse(refused as Refused);
		}
	}

	/** The first rows of a side in an order. */
	async rows(side: Side, sort: Sort, locale: string): Promise<Row[]> {
		const asked = { ask: 'rows', side, sort, locale, count: SHOWN_ROWS } as const;
		return (await this.#link!.ask(asked)).rows!;
	}

	async drawing(view: PictureView, looks: Looks): Promise<PointPicture> {
		return (await this.#link!.ask({ ask: 'drawing', view, looks })).drawing!;
	}

	/** What lies under a pointer on the drawing, or near it. */
	async find(at: PointedAt, looks: Looks): Promise<Chosen | null> {
		return (await this.#link!.ask({ ask: 'find', at, looks })).found!;
	}

	async file(format: FileFormat): Promise<Blob> {
		return (await this.#link!.ask({ ask: 'file', format })).file!;
	}

	/** Stops at once: the worker, its threads and everything they read are gone. */
	stop(): void {
		this.#end();
		this.status = 'stopped';
	}

	#end(): void {
		this.#link?.end();
		this.#link = undefined;
		this.step = this.refused = this.summary = undefined;
	}
}
