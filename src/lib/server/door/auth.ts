import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { authError, json, noSuchRoute } from './reply.ts';
import {
	accessTokenSeconds,
	hashRefreshToken,
	makeRefreshToken,
	type Claims,
	type TokenIssuer
} from './tokens.ts';

type UserRow = {
	id: string;
	email: string;
	encrypted_password: string | null;
	created_at: Date;
	raw_user_meta_data: Record<string, unknown> | null;
	banned: boolean;
};

export const minimumPasswordLength = 12;
const selectUser = `select id, email, encrypted_password, created_at, raw_user_meta_data,
	coalesce(banned_until > now(), false) as banned from auth.users`;

/**
 * The part of the Supabase Auth contract that Cordon uses: sign-in by password, refresh, user,
 * change of password, sign-out. There is no sign-up, no code by mail, no reset, no administration:
 * accounts are made by the administrator in the terminal.
 */
export function createAuth(engine: Engine, tokens: TokenIssuer) {
	const refusedSignIn = () => authError(400, 'invalid_credentials', 'Invalid login credentials');

	async function findUser(column: 'id' | 'email', value: string): Promise<UserRow | undefined> {
		const condition = column === 'id' ? 'id = $1::text::uuid' : 'lower(email) = lower($1::text)';
		const [user] = await engine.run<UserRow>([
			{ sql: `${selectUser} where ${condition}`, params: [value] }
		]);
		return user;
	}

	async function toSession(user: UserRow, sessionId: string, refreshToken: string) {
		return {
			access_token: await tokens.sign({ sub: user.id, email: user.email, session_id: sessionId }),
			token_type: 'bearer',
			expires_in: accessTokenSeconds,
			expires_at: Math.floor(Date.now() / 1000) + accessTokenSeconds,
			refresh_token: refreshToken,
			user: toUser(user)
		};
	}

	async function signIn(email: string, password: string): Promise<Response> {
		// PostgreSQL holds no NUL in a text, so nobody is called that.
		const user = email.includes('\0') ? undefined : await findUser('email', email.trim());
		const right = await verifyPassword(password, user?.encrypted_password ?? null);
		if (!user || !right || user.banned) return refusedSignIn();
		const sessionId = randomUUID();
		const refreshToken = makeRefreshToken();
		await engine.run([
			{
				sql: 'insert into auth.sessions (id, user_id) values ($1::text::uuid, $2::text::uuid)',
				params: [sessionId, user.id]
			},
			{
				sql: 'insert into auth.refresh_tokens (token_hash, session_id) values ($1::text, $2::text::uuid)',
				params: [hashRefreshToken(refreshToken), sessionId]
			}
		]);
		return json(await toSession(user, sessionId, refreshToken));
	}

	async function refresh(oldToken: string): Promise<Response> {
		const newToken = makeRefreshToken();
		const [turn] = await engine.run<{ outcome: string; session_id: string; user_id: string }>([
			{
				sql: 'select * from auth.rotate_refresh_token($1::text, $2::text)',
				params: [hashRefreshToken(oldToken), hashRefreshToken(newToken)]
			}
		]);
		if (turn?.outcome !== 'rotated') {
			return turn?.outcome === 'reused'
				? authError(400, 'refresh_token_already_used', 'Invalid Refresh Token: Already Used')
				: authError(
						400,
						'refresh_token_not_found',
						'Invalid Refresh Token: Refresh Token Not Found'
					);
		}
		const user = await findUser('id', turn.user_id);
		return json(await toSession(user!, turn.session_id, newToken));
	}

	/** The person of a token whose session still stands. */
	async function findSignedIn(claims: Claims): Promise<UserRow | undefined> {
		const [user] = await engine.run<UserRow>([
			{
				sql: `${selectUser} where id = $1::text::uuid and not coalesce(banned_until > now(), false)
					and exists (select from auth.sessions s where s.id = $2::text::uuid
						and s.user_id = auth.users.id and s.ended_at is null and s.not_after > now())`,
				params: [claims.sub, claims.session_id]
			}
		]);
		return user;
	}

	async function changePassword(
		user: UserRow,
		claims: Claims,
		body: { password?: unknown; current_password?: unknown }
	): Promise<Response> {
		const { password, current_password: current } = body;
		if (typeof password !== 'string' || typeof current !== 'string') {
			return authError(400, 'validation_failed', 'The password and the current one are needed');
		}
		if ([...password].length < minimumPasswordLength || password.length > 200) {
			return authError(
				422,
				'weak_password',
				`A password has at least ${minimumPasswordLength} characters`
			);
		}
		if (!(await verifyPassword(current, user.encrypted_password))) return refusedSignIn();
		if (password === current) {
			return authError(422, 'same_password', 'The new password must differ from the old one');
		}
		await engine.run([
			{
				sql: 'update auth.users set encrypted_password = $2::text where id = $1::text::uuid',
				params: [user.id, await hashPassword(password)]
			},
			// Whoever knew the old password is out.
			{
				sql: `update auth.sessions set ended_at = now()
					where user_id = $1::text::uuid and id <> $2::text::uuid and ended_at is null`,
				params: [user.id, claims.session_id]
			}
		]);
		return json(toUser(user));
	}

	async function signOut(claims: Claims, scope: string): Promise<Response> {
		const which = { local: 'id = $2::text::uuid', others: 'id <> $2::text::uuid' }[scope] ?? 'true';
		await engine.run([
			{
				sql: `update auth.sessions set ended_at = now() where user_id = $1::text::uuid
					and $2::text is not null and ended_at is null and ${which}`,
				params: [claims.sub, claims.session_id]
			}
		]);
		return new Response(null, { status: 204 });
	}

	return async function answerAuth(
		request: Request,
		url: URL,
		claims: Claims | null
	): Promise<Response> {
		const route = `${request.method} ${url.pathname.replace('/auth/v1', '')}`;
		if (route === 'POST /token') {
			const body = await readBody(request);
			const grant = url.searchParams.get('grant_type');
			if (grant === 'password' && isText(body.email) && isText(body.password)) {
				return signIn(body.email, body.password);
			}
			if (grant === 'refresh_token' && isText(body.refresh_token)) {
				return refresh(body.refresh_token);
			}
			return authError(400, 'validation_failed', 'Unsupported grant');
		}
		if (route === 'POST /signup') {
			return authError(422, 'signup_disabled', 'Signups not allowed for this instance');
		}
		if (!['GET /user', 'PUT /user', 'POST /logout'].includes(route)) return noSuchRoute();

		const user = claims ? await findSignedIn(claims) : undefined;
		if (!claims || !user) return authError(403, 'session_not_found', 'This session has ended');
		if (route === 'GET /user') return json(toUser(user));
		if (route === 'PUT /user') return changePassword(user, claims, await readBody(request));
		return signOut(claims, url.searchParams.get('scope') ?? 'global');
	};
}

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= 1000;

async function readBody(request: Request): Promise<Record<string, unknown>> {
	const body: unknown = await request.json().catch(() => ({}));
	return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function toUser({ id, email, created_at, raw_user_meta_data }: UserRow) {
	const createdAt = created_at.toISOString();
	return {
		id,
		aud: 'authenticated',
		role: 'authenticated',
		email,
		email_confirmed_at: createdAt,
		phone: '',
		app_metadata: { provider: 'email', providers: ['email'] },
		user_metadata: raw_user_meta_data ?? {},
		identities: [],
		created_at: createdAt,
		updated_at: createdAt,
		is_anonymous: false
	};
}
