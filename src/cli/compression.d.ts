/** What serve.ts uses of the package, which brings no types and whose outside types bring Express. */
declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	export default function compression(): (
		request: IncomingMessage,
		response: ServerResponse,
		next: () => void
	) => void;
}
