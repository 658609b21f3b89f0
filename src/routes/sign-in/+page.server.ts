import { fail, redirect } from '@sveltejs/kit';
import { signInAsDemo } from '$lib/server/demo';
import { listDemoEntries } from '$lib/server/demo-accounts';
import { ownPath } from '$lib/ui/own-path';
import { readForm } from '../read-body';
import type { Actions, PageServerLoad } from './$types';

type Problem = 'wrong' | 'tooMany' | 'unavailable';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = ownPath(url.searchParams.get('next'));
	if (locals.me) redirect(303, next);
	return {
		next,
		/** Sent here from a page that needs an account, or after signing out. */
		arrived: url.searchParams.has('signed-out')
			? ('signedOut' as const)
			: url.searchParams.has('next')
				? ('expired' as const)
				: null,
		// Roles only: passwords stay on the server, which enters on the card's behalf.
		demo: listDemoEntries(locals.demo ?? []).map(({ role }) => role)
	};
};

/** One answer for an unknown address and a wrong password: neither tells which accounts exist. */
function problemOf(error: unknown): Problem {
	const status = error instanceof Error && 'status' in error ? error.status : undefined;
	if (status === 429) return 'tooMany';
	return typeof status === 'number' && status >= 400 && status < 500 ? 'wrong' : 'unavailable';
}

const statuses: Record<Problem, number> = { wrong: 400, tooMany: 429, unavailable: 503 };
const refuse = (problem: Problem, email: string) => fail(statuses[problem], { problem, email });

export const actions: Actions = {
	signIn: async ({ locals, request }) => {
		const form = await readForm(request);
		const email = String(form.get('email') ?? '').trim();
		const password = String(form.get('password') ?? '');
		// No address is longer (RFC 3696), and what is not looked at fills no memory.
		const possible = email && email.length <= 320 && password && password.length <= 1000;
		if (!possible) return fail(400, { problem: 'wrong' as Problem, email: email.slice(0, 320) });
		const { error } = await locals.supabase.auth.signInWithPassword({ email, password });
		if (error) return refuse(problemOf(error), email);
		redirect(303, ownPath(form.get('next')));
	},

	enter: async ({ locals, request }) => {
		const form = await readForm(request);
		const role = String(form.get('role') ?? '');
		if (!locals.demo) return fail(403, { problem: 'wrong' as Problem, email: '' });
		try {
			const entered = await signInAsDemo(locals.supabase, locals.demo, role);
			if (!entered) return fail(400, { problem: 'wrong' as Problem, email: '' });
		} catch (error) {
			return refuse(problemOf(error), '');
		}
		redirect(303, ownPath(form.get('next')));
	}
};
