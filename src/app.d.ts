import type { SupabaseClient } from '@supabase/supabase-js';
import type { Me, Membership, Mission } from '$lib/core/domain';
import type { Theme } from '$lib/i18n/preferences';
import type { Offered } from '$lib/i18n/tags';
import type { DemoAccount } from '$lib/server/demo-accounts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Names the entry of the server's log, for whoever reports the error. */
			id?: string;
		}
		interface Locals {
			/** Acts as the person of this request, with their own token. */
			supabase: SupabaseClient;
			/** The signed-in person with the memberships valid now; null for nobody. */
			me: Me | null;
			locale: Offered;
			theme: Theme;
			/** Accounts to enter a demo by; null when this is no demo. Passwords never go to a page. */
			demo: DemoAccount[] | null;
			/** Set when a limit was hit; goes out as Retry-After. */
			retryAfterSeconds?: number;
		}
		interface PageData {
			me?: Me | null;
			mission?: Mission;
			membership?: Membership;
		}
	}
}

export {};
