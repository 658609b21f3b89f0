import { randomUUID } from 'node:crypto';
import { hashPassword } from './door/passwords.ts';
import type { Transaction } from './engine/engine.ts';

export type NewAccount = { email: string; displayName: string; password: string };

/** Makes a person who can sign in. What they may do is a membership, not this. */
export async function createAccount(tx: Transaction, account: NewAccount): Promise<string> {
	const userId = randomUUID();
	await tx.query(
		`insert into auth.users (id, email, encrypted_password, created_at, raw_user_meta_data)
		 values ($1::text::uuid, lower($2::text), $3::text, now(), jsonb_build_object('display_name', $4::text))`,
		[userId, account.email.trim(), await hashPassword(account.password), account.displayName]
	);
	return userId;
}
