/** What a refused call of the database becomes: an error page, or a JSON answer with its status. */
import { error, json } from '@sveltejs/kit';
import { ApiError } from '$lib/data/client';

/** A call that never reached the database has status 0. */
const statusOf = (failure: ApiError) => (failure.status >= 400 ? failure.status : 503);

/** For pages: refused means the error page. */
export async function orError<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (failure) {
		if (failure instanceof ApiError) error(statusOf(failure), failure.failure.message);
		throw failure;
	}
}

/** For endpoints: refused means an ApiFailure. */
export async function toJson(work: Promise<unknown>): Promise<Response> {
	try {
		return json(await work);
	} catch (failure) {
		if (failure instanceof ApiError) return json(failure.failure, { status: statusOf(failure) });
		throw failure;
	}
}

export function invalid(message: string): Response {
	return json({ kind: 'invalid', key: 'invalid', message }, { status: 422 });
}
