/** Keys and signatures in the database: what it keeps, hands out and refuses, and what heals. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { toCanonicalText, type KeyStatement } from '$lib/publish/bundle';
import { verifyBundle } from '$lib/publish/verify-bundle';
import { composePointer } from '$lib/server/keys/compose-bundle';
import { createSigner, readKeys } from '$lib/server/keys/signer';
import { someContent } from './contents';
import { deskOn, openMemoryStore } from './signing';
import { describeOnBothEngines, outcomeOf, type Stage } from './stage';

const mission = 'kosovo';

async function publish(stage: Stage) {
	const { id, revision } = await stage.call('head_of_mission', 'create_draft', {
		mission,
		directive_id: null,
		content: someContent()
	});
	return stage.call('head_of_mission', 'publish_draft', { draft_id: id, revision });
}

describeOnBothEngines('Keys and signatures', (stage) => {
	const store = openMemoryStore();
	const signer = createSigner(store);
	const keysNow = async () =>
		readKeys((await stage().call('personnel', 'list_mission_keys', { mission })).keys);
	const bundleNow = async () => {
		const list = (await stage().call('personnel', 'get_list', { mission }))!;
		const keys = await stage().call('personnel', 'list_mission_keys', { mission });
		const pointer = composePointer(signer, mission, list, keys);
		return { ...pointer, list: { ...pointer.list, text: list.text } };
	};

	it('sign every list that was ever published, each with its responsible key', async () => {
		// Two servers that start at once make one key.
		const other = createSigner(openMemoryStore());
		const outcomes = await Promise.allSettled([
			signer.keepSigned(deskOn(stage()), mission),
			other.keepSigned(deskOn(stage(), 'deputy'), mission)
		]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
		const keys = await keysNow();
		expect(keys).toHaveLength(1);
		// Whichever was first; from here on it is ours alone.
		if (!signer.holds(mission, keys[0]!.key)) await signer.begin(deskOn(stage()), mission);

		const rows = await stage().look<{ text: string; signature: string; spki: string }>(
			`select b.text, s.signature, k.statement::jsonb ->> 'publicKey' as spki
			 from cordon.bundles b
			 join cordon.missions m on m.id = b.mission_id
			 left join cordon.bundle_signatures s using (mission_id, sequence)
			 left join cordon.mission_keys k using (mission_id, key_id)
			 where m.slug = 'kosovo'`
		);
		expect(rows.length).toBeGreaterThan(5);
		for (const { text, signature, spki } of rows) {
			const key = createPublicKey({
				key: Buffer.from(spki, 'base64'),
				type: 'spki',
				format: 'der'
			});
			expect(verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))).toBe(true);
		}
		const { verified } = await verifyBundle(await bundleNow(), mission, null);
		expect(verified?.list.mission.slug).toBe(mission);
	}, 120_000);

	it('are not begun anew by a server that saw no key a moment ago', async () => {
		const late = createSigner(openMemoryStore());
		const desk = deskOn(stage());
		let asked = 0;
		const before = await keysNow();
		const outcome = late.keepSigned(
			{
				...desk,
				read: async (slug, forNewKey) => ({
					...(await desk.read(slug, forNewKey)),
					...(asked++ === 0 ? { newestNumber: null, keys: [] } : {})
				})
			},
			mission
		);
		await Promise.allSettled([outcome]);
		expect(await keysNow()).toEqual(before);
	});

	it('hand out the list before until a new one is signed', async () => {
		const before = await stage().call('personnel', 'get_list', { mission });
		const { listSequence } = await publish(stage());
		expect((await stage().call('personnel', 'get_list', { mission }))!.sha256).toBe(before!.sha256);
		await signer.keepSigned(deskOn(stage()), mission);
		const after = await stage().call('personnel', 'get_list', { mission });
		expect(after!.sequence).toBe(listSequence);
		expect(after!.signatures).toHaveLength(1);
	});

	it('are handed over with the list in force and those to come, in one step', async () => {
		const before = await bundleNow();
		const seen = (await verifyBundle(before, mission, null)).verified!.trust;
		const key = await signer.rotate(deskOn(stage()), mission);
		const bundle = await bundleNow();
		const { verified } = await verifyBundle(bundle, mission, seen);
		expect(verified!.trust).toEqual({ ...seen, key: key.key });
		expect(verified!.keys.at(-1)!.predecessor).toBe(seen.key);
		const waiting = await stage().look(
			`select sequence from cordon.missions m cross join cordon.unsigned_lists(m.id)
			 where m.slug = 'kosovo'`
		);
		expect(waiting).toEqual([]);
		// What the key before alone had signed is not enough any more.
		expect(await verifyBundle({ ...bundle, list: before.list }, mission, seen)).toEqual({
			refusal: 'keyRetired'
		});
	});

	it('are brought again when the server died between its file and the database', async () => {
		const dead = {
			...deskOn(stage()),
			addKey: async () => {
				throw new Error('killed');
			}
		};
		await expect(signer.rotate(dead, mission)).rejects.toThrow('killed');
		const before = await keysNow();
		await signer.keepSigned(deskOn(stage()), mission);
		const after = await keysNow();
		expect(after).toHaveLength(before.length + 1);
		await signer.keepSigned(deskOn(stage()), mission);
		expect(await keysNow()).toEqual(after);
	});

	it('are revoked by their successor, and sign nothing after that', async () => {
		const keys = await keysNow();
		await signer.revoke(deskOn(stage()), mission, keys.at(-1)!.key, 'A laptop was stolen');
		const after = await keysNow();
		expect(after).toHaveLength(keys.length + 1);
		const bundle = await bundleNow();
		const { verified } = await verifyBundle(bundle, mission, null);
		expect(verified!.revocations).toMatchObject([
			{ key: keys.at(-1)!.key, reason: 'A laptop was stolen' }
		]);
		const { sequence, sha256 } = bundle.confirmation
			? (JSON.parse(bundle.confirmation.text) as { sequence: number; sha256: string })
			: { sequence: 0, sha256: '' };
		const old = bundle.list.signatures.find(({ key }) => key === keys.at(-1)!.key)!;
		expect(
			await outcomeOf(
				stage().call('head_of_mission', 'sign_lists', {
					mission,
					signatures: [{ sequence, sha256, ...old }]
				})
			)
		).toBe('PT422 signatureMalformed');
		expect(
			await verifyBundle({ ...bundle, list: { ...bundle.list, signatures: [old] } }, mission, null)
		).toEqual({ refusal: 'keyRevoked' });
		const [entry] = await stage().call('administrator', 'list_audit_entries', {
			mission,
			before: null
		});
		expect(entry).toMatchObject({ act: 'key_revoked', actor: 'Head of Mission (exercise)' });
	});

	it('are refused when they are not what they say', async () => {
		const newest = (await keysNow()).at(-1)!;
		const statementOf = (fields: Partial<KeyStatement>): KeyStatement => ({
			...newest,
			key: createHash('sha256').update('key').digest('hex'),
			publicKey: Buffer.from('key').toString('base64'),
			number: newest.number + 1,
			predecessor: newest.key,
			...fields
		});
		const bring = (statement: string) =>
			outcomeOf(
				stage().call('head_of_mission', 'add_mission_key', {
					mission,
					statement,
					signatures: store.list(mission).at(-1)!.signed.signatures,
					lists: []
				})
			);
		const say = (fields: Partial<KeyStatement>) => bring(toCanonicalText(statementOf(fields)));
		const malformed = 'PT422 keyMalformed';
		expect(await say({ key: newest.key.replace(/^./, 'x') })).toBe(malformed);
		expect(await say({ mission: 'exercise-two' })).toBe(malformed);
		expect(await say({ fromSequence: 1_000_000 })).toBe(malformed);
		expect(await say({ fromSequence: 0 })).toBe(malformed);
		expect(await say({ format: 'cordon-key/2' as never })).toBe(malformed);
		expect(await say({ number: newest.number + 2 })).toBe('PT409 keyMovedOn');
		expect(await say({ predecessor: 'nobody' })).toBe('PT409 keyMovedOn');
		// Without its signatures of the lists it takes over.
		expect(await say({})).toBe('PT409 keyMovedOn');
		expect(await bring(`${toCanonicalText(statementOf({}))} `)).toBe(malformed);
		expect(await bring('no json')).toBe('PT422 unreadable');
		const keys = await keysNow();
		expect(
			await outcomeOf(signer.revoke(deskOn(stage()), mission, 'f'.repeat(64), 'Exercise'))
		).toBe('PT404 keyUnknown');
		expect(await keysNow()).toEqual(keys);
	});

	it('begin anew when the private key is lost, and say so to whoever knew the chain before', async () => {
		const seen = (await verifyBundle(await bundleNow(), mission, null)).verified!.trust;
		const bereft = createSigner(openMemoryStore());
		expect(bereft.holds(mission, seen.key)).toBe(false);
		await expect(bereft.rotate(deskOn(stage()), mission)).rejects.toThrow(/not on this machine/);
		const key = await bereft.begin(deskOn(stage()), mission);
		expect(key.predecessor).toBeNull();
		const bundle = await bundleNow();
		expect(await verifyBundle(bundle, mission, seen)).toEqual({ refusal: 'keyUnknown' });
		expect((await verifyBundle(bundle, mission, null)).verified!.keys).toEqual([key]);
	});
});
