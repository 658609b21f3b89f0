import { fail } from '@sveltejs/kit';
import { PERSONNEL_CATEGORIES, ROLES } from '$lib/core/domain';
import { call } from '$lib/data/client';
import { readForm } from '../../../read-body';
import { orError, orFail } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { mission } }) => {
	const [members, deployments] = await orError(
		Promise.all([
			call(locals.supabase, 'list_members', { mission }),
			call(locals.supabase, 'list_deployments', { mission })
		])
	);
	return { members, bases: deployments.map(({ id, name }) => ({ id, name })) };
};

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
	return allowed.find((candidate) => candidate === value);
}

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const role = oneOf(ROLES, form.get('role'));
		const category = oneOf(PERSONNEL_CATEGORIES, form.get('category'));
		if (!role || !category) {
			return fail(422, {
				failure: { kind: 'invalid' as const, key: 'membershipInvalid', message: '' }
			});
		}
		const saved = call(locals.supabase, 'save_membership', {
			mission: params.mission,
			email: text('email'),
			role,
			category,
			unit: text('unit') || null,
			base_id: text('base') || null,
			period: { from: text('from') || null, until: text('until') || null }
		});
		return orFail(saved.then(() => ({ done: 'saved' as const })));
	},

	end: async ({ locals, request }) => {
		const form = await readForm(request);
		const membership = String(form.get('membership') ?? '');
		const ended = call(locals.supabase, 'end_membership', { membership_id: membership });
		return orFail(ended.then(() => ({ done: 'ended' as const })));
	}
};
