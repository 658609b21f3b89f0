/** What a refused call of the database becomes: an error page, or a JSON answer with its status. */
import { error, json } from '@sveltejs/kit';
import { ApiError } from '$lib/data/client';

/** A call that never reached the database has status 0. */
const statusOf = (failure: ApiError) => (failure.status >= 400 ? failure.status : 503);

/** For pages: what the database refused becomes the page that says so. */
export function refuse(reason: unknown): never {
	if (reason instanceof ApiError) error(statusOf(reason), reason.failure.message);
	throw reason;
}

/** The result of the work, or the page that says why not. */
export async function orError<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (reason) {
		refuse(reason);
	}
}

/** For endpoints: refused means an ApiFailure. Never stored: answers differ by person. */
export async function toJson(work: Promise<unknown>): Promise<Response> {
	const headers = { 'cache-control': 'private, no-store' };
	try {
		return json(await work, { headers });
	} catch (reason) {
		if (!(reason instanceof ApiError)) throw reason;
		return json(reason.failure, { status: statusOf(reason), headers });
	}
}

export function invalid(message: string): Response {
	return json({ kind: 'invalid', key: 'invalid', message }, { status: 422 });
}
