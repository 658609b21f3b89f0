/** A form's record, sent as JSON in one field, stored through one act; a refusal returns to the form. */
import { fail } from '@sveltejs/kit';
import type { Api } from '$lib/data/api';
import { ApiError, call } from '$lib/data/client';

type Save = 'save_deployment' | 'save_establishment';

export async function saveRecord<Name extends Save>(
	supabase: App.Locals['supabase'],
	form: FormData,
	name: Name,
	argsOf: (record: never) => Api[Name]['args']
) {
	let record: never;
	try {
		record = JSON.parse(String(form.get('record'))) as never;
	} catch {
		return fail(422, { failure: { kind: 'invalid', key: 'invalid', message: '' } as const });
	}
	try {
		return { saved: await call(supabase, name, argsOf(record)) };
	} catch (reason) {
		if (reason instanceof ApiError) return fail(reason.status, { failure: reason.failure });
		throw reason;
	}
}
