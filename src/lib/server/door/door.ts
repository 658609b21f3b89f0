import type { Engine } from '../engine/engine.ts';
import { createAuth } from './auth.ts';
import { authError, noSuchRoute, restError } from './reply.ts';
import { callFunction, readCatalogue } from './rpc.ts';
import { createTokenIssuer, type Claims } from './tokens.ts';

export type Door = { url: string; key: string; fetch: typeof fetch };

/** What supabase-js sends for a caller who is not signed in. It opens nothing. */
const anonymousKey = 'anonymous';

/**
 * A `fetch` for supabase-js that answers from the engine, in the contract of Supabase Auth and
 * PostgREST as far as Cordon uses it. It is a function, mounted on no address: browsers talk to our
 * routes, our routes to supabase-js with the person's own token, and the database decides.
 */
export async function openDoor(engine: Engine): Promise<Door> {
	const tokens = await createTokenIssuer(engine);
	const catalogue = await readCatalogue(engine);
	const answerAuth = createAuth(engine, tokens);

	/** Claims of the caller, null for nobody, undefined for a token that is not (or no longer) good. */
	async function readCaller(request: Request): Promise<Claims | null | undefined> {
		const [scheme, token] = (request.headers.get('authorization') ?? '').split(' ');
		if (!token || token === anonymousKey) return null;
		return scheme?.toLowerCase() === 'bearer' ? tokens.verify(token) : undefined;
	}

	async function answerRpc(request: Request, url: URL, claims: Claims | null) {
		const name = decodeURIComponent(url.pathname.replace('/rest/v1/rpc/', ''));
		const profile = request.headers.get('content-profile');
		if (request.method !== 'POST' || profile !== 'api') {
			return restError(
				406,
				'PGRST106',
				'Only POST to functions of the schema api is answered here'
			);
		}
		const args: unknown = await request.json().catch(() => undefined);
		if (typeof args !== 'object' || args === null || Array.isArray(args)) {
			return restError(400, 'PGRST102', 'The arguments must be a JSON object');
		}
		return callFunction(engine, catalogue, claims, name, args as Record<string, unknown>);
	}

	return {
		url: 'http://cordon.invalid',
		key: anonymousKey,
		async fetch(input, init) {
			const request = new Request(input, init);
			const url = new URL(request.url);
			const isAuth = url.pathname.startsWith('/auth/v1/');
			// Tokens are exchanged without looking at the one that ran out.
			const claims = url.pathname === '/auth/v1/token' ? null : await readCaller(request);
			if (claims === undefined) {
				return isAuth
					? authError(403, 'bad_jwt', 'invalid JWT')
					: restError(401, 'PGRST301', 'JWT expired or invalid');
			}
			if (isAuth) return answerAuth(request, url, claims);
			if (url.pathname.startsWith('/rest/v1/rpc/')) return answerRpc(request, url, claims);
			return noSuchRoute();
		}
	};
}
