/** Computes hotspots beside the page, so that it stays awake; ending the worker ends the work. */
import { answer, type Answer, type Question } from './hotspot-findings';

export type Message = { progress: number } | { answer: Answer } | { failed: true };

const send = (message: Message) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Question>) => {
	try {
		send({ answer: answer(data, (progress) => send({ progress })) });
	} catch (reason) {
		console.error(reason);
		send({ failed: true });
	}
};
