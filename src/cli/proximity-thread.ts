/** Threads that measure proximity for a command, one for each core. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import {
	buffersOf,
	makeAnswerer,
	type Answer,
	type Helper,
	type Question
} from '../lib/core/proximity/in-parallel.ts';

if (!isMainThread) {
	const answer = makeAnswerer();
	parentPort!.on('message', (question: Question) => {
		const found = answer(question);
		parentPort!.postMessage(found, buffersOf(found));
	});
}

/** Helps with `work` on all cores, and ends the threads afterwards. */
export async function withThreads<T>(
	work: (helpers: Helper[]) => Promise<T>,
	cores = availableParallelism()
): Promise<T> {
	const path = fileURLToPath(import.meta.url);
	const threads = Array.from({ length: cores }, () => new Worker(path));
	try {
		return await work(threads.map(helperOf));
	} finally {
		await Promise.all(threads.map((thread) => thread.terminate()));
	}
}

function helperOf(thread: Worker): Helper {
	return {
		ask: (question, transfer) =>
			new Promise<Answer>((resolve, reject) => {
				const settle = (then: () => void) => {
					thread.off('message', onMessage);
					thread.off('error', onError);
					then();
				};
				const onMessage = (answer: Answer) => settle(() => resolve(answer));
				const onError = (error: unknown) => settle(() => reject(error));
				thread.on('message', onMessage);
				thread.on('error', onError);
				thread.postMessage(question, transfer);
			})
	};
}
