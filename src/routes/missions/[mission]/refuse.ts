/** Turns what the database refused into the page that says so. */
import { error } from '@sveltejs/kit';
import { ApiError } from '$lib/data/client';

export function refuse(reason: unknown): never {
	if (reason instanceof ApiError) error(reason.status, reason.failure.message);
	throw reason;
}
