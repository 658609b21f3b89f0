/** A form's record, sent as JSON in one field, stored through one act; a refusal returns to the form. */
import { fail } from '@sveltejs/kit';
import type { Api } from '$lib/data/api';
import { call } from '$lib/data/client';
import { readForm } from '../../read-body';
import { orFail } from './answer';

type Save = 'save_deployment' | 'save_establishment';

/** Null where the field holds no JSON: the form was sent without a script. */
export async function readRecord<Record>(request: Request): Promise<Record | null> {
	const form = await readForm(request);
	try {
		return JSON.parse(String(form.get('record'))) as Record;
	} catch {
		return null;
	}
}

export async function saveRecord<Name extends Save>(
	supabase: App.Locals['supabase'],
	request: Request,
	name: Name,
	argsOf: (record: never) => Api[Name]['args']
) {
	const record = await readRecord<never>(request);
	if (record === null)
		return fail(422, { failure: { kind: 'invalid', key: 'invalid', message: '' } as const });
	return orFail(call(supabase, name, argsOf(record)).then((saved) => ({ saved })));
}
