/** Answers in the words that supabase-js understands. */

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
	new Response(typeof body === 'string' ? body : JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers }
	});

/** A refusal as the Auth server words it. */
export const authError = (status: number, errorCode: string, msg: string) =>
	json({ code: status, error_code: errorCode, msg }, status);

/** A refusal as PostgREST words it. */
export const restError = (
	status: number,
	code: string,
	message: string,
	hint: string | null = null,
	details: string | null = null
) => json({ code, message, hint, details }, status);

export const noSuchRoute = () => json({ message: 'no such route' }, 404);
