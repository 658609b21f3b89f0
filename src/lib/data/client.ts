import type { SupabaseClient } from '@supabase/supabase-js';
import type { Api, ApiFailure } from './api';

/** A refused or failed call. `failure.key` names the message that the interface shows. */
export class ApiError extends Error {
	override name = 'ApiError';
	readonly failure: ApiFailure;
	readonly status: number;
	constructor(failure: ApiFailure, status: number) {
		super(failure.message);
		this.failure = failure;
		this.status = status;
	}
}

/**
 * Calls a function of schema `api` as the person whose client this is. Objects travel as JSON text,
 * which the function casts itself: the same on every engine.
 */
export async function call<Name extends keyof Api>(
	supabase: SupabaseClient,
	name: Name,
	args: Api[Name]['args']
): Promise<Api[Name]['result']> {
	const sent = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, toSent(value)]));
	const { data, error, status } = await supabase.schema('api').rpc(name, sent);
	if (error) throw new ApiError(toFailure(status, error), status);
	return data as Api[Name]['result'];
}

function toSent(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	try {
		return JSON.stringify(value);
	} catch {
		// Nested deeper than the machine can write: nobody's record, and no fault of ours.
		throw new ApiError({ kind: 'invalid', ...sentences.invalid }, 422);
	}
}

const kinds: Record<number, ApiFailure['kind']> = {
	400: 'invalid',
	401: 'signed_out',
	403: 'forbidden',
	404: 'not_found',
	409: 'conflict',
	413: 'invalid',
	422: 'invalid',
	429: 'too_many'
};

/** What to say when the database did not choose the words: nothing of its own, which could tell too much. */
const sentences: Record<ApiFailure['kind'], { key: string; message: string }> = {
	signed_out: { key: 'signedOut', message: 'You are signed out. Sign in again.' },
	forbidden: { key: 'forbidden', message: 'Your role in this mission does not allow this.' },
	not_found: { key: 'notFound', message: 'There is nothing here, or it is not for you.' },
	conflict: { key: 'conflict', message: 'Somebody changed this meanwhile. Load it again.' },
	invalid: { key: 'invalid', message: 'Something in this entry is not right.' },
	too_many: { key: 'tooMany', message: 'Too many at once. Wait a moment and try again.' },
	unavailable: { key: 'unavailable', message: 'The database does not answer. Try again shortly.' }
};

function toFailure(
	status: number,
	error: { code: string; message: string; hint: string | null }
): ApiFailure {
	const kind = kinds[status] ?? 'unavailable';
	const spoken = /^PT\d{3}$/.test(error.code);
	const key = spoken && error.hint ? error.hint : sentences[kind].key;
	return { kind, key, message: spoken ? error.message : sentences[kind].message };
}
