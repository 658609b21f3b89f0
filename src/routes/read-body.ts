/** What a request brings, or the answer that it cannot be read. */
import { error } from '@sveltejs/kit';

export async function readJson(request: Request): Promise<Record<string, unknown>> {
	if (!request.headers.get('content-type')?.includes('json')) error(415, 'JSON is expected here.');
	const body = await readable<unknown>(request.json());
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		error(400, 'A JSON object is expected here.');
	return body as Record<string, unknown>;
}

export const readForm = (request: Request): Promise<FormData> => readable(request.formData());

/** SvelteKit's own refusal of a body that is too large keeps its status. */
const readable = <T>(reading: Promise<T>): Promise<T> =>
	reading.catch((reason: unknown) => {
		if (reason instanceof Error && 'status' in reason) throw reason;
		error(400, 'What was sent cannot be read.');
	});
