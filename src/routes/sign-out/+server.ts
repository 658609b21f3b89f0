import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Ends this session in the database and forgets its cookies. */
export const POST: RequestHandler = async ({ locals }) => {
	await locals.supabase.auth.signOut({ scope: 'local' });
	redirect(303, '/sign-in?signed-out');
};
