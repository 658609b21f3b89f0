/** One of the threads among which places are shared out. */
import { buffersOf, makeAnswerer, type Question } from '$lib/core/proximity/in-parallel';

const answer = makeAnswerer();

self.onmessage = ({ data }: MessageEvent<Question>) => {
	const found = answer(data);
	self.postMessage(found, { transfer: buffersOf(found) });
};
