import { json } from '@sveltejs/kit';
import type { Instant } from '$lib/core/domain';
import type { ApiFailure } from '$lib/data/api';
import { ApiError, call } from '$lib/data/client';
import { readJson } from '../../../../../read-body';
import { toJson } from '../../../answer';
import type { RequestHandler } from './$types';

/**
 * A member confirms having read a version, by its id or its number and version ("3.2"), perhaps a
 * while ago. A device sends what it kept for one person under that person's session only.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { userId, madeAt } = await readJson(request);
	if (userId !== locals.me?.userId) {
		const failure = {
			kind: 'forbidden',
			key: 'otherPerson',
			message: 'Somebody else is signed in on this device by now.'
		} satisfies ApiFailure;
		return json(failure, { status: 403 });
	}
	return toJson(acknowledge(locals, params, (madeAt ?? null) as Instant | null));
};

async function acknowledge(
	{ supabase }: App.Locals,
	{ mission, version: name }: { mission: string; version: string },
	made_at: Instant | null
) {
	const versions = await call(supabase, 'list_directive_versions', { mission });
	const found = versions.find(
		({ id, number, version }) => id === name || `${number}.${version}` === name
	);
	if (!found)
		throw new ApiError(
			{ kind: 'not_found', key: 'versionUnknown', message: 'There is no such version.' },
			404
		);
	return call(supabase, 'acknowledge', { version_id: found.id, made_at });
}
