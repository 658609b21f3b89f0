/** What a refused call of the database becomes: a page, a form's failure, or JSON with its status. */
import { error, fail, json } from '@sveltejs/kit';
import { ApiError } from '$lib/data/client';

/** A call that never reached the database has status 0. */
const statusOf = (failure: ApiError) => (failure.status >= 400 ? failure.status : 503);

/** For pages: the result of the work, or the page that says why not. */
export async function orError<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (reason) {
		if (reason instanceof ApiError) error(statusOf(reason), reason.failure.message);
		throw reason;
	}
}

/** For form actions: the result of the work, or the refusal for the form to show. */
export async function orFail<T>(work: Promise<T>) {
	try {
		return await work;
	} catch (reason) {
		if (!(reason instanceof ApiError)) throw reason;
		return fail(statusOf(reason), { failure: reason.failure });
	}
}

/** For endpoints: refused means an ApiFailure. Never stored: answers differ by person. */
export async function toJson<T>(
	work: Promise<T>,
	write: (result: T) => Response = (result) => json(result, { headers })
): Promise<Response> {
	try {
		return write(await work);
	} catch (reason) {
		if (!(reason instanceof ApiError)) throw reason;
		return json(reason.failure, { status: statusOf(reason), headers });
	}
}

const headers = { 'cache-control': 'private, no-store' };

export function invalid(message: string): Response {
	return json({ kind: 'invalid', key: 'invalid', message }, { status: 422 });
}
