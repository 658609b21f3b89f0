/** Reads, measures and keeps the answer beside the page. Ending this worker ends all of it. */
import {
	helpYourself,
	type Answer,
	type Helper,
	type Question
} from '$lib/core/proximity/in-parallel';
import { MeasuredFiles, threadsFor } from './measured-files';
import { answerWith, type Asked, type Told } from './own-files-messages';

const send = (told: Told, transfer: ArrayBuffer[] = []) => self.postMessage(told, { transfer });
let measured: MeasuredFiles | undefined;

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
	const answer = answerWith(data.number, send);
	if (data.ask === 'measure') {
		const threads: Worker[] = [];
		await answer(async () => {
			measured = await MeasuredFiles.of(
				data.question,
				(places) => startHelpers(threads, threadsFor(places, navigator.hardwareConcurrency)),
				(step) => send({ step }),
				() => performance.now()
			);
			return { summary: measured.summary };
		});
		threads.forEach((thread) => thread.terminate());
	} else if (data.ask === 'rows') {
		const compare = new Intl.Collator(data.locale, { numeric: true, sensitivity: 'base' }).compare;
		await answer(() => ({ rows: measured!.rows(data.side, data.sort, data.count, compare) }));
	} else if (data.ask === 'drawing') {
		await answer(() => ({ drawing: measured!.drawing(data.view, data.looks) }));
	} else if (data.ask === 'find') {
		await answer(() => ({ found: measured!.find(data.at, data.looks) }));
	} else await answer(() => ({ file: measured!.file(data.format) }));
};

function startHelpers(threads: Worker[], count: number): Helper[] {
	if (count === 1) return [helpYourself()];
	return Array.from({ length: count }, () => {
		const thread = new Worker(new URL('./measuring-worker.ts', import.meta.url), {
			type: 'module'
		});
		threads.push(thread);
		return {
			ask: (question: Question, transfer: ArrayBuffer[]) =>
				new Promise<Answer>((resolve, reject) => {
					thread.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
					thread.onerror = ({ message }) => reject(new Error(message));
					thread.postMessage(question, transfer);
				})
		};
	});
}
