import { randomUUID } from 'node:crypto';
import { createServerClient } from '@supabase/ssr';
import {
	error,
	redirect,
	type Handle,
	type HandleServerError,
	type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { ApiError, call } from '$lib/data/client';
import { fillDocument, readPreferences } from '$lib/i18n/preferences';
import { limitFetch } from '$lib/server/limited-fetch';
import { describeError } from '$lib/server/log';
import { getCordon } from '$lib/server/running';
import { listSecurityHeaders } from '$lib/server/security-headers';

export const init: ServerInit = async () => {
	if (!building) await getCordon();
};

/** SvelteKit compares Origin for forms; this does it for every other body, JSON above all. */
const refuseForeignWrites: Handle = ({ event, resolve }) => {
	const reads = ['GET', 'HEAD', 'OPTIONS'].includes(event.request.method);
	if (!reads && event.request.headers.get('origin') !== event.url.origin) {
		return Response.json(
			{ kind: 'forbidden', key: 'forbidden', message: 'This request came from another site.' },
			{ status: 403 }
		);
	}
	return resolve(event);
};

const thirtyDaysSeconds = 30 * 24 * 3600;

const attachPerson: Handle = async ({ event, resolve }) => {
	if (building) return resolve(event);
	const { door, demo } = await getCordon();
	const https = event.url.protocol === 'https:';
	// A __Host- cookie must be Secure, which plain http on a loopback address cannot promise in
	// every browser.
	const name = https ? '__Host-cordon' : 'cordon-session';
	event.locals.demo = demo;
	event.locals.me = null;
	event.locals.supabase = createServerClient(door.url, door.key, {
		cookieOptions: {
			name,
			path: '/',
			httpOnly: true,
			secure: https,
			sameSite: 'strict',
			maxAge: thirtyDaysSeconds
		},
		cookies: {
			getAll: () => event.cookies.getAll(),
			setAll(cookies) {
				for (const { name, value, options } of cookies) {
					event.cookies.set(name, value, { ...options, path: '/' });
				}
			}
		},
		global: {
			fetch: limitFetch(door.fetch, {
				address: event.getClientAddress(),
				person: () => event.locals.me?.userId,
				onLimit: (seconds) => (event.locals.retryAfterSeconds = seconds)
			})
		}
	});
	if (event.cookies.getAll().some((cookie) => cookie.name.startsWith(name))) {
		event.locals.me = await findMe(event.locals.supabase);
	}
	return resolve(event);
};

async function findMe(supabase: App.Locals['supabase']) {
	try {
		return await call(supabase, 'whoami', {});
	} catch (failure) {
		if (!(failure instanceof ApiError)) throw failure;
		if (failure.failure.kind === 'unavailable') error(503, failure.message);
		return null;
	}
}

const askToSignIn: Handle = ({ event, resolve }) => {
	if (event.locals.me || !event.url.pathname.startsWith('/missions/')) return resolve(event);
	const { request, url, isDataRequest } = event;
	if (
		request.method === 'GET' &&
		(isDataRequest || request.headers.get('accept')?.includes('html'))
	) {
		redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	}
	const failure = {
		kind: 'signed_out',
		key: 'signedOut',
		message: 'You are signed out. Sign in again; what you were writing is still on your screen.'
	};
	// A form's enhancement reads an ActionResult; everything else the failure itself.
	const body =
		request.headers.get('x-sveltekit-action') === 'true'
			? { type: 'error', status: 401, error: failure }
			: failure;
	return Response.json(body, { status: 401 });
};

const finishAnswer: Handle = async ({ event, resolve }) => {
	const preferences = readPreferences(event.cookies, event.request.headers.get('accept-language'));
	event.locals.locale = preferences.locale;
	event.locals.theme = preferences.theme;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => fillDocument(html, preferences)
	});
	for (const [name, value] of Object.entries(
		listSecurityHeaders(event.url.protocol === 'https:')
	)) {
		response.headers.set(name, value);
	}
	// What a person may see today they may not see tomorrow, and phones are shared.
	if (!response.headers.has('cache-control')) {
		response.headers.set('cache-control', 'private, no-store');
	}
	if (event.locals.retryAfterSeconds !== undefined) {
		response.headers.set('retry-after', String(event.locals.retryAfterSeconds));
	}
	return response;
};

export const handle = sequence(finishAnswer, refuseForeignWrites, attachPerson, askToSignIn);

export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	if (status === 404) return { message: 'Not found' };
	const id = randomUUID().slice(0, 8);
	const route = event.route.id ?? 'no route';
	console.error(
		JSON.stringify({ id, status, method: event.request.method, route, ...describeError(cause) })
	);
	return { message: 'Something went wrong on our side.', id };
};
