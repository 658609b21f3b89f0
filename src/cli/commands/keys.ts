import type { MissionKeys } from '../../lib/data/api.ts';
import type { RevocationStatement } from '../../lib/publish/bundle.ts';
import { openKeyStore } from '../../lib/server/keys/key-files.ts';
import { createSigner, readKeys, type Signer } from '../../lib/server/keys/signer.ts';
import { deskOfOperator, type SigningDesk } from '../../lib/server/keys/signing-desk.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { defineCommand, InputError, need, withEngine } from './command.ts';

const options = { mission: { type: 'string' } } as const;

/** Opens the data and lets a signer work on one mission; resolves to the mission's keys after that. */
async function withSigner(
	mission: string,
	work: (signer: Signer, desk: SigningDesk) => Promise<unknown> = async () => {}
): Promise<MissionKeys> {
	const signer = createSigner(openKeyStore(readSettings()));
	return withEngine(async (engine) => {
		const desk = deskOfOperator(engine);
		if (!(await desk.read(mission, false))) {
			throw new InputError(`There is no mission "${mission}".`);
		}
		await work(signer, desk);
		return desk.read(mission, false);
	});
}

/** As on a notice board: four lines of four groups of four. */
export const groupFingerprint = (fingerprint: string) =>
	fingerprint.replace(/.{16}/g, (line) => `  ${line.replace(/.{4}/g, '$& ').trim()}\n`).trimEnd();

function sayKeys({ keys, revocations }: MissionKeys): string {
	const revoked = new Map(
		revocations.map(({ text }) => {
			const { key, reason, revokedAt } = JSON.parse(text) as RevocationStatement;
			return [key, `, revoked ${revokedAt}: ${reason}`];
		})
	);
	return readKeys(keys)
		.map(
			({ key, number, createdAt, fromSequence }) =>
				`Key ${number}, since ${createdAt}, from list ${fromSequence}${revoked.get(key) ?? ''}\n${groupFingerprint(key)}`
		)
		.join('\n');
}

const list = defineCommand({
	name: 'keys list',
	usage: 'npm run cordon -- keys list --mission SLUG [--json]',
	summary: 'Shows the keys of a mission, the newest last.',
	options: { ...options, json: { type: 'boolean' } },
	async run({ mission, json }) {
		const found = await withSigner(need('mission', mission));
		console.log(json ? JSON.stringify(readKeys(found.keys), null, '\t') : sayKeys(found));
	}
});

const create = defineCommand({
	name: 'keys create',
	usage: 'npm run cordon -- keys create --mission SLUG',
	summary:
		'Makes the first key, or begins anew where the private key is lost: then every device asks to compare the notice.',
	options,
	async run({ mission }) {
		const found = await withSigner(need('mission', mission), async (signer, desk) => {
			const newest = readKeys((await desk.read(mission!, false)).keys).at(-1);
			if (newest && signer.holds(mission!, newest.key)) {
				throw new InputError(
					'The mission has a key and this machine can sign with it. To replace it, use: keys rotate.'
				);
			}
			await (newest ? signer.begin(desk, mission!) : signer.keepSigned(desk, mission!));
		});
		console.log(sayKeys(found));
	}
});

const rotate = defineCommand({
	name: 'keys rotate',
	usage: 'npm run cordon -- keys rotate --mission SLUG',
	summary: 'Hands over to a new key; the present one signs the hand-over and devices follow.',
	options,
	async run({ mission }) {
		const found = await withSigner(need('mission', mission), (signer, desk) =>
			signer.rotate(desk, mission!)
		);
		console.log(sayKeys(found));
	}
});

const revoke = defineCommand({
	name: 'keys revoke',
	usage: 'npm run cordon -- keys revoke --mission SLUG --key FINGERPRINT --reason TEXT',
	summary: 'Declares that a key may be in wrong hands; the newest is rotated first. Published.',
	options: { ...options, key: { type: 'string' }, reason: { type: 'string' } },
	async run({ mission, key, reason }) {
		const fingerprint = need('key', key).replace(/\s/g, '');
		const why = need('reason', reason);
		const found = await withSigner(need('mission', mission), (signer, desk) =>
			signer.revoke(desk, mission!, fingerprint, why)
		);
		console.log(sayKeys(found));
	}
});

const print = defineCommand({
	name: 'keys print',
	usage: 'npm run cordon -- keys print --mission SLUG',
	summary: 'Prints the newest public key for a notice board: fingerprint and PEM.',
	options,
	async run({ mission }) {
		const { keys } = await withSigner(need('mission', mission));
		const newest = readKeys(keys).at(-1);
		if (!newest) throw new InputError('The mission has no key yet. Make one with: keys create.');
		console.log(
			[
				`The key of ${mission}, number ${newest.number}, since ${newest.createdAt}.`,
				'Fingerprint (SHA-256 of the public key):',
				groupFingerprint(newest.key),
				'-----BEGIN PUBLIC KEY-----',
				newest.publicKey,
				'-----END PUBLIC KEY-----'
			].join('\n')
		);
	}
});

export {
	list as keysListCommand,
	create as keysCreateCommand,
	rotate as keysRotateCommand,
	revoke as keysRevokeCommand,
	print as keysPrintCommand
};
