/** The page's line to a worker of its own: every question has one answer, or a refusal. */
import type { Step } from './measured-files';
import type { Answered, Asked, Refused, Told } from './own-files-messages';

type Without<T> = T extends unknown ? Omit<T, 'number'> : never;
type Waiting = { resolve: (answered: Answered) => void; reject: (refused: Refused) => void };

export class OwnFilesLink {
	readonly #worker = new Worker(new URL('./own-files-worker.ts', import.meta.url), {
		type: 'module'
	});
	readonly #waiting = new Map<number, Waiting>();
	#number = 0;

	/** `onBroken`: the worker itself failed, and answers nothing any more. */
	constructor(onStep: (step: Step) => void, onBroken: () => void) {
		this.#worker.onerror = onBroken;
		this.#worker.onmessage = ({ data }: MessageEvent<Told>) => {
			if ('step' in data) return onStep(data.step);
			const waiting = this.#waiting.get(data.number);
			this.#waiting.delete(data.number);
			if ('answered' in data) waiting?.resolve(data.answered);
			else waiting?.reject(data.refused);
		};
	}

	ask(asked: Without<Asked>): Promise<Answered> {
		const number = this.#number++;
		return new Promise((resolve, reject) => {
			this.#waiting.set(number, { resolve, reject });
			this.#worker.postMessage({ ...asked, number });
		});
	}

	/** What was asked stays without an answer. */
	end(): void {
		this.#worker.terminate();
	}
}
