import { fail } from '@sveltejs/kit';
import { call } from '$lib/data/client';
import type { RevocationStatement } from '$lib/publish/bundle';
import { drawQr } from '$lib/publish/qr';
import { deskOfHead } from '$lib/server/keys/signing-desk';
import { PrivateKeyMissing, readKeys } from '$lib/server/keys/signer';
import { getCordon } from '$lib/server/running';
import { readForm } from '../../../read-body';
import { orError, orFail } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { mission } = params;
	const { membership } = await parent();
	const found = await orError(call(locals.supabase, 'list_mission_keys', { mission }));
	const keys = readKeys(found.keys).reverse();
	const revocations = found.revocations.map(({ text }) => JSON.parse(text) as RevocationStatement);
	const [newest] = keys;
	const { signer } = await getCordon();
	return {
		keys,
		revocations,
		code: newest ? drawQr(`${url.origin}${url.pathname}#key=${newest.key}`) : null,
		/** Null for whoever may not change keys; otherwise whether this server can sign. */
		signs:
			newest && membership.role === 'head_of_mission' ? signer.holds(mission, newest.key) : null
	};
};

/** Runs an act of the signer as the Head of Mission who asks. */
async function act(done: 'rotated' | 'revoked', work: Promise<unknown>) {
	try {
		return await orFail(work.then(() => ({ done, failure: null })));
	} catch (reason) {
		if (!(reason instanceof PrivateKeyMissing)) throw reason;
		const { message } = reason;
		return fail(409, { failure: { kind: 'conflict' as const, key: 'privateKeyMissing', message } });
	}
}

export const actions: Actions = {
	rotate: async ({ locals, params }) => {
		const { signer } = await getCordon();
		return act('rotated', signer.rotate(deskOfHead(locals.supabase), params.mission));
	},

	begin: async ({ locals, params }) => {
		const { signer } = await getCordon();
		return act('rotated', signer.begin(deskOfHead(locals.supabase), params.mission));
	},

	revoke: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const key = String(form.get('key') ?? '');
		const reason = String(form.get('reason') ?? '').trim();
		const { signer } = await getCordon();
		const desk = deskOfHead(locals.supabase);
		return act('revoked', signer.revoke(desk, params.mission, key, reason));
	}
};
