import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '../read-body';
import type { Actions, PageServerLoad } from './$types';

/** Length is what counts (NIST SP 800-63B, 5.1.1.2); no rules about kinds of characters. */
const SHORTEST_PASSWORD = 12;

type Problem =
	'wrongCurrent' | 'tooShort' | 'weak' | 'different' | 'same' | 'tooMany' | 'unavailable';
/** In the codes of Supabase Auth, which the adapter speaks too. */
const PROBLEM_OF: Record<string, Problem> = {
	invalid_credentials: 'wrongCurrent',
	// Longer than any password.
	validation_failed: 'wrongCurrent',
	over_request_rate_limit: 'tooMany',
	same_password: 'same',
	weak_password: 'weak'
};
const refuse = (problem: Problem) => fail(400, { problem, done: false });

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.me) redirect(303, '/sign-in?next=/account');
	return { email: locals.me.email };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.me) redirect(303, '/sign-in?next=/account');
		const form = await readForm(request);
		const [current, next, repeat] = ['current', 'next', 'repeat'].map((name) =>
			String(form.get(name) ?? '')
		) as [string, string, string];
		if ([...next].length < SHORTEST_PASSWORD) return refuse('tooShort');
		if (next !== repeat) return refuse('different');
		if (next === current) return refuse('same');

		// Whoever finds an open session must not take the account over: the present password is asked.
		const { auth } = locals.supabase;
		const known = await auth.signInWithPassword({ email: locals.me.email, password: current });
		if (known.error) return refuse(PROBLEM_OF[known.error.code ?? ''] ?? 'unavailable');
		const { error } = await auth.updateUser({ password: next, current_password: current });
		if (error) return refuse(PROBLEM_OF[error.code ?? ''] ?? 'unavailable');
		await auth.signOut({ scope: 'others' });
		return { problem: null, done: true };
	}
};
