import { fail } from '@sveltejs/kit';
import { PERSONNEL_CATEGORIES, ROLES } from '$lib/core/domain';
import { ApiError, call } from '$lib/data/client';
import { refuse } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const before = Number(url.searchParams.get('before'));
	try {
		const [members, audit] = await Promise.all([
			call(locals.supabase, 'list_members', { mission: params.mission }),
			call(locals.supabase, 'list_audit_entries', {
				mission: params.mission,
				before: Number.isSafeInteger(before) && before > 0 ? before : null
			})
		]);
		return { members, audit };
	} catch (failure) {
		refuse(failure);
	}
};

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
	return allowed.find((candidate) => candidate === value);
}

/** Runs one call and hands a refusal back to the form that asked. */
async function answer(done: 'saved' | 'ended', act: () => Promise<unknown>) {
	try {
		await act();
		return { done, failure: null };
	} catch (failure) {
		if (!(failure instanceof ApiError)) throw failure;
		return fail(failure.status, { done: null, failure: failure.failure });
	}
}

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const role = oneOf(ROLES, form.get('role'));
		const category = oneOf(PERSONNEL_CATEGORIES, form.get('category'));
		if (!role || !category) {
			return fail(422, {
				done: null,
				failure: { kind: 'invalid' as const, key: 'membershipInvalid', message: '' }
			});
		}
		return answer('saved', () =>
			call(locals.supabase, 'save_membership', {
				mission: params.mission,
				email: text('email'),
				role,
				category,
				unit: text('unit') || null,
				period: { from: text('from') || null, until: text('until') || null }
			})
		);
	},

	end: async ({ locals, request }) => {
		const form = await request.formData();
		const membership = String(form.get('membership') ?? '');
		return answer('ended', () =>
			call(locals.supabase, 'end_membership', { membership_id: membership })
		);
	}
};
