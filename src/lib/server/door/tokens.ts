import { createHash, randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Engine } from '../engine/engine.ts';

/** What an access token says. Only `session_id` and `sub` are trusted, and both are looked up. */
export type Claims = {
	sub: string;
	role: 'authenticated';
	email: string;
	session_id: string;
	aud: 'authenticated';
	exp: number;
};

export const accessTokenSeconds = 3600;
const issuer = 'cordon';

export type TokenIssuer = {
	sign(claims: { sub: string; email: string; session_id: string }): Promise<string>;
	/** Undefined for anything but a token of ours that has not run out. */
	verify(token: string): Promise<Claims | undefined>;
};

/** HS256 with a secret that the database keeps: made once, shared by every process on it. */
export async function createTokenIssuer(engine: Engine): Promise<TokenIssuer> {
	const fresh = randomBytes(32).toString('base64url');
	const [row] = await engine.run<{ secret: string }>([
		{
			sql: `insert into auth.signing_secrets (purpose, secret) values ('access token', $1::text)
				on conflict (purpose) do nothing`,
			params: [fresh]
		},
		{ sql: `select secret from auth.signing_secrets where purpose = 'access token'` }
	]);
	const key = Buffer.from(row!.secret, 'base64url');
	return {
		sign: (claims) =>
			new SignJWT({ ...claims, role: 'authenticated' })
				.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
				.setSubject(claims.sub)
				.setAudience('authenticated')
				.setIssuer(issuer)
				.setIssuedAt()
				.setExpirationTime(`${accessTokenSeconds}s`)
				.sign(key),
		async verify(token) {
			try {
				const { payload } = await jwtVerify<Claims>(token, key, {
					algorithms: ['HS256'],
					audience: 'authenticated',
					issuer,
					requiredClaims: ['sub', 'exp', 'session_id']
				});
				return payload;
			} catch (error) {
				if (error instanceof errors.JOSEError) return undefined;
				throw error;
			}
		}
	};
}

export const makeRefreshToken = () => randomBytes(32).toString('base64url');

/** A refresh token has 256 random bits: one round of SHA-256 is enough to store it by. */
export const hashRefreshToken = (token: string) => createHash('sha256').update(token).digest('hex');
