import { RateLimit } from './rate-limit.ts';

// Someone who mistypes gets through; someone who guesses does not. By address and name together
// first, so that a stranger cannot lock a Head of Mission out; by name alone against many addresses.
const signInsByAddress = new RateLimit({ burst: 40, perMinute: 30 });
const failuresByAddressAndName = new RateLimit({ burst: 8, perMinute: 1 });
const failuresByName = new RateLimit({ burst: 60, perMinute: 2 });
// Saving a draft while typing stays far below this.
const writesByPerson = new RateLimit({ burst: 120, perMinute: 120 });

export type Caller = {
	address: string;
	/** Who is signed in, as far as known when the call is made. */
	person(): string | undefined;
	onLimit(retryAfterSeconds: number): void;
};

/** The fetch of one request's supabase-js, with the limits of sign-in and of every write before it. */
export function limitFetch(inner: typeof fetch, caller: Caller): typeof fetch {
	return async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		if (url.pathname.endsWith('/auth/v1/token')) {
			return url.searchParams.get('grant_type') === 'password'
				? signIn(inner, input, init, caller)
				: inner(input, init);
		}
		if (isWrite(url, init)) {
			const wait = writesByPerson.take(caller.person() ?? caller.address, Date.now());
			if (wait > 0) return refuse(wait, caller);
		}
		return inner(input, init);
	};
}

/** Reads are named for what they are; everything else may change something. */
function isWrite(url: URL, init: RequestInit | undefined): boolean {
	const name = /\/rest\/v1\/rpc\/(\w+)$/.exec(url.pathname)?.[1];
	if (name) return !/^(get_|list_|whoami$)/.test(name);
	return (init?.method ?? 'GET') !== 'GET' && !url.pathname.endsWith('/auth/v1/logout');
}

async function signIn(
	inner: typeof fetch,
	input: Parameters<typeof fetch>[0],
	init: RequestInit | undefined,
	caller: Caller
): Promise<Response> {
	const now = Date.now();
	const body = JSON.parse(String(init?.body ?? '{}')) as { email?: unknown };
	const name = String(body.email ?? '')
		.trim()
		.toLowerCase();
	const both = `${caller.address} ${name}`;
	const wait =
		signInsByAddress.take(caller.address, now) ||
		failuresByAddressAndName.take(both, now) ||
		failuresByName.take(name, now);
	if (wait > 0) return refuse(wait, caller);
	const response = await inner(input, init);
	if (response.ok) {
		failuresByAddressAndName.giveBack(both);
		failuresByName.giveBack(name);
	}
	return response;
}

/** In a shape that both halves of supabase-js (Auth and PostgREST) read. */
function refuse(wait: number, caller: Caller): Response {
	caller.onLimit(wait);
	const message = `Too many attempts. Wait ${wait} seconds and try again.`;
	return Response.json(
		{
			code: 'PT429',
			error_code: 'over_request_rate_limit',
			msg: message,
			message,
			hint: 'tooMany',
			details: null
		},
		{ status: 429, headers: { 'retry-after': String(wait) } }
	);
}
